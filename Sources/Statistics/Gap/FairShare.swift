/// Gerechter Anteil: what each area would have if all places were shared out by population and need, and its gap.
///
/// Areas with an unknown number take no part: they get neither a share nor a gap, and what they have is not shared out.
///
/// - Source: specification of monitoring, b5: E_d = C·P_d·w_d / ΣP·w with w_d = 1 + λ(N_d − N̄), never below 0.
package struct FairShare: Sendable, Hashable {
    /// Places each area would have; `nil` where a number is unknown.
    package let expected: [Double?]
    /// Places missing (above 0) or more than the share (below 0); adds up to 0; `nil` where a number is unknown.
    package let gap: [Double?]
    /// Weight of one child of the area; 1 at mean need.
    package let weights: [Double?]
    /// Need over all children, N̄; `nil` without any known area.
    package let meanNeed: Double?
    /// What is shared out, C.
    package let total: Double

    /// - Parameters:
    ///   - population: children or families, 0 or more.
    ///   - need: 0…1.
    ///   - capacity: places, 0 or more.
    ///   - lambda: political weight: 0 everyone the same (Gießkanne), above 0 more for those who need more.
    /// - Precondition: the three lists are equally long.
    package init(population: [Double?], need: [Double?], capacity: [Double?], lambda: Double) {
        precondition(population.count == need.count && need.count == capacity.count, "one number for each area")
        let known = population.indices.map { place -> (p: Double, n: Double, c: Double)? in
            guard let p = population[place], let n = need[place], let c = capacity[place] else { return nil }
            return (p, n, c)
        }
        let people = known.lazy.compactMap { $0?.p }.compensatedSum()
        let total = known.lazy.compactMap { $0?.c }.compensatedSum()
        self.total = total
        guard people > 0 else {
            let nothing = [Double?](repeating: nil, count: population.count)
            (expected, gap, weights, meanNeed) = (nothing, nothing, nothing, nil)
            return
        }
        let mean = known.lazy.compactMap { $0.map { $0.p * $0.n } }.compensatedSum() / people
        let weights = known.map { $0.map { max(0, 1 + lambda * ($0.n - mean)) } }
        let weighted = zip(known, weights).lazy.compactMap { cell, weight in
            cell.flatMap { cell in weight.map { cell.p * $0 } }
        }.compensatedSum()
        let expected = zip(known, weights).map { cell, weight -> Double? in
            guard let cell, let weight, weighted > 0 else { return nil }
            return total * cell.p * weight / weighted
        }
        self.weights = weights
        self.expected = expected
        meanNeed = mean
        gap = zip(known, expected).map { cell, expected in expected.flatMap { share in cell.map { share - $0.c } } }
    }

    /// Σ gap: 0 but for the last digits.
    package var sumOfGaps: Double { gap.lazy.compactMap { $0 }.compensatedSum() }
}

/// Absolute Lücke: places missing to a stated aim, whatever others have.
package enum AbsoluteGap {
    /// P·target − C.
    ///
    /// - Parameter target: places for one child, such as 0.35.
    package static func of(population: Double, capacity: Double, target: Double) -> Double {
        population * target - capacity
    }
}

/// Erreichungsgrad: how many of those it is meant for an offer reaches.
package enum Reach {
    /// Used places out of the eligible; `nil` where nobody is eligible. May exceed 1.
    package static func of(used: Double, eligible: Double) -> Double? { eligible > 0 ? used / eligible : nil }
}
