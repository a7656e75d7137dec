import Prevention

/// Streuung: the same index many times over with other assumptions; columns are prepared once for every choice.
///
/// The result depends on the seed only, never on the number of cores: each repetition has random numbers of its own.
package struct IndexVariation: Sendable {
    package let assumptions: IndexAssumptions
    let tree: IndexTree
    let count: Int
    /// By choice of limit, normalisation and aggregation, then by indicator; `nil` where nothing is computable.
    private let leaves: [[IndexLeaf?]]
    /// Per node 1 where it has a value and 0 where not; `nil` where it has all.
    private let masks: [[Float]?]
    private let isEmpty: [Bool]
    private let nominal: [Int?]

    package init(_ index: CompositeIndex, _ assumptions: IndexAssumptions) {
        self.assumptions = assumptions
        tree = index.tree
        count = index.units.count
        let result = index.result()
        nominal = result.ranks
        let present = index.tree.names.map { name in (result.scores[name] ?? []).map { $0 == nil ? Float(0) : 1 } }
        masks = present.map { $0.contains(0) ? $0 : nil }
        isEmpty = present.map { !$0.contains(1) }
        leaves = Self.leaves(index, assumptions)
    }

    private static func leaves(_ index: CompositeIndex, _ assumptions: IndexAssumptions) -> [[IndexLeaf?]] {
        let design = index.design
        let limits: [Int?] = assumptions.winsorLimits.isEmpty ? [nil] : assumptions.winsorLimits
        var columns: [[OutlierTreatment?]] = []
        for limit in limits {
            columns.append(
                index.filled.map { column in
                    var rule = design.outliers ?? IndexDesign.Outliers()
                    guard let limit else { return nil }
                    rule.maximum = limit
                    return OutlierTreatment(column, rule)
                })
        }
        return columns.flatMap { treatments in
            assumptions.normalisations.flatMap { normalisation in
                assumptions.aggregations.map { aggregation in
                    design.components.indices.map { place in
                        IndexLeaf(
                            index.filled[place], treatments[place], isReversed: design.components[place].isReversed,
                            errors: assumptions.variesValues ? index.errors[place] : [],
                            scale: design.scale(normalisation, aggregation), aggregation)
                    }
                }
            }
        }
    }

    /// One repetition: which assumptions hold.
    struct Draw {
        let choice: Int
        let weights: UInt64
        let values: UInt64
    }

    /// - Parameter at: one number from 0 up to but not including 1 for each of `Factor.allCases`.
    func draw(_ at: [Double]) -> Draw {
        func pick(_ place: Int, _ count: Int) -> Int { min(count - 1, Int(at[place] * Double(count))) }
        let limit = pick(2, max(1, assumptions.winsorLimits.count))
        let normalisation = limit * assumptions.normalisations.count + pick(0, assumptions.normalisations.count)
        return Draw(
            choice: normalisation * assumptions.aggregations.count + pick(1, assumptions.aggregations.count),
            weights: at[3].bitPattern, values: at[4].bitPattern)
    }

    /// Where a repetition computes, so that nothing is allocated on the way.
    struct Scratch {
        var groups: [Float]
        var divisor: [Float]
        var noisy: [Float]
        var ranking: RadixRanking
        var places: [UInt32]
    }

    func scratch() -> Scratch {
        Scratch(
            groups: [Float](repeating: 0, count: count * (tree.names.count - tree.indicatorCount)),
            divisor: [Float](repeating: 0, count: count), noisy: [Float](repeating: 0, count: count),
            ranking: RadixRanking(capacity: count), places: [UInt32](repeating: 0, count: count))
    }

    /// Leaves the places of this repetition in `scratch.places`, 0 for none.
    func run(_ draw: Draw, _ scratch: inout Scratch) {
        var random = SeededGenerator(seed: draw.weights)
        let weights = tree.weights.map { weight in
            Float(weight * (1 + assumptions.weightSpread * (2 * random.fraction() - 1)))
        }
        var noise = NormalNoise(seed: draw.values)
        for group in tree.order { combine(group, weights, leaves[draw.choice], &noise, &scratch) }
        let root = (tree.root - tree.indicatorCount) * count
        let mask = masks[tree.root]
        scratch.groups.withUnsafeBufferPointer { groups in
            scratch.places.withUnsafeMutableBufferPointer { places in
                guard let scores = groups.baseAddress, let places = places.baseAddress else { return }
                scratch.ranking.rank(scores + root, mask, into: places)
            }
        }
    }

    private func combine(
        _ group: Int, _ weights: [Float], _ leaves: [IndexLeaf?], _ noise: inout NormalNoise, _ scratch: inout Scratch
    ) {
        let start = (group - tree.indicatorCount) * count
        var certain: Float = 0
        var hasGaps = false
        scratch.groups.withUnsafeMutableBufferPointer { groups in
            let sum = UnsafeMutableBufferPointer(rebasing: groups[start..<(start + count)])
            sum.update(repeating: 0)
            for child in tree.children[group] where !isEmpty[child] {
                let weight = weights[child]
                if child >= tree.indicatorCount {
                    let from = (child - tree.indicatorCount) * count
                    Self.add(weight, UnsafeBufferPointer(rebasing: groups[from..<(from + count)]), to: sum)
                } else if let leaf = leaves[child] {
                    leaf.values(&noise, &scratch.noisy) { Self.add(weight, $0, to: sum) }
                }
                guard let mask = masks[child] else {
                    certain += weight
                    continue
                }
                scratch.divisor.withUnsafeMutableBufferPointer { divisor in
                    if !hasGaps { divisor.update(repeating: 0) }
                    mask.withUnsafeBufferPointer { Self.add(weight, $0, to: divisor) }
                }
                hasGaps = true
            }
            divide(sum, certain, hasGaps ? scratch.divisor : nil, masks[group])
        }
    }

    private static func add(
        _ weight: Float, _ values: UnsafeBufferPointer<Float>, to sum: UnsafeMutableBufferPointer<Float>
    ) {
        for unit in 0..<sum.count { sum[unit] += weight * values[unit] }
    }

    /// The weighted mean, 0 where the group has no value.
    private func divide(
        _ sum: UnsafeMutableBufferPointer<Float>, _ certain: Float, _ divisor: [Float]?, _ mask: [Float]?
    ) {
        if let divisor {
            for unit in 0..<count { sum[unit] /= max(divisor[unit] + certain, .leastNormalMagnitude) }
        } else {
            let factor = 1 / max(certain, .leastNormalMagnitude)
            for unit in 0..<count { sum[unit] *= factor }
        }
        if let mask { for unit in 0..<count { sum[unit] *= mask[unit] } }
    }
}

