import Web

extension MonitoringRoom {
    /// Addresses of the comparison of two indicators (Streudiagramm).
    func addScatterRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func scatterTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
