/// Geglättete Raten: rates of small areas drawn towards the overall rate, the more the smaller the area (empirical Bayes).
package struct EmpiricalBayes: Hashable, Sendable {
    /// In the order of the input, per 1 of the base; `nil` where events or base are not known or the base is 0.
    package let rates: [Double?]
    /// The overall rate m.
    package let overall: Double
    /// The variance a between areas that chance does not explain; 0 draws every area to the overall rate.
    package let between: Double

    /// - Parameters:
    ///   - events: one for each area; `nil` is left out of everything.
    ///   - bases: in the same order.
    /// - Returns: `nil` where no area has both, or the lists differ in length.
    /// - Source: Marshall, Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40
    ///   (1991); global estimator of moments.
    package init?(events: [Double?], bases: [Double?]) {
        guard events.count == bases.count else { return nil }
        let areas: [(events: Double, base: Double)?] = zip(events, bases).map { events, base in
            guard let events, let base, base > 0, events >= 0 else { return nil }
            return (events, base)
        }
        let known = areas.compactMap(\.self)
        guard !known.isEmpty else { return nil }
        let base = known.map(\.base).compensatedSum()
        let m = known.map(\.events).compensatedSum() / base
        let spread = known.map { area in
            let distance = area.events / area.base - m
            return area.base * distance * distance
        }
        let a = max(0, spread.compensatedSum() / base - m / (base / Double(known.count)))
        rates = areas.map { area in
            guard let area else { return nil }
            let expected = m / area.base
            let weight = a + expected > 0 ? a / (a + expected) : 0
            return weight * (area.events / area.base) + (1 - weight) * m
        }
        overall = m
        between = a
    }
}
