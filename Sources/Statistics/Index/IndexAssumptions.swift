/// Annahmen: what is varied to see how firm a place is.
package struct IndexAssumptions: Hashable, Sendable {
    package var normalisations: [IndexDesign.Normalisation]
    /// Means only; Copeland is not varied.
    package var aggregations: [IndexDesign.Aggregation]
    /// How often outliers may be set to the next value; empty if outliers stay.
    package var winsorLimits: [Int]
    /// Each weight is drawn from w·(1 ± spread).
    package var weightSpread: Double
    /// Whether values are drawn within their standard errors.
    package var variesValues: Bool

    package init(
        normalisations: [IndexDesign.Normalisation] = IndexDesign.Normalisation.allCases,
        aggregations: [IndexDesign.Aggregation] = [.arithmetic, .geometric], winsorLimits: [Int] = [],
        weightSpread: Double = 0.25, variesValues: Bool = true
    ) {
        self.normalisations = normalisations.isEmpty ? [.minmax] : normalisations
        let means = aggregations.filter { $0 != .copeland }
        self.aggregations = means.isEmpty ? [.arithmetic] : means
        self.winsorLimits = winsorLimits
        self.weightSpread = min(max(weightSpread, 0), 1)
        self.variesValues = variesValues
    }

    /// All normalisations, balancing and less balancing means, one outlier up to the designed number of them.
    package init(around design: IndexDesign) {
        self.init(
            aggregations: design.aggregation == .harmonic
                ? [.arithmetic, .geometric, .harmonic] : [.arithmetic, .geometric],
            winsorLimits: design.outliers.map { Array(1...max(1, $0.maximum)) } ?? [])
    }
}

/// Platzspanne: where a unit stands in nine of ten repetitions.
package struct RankBand: Hashable, Sendable {
    /// 5 % of the repetitions are at this place or a better one.
    package let lower: Int
    package let median: Int
    /// 95 % of the repetitions are at this place or a better one.
    package let upper: Int

    package init(lower: Int, median: Int, upper: Int) {
        self.lower = lower
        self.median = median
        self.upper = upper
    }
}
