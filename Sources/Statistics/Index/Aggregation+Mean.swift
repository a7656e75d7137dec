import Foundation

extension IndexDesign.Aggregation {
    /// What is averaged: the value, its logarithm or its inverse.
    func inner(_ value: Double) -> Double {
        switch self {
        case .arithmetic, .copeland: value
        case .geometric: log(value)
        case .harmonic: 1 / value
        }
    }

    /// Back from the average to the scale.
    func outer(_ mean: Double) -> Double {
        switch self {
        case .arithmetic, .copeland: mean
        case .geometric: exp(mean)
        case .harmonic: 1 / mean
        }
    }

    /// Gewichtetes Mittel of numbers above 0; `nil` without weight. Copeland is no mean and gives the arithmetic one.
    package func mean(_ values: [Double], weights: [Double]) -> Double? {
        let total = weights.compensatedSum()
        guard values.count == weights.count, total > 0 else { return nil }
        return outer(zip(values, weights).map { $1 * inner($0) }.compensatedSum() / total)
    }

    /// Vergleichsmatrix: share of the weight in which the row is ahead of the column, 0.5 on the diagonal.
    package static func outranking(_ columns: [[Double]], weights: [Double]) -> [[Double]] {
        let count = columns.first?.count ?? 0
        return (0..<count).map { one in
            (0..<count).map { other in
                one == other ? 0.5 : Copeland.share(of: one, over: other, columns, weights) ?? 0.5
            }
        }
    }
}
