/// Ähnliche Gemeinde: one of the nearest, with what it differs in; a hint, never a filter and never a ranking.
package struct Neighbour: Hashable, Sendable {
    /// Nähe in words.
    package enum Closeness: String, CaseIterable, Sendable {
        /// At most 0.05 apart.
        case veryClose = "very_close"
        /// At most 0.1.
        case close
        /// At most 0.2.
        case related
        case different
    }

    /// How one variable sets the two apart.
    package struct Difference: Hashable, Sendable {
        /// Place of the variable.
        package let variable: Int
        /// 0 (the same) … 1 (the whole range), without its weight.
        package let distance: Double
        /// Share of the whole distance that comes from it.
        package let share: Double
    }

    /// Place of the row.
    package let row: Int
    /// 0 (like twins) … 1.
    package let distance: Double
    /// Share of the weight that both know something of.
    package let known: Double
    /// At most three, those that add most to the distance first; none that adds nothing.
    package let differences: [Difference]
    /// The weighted variables that one of the two, or both, know nothing of.
    package let missing: [Int]

    package var closeness: Closeness {
        switch distance {
        case ...0.05: .veryClose
        case ...0.1: .close
        case ...0.2: .related
        default: .different
        }
    }
}

extension SimilarityTable {
    /// Share of the weight that two rows must both know to be compared at all.
    package static let leastKnown = 0.5

    /// Weighted Gower distance: the weighted mean of the variables' distances, over what both rows know.
    ///
    /// `nil` where they share less than half of the weight.
    ///
    /// - Source: Gower, A General Coefficient of Similarity and Some of Its Properties, Biometrics 27 (1971).
    package func distance(_ first: Int, _ second: Int) -> Double? {
        guard (0..<count).contains(first), (0..<count).contains(second) else { return nil }
        var (sum, weight) = (0.0, 0.0)
        for place in variables.indices {
            let both = min(weights[place][first], weights[place][second])
            sum += both * apart(place, first, second)
            weight += both
        }
        return weight >= Self.leastKnown * totalWeight && weight > 0 ? sum / weight : nil
    }

    private var totalWeight: Double { variables.reduce(0) { $0 + $1.weight } }

    private func apart(_ variable: Int, _ first: Int, _ second: Int) -> Double {
        let (one, other) = (values[variable][first], values[variable][second])
        return variables[variable].kind == .category ? (one == other ? 0 : 1) : abs(one - other)
    }

    /// The nearest rows, nearest first; of equally near ones the earlier row.
    ///
    /// - Throws: `SimilarityProblem` for a row that is not there.
    package func nearest(to row: Int, most: Int = 10) throws(SimilarityProblem) -> [Neighbour] {
        guard (0..<count).contains(row) else { throw .noSuchRow(row) }
        let (sums, known) = sums(from: row)
        let (total, least) = (totalWeight, Self.leastKnown * totalWeight)
        var best: [(distance: Double, row: Int)] = []
        for other in 0..<count where other != row && known[other] >= least && known[other] > 0 {
            let distance = sums[other] / known[other]
            if best.count == most, let last = best.last, distance >= last.distance { continue }
            let place = best.firstIndex { distance < $0.distance } ?? best.count
            best.insert((distance, other), at: place)
            if best.count > most { best.removeLast() }
        }
        return best.map { neighbour(of: row, $0.row, $0.distance, known[$0.row] / total) }
    }

    /// For every row the weighted sum of distances from `row` and the weight that both know; column by column, so that
    /// the processor takes several rows at a time.
    private func sums(from row: Int) -> (sums: [Double], known: [Double]) {
        var sums = [Double](repeating: 0, count: count)
        var known = [Double](repeating: 0, count: count)
        for place in variables.indices where weights[place][row] > 0 {
            let own = values[place][row]
            let isCategory = variables[place].kind == .category
            values[place].withUnsafeBufferPointer { values in
                weights[place].withUnsafeBufferPointer { weights in
                    if isCategory {
                        for other in 0..<count { sums[other] += values[other] == own ? 0 : weights[other] }
                    } else {
                        for other in 0..<count { sums[other] += weights[other] * abs(values[other] - own) }
                    }
                    for other in 0..<count { known[other] += weights[other] }
                }
            }
        }
        return (sums, known)
    }

    private func neighbour(of row: Int, _ other: Int, _ distance: Double, _ known: Double) -> Neighbour {
        var parts: [(part: Double, variable: Int, distance: Double)] = []
        var missing: [Int] = []
        for place in variables.indices where variables[place].weight > 0 {
            let both = min(weights[place][row], weights[place][other])
            if both == 0 { missing.append(place) }
            let apart = apart(place, row, other)
            if both * apart > 0 { parts.append((both * apart, place, apart)) }
        }
        let whole = parts.reduce(0) { $0 + $1.part }
        let most = parts.sorted { ($1.part, $0.variable) < ($0.part, $1.variable) }.prefix(3)
        return Neighbour(
            row: other, distance: distance, known: known,
            differences: most.map {
                Neighbour.Difference(variable: $0.variable, distance: $0.distance, share: $0.part / whole)
            }, missing: missing)
    }
}
