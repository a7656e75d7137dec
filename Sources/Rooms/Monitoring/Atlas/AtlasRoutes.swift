import Web

extension MonitoringRoom {
    /// Addresses of the atlas.
    func addAtlasRoutes(to routes: inout RouteTable) {}

    /// What the start page offers of it.
    func atlasTools(_ texts: MonitoringTexts) -> [MonitoringTool] { [] }
}
