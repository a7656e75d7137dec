package import Prevention

/// Veröffentlichter Wert: what the publish gate let through for one area and period.
///
/// Missing is not zero and not hidden: the three are told apart everywhere.
package struct PublishedValue: Hashable, Sendable {
    package enum State: String, Sendable {
        case available
        /// Nobody knows it.
        case notAvailable
        /// Known, but kept back so that nobody can be recognised.
        case suppressed
    }

    package let state: State
    /// In the unit of the indicator (percent for a share per 100); `nil` unless available.
    package let value: Double?
    /// What was counted and out of what, where the indicator counts.
    package let events: Double?
    package let base: Double?
    /// Counted from 1 for each correction of the value.
    package let version: Int

    package init(
        state: State, value: Double? = nil, events: Double? = nil, base: Double? = nil, version: Int = 1
    ) {
        self.state = state
        self.value = state == .available ? value : nil
        self.events = state == .available ? events : nil
        self.base = base
        self.version = version
    }

    package static let notAvailable = PublishedValue(state: .notAvailable)
    package static let suppressed = PublishedValue(state: .suppressed)
}

/// Veröffentlichte Reihe: all published values of one indicator, by period and area.
package struct PublishedSeries: Sendable {
    package let indicator: Indicator
    /// Oldest first.
    package let periods: [Period]
    private let values: [Period: [ID<Area>: PublishedValue]]

    package init(_ indicator: Indicator, _ values: [Period: [ID<Area>: PublishedValue]]) {
        self.indicator = indicator
        self.values = values
        periods = values.keys.sorted()
    }

    /// "Not available" for what nobody published.
    package subscript(area: ID<Area>, period: Period) -> PublishedValue {
        values[period]?[area] ?? .notAvailable
    }

    /// Everything published for a period.
    package func values(in period: Period) -> [ID<Area>: PublishedValue] { values[period] ?? [:] }
}

/// Wer zusieht: before the end of an embargo only offices see a number; it has passed the gate for them as well.
package enum Audience: Sendable, Hashable { case everyone, offices }
