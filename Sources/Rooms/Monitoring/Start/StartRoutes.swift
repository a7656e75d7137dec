import Areas
import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// The start page of the room.
    func addStartRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.start.pattern, allow: .everyone, start)
    }

    /// `GET /monitoring?phase=aroundKita`
    private func start(_ visit: Visit) async throws -> Answer {
        let words = texts[visit.language]
        let series = try await series(for: visit)
        // Without numbers the public tools would lead nowhere.
        let tools = tools(words).filter {
            $0.isInternal ? visit.account?.holds(anyOf: $0.roles) ?? false : !series.isEmpty
        }
        let model = StartModel(
            series: series, tools: tools, tree: try await directory.current().tree,
            stage: visit.query.text("phase").flatMap(LifeStage.init(rawValue:)))
        return monitoringStart(visit, model, words)
    }
}
