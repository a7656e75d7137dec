/// Stufenform: which unknown numbers the equations determine exactly, whatever their values are.
///
/// Computed modulo a prime, so that no rounding can hide or invent a determined number. Weights must be whole;
/// others are left to the interval audit.
struct Echelon {
    private static let prime: Int64 = 2_147_483_647

    /// - Returns: the unknowns that a weighted sum of rows isolates, in order.
    static func determined(_ equations: [CellTable.Equation], unknown: [Bool]) -> [Int] {
        var pivots: [Int: [Int: Int64]] = [:]
        // Pivots whose rows hold a column.
        var holders: [Int: Set<Int>] = [:]
        for equation in equations {
            guard var row = start(equation, unknown) else { continue }
            for column in row.keys.sorted() {
                guard let pivot = pivots[column], let factor = row[column] else { continue }
                subtract(pivot, times: factor, from: &row)
            }
            guard let column = row.keys.min(), let head = row[column] else { continue }
            let inverse = power(head, prime - 2)
            row = row.mapValues { $0 * inverse % prime }
            for other in holders[column] ?? [] {
                guard var pivot = pivots[other], let factor = pivot[column] else { continue }
                subtract(row, times: factor, from: &pivot)
                for changed in row.keys {
                    if pivot[changed] == nil {
                        holders[changed]?.remove(other)
                    } else {
                        holders[changed, default: []].insert(other)
                    }
                }
                pivots[other] = pivot
            }
            pivots[column] = row
            for held in row.keys where held != column { holders[held, default: []].insert(column) }
        }
        return pivots.filter { $0.value.count == 1 }.map(\.key).sorted()
    }

    /// The unknown part of an equation; `nil` where its weights are not whole.
    private static func start(_ equation: CellTable.Equation, _ unknown: [Bool]) -> [Int: Int64]? {
        guard equation.terms.allSatisfy({ $0.weight == $0.weight.rounded() && abs($0.weight) < 1e9 }) else {
            return nil
        }
        var row: [Int: Int64] = [:]
        for term in equation.terms where unknown[term.cell] {
            row[term.cell, default: 0] += residue(Int64(term.weight))
        }
        return row.compactMapValues { $0 % prime == 0 ? nil : $0 % prime }
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
