import Prevention
import Similarity
import Testing

@Suite("Gewichte nach einem Ergebnis") struct RidgeWeightsTests {
    private static func noise(_ random: inout SeededGenerator) -> Double {
        Double(random.number(in: -1_000...1_000)) / 1_000
    }

    @Test("what drives the outcome weighs most, what has nothing to do with it nearly nothing")
    func driver() throws {
        var random = SeededGenerator(seed: 7)
        let driver = (0..<80).map { _ in Self.noise(&random) }
        let other = (0..<80).map { _ in Self.noise(&random) }
        let outcome = driver.map { 3 * $0 + 0.1 * Self.noise(&random) }
        let weights = try #require(
            RidgeWeights([(.number, driver.map { $0 }), (.number, other.map { $0 })], outcome: outcome.map { $0 }))
        #expect(weights.weights[0] > 0.95)
        #expect(abs(weights.weights.reduce(0, +) - 1) < 1e-12)
        #expect(weights.explained > 0.95)
        #expect(weights.rows == 80)
    }

    @Test("fewer than fifty municipalities, or an outcome of pure chance, give no weights")
    func nothing() {
        var random = SeededGenerator(seed: 8)
        let few = (0..<49).map { _ in Self.noise(&random) }
        #expect(RidgeWeights([(.number, few.map { $0 })], outcome: few.map { 2 * $0 }) == nil)
        let same = [Double?](repeating: 4, count: 60)
        #expect(RidgeWeights([(.number, few.map { $0 } + same.prefix(11))], outcome: same) == nil)
        #expect(RidgeWeights([], outcome: same) == nil)
    }

    @Test("units do not change the weights, and a municipality that lacks a value is left out")
    func units() throws {
        var random = SeededGenerator(seed: 9)
        let one = (0..<70).map { _ in Self.noise(&random) }
        let two = (0..<70).map { _ in Self.noise(&random) }
        var outcome: [Double?] = zip(one, two).map { 2 * $0 - $1 }
        outcome[3] = nil
        let plain = try #require(
            RidgeWeights([(.number, one.map { $0 }), (.number, two.map { $0 })], outcome: outcome))
        let scaled = try #require(
            RidgeWeights([(.number, one.map { 1_000 * $0 + 5 }), (.number, two.map { $0 })], outcome: outcome))
        #expect(plain.rows == 69)
        #expect(zip(plain.weights, scaled.weights).allSatisfy { abs($0 - $1) < 1e-9 })
        #expect(plain.weights[0] > plain.weights[1])
    }
}
