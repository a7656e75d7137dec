import Foundation

/// Vertrauensbereich: the limits between which the true value lies with the stated level.
package struct Limits: Hashable, Sendable {
    package let lower: Double
    package let upper: Double

    package init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    package static func * (limits: Limits, factor: Double) -> Limits {
        Limits(lower: limits.lower * factor, upper: limits.upper * factor)
    }

    package func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Limits {
    /// Wilson's limits of the share `events / base`, both from 0 to 1.
    ///
    /// - Parameters:
    ///   - events: 0...base; parts of events are allowed, as after rounding or weighting.
    ///   - level: above 0 and below 1.
    /// - Returns: `nil` for a base of 0 and for events outside 0...base.
    /// - Source: Wilson, Probable inference, JASA 22 (1927); (2n p̂+z²±z√(z²+4n p̂q̂))/(2(n+z²)).
    package static func wilson(events: Double, base: Double, level: Double = 0.95) -> Limits? {
        guard base > 0, events >= 0, events <= base, base.isFinite, level > 0, level < 1 else { return nil }
        let z = NormalDistribution.deviations(level: level)
        let root = z * (z * z + 4 * events * (1 - events / base)).squareRoot()
        let centre = 2 * events + z * z
        let below = 2 * (base + z * z)
        return Limits(
            lower: events == 0 ? 0 : max(0, (centre - root) / below),
            upper: events == base ? 1 : min(1, (centre + root) / below))
    }

    /// Byar's limits of a count, a close approximation from about 10 events on; never below 0.
    ///
    /// - Returns: `nil` for fewer than 0 events.
    /// - Source: Breslow, Day, Statistical Methods in Cancer Research II (IARC 1987), page 69.
    package static func byar(events: Double, level: Double = 0.95) -> Limits? {
        guard events >= 0, events.isFinite, level > 0, level < 1 else { return nil }
        let z = NormalDistribution.deviations(level: level)
        let lower = events == 0 ? 0 : events * cube(1 - 1 / (9 * events) - z / (3 * events.squareRoot()))
        let next = events + 1
        return Limits(lower: max(0, lower), upper: next * cube(1 - 1 / (9 * next) + z / (3 * next.squareRoot())))
    }

    /// Exact limits of a count by the Poisson distribution.
    ///
    /// - Returns: `nil` for fewer than 0 events.
    /// - Source: Garwood, Fiducial limits for the Poisson distribution, Biometrika 28 (1936).
    package static func poisson(events: Double, level: Double = 0.95) -> Limits? {
        guard events >= 0, events.isFinite, level > 0, level < 1 else { return nil }
        let tail = (1 - level) / 2
        return Limits(
            lower: PoissonDistribution.mean(atLeast: events, with: tail),
            upper: PoissonDistribution.mean(atMost: events, with: tail))
    }

    /// Limits of a count as the house shows them: exact below 10 events, Byar's from there on.
    package static func count(events: Double, level: Double = 0.95) -> Limits? {
        events < 10 ? poisson(events: events, level: level) : byar(events: events, level: level)
    }

    private static func cube(_ x: Double) -> Double { x * x * x }
}
