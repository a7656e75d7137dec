import Web

extension MonitoringRoom {
    /// Addresses of the publish gate (Freigabe).
    func addGateRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func gateTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