extension IndexVariation {
    /// Stellschraube: what can be varied.
    package enum Factor: String, CaseIterable, Sendable { case normalisation, aggregation, outliers, weights, values }

    /// Empfindlichkeit: how much of the movement of places comes from one factor.
    package struct Sensitivity: Hashable, Sendable {
        package let factor: Factor
        /// S: share of the variance that the factor causes alone.
        package let first: Double
        /// T: share including what it causes together with others; 0 for what does not matter.
        package let total: Double
    }

    /// Variance of the mean amount of rank change, divided among the factors.
    ///
    /// - Parameter base: rows of the two matrices; 7 × base repetitions are computed.
    /// - Source: Saltelli et al., Computer Physics Communications 181 (2010); Jansen 1999 for the total effect.
    package func sensitivity(base: Int = 256, seed: UInt64 = 1) -> [Sensitivity] {
        var random = SeededGenerator(seed: seed)
        func row() -> [Double] { Factor.allCases.map { _ in random.fraction() } }
        var scratch = scratch()
        func change(_ at: [Double]) -> Double {
            run(draw(at), &scratch)
            return CompositeIndex.meanChange(nominal, scratch.places.map { $0 == 0 ? nil : Int($0) }) ?? 0
        }
        var all: [Double] = []
        var first = [CompensatedSum](repeating: CompensatedSum(), count: Factor.allCases.count)
        var total = first
        for _ in 0..<max(1, base) {
            let (a, b) = (row(), row())
            let (yA, yB) = (change(a), change(b))
            all += [yA, yB]
            for place in first.indices {
                var mixed = a
                mixed[place] = b[place]
                let y = change(mixed)
                first[place].add(yB * (y - yA))
                total[place].add((yA - y) * (yA - y))
            }
        }
        let mean = all.compensatedSum() / Double(all.count)
        let variance = all.map { ($0 - mean) * ($0 - mean) }.compensatedSum() / Double(all.count)
        let rows = Double(max(1, base))
        return Factor.allCases.enumerated().map { place, factor in
            variance > 0
                ? Sensitivity(
                    factor: factor, first: first[place].total / rows / variance,
                    total: total[place].total / (2 * rows * variance))
                : Sensitivity(factor: factor, first: 0, total: 0)
        }
    }
}

extension SeededGenerator {
    /// A number from 0 up to but not including 1, in steps of 2^-53.
    mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }
}
