import Prevention
import Statistics
import Testing

@Suite("Zusammengesetzter Index")
struct IndexTests {
    /// Four areas, the mini fixture: SGB II (less is better, weight 2), U9, Gymnasium with a gap.
    static func mini(_ change: (inout IndexDesign) -> Void = { _ in }) throws -> CompositeIndex {
        var design = IndexDesign(
            components: [
                .init(id: "sgb2", weight: 2, parent: "index", isReversed: true), .init(id: "u9", parent: "index"),
                .init(id: "gymnasium", parent: "index"),
            ], groups: [.init(id: "index", parent: nil)])
        change(&design)
        return try CompositeIndex(
            design,
            IndexData(
                units: ["A", "B", "C", "D"],
                columns: [
                    "sgb2": .init([12.4, 35.0, 28.1, 41.7]), "u9": .init([96, 88, 91, 80]),
                    "gymnasium": .init([45, 18, 22, nil]),
                ]))
    }

    @Test(
        "the mini fixture comes out",
        arguments: [
            (IndexDesign.Normalisation.minmax, IndexDesign.Aggregation.arithmetic, [100, 23.9334, 44.0994, 0]),
            (.minmax, .geometric, [100, 12.9608, 39.2991, 1]), (.z, .arithmetic, [1.2291, -0.4322, 0.0230, -1.0933]),
            (.percentile, .arithmetic, [100, 25, 62.5, 0]),
        ])
    func miniFixture(
        normalisation: IndexDesign.Normalisation, aggregation: IndexDesign.Aggregation, expected: [Double]
    ) throws {
        let result = try Self.mini {
            $0.normalisation = normalisation
            $0.aggregation = aggregation
        }.result()
        let scores = try #require(result.scores["index"]).compactMap(\.self)
        #expect(scores.count == 4)
        for (score, value) in zip(scores, expected) { #expect(abs(score - value) < 5.1e-5, "\(scores)") }
        #expect(result.ranks == [1, 3, 2, 4])
    }

    @Test("with a threshold a missing value is not ignored silently")
    func threshold() throws {
        let result = try Self.mini { $0.minimumShare = 0.8 }.result()
        #expect(result.scores["index"]?[3] == .some(nil))
        #expect(result.ranks == [1, 3, 2, nil])
        #expect(result.log.contains { $0.action == .belowShare && $0.count == 1 })
    }

    @Test("means follow their formulas")
    func means() throws {
        let geometric = IndexDesign.Aggregation.geometric
        #expect(abs(try #require(geometric.mean([1, 2, 3], weights: [1, 1, 1])) - 1.817_120_592_832_14) < 1e-12)
        #expect(
            abs(try #require(geometric.mean([1, 2, 3], weights: [1, 1, 2])) - 18.0.squareRoot().squareRoot()) < 1e-12)
        let harmonic = try #require(IndexDesign.Aggregation.harmonic.mean([1, 2, 3], weights: [2, 1, 1]))
        #expect(abs(harmonic - 4 / (2 + 1.0 / 2 + 1.0 / 3)) < 1e-12)
    }

    @Test("Copeland compares every unit with every other")
    func copeland() throws {
        let columns: [[Double]] = [[1, 2, 3, 4], [3, 2, 1, 5], [2, 3, 1, 4]]
        let shares = IndexDesign.Aggregation.outranking(columns, weights: [1, 1, 1])
        #expect(abs(shares[1][0] - 2 / 3) < 1e-12 && abs(shares[2][0] - 1 / 3) < 1e-12 && shares[3][0] == 1)
        let dominant = shares.indices.flatMap { one in (0..<one).map { shares[one][$0] } }.count { $0 == 0 || $0 == 1 }
        #expect(dominant == 3)
        let names = ["x1", "x2", "x3"]
        let index = try CompositeIndex(
            IndexDesign(
                components: names.map { .init(id: $0, parent: "i") }, groups: [.init(id: "i", parent: nil)],
                aggregation: .copeland),
            IndexData(
                units: ["a", "b", "c", "d"],
                columns: Dictionary(uniqueKeysWithValues: zip(names, columns.map { IndexData.Column($0) }))))
        #expect(index.result().scores["i"] == [-1, 1, -3, 3])
    }

    @Test("an indicator without differences is not computable, and the log says so")
    func constant() throws {
        let index = try CompositeIndex(
            IndexDesign(
                components: [.init(id: "a", weight: 3, parent: "i"), .init(id: "b", parent: "i")],
                groups: [.init(id: "i", parent: nil)]),
            IndexData(units: ["1", "2", "3"], columns: ["a": .init([1, 2, 4]), "b": .init([7, 7, 7])]))
        let result = index.result()
        #expect(result.scores["b"] == [nil, nil, nil])
        #expect(result.scores["i"]?[2] == 100)
        #expect(result.log.contains { $0.action == .notComputable && $0.subject == "b" })
    }

    @Test("an outlier is set to the next value, a column of two values is left as it is")
    func outliers() throws {
        let tail: [Double?] = (0..<19).map { Double($0) } + [500]
        let rare: [Double?] = [Double](repeating: 0, count: 19) + [1]
        let heavy: [Double?] = (0..<12).map { Double($0 % 3) } + [40, 90, 200, 500, 900, 2_000, 5_000, 30_000]
        let ids = ["tail", "rare", "heavy"]
        let index = try CompositeIndex(
            IndexDesign(
                components: ids.map { .init(id: $0, parent: "i") }, groups: [.init(id: "i", parent: nil)],
                outliers: .init(maximum: 1)),
            IndexData(
                units: (0..<20).map(String.init),
                columns: ["tail": .init(tail), "rare": .init(rare), "heavy": .init(heavy)]))
        let actions = ids.map { id in index.preparation.first { $0.step == .outliers && $0.subject == id } }
        #expect(actions.map { $0?.action } == [.winsorised, .leftSkewed, .logarithm])
        #expect(actions[0]?.count == 1)
        #expect(index.result().scores["tail"]?[18] == 100)
        let logs = try #require(index.result().scores["heavy"]).compactMap(\.self)
        #expect(logs.max() == 100 && logs.min() == 0)
    }

    @Test("equal scores share the better place and keep their order")
    func ties() throws {
        let index = try CompositeIndex(
            IndexDesign(components: [.init(id: "a", parent: "i")], groups: [.init(id: "i", parent: nil)]),
            IndexData(units: ["1", "2", "3", "4"], columns: ["a": .init([5, 9, 5, 1])]))
        #expect(index.result().ranks == [2, 1, 2, 4])
        #expect(index.result().log.contains { $0.action == .tied && $0.count == 2 })
    }

    @Test("Gelsenkirchen: one economic indicator counts 2.5 times one education indicator")
    func effectiveWeights() throws {
        let sizes = ["w": 2, "i": 3, "g": 3, "b": 5, "u": 3]
        let weights = try IndexDesign(
            components: sizes.flatMap { group, count in
                (0..<count).map { .init(id: "\(group)\($0)", parent: group) }
            },
            groups: sizes.keys.map { .init(id: $0, parent: "all") } + [.init(id: "all", parent: nil)]
        ).effectiveWeights()
        #expect(abs((weights["w0"] ?? 0) - 0.1) < 1e-12 && abs((weights["b4"] ?? 0) - 0.04) < 1e-12)
        #expect(abs((weights["w0"] ?? 0) / (weights["b0"] ?? 1) - 2.5) < 1e-12)
        #expect(abs(weights.filter { $0.key.count == 2 }.values.reduce(0, +) - 1) < 1e-12)
    }

    @Test("everything that is wrong is named at once")
    func faults() {
        let design = IndexDesign(
            components: [.init(id: "a", weight: -1, parent: "nirgends"), .init(id: "a", parent: "x")],
            groups: [.init(id: "x", parent: "y"), .init(id: "y", parent: "x")])
        let error = #expect(throws: IndexFaults.self) {
            try CompositeIndex(design, IndexData(units: [], columns: [:]))
        }
        #expect(
            error?.faults == [
                .weight(of: "a"), .idTwice("a"), .unknownParent(of: "a", parent: "nirgends"), .wholes([]),
            ])
    }
}
