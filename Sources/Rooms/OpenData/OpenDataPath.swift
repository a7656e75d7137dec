import Web

/// The addresses of the room.
enum OpenDataPath {
    static let start = Path("/offene-daten")
    static let turtle = Path("/offene-daten/katalog.ttl")
    static let xml = Path("/offene-daten/katalog.rdf")
    static let jsonLD = Path("/offene-daten/katalog.jsonld")
    /// The register of offers with its own standard; the room HSDS answers.
    static let register = Path("/offene-daten/angebote")
    static let dataset = Path("/offene-daten/kenngroessen/{key}")
    static let csv = Path("/offene-daten/kenngroessen/{key}/werte.csv")
    static let csvDescription = Path("/offene-daten/kenngroessen/{key}/werte.csv-metadata.json")
    static let json = Path("/offene-daten/kenngroessen/{key}/werte.json")
    static let facilityCSV = Path("/offene-daten/kenngroessen/{key}/einrichtungen.csv")
    static let api = Path("/api/monitoring")
    static let openAPI = Path("/api/monitoring/openapi.json")
    static let indicators = Path("/api/monitoring/indicators")
    static let indicator = Path("/api/monitoring/indicators/{key}")
    static let values = Path("/api/monitoring/indicators/{key}/values")
    static let facilities = Path("/api/monitoring/indicators/{key}/facilities")
}
