/// Altersstandardisierte Rate: what the rate would be with the age mix of a standard population (direct method).
package struct StandardisedRate: Hashable, Sendable {
    /// In the unit asked for.
    package let value: Double
    /// `nil` without any event.
    package let limits: Limits?

    /// One age group of the area with its weight in the standard population.
    package struct Group: Hashable, Sendable {
        package let events: Double
        package let base: Double
        /// Persons of this age in the standard population, or their share; 0 or more.
        package let weight: Double

        package init(events: Double, base: Double, weight: Double) {
            self.events = events
            self.base = base
            self.weight = weight
        }
    }

    /// - Returns: `nil` where a group with weight has no base, a number is below 0 or no weight is given.
    /// - Source: Dobson, Kuulasmaa, Eberle, Scherer, Confidence intervals for weighted sums of Poisson parameters,
    ///   Statistics in Medicine 10 (1991); with exact limits of the count below 10 events, Byar's from there on.
    package init?(_ groups: [Group], level: Double = 0.95, per: Double = 1) {
        let used = groups.filter { $0.weight != 0 }
        let weights = used.map(\.weight).compensatedSum()
        guard weights > 0, used.allSatisfy({ $0.weight > 0 && $0.base > 0 && $0.events >= 0 }) else { return nil }
        let rate = used.map { $0.weight * $0.events / $0.base }.compensatedSum() / weights
        let variance =
            used.map { $0.weight * $0.weight * $0.events / ($0.base * $0.base) }.compensatedSum() / (weights * weights)
        let events = used.map(\.events).compensatedSum()
        value = rate * per
        if events > 0, let count = Limits.count(events: events, level: level) {
            let scale = (variance / events).squareRoot()
            limits =
                Limits(
                    lower: max(0, rate + scale * (count.lower - events)), upper: rate + scale * (count.upper - events))
                * per
        } else {
            limits = nil
        }
    }
}
