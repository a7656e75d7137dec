/// Stufenform: which unknown numbers the equations determine exactly, whatever their values are.
///
/// Computed modulo a prime, so that no rounding can hide or invent a determined number. Weights must be whole;
/// others are left to the interval audit.
struct Echelon {
    private static let prime: Int64 = 2_147_483_647

    /// - Returns: the unknowns that a weighted sum of rows isolates, in order.
    static func determined(_ equations: [CellTable.Equation], unknown: [Bool]) -> [Int] {
        var pivots: [Int: [Int: Int64]] = [:]
        for equation in equations
        where equation.terms.allSatisfy({ $0.weight == $0.weight.rounded() && abs($0.weight) < 1e9 }) {
            var row: [Int: Int64] = [:]
            for term in equation.terms where unknown[term.cell] {
                row[term.cell, default: 0] += residue(Int64(term.weight))
            }
            row = row.compactMapValues { $0 % prime == 0 ? nil : $0 % prime }
            for (column, pivot) in pivots { if let factor = row[column] { subtract(pivot, times: factor, from: &row) } }
            guard let column = row.keys.min(), let head = row[column] else { continue }
            let inverse = power(head, prime - 2)
            row = row.mapValues { $0 * inverse % prime }
            for (other, var pivot) in pivots {
                guard let factor = pivot[column] else { continue }
                subtract(row, times: factor, from: &pivot)
                pivots[other] = pivot
            }
            pivots[column] = row
        }
        return pivots.filter { $0.value.count == 1 }.map(\.key).sorted()
    }

    private static func subtract(_ row: [Int: Int64], times factor: Int64, from other: inout [Int: Int64]) {
        for (column, weight) in row {
            let left = ((other[column] ?? 0) + prime - weight * factor % prime) % prime
            other[column] = left == 0 ? nil : left
        }
    }

    private static func residue(_ weight: Int64) -> Int64 { ((weight % prime) + prime) % prime }

    private static func power(_ base: Int64, _ exponent: Int64) -> Int64 {
        var result: Int64 = 1
        var base = base
        var exponent = exponent
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
