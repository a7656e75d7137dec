import Prevention
import Testing

@testable import Statistics

@Suite("Index: Platzspannen und Empfindlichkeit")
struct IndexVariationTests {
    /// Invented columns with gaps, an outlier and standard errors.
    static func index(units: Int = 60, errors: Bool = true, outliers: Bool = true) throws -> CompositeIndex {
        var random = SeededGenerator(seed: 11)
        var columns: [String: IndexData.Column] = [:]
        for id in ["a", "b", "c", "d"] {
            let values: [Double?] = (0..<units).map { unit in
                if id == "c", unit % 9 == 4 { return nil }
                let value = Double(random.number(in: 1...1_000)) / 10
                return id == "d" && unit == 3 ? 4_000 : value
            }
            columns[id] = .init(values, standardErrors: errors ? values.map { _ in 4 } : nil)
        }
        return try CompositeIndex(
            IndexDesign(
                components: [
                    .init(id: "a", parent: "x"), .init(id: "b", parent: "x", isReversed: true),
                    .init(id: "c", parent: "y"), .init(id: "d", parent: "y"),
                ],
                groups: [.init(id: "x", parent: "i"), .init(id: "y", parent: "i"), .init(id: "i", parent: nil)],
                outliers: outliers ? .init() : nil, minimumShare: 0.4),
            IndexData(units: (0..<units).map(String.init), columns: columns))
    }

    @Test("the number of tasks does not change the bands; the seed does")
    func deterministic() async throws {
        let index = try Self.index()
        let variation = IndexVariation(index, IndexAssumptions(around: index.design))
        let one = variation.bands(replicates: 200, seed: 5)
        #expect(await variation.bands(replicates: 200, seed: 5, tasks: 2) == one)
        #expect(await variation.bands(replicates: 200, seed: 5, tasks: 7) == one)
        #expect(variation.bands(replicates: 200, seed: 6) != one)
    }

    @Test(
        "when nothing varies, every repetition gives the places of the index itself",
        arguments: [
            (IndexDesign.Normalisation.minmax, IndexDesign.Aggregation.arithmetic), (.z, .arithmetic),
            (.percentile, .arithmetic), (.minmax, .geometric), (.percentile, .geometric), (.minmax, .harmonic),
        ])
    func still(normalisation: IndexDesign.Normalisation, aggregation: IndexDesign.Aggregation) throws {
        let base = try Self.index(errors: false)
        var design = base.design
        design.normalisation = normalisation
        design.aggregation = aggregation
        let columns = zip(design.components, base.filled).map { component, column in
            (component.id, IndexData.Column(column.map { $0.isNaN ? nil : $0 }))
        }
        let index = try CompositeIndex(
            design, IndexData(units: base.units, columns: Dictionary(uniqueKeysWithValues: columns)))
        let variation = IndexVariation(
            index,
            IndexAssumptions(
                normalisations: [normalisation], aggregations: [aggregation], winsorLimits: [5], weightSpread: 0))
        let bands = variation.bands(replicates: 3, seed: 1)
        let ranks = index.result().ranks
        #expect(bands.map { $0?.lower } == ranks && bands.map { $0?.upper } == ranks)
    }

    @Test("what is not varied has exactly no effect, alone and together")
    func unused() throws {
        let index = try Self.index(errors: false, outliers: false)
        let variation = IndexVariation(
            index, IndexAssumptions(normalisations: [.minmax], aggregations: [.arithmetic, .geometric]))
        let effects = variation.sensitivity(base: 64)
        for effect in effects where [.normalisation, .outliers, .values].contains(effect.factor) {
            #expect(effect.first == 0 && effect.total == 0, "\(effect)")
        }
        let total = effects.filter { [.aggregation, .weights].contains($0.factor) }.map(\.total)
        #expect(total.allSatisfy { $0 > 0 })
        let still = IndexVariation(
            index, IndexAssumptions(normalisations: [.z], aggregations: [.arithmetic], weightSpread: 0))
        #expect(still.sensitivity(base: 8).allSatisfy { $0.first == 0 && $0.total == 0 })
    }

    @Test("sampling errors widen the bands")
    func errors() throws {
        let width: (CompositeIndex) -> Int = { index in
            let variation = IndexVariation(
                index,
                IndexAssumptions(normalisations: [.minmax, .percentile], winsorLimits: [5], weightSpread: 0))
            return variation.bands(replicates: 300, seed: 2).compactMap { $0.map { $0.upper - $0.lower } }.reduce(0, +)
        }
        #expect(try width(Self.index(errors: true)) > (try width(Self.index(errors: false))) + 60)
    }

    @Test("the table of normal numbers has mean 0 and standard deviation 1")
    func normal() {
        let table = NormalNoise.table.map(Double.init)
        #expect(abs(table.compensatedSum()) < 1e-3)
        #expect(abs(table.map { $0 * $0 }.compensatedSum() / Double(table.count) - 1) < 3e-3)
        #expect(abs(NormalNoise.quantile(0.975) - 1.959_963_984_540_054) < 1e-12)
    }

    @Test("sorting by bits gives the same places as comparing, also for negative numbers, zeros and gaps")
    func radix() {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<20 {
            let scores = (0..<300).map { _ in Float(random.number(in: -40...40)) / 7 * (random.chance(5) ? -0.0 : 1) }
            let mask = (0..<300).map { _ in random.chance(10) ? Float(0) : 1 }
            var ranking = RadixRanking(capacity: scores.count)
            var places = [UInt32](repeating: 9, count: scores.count)
            scores.withUnsafeBufferPointer { scores in
                places.withUnsafeMutableBufferPointer { places in
                    guard let from = scores.baseAddress, let to = places.baseAddress else { return }
                    ranking.rank(from, mask, into: to)
                }
            }
            let expected = IndexSteps.ranks(zip(scores, mask).map { $1 == 0 ? .nan : Double($0) })
            #expect(places.map { $0 == 0 ? nil : Int($0) } == expected)
        }
    }
}
