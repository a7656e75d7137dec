package import Indicators
package import Prevention
import Web

/// Quelle der veröffentlichten Werte: what the room reads, already through the publish gate.
package struct PublishedSource: Sendable {
    let indicators: @Sendable (Audience, Day) async throws -> [Indicator]
    let all: @Sendable (Audience, Day) async throws -> [PublishedSeries]
    let one: @Sendable (String, Audience, Day) async throws -> PublishedSeries?

    /// Indicators of which something is published for single facilities, and what.
    let withFacilities: @Sendable (Audience, Day) async throws -> [Indicator]
    let facilities: @Sendable (String, Audience, Day) async throws -> [PublishedFacility]

    /// - Parameters:
    ///   - indicators: those of which something is published, ordered by kind and name.
    ///   - all: every published series in the same order; reads all of them.
    ///   - one: the series of one indicator by its key.
    package init(
        indicators: @escaping @Sendable (Audience, Day) async throws -> [Indicator],
        all: @escaping @Sendable (Audience, Day) async throws -> [PublishedSeries],
        one: @escaping @Sendable (String, Audience, Day) async throws -> PublishedSeries?,
        withFacilities: @escaping @Sendable (Audience, Day) async throws -> [Indicator] = { _, _ in [] },
        facilities: @escaping @Sendable (String, Audience, Day) async throws -> [PublishedFacility] = { _, _, _ in [] }
    ) {
        self.indicators = indicators
        self.all = all
        self.one = one
        self.withFacilities = withFacilities
        self.facilities = facilities
    }

    package init(_ shelf: IndicatorShelf) {
        self.init(
            indicators: { try await shelf.published(for: $0, on: $1) },
            all: { try await shelf.series(for: $0, on: $1) }, one: { try await shelf.series($0, for: $1, on: $2) },
            withFacilities: { try await shelf.indicatorsWithFacilities(for: $0, on: $1) },
            facilities: { try await shelf.facilities($0, for: $1, on: $2) })
    }

    /// Series already at hand, whoever asks.
    package init(_ series: [PublishedSeries]) {
        indicators = { _, _ in series.map(\.indicator) }
        all = { _, _ in series }
        one = { key, _, _ in series.first { $0.indicator.key == key } }
        withFacilities = { _, _ in [] }
        facilities = { _, _, _ in [] }
    }
}

extension Visit {
    /// The day in Berlin.
    var today: Day { now.berlinDay }

    /// Offices see numbers before the end of their embargo.
    var audience: Audience { isStaff ? .offices : .everyone }

    var isStaff: Bool { account?.holds(anyOf: MonitoringRoom.staff) ?? false }
    var isPlanner: Bool { account?.holds(anyOf: MonitoringRoom.planners) ?? false }
}

extension MonitoringRoom {
    /// The indicators of which the visitor may see something, ordered by kind and name.
    func indicators(for visit: Visit) async throws -> [Indicator] {
        try await source.indicators(visit.audience, visit.today)
    }

    /// Every series the visitor may see, ordered by kind and name.
    func series(for visit: Visit) async throws -> [PublishedSeries] {
        try await source.all(visit.audience, visit.today)
    }

    /// The series named in the address.
    ///
    /// - Throws: `NotFound` if there is none, or none the visitor may see.
    func series(_ key: String?, for visit: Visit) async throws -> PublishedSeries {
        guard let key, let series = try await source.one(key, visit.audience, visit.today) else { throw NotFound() }
        return series
    }
}
