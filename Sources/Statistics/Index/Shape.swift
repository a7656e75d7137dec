import Foundation

/// Verteilungsform: how lopsided and how heavy-tailed numbers are.
package struct Shape: Hashable, Sendable {
    /// Sample-corrected skew G1; 0 for fewer than three different places or equal numbers.
    package let skew: Double
    /// Sample-corrected excess kurtosis G2; 0 for fewer than four numbers or equal numbers.
    package let kurtosis: Double

    /// - Parameter values: without gaps.
    /// - Source: Joanes, Gill: Comparing measures of sample skewness and kurtosis, The Statistician 47 (1998).
    package init(of values: [Double]) {
        let n = Double(values.count)
        guard values.count >= 4, let first = values.first, values.contains(where: { $0 != first }) else {
            skew = 0
            kurtosis = 0
            return
        }
        let mean = values.compensatedSum() / n
        var (second, third, fourth) = (CompensatedSum(), CompensatedSum(), CompensatedSum())
        for value in values {
            let distance = value - mean
            let square = distance * distance
            second.add(square)
            third.add(square * distance)
            fourth.add(square * square)
        }
        let variance = second.total / n
        let g1 = third.total / n / (variance * variance.squareRoot())
        let g2 = fourth.total / n / (variance * variance) - 3
        skew = g1 * (n * (n - 1)).squareRoot() / (n - 2)
        kurtosis = ((n + 1) * g2 + 6) * (n - 1) / ((n - 2) * (n - 3))
    }

    func exceeds(_ rule: IndexDesign.Outliers) -> Bool { abs(skew) > rule.skew && kurtosis > rule.kurtosis }
}

/// Ausreißerbehandlung: a column before and after.
struct OutlierTreatment {
    enum Outcome: Hashable { case untreated, winsorised(Int), logarithm, leftSkewed }

    /// With gaps as NaN.
    let values: [Double]
    /// How much a small change of the original changes the treated value; for standard errors.
    let slopes: [Double]?
    let outcome: Outcome
    let before: Shape
    let after: Shape

    init(_ column: [Double], _ rule: IndexDesign.Outliers) {
        let present = column.filter { !$0.isNaN }
        before = Shape(of: present)
        guard before.exceeds(rule) else {
            (values, slopes, outcome, after) = (column, nil, .untreated, before)
            return
        }
        let (clipped, times, shape) = Self.winsorised(column, before, rule)
        if !shape.exceeds(rule) {
            (values, slopes, outcome, after) = (clipped, nil, .winsorised(times), shape)
        } else if Set(present).count < 3 {
            (values, slopes, outcome, after) = (column, nil, .leftSkewed, before)
        } else {
            (values, slopes) = Self.logarithm(column, present, isHigh: before.skew > 0)
            (outcome, after) = (.logarithm, Shape(of: values.filter { !$0.isNaN }))
        }
    }

    /// Sets the most extreme value to the next one until the shape is fine, but never so that all are equal.
    private static func winsorised(
        _ column: [Double], _ before: Shape, _ rule: IndexDesign.Outliers
    ) -> ([Double], Int, Shape) {
        var (values, times, shape) = (column, 0, before)
        var sorted = Set(column.filter { !$0.isNaN }).sorted()
        while times < rule.maximum, sorted.count >= 3, shape.exceeds(rule) {
            let isHigh = shape.skew > 0
            let old = isHigh ? sorted.removeLast() : sorted.removeFirst()
            let new = isHigh ? sorted[sorted.count - 1] : sorted[0]
            for place in values.indices where values[place] == old { values[place] = new }
            times += 1
            shape = Shape(of: values.filter { !$0.isNaN })
        }
        return (values, times, shape)
    }

    /// ln(x − min + 1 % of the span), mirrored where the long tail is on the low side.
    private static func logarithm(_ column: [Double], _ present: [Double], isHigh: Bool) -> ([Double], [Double]) {
        let low = present.min() ?? 0
        let high = present.max() ?? 0
        let shift = 0.01 * (high - low)
        let distances = column.map { isHigh ? $0 - low + shift : high - $0 + shift }
        return (distances.map { isHigh ? log($0) : -log($0) }, distances.map { 1 / $0 })
    }
}
