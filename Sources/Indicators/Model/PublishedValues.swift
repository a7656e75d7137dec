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
    /// What was counted and out of what, where the indicator counts; `nil` unless available.
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
        self.base = state == .available ? base : nil
        self.version = version
    }

    package static let notAvailable = PublishedValue(state: .notAvailable)
    package static let suppressed = PublishedValue(state: .suppressed)
}

/// Veröffentlichte Reihe: all published values of one indicator, by period and area.
package struct PublishedSeries: Sendable {
    package let indicator: Indicator
    private let sheet: PublishedSheet

    package init(_ indicator: Indicator, _ values: [Period: [ID<Area>: PublishedValue]]) {
        self.init(indicator, PublishedSheet(indicator.measure, values, like: nil))
    }

    init(_ indicator: Indicator, _ sheet: PublishedSheet) {
        self.indicator = indicator
        self.sheet = sheet
    }

    /// The same for as long as the values are the same: for what is made of them and kept beside the series.
    package var identity: ObjectIdentifier { ObjectIdentifier(sheet) }

    /// Oldest first.
    package var periods: [Period] { sheet.periods }

    /// The newest period; `nil` if nothing is published.
    package var latest: Period? { sheet.periods.last }

    /// Every area for which something is published in some period, by key.
    package var areas: [ID<Area>] { sheet.areas.ids }

    /// "Not available" for what nobody published.
    package subscript(area: ID<Area>, period: Period) -> PublishedValue {
        guard let position = sheet.position(of: period), let place = sheet.areas[area] else { return .notAvailable }
        return sheet.value(place, position) ?? .notAvailable
    }

    /// Everything published for a period. For a few areas the subscript is quicker, for all of them `each(in:_:)`.
    package func values(in period: Period) -> [ID<Area>: PublishedValue] {
        var values: [ID<Area>: PublishedValue] = [:]
        values.reserveCapacity(sheet.areas.ids.count)
        each(in: period) { values[$0] = $1 }
        return values
    }

    /// Hands over everything published for a period, by key of the area, without making a dictionary.
    package func each(in period: Period, _ body: (ID<Area>, PublishedValue) throws -> Void) rethrows {
        guard let position = sheet.position(of: period) else { return }
        for (place, id) in sheet.areas.ids.enumerated() {
            if let value = sheet.value(place, position) { try body(id, value) }
        }
    }

    /// The published values of one area over time, oldest first.
    package func course(of area: ID<Area>) -> [(period: Period, value: PublishedValue)] {
        guard let place = sheet.areas[area] else { return [] }
        return sheet.periods.enumerated().compactMap { position, period in
            sheet.value(place, position).map { (period, $0) }
        }
    }
}

/// Wer zusieht: before the end of an embargo only offices see a number; it has passed the gate for them as well.
package enum Audience: Sendable, Hashable { case everyone, offices }
