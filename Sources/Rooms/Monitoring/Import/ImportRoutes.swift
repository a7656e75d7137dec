import Web

extension MonitoringRoom {
    /// Addresses of the import of values (Einlesen).
    func addImportRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func importTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
