import Areas
import Indicators
package import Prevention

extension DemoHouse {
    /// Stores Gelsenkirchen's index over the Musterkreis and publishes it as an indicator; a second time changes nothing.
    ///
    /// - Returns: key of the indicator; `nil` if there is no Musterkreis, or its numbers are not published.
    @discardableResult
    package func publishIndex(at now: Instant) async throws -> String? {
        let tree = try await AreaStore(database: database).tree()
        guard let kreis = tree.areas.first(where: { $0.isInvented && $0.level == .kreis }) else { return nil }
        let districts = tree.descendants(of: kreis.id).filter { $0.level == .district }
            .sorted { ($0.name, $0.key) < ($1.name, $1.key) }
        let definition = try await storedIndex(at: now)
        let store = IndicatorStore(database: database)
        let shelf = IndicatorShelf(store)
        var series: [String: PublishedSeries] = [:]
        for part in definition.parts {
            series[part.indicator] = try await shelf.series(part.indicator, for: .everyone, on: now.berlinDay)
        }
        do {
            return try await IndexPublisher(store: store).publish(
                definition, series, over: IndexTerritory(root: kreis.id, floor: "stadtteile", areas: districts),
                by: actor, at: now
            ).indicatorKey
        } catch IndexRefusal.nothingComputable {
            return nil
        }
    }

    /// What planners changed since stays.
    private func storedIndex(at now: Instant) async throws -> IndexDefinition {
        var generator = SeededGenerator(seed: 0x6765_6C73_656E)
        let id = ID<IndexDefinition>(bytes: generator.uuidBytes()) ?? ID()
        let store = IndexDefinitionStore(database: database)
        if let known = try await store.definition(id, for: .offices) { return known }
        let template = IndexTemplate.gelsenkirchen.definition
        return try await store.save(
            IndexDefinition(
                id: id, name: template.name, about: template.about + " Hier gerechnet mit erfundenen Werten.",
                isPublic: true, groups: template.groups),
            by: actor, at: now)
    }
}
