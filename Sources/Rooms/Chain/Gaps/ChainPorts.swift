package import Indicators
package import Prevention

/// Was die Kette von anderen braucht: published indicators and searches without result.
package struct ChainPorts: Sendable {
    /// All published series that an audience may see on a day.
    package var series: @Sendable (Audience, Day) async throws -> [PublishedSeries]
    /// How often a search for the area, stage and field ended without result since the day; `nil` below 5.
    package var searches: @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> Int?

    package init(
        series: @escaping @Sendable (Audience, Day) async throws -> [PublishedSeries],
        searches: @escaping @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> Int?
    ) {
        self.series = series
        self.searches = searches
    }

    /// A house without indicators: every cell is unknown.
    package static let none = ChainPorts(series: { _, _ in [] }, searches: { _, _, _, _ in nil })
}

extension ChainPorts {
    /// The series of a shelf that the chain uses.
    package init(
        _ shelf: IndicatorShelf,
        searches: @escaping @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> Int?
    ) {
        self.init(
            series: { audience, today in
                var result: [PublishedSeries] = []
                for indicator in try await shelf.published(for: audience, on: today) where indicator.use != .none {
                    if let series = try await shelf.series(indicator.key, for: audience, on: today) {
                        result.append(series)
                    }
                }
                return result
            }, searches: searches)
    }
}
