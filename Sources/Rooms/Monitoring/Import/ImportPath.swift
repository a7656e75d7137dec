import Web

/// Addresses of the import of values.
enum ImportPath {
    static let start = MonitoringPath.imports
    static let table = Path("/monitoring/einlesen/{id}")
    static let problems = Path("/monitoring/einlesen/{id}/fehler.csv")
    static let mapping = Path("/monitoring/einlesen/{id}/zuordnung")
    static let acceptance = Path("/monitoring/einlesen/{id}/uebernahme")
    static let removal = Path("/monitoring/einlesen/{id}/verwerfen")
}
