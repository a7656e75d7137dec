import Web

extension MonitoringRoom {
    /// Addresses of the funnel plot (Trichterdiagramm).
    func addFunnelRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func funnelTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
