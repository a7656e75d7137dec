import Web

extension MonitoringRoom {
    /// Addresses of the area profile (Steckbrief).
    func addProfileRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func profileTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
