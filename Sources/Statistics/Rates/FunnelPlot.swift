/// Trichterdiagramm: how far areas may lie from the overall rate by chance alone, instead of a league table.
package struct FunnelPlot: Hashable, Sendable {
    /// The overall rate, per 1 of the base.
    package let overall: Double
    package let kind: Kind

    /// What is divided.
    package enum Kind: String, CaseIterable, Sendable {
        /// Events are part of the base (binomial).
        case share
        /// Events may exceed the base (Poisson).
        case ratio
    }

    /// Warngrenze und Eingriffsgrenze, as numbers of standard deviations on either side.
    package enum Width: Hashable, Sendable {
        /// 2 and 3 standard deviations as in process control.
        case two, three
        /// That share of all areas lies inside by chance: 0.95, 0.998.
        case level(Double)

        package var deviations: Double {
            switch self {
            case .two: 2
            case .three: 3
            case .level(let level): NormalDistribution.deviations(level: level)
            }
        }
    }

    /// - Returns: `nil` for a share outside 0...1 or a ratio below 0.
    package init?(overall: Double, kind: Kind) {
        guard overall >= 0, overall.isFinite, kind == .ratio || overall <= 1 else { return nil }
        self.overall = overall
        self.kind = kind
    }

    /// Around the rate of all areas together.
    ///
    /// - Returns: `nil` where the bases add up to 0.
    package init?(events: [Double], bases: [Double], kind: Kind) {
        let base = bases.compensatedSum()
        guard base > 0 else { return nil }
        self.init(overall: events.compensatedSum() / base, kind: kind)
    }

    /// The limits for an area with this base, per 1; a share stays between 0 and 1, a ratio from 0 on.
    ///
    /// A share lies outside exactly where its Wilson limits of the same width do not contain the overall rate.
    /// - Returns: `nil` for a base of 0.
    /// - Source: Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24 (2005).
    package func limits(base: Double, _ width: Width) -> Limits? {
        guard base > 0 else { return nil }
        let variance = kind == .share ? overall * (1 - overall) : overall
        let reach = width.deviations * (variance / base).squareRoot()
        let upper = overall + reach
        return Limits(lower: max(0, overall - reach), upper: kind == .share ? min(1, upper) : upper)
    }

    /// Whether an area lies outside, and on which side; `nil` for a base of 0.
    package func place(events: Double, base: Double, _ width: Width) -> Comparison? {
        guard let limits = limits(base: base, width) else { return nil }
        let rate = events / base
        return rate > limits.upper ? .higher : rate < limits.lower ? .lower : .alike
    }
}
