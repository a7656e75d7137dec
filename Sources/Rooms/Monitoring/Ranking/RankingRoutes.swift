import Web

extension MonitoringRoom {
    /// Addresses of the ranking with intervals (Rangliste).
    func addRankingRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func rankingTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
