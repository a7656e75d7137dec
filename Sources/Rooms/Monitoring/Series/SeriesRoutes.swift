import Web

extension MonitoringRoom {
    /// Addresses of time series (Verlauf).
    func addSeriesRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func seriesTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
