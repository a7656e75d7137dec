/// Einzugsbereich: how much a way counts, from 1 (near) to 0 (out of reach).
///
/// - Source: Luo & Wang 2003 (one limit, 2SFCA); Luo & Qi 2009 (steps, E2SFCA): 1, 0.68 and 0.22.
package struct Catchment: Sendable, Hashable {
    package struct Step: Sendable, Hashable {
        /// Included.
        package let upTo: Double
        /// 0…1.
        package let weight: Double

        package init(upTo: Double, weight: Double) {
            self.upTo = upTo
            self.weight = weight
        }
    }

    /// Nearest first.
    package let steps: [Step]

    package init(steps: [Step]) { self.steps = steps.sorted { $0.upTo < $1.upTo } }

    /// Within the limit everything counts fully, beyond it nothing.
    package init(within limit: Double) { steps = [Step(upTo: limit, weight: 1)] }

    /// The weights of Luo & Qi for three rings.
    package init(rings near: Double, _ middle: Double, _ far: Double) {
        steps = [Step(upTo: near, weight: 1), Step(upTo: middle, weight: 0.68), Step(upTo: far, weight: 0.22)]
    }

    /// The weight of a way; 0 beyond the last step and for what is no number.
    package func weight(_ cost: Double) -> Double { steps.first { cost <= $0.upTo }?.weight ?? 0 }

    package var limit: Double { steps.last?.upTo ?? 0 }
}

/// Erreichbarkeit: places within reach for one child, by two-step floating catchment.
///
/// Unreachable is 0, not unknown. Σ population · access = Σ capacity of the supplies that somebody can reach.
///
/// - Source: Luo & Wang 2003, Luo & Qi 2009; specification of monitoring, b6.
package struct FloatingCatchment: Sendable, Hashable {
    /// Places for one (weighted) child in reach, by supply; 0 where nobody is in reach.
    package let ratios: [Double]
    /// Places for one child, by place of demand.
    package let access: [Double]
    /// Places of each supply that nobody reaches.
    package let unreached: [Double]

    /// - Parameter cost: the way from each supply (row) to each place of demand (column); `nil` = no way.
    /// - Precondition: one row for each capacity, one column for each population.
    package init(population: [Double], capacity: [Double], cost: [[Double?]], catchment: Catchment) {
        let weights = cost.map { $0.map { $0.map(catchment.weight) ?? 0 } }
        self.init(population: population, capacity: capacity, weights: weights)
    }

    /// - Parameter weights: how much each place of demand (column) counts for each supply (row), 0…1.
    package init(population: [Double], capacity: [Double], weights: [[Double]]) {
        precondition(weights.count == capacity.count, "one row of weights for each supply")
        var ratios: [Double] = []
        var unreached: [Double] = []
        var access = [CompensatedSum](repeating: CompensatedSum(), count: population.count)
        for (row, places) in zip(weights, capacity) {
            precondition(row.count == population.count, "one weight for each place of demand")
            let demand = zip(population, row).lazy.map { $0 * $1 }.compensatedSum()
            let ratio = demand > 0 ? places / demand : 0
            ratios.append(ratio)
            unreached.append(demand > 0 ? 0 : places)
            guard ratio > 0 else { continue }
            for (place, weight) in row.enumerated() where weight > 0 { access[place].add(ratio * weight) }
        }
        self.ratios = ratios
        self.unreached = unreached
        self.access = access.map(\.total)
    }
}
