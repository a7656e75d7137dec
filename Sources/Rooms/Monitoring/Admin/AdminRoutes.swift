import Web

extension MonitoringRoom {
    /// Addresses of the administration of indicators (Kenngrößen pflegen).
    func addAdminRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func adminTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
