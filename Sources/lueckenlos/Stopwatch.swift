/// Times of one thing done again and again, in milliseconds.
struct Stopwatch: CustomStringConvertible {
    var times: [Double] = []

    @discardableResult
    mutating func time<Result: Sendable>(_ work: () async throws -> Result) async rethrows -> Result {
        let start = ContinuousClock.now
        let result = try await work()
        times.append((ContinuousClock.now - start) / .milliseconds(1))
        return result
    }

    /// The time that a share of all stays below, rounded to microseconds.
    func quantile(_ share: Double) -> Double {
        let sorted = times.sorted()
        guard !sorted.isEmpty else { return 0 }
        return (sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] * 1_000).rounded() / 1_000
    }

    var middle: Double { quantile(0.5) }

    var description: String { "p50 \(middle) ms, p95 \(quantile(0.95)) ms" }
}
