import Web

extension MonitoringRoom {
    /// Addresses of the index designer (Indexwerkstatt).
    func addIndexRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func indexTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
