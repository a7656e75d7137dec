import Web

/// Addresses of the administration of indicators.
enum AdminPath {
    static let list = MonitoringPath.admin
    static let new = Path("/monitoring/kenngroessen/neu")
    static let indicator = Path("/monitoring/kenngroessen/{indicator}")
}

extension MonitoringRoom {
    /// Who defines indicators and brings in values.
    static let dataOffice: Set<Role> = [.administrator, .planner, .editor]
}
