/// Einzelschritte: what happens to one column, gaps as NaN.
enum IndexSteps {
    /// Larger is better; NaN everywhere where nothing differs.
    static func normalised(_ column: [Double], _ scale: IndexDesign.Scale) -> [Double] {
        guard let map = Normaliser(column, scale) else { return [Double](repeating: .nan, count: column.count) }
        return column.map { map($0) }
    }

    /// Children (columns in order) to their parent, unit by unit.
    ///
    /// - Parameter share: share of the weight that must be there.
    static func combined(
        _ columns: [[Double]], _ weights: [Double], _ method: IndexDesign.Aggregation, share: Double
    ) -> [Double] {
        let count = columns.first?.count ?? 0
        let total = weights.compensatedSum()
        var valid = [Double](repeating: 0, count: count)
        var sums = valid
        for (column, weight) in zip(columns, weights) {
            for unit in 0..<count where !column[unit].isNaN {
                valid[unit] += weight
                sums[unit] += weight * method.inner(column[unit])
            }
        }
        let wins = method == .copeland ? Copeland.scores(columns, weights) : []
        return (0..<count).map { unit in
            guard valid[unit] > 0, valid[unit] / total >= share - 1e-12 else { return .nan }
            return method == .copeland ? wins[unit] : method.outer(sums[unit] / valid[unit])
        }
    }

    /// Place of each unit, 1 for the largest; equal ones share the better place.
    static func ranks(_ scores: [Double]) -> [Int?] {
        let present = scores.enumerated().filter { !$0.element.isNaN }
        let order = present.sorted { ($0.element, $1.offset) > ($1.element, $0.offset) }
        var ranks = [Int?](repeating: nil, count: scores.count)
        var place = 0
        for (number, (unit, score)) in order.enumerated() {
            if number == 0 || order[number - 1].element != score { place = number + 1 }
            ranks[unit] = place
        }
        return ranks
    }
}

/// Abbildung: a column's normalisation as a function.
struct Normaliser {
    private let scale: IndexDesign.Scale
    private let middle: Double
    private let spread: Double
    /// Only for percentiles.
    private let sorted: [Double]

    /// `nil` where all values are equal, or fewer than two.
    init?(_ column: [Double], _ scale: IndexDesign.Scale) {
        let present = column.filter { !$0.isNaN }
        guard let low = present.min(), let high = present.max(), low < high else { return nil }
        self.scale = scale
        switch scale.normalisation {
        case .minmax:
            (middle, spread, sorted) = (low, high - low, [])
        case .z:
            let mean = present.compensatedSum() / Double(present.count)
            let squares = present.map { ($0 - mean) * ($0 - mean) }.compensatedSum()
            (middle, spread, sorted) = (mean, (squares / Double(present.count - 1)).squareRoot(), [])
        case .percentile:
            (middle, spread, sorted) = (low, high - low, present.sorted())
        }
        guard spread > 0 else { return nil }
    }

    func callAsFunction(_ value: Double) -> Double {
        if value.isNaN { return .nan }
        let (low, high) = (scale.bounds.lowerBound, scale.bounds.upperBound)
        switch scale.normalisation {
        case .minmax: return low + (high - low) * ((value - middle) / spread)
        case .z: return (value - middle) / spread
        case .percentile: return low + (high - low) * (Double(below(value)) / Double(sorted.count - 1))
        }
    }

    /// How many are smaller.
    private func below(_ value: Double) -> Int {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < value { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// Normalised units per unit of the column; for percentiles the average over the whole span.
    var slope: Double {
        scale.normalisation == .z ? 1 / spread : (scale.bounds.upperBound - scale.bounds.lowerBound) / spread
    }
}

/// Copeland: every unit against every other.
enum Copeland {
    /// Won pairs minus lost pairs; a pair is won by more than half of the weight, equal values count half for each.
    static func scores(_ columns: [[Double]], _ weights: [Double]) -> [Double] {
        let count = columns.first?.count ?? 0
        var scores = [Double](repeating: 0, count: count)
        for one in 0..<count {
            for other in (one + 1)..<max(count, one + 1) {
                guard let share = share(of: one, over: other, columns, weights) else { continue }
                let win = share > 0.5 + 1e-12 ? 1.0 : share < 0.5 - 1e-12 ? -1.0 : 0
                scores[one] += win
                scores[other] -= win
            }
        }
        return scores
    }

    /// Weight of the columns in which `one` is ahead, out of those in which both have a value.
    static func share(of one: Int, over other: Int, _ columns: [[Double]], _ weights: [Double]) -> Double? {
        var (won, total) = (0.0, 0.0)
        for (column, weight) in zip(columns, weights) where !column[one].isNaN && !column[other].isNaN {
            total += weight
            won += column[one] > column[other] ? weight : column[one] == column[other] ? weight / 2 : 0
        }
        return total > 0 ? won / total : nil
    }
}
