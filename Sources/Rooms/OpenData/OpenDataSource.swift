package import Indicators
package import Prevention

/// Where the room takes its numbers from: what everybody may see, and nothing else.
package struct OpenDataSource: Sendable {
    let series: @Sendable (Day) async throws -> [PublishedSeries]
    let one: @Sendable (String, Day) async throws -> PublishedSeries?
    /// What of an indicator is published for single facilities.
    let facilities: @Sendable (String, Day) async throws -> [PublishedFacility]
    /// When something of an indicator was published, oldest first.
    let moments: @Sendable (String, Day) async throws -> [Instant]

    package init(_ shelf: IndicatorShelf) {
        series = { try await shelf.series(for: .everyone, on: $0) }
        one = { try await shelf.series($0, for: .everyone, on: $1) }
        facilities = { try await shelf.facilities($0, for: .everyone, on: $1) }
        moments = { try await shelf.publications(of: $0, for: .everyone, on: $1).map(\.at) }
    }

    /// Series already at hand, all published at one moment.
    package init(_ all: [PublishedSeries], publishedAt: Instant) {
        series = { _ in all }
        one = { key, _ in all.first { $0.indicator.key == key } }
        facilities = { _, _ in [] }
        moments = { _, _ in [publishedAt] }
    }
}

/// Who publishes, as the catalogue names it.
package struct OpenDataFacts: Sendable, Hashable {
    /// The office that runs the house.
    package var publisher: String
    package var email: String?
    /// Address of the deliverer in GovData's list, `http://dcat-ap.de/def/contributors/…`; without it the catalogue is
    /// complete but cannot be delivered there.
    package var contributor: String?

    package init(publisher: String, email: String? = nil, contributor: String? = nil) {
        self.publisher = publisher
        self.email = email
        self.contributor = contributor
    }

    /// Reads `LUECKENLOS_OPERATOR`, `LUECKENLOS_OPERATOR_EMAIL` and `LUECKENLOS_DCAT_CONTRIBUTOR`.
    ///
    /// - Parameter sender: who publishes if no operator is named.
    package init(environment: [String: String], sender: String) {
        let value = { (name: String) -> String? in environment[name].flatMap { $0.isEmpty ? nil : $0 } }
        self.init(
            publisher: value("LUECKENLOS_OPERATOR") ?? sender, email: value("LUECKENLOS_OPERATOR_EMAIL"),
            contributor: value("LUECKENLOS_DCAT_CONTRIBUTOR"))
    }
}
