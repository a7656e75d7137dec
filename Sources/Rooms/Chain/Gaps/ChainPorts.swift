package import Indicators
package import Prevention

/// Was die Kette von anderen braucht: published indicators and searches without result.
package struct ChainPorts: Sendable {
    /// All published series that an audience may see on a day.
    package var series: @Sendable (Audience, Day) async throws -> [PublishedSeries]
    /// How often searches for the area, stage and field ended without result in the last twelve whole months before the
    /// day, as a size class; `nil` below 5.
    package var searches: @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> ClosedRange<Int>?

    /// Composite indices that an audience may choose as need.
    package var indices: @Sendable (Audience) async throws -> [IndexDefinition]
    /// The series of one indicator by its key, whatever it is used for.
    package var figure: @Sendable (String, Audience, Day) async throws -> PublishedSeries?
    /// Series by which municipalities are compared to find similar ones.
    package var context: @Sendable (Audience, Day) async throws -> [PublishedSeries]
    /// Good practice for a stage and field, by title.
    package var practices: @Sendable (LifeStage, FieldOfAction) async throws -> [ChainPractice]

    package init(
        series: @escaping @Sendable (Audience, Day) async throws -> [PublishedSeries],
        searches: @escaping @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> ClosedRange<Int>?,
        indices: @escaping @Sendable (Audience) async throws -> [IndexDefinition] = { _ in [] },
        figure: @escaping @Sendable (String, Audience, Day) async throws -> PublishedSeries? = { _, _, _ in nil },
        context: @escaping @Sendable (Audience, Day) async throws -> [PublishedSeries] = { _, _ in [] },
        practices: @escaping @Sendable (LifeStage, FieldOfAction) async throws -> [ChainPractice] = { _, _ in [] }
    ) {
        self.series = series
        self.searches = searches
        self.indices = indices
        self.figure = figure
        self.context = context
        self.practices = practices
    }

    /// A house without indicators: every cell is unknown.
    package static let none = ChainPorts(series: { _, _ in [] }, searches: { _, _, _, _ in nil })
}

extension ChainPorts {
    /// The series of a shelf that the chain uses, and the indices over it.
    package init(
        _ shelf: IndicatorShelf, _ definitions: IndexDefinitionStore,
        practices: @escaping @Sendable (LifeStage, FieldOfAction) async throws -> [ChainPractice],
        searches: @escaping @Sendable (ID<Area>, LifeStage?, FieldOfAction?, Day) async throws -> ClosedRange<Int>?
    ) {
        let series = { @Sendable (audience: Audience, today: Day, isUsed: @Sendable (Indicator) -> Bool) in
            var result: [PublishedSeries] = []
            for indicator in try await shelf.published(for: audience, on: today) where isUsed(indicator) {
                if let series = try await shelf.series(indicator.key, for: audience, on: today) {
                    result.append(series)
                }
            }
            return result
        }
        self.init(
            series: { try await series($0, $1) { $0.use != .none } }, searches: searches,
            indices: { try await definitions.definitions(for: $0) },
            figure: { try await shelf.series($0, for: $1, on: $2) },
            context: { try await series($0, $1, SimilarAreas.reads) }, practices: practices)
    }
}
