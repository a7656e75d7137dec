/// Rate: events in relation to a base, with the limits of chance.
package struct Rate: Hashable, Sendable {
    package let events: Double
    package let base: Double
    /// In the unit asked for: per 1, 100 or 1,000 of the base.
    package let value: Double
    package let limits: Limits

    /// How the limits are found.
    package enum Method: String, CaseIterable, Sendable {
        /// For shares: the events are part of the base.
        case wilson
        /// For counts in relation to a base, approximate; good from 10 events on.
        case byar
        /// For counts in relation to a base, exact.
        case poisson
        /// For counts: exact below 10 events, Byar's from there on.
        case count
    }

    /// - Parameters:
    ///   - per: of how many of the base the rate speaks: 100 for percent.
    ///   - level: above 0 and below 1.
    /// - Returns: `nil` where nothing can be divided: a base of 0, fewer than 0 events, for Wilson more events than base.
    package init?(events: Double, base: Double, method: Method, level: Double = 0.95, per: Double = 1) {
        guard base > 0, base.isFinite, events.isFinite else { return nil }
        let found: Limits? =
            switch method {
            case .wilson: Limits.wilson(events: events, base: base, level: level)
            case .byar, .poisson, .count:
                Self.countLimits(events: events, method: method, level: level).map { $0 * (1 / base) }
            }
        guard let found else { return nil }
        self.events = events
        self.base = base
        value = events / base * per
        limits = found * per
    }

    /// Limits of the count itself, not of the rate; `nil` for Wilson and for fewer than 0 events.
    package static func countLimits(events: Double, method: Method, level: Double = 0.95) -> Limits? {
        switch method {
        case .wilson: nil
        case .byar: .byar(events: events, level: level)
        case .poisson: .poisson(events: events, level: level)
        case .count: .count(events: events, level: level)
        }
    }
}

/// Vergleich mit dem Ganzen: whether an area differs from the town by more than chance.
///
/// The value of the whole counts as known; that the area is a part of it makes the comparison a little too cautious.
package enum Comparison: String, CaseIterable, Sendable {
    case higher, lower
    /// The area's limits contain the value of the whole: no difference that could not be chance.
    case alike

    package init(_ limits: Limits, with whole: Double) {
        if limits.lower > whole {
            self = .higher
        } else if limits.upper < whole {
            self = .lower
        } else {
            self = .alike
        }
    }

    /// Besser, schlechter, kein Unterschied.
    package enum Verdict: String, CaseIterable, Sendable { case better, worse, alike }

    /// The comparison in words of value; `nil` where neither direction is good.
    package func verdict(higherIsBetter: Bool?) -> Verdict? {
        guard let higherIsBetter else { return nil }
        return switch self {
        case .alike: .alike
        case .higher: higherIsBetter ? .better : .worse
        case .lower: higherIsBetter ? .worse : .better
        }
    }
}
