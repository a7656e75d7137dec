#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Gewichte nach einem Ergebnis: how much each variable helps to predict an outcome, from a ridge regression.
///
/// All variables are standardised, so that their coefficients can be compared; the penalty is the one of `penalties` with
/// the smallest squared error when every municipality is predicted from the others.
///
/// - Source: Hoerl, Kennard, Ridge Regression, Technometrics 12 (1970); leaving one out in closed form: Allen (PRESS),
///   Technometrics 16 (1974).
package struct RidgeWeights: Hashable, Sendable {
    /// By variable, from 0, summing to 1.
    package let weights: [Double]
    /// Per municipality.
    package let penalty: Double
    /// Share of the outcome's variance that is predicted for municipalities left out, above 0 and at most 1.
    package let explained: Double
    /// Municipalities that know everything.
    package let rows: Int

    /// With fewer municipalities the weights would follow chance.
    package static let fewestRows = 50
    /// Penalties tried, per municipality, smallest first.
    package static let penalties: [Double] = (-8...4).map { pow(10, Double($0) / 2) }

    /// - Parameters:
    ///   - columns: what is known of the municipalities, by variable.
    ///   - outcome: what is to be predicted; municipalities that lack anything are left out.
    /// - Returns: `nil` with fewer than 50 municipalities, or where the variables predict nothing.
    package init?(_ columns: [(kind: SimilarityVariable.Kind, values: [Double?])], outcome: [Double?]) {
        let usable = columns.map { column in
            column.values.map { SimilarityTable.usable($0, column.kind) }
        }
        let target = outcome.map { SimilarityTable.usable($0, .number) }
        let known = target.indices.filter { row in
            target[row] != nil && usable.allSatisfy { $0.indices.contains(row) && $0[row] != nil }
        }
        guard known.count >= Self.fewestRows, !columns.isEmpty else { return nil }
        let standard = usable.map { column in Self.standardised(known.map { column[$0] ?? 0 }) }
        let values = Self.standardised(known.map { target[$0] ?? 0 })
        guard values.contains(where: { $0 != 0 }) else { return nil }
        let normal = NormalEquations(standard, values)
        let fits = Self.penalties.compactMap { penalty in
            normal.fit(penalty: penalty).map { (penalty, $0.coefficients, $0.press) }
        }
        // Of equally good ones the greatest penalty: it trusts the data least.
        guard let best = fits.reversed().min(by: { $0.2 < $1.2 }) else { return nil }
        let explained = 1 - best.2 / Double(known.count)
        let sum = best.1.reduce(0) { $0 + abs($1) }
        guard explained > 0, sum > 0 else { return nil }
        weights = best.1.map { abs($0) / sum }
        penalty = best.0
        self.explained = explained
        rows = known.count
    }

    /// Mean 0 and variance 1; all 0 where nothing differs.
    private static func standardised(_ values: [Double]) -> [Double] {
        let count = Double(values.count)
        let mean = values.reduce(0) { $0 + $1 / count }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / count }
        guard variance > 1e-24 * max(1, mean * mean) else { return values.map { _ in 0 } }
        let deviation = variance.squareRoot()
        return values.map { ($0 - mean) / deviation }
    }
}

/// The products of standardised variables with each other and with the outcome.
private struct NormalEquations {
    let columns: [[Double]]
    let outcome: [Double]
    let products: [[Double]]
    let moments: [Double]

    init(_ columns: [[Double]], _ outcome: [Double]) {
        func dot(_ left: [Double], _ right: [Double]) -> Double {
            zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
        }
        self.columns = columns
        self.outcome = outcome
        products = columns.map { column in columns.map { dot(column, $0) } }
        moments = columns.map { dot($0, outcome) }
    }

    /// Coefficients, and the sum of squared errors when each row is predicted without itself.
    func fit(penalty: Double) -> (coefficients: [Double], press: Double)? {
        var matrix = products
        for place in matrix.indices { matrix[place][place] += penalty * Double(outcome.count) }
        guard let factor = Cholesky(matrix) else { return nil }
        let coefficients = factor.solve(moments)
        var press = 0.0
        for row in outcome.indices {
            let values = columns.map { $0[row] }
            let predicted = zip(values, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
            let leverage = 1 / Double(outcome.count) + zip(values, factor.solve(values)).reduce(0) { $0 + $1.0 * $1.1 }
            let error = (outcome[row] - predicted) / (1 - leverage)
            press += error * error
        }
        return press.isFinite ? (coefficients, press) : nil
    }
}

/// Lower triangle of a symmetric positive definite matrix.
private struct Cholesky {
    private var lower: [[Double]]

    init?(_ matrix: [[Double]]) {
        lower = matrix
        for row in matrix.indices {
            for column in 0...row {
                var sum = matrix[row][column]
                for place in 0..<column { sum -= lower[row][place] * lower[column][place] }
                if row == column {
                    guard sum > 0 else { return nil }
                    lower[row][row] = sum.squareRoot()
                } else {
                    lower[row][column] = sum / lower[column][column]
                }
            }
        }
    }

    func solve(_ right: [Double]) -> [Double] {
        var solution = right
        for row in solution.indices {
            for place in 0..<row { solution[row] -= lower[row][place] * solution[place] }
            solution[row] /= lower[row][row]
        }
        for row in solution.indices.reversed() {
            for place in (row + 1)..<max(row + 1, solution.count) {
                solution[row] -= lower[place][row] * solution[place]
            }
            solution[row] /= lower[row][row]
        }
        return solution
    }
}
