import Design
import Indicators
import Texts
import Web

extension MonitoringRoom {
    /// The start page of the room.
    func addStartRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.start.pattern, allow: .everyone, start)
    }

    /// `GET /monitoring`
    private func start(_ visit: Visit) async throws -> Answer {
        let words = texts[visit.language]
        let tools = tools(words).filter { visit.isStaff || !$0.isInternal }
        return monitoringStart(visit, try await series(for: visit), tools, words)
    }
}
