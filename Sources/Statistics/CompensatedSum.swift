/// Ausgeglichene Summe: adds numbers with the rounding errors carried along, so that the result does not depend on size
/// and hardly on order.
///
/// - Source: Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, ZAMM 54 (1974).
package struct CompensatedSum: Sendable {
    private var sum = 0.0
    private var lost = 0.0

    package init() {}

    package mutating func add(_ value: Double) {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }

    package var total: Double { sum + lost }
}

extension Sequence<Double> {
    /// The sum with rounding errors carried along; 0 for nothing.
    package func compensatedSum() -> Double {
        var sum = CompensatedSum()
        for value in self { sum.add(value) }
        return sum.total
    }
}
