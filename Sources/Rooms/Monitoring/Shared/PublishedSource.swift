package import Indicators
package import Prevention
import Web

/// Quelle der veröffentlichten Werte: what the room reads, already through the publish gate.
package struct PublishedSource: Sendable {
    let all: @Sendable (Audience, Day) async throws -> [PublishedSeries]
    let one: @Sendable (String, Audience, Day) async throws -> PublishedSeries?

    /// - Parameters:
    ///   - all: every published series, ordered by kind and name.
    ///   - one: the series of one indicator by its key.
    package init(
        all: @escaping @Sendable (Audience, Day) async throws -> [PublishedSeries],
        one: @escaping @Sendable (String, Audience, Day) async throws -> PublishedSeries?
    ) {
        self.all = all
        self.one = one
    }

    /// Series already at hand, whoever asks.
    package init(_ series: [PublishedSeries]) {
        all = { _, _ in series }
        one = { key, _, _ in series.first { $0.indicator.key == key } }
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
