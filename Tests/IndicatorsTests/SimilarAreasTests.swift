import Areas
import Prevention
import Similarity
import Testing

@testable import Indicators

@Suite("Ähnliche Gebiete") struct SimilarAreasTests {
    /// Towns A, B, C … of one Kreis, in the order of their keys.
    private static func towns(_ count: Int, first: AreaLevel = .municipality) throws -> [Area] {
        try "ABCDEFGH".prefix(count).enumerated().map { place, name in
            try IndicatorFixture.area(
                "0597800\(place + 1)", place == 0 ? first : .municipality, String(name), parent: nil)
        }
    }

    /// `nil` is not available, NaN suppressed.
    private static func series(_ key: String, _ areas: [Area], _ values: [Double?]) throws -> PublishedSeries {
        let year = try #require(Period(year: 2024))
        let cells = zip(areas, values).map { area, value in
            let state: PublishedValue.State =
                value == nil ? .notAvailable : value?.isNaN == true ? .suppressed : .available
            return (area.id, PublishedValue(state: state, value: value))
        }
        return PublishedSeries(
            Indicator(id: ID(), key: key, name: key, kind: .context, measure: .share(per: 100)),
            [year: Dictionary(uniqueKeysWithValues: cells)])
    }

    @Test("the distance is the mean of the differences, each by its range; what differs most comes first")
    func distance() throws {
        let towns = try Self.towns(3)
        let series = [
            try Self.series("armut", towns, [10, 15, 30]), try Self.series("zuzug", towns, [2, 3, 2]),
            try Self.series("gleich", towns, [7, 7, 7]),
        ]
        let similar = SimilarAreas(to: towns[0], series, AreaTree(towns))
        #expect(similar.indicators.map(\.key) == ["armut", "zuzug"])
        #expect(similar.areas.map(\.name) == ["C", "B"])
        #expect(similar.matches.map(\.distance) == [0.5, 0.625])
        #expect(similar.matches.map { $0.differing.map(\.key) } == [["armut"], ["zuzug", "armut"]])
        #expect(similar.matches.map(\.closeness) == [.different, .different])
    }

    @Test("what is unknown or kept back is left out and named; who knows less than half is not compared")
    func missing() throws {
        let towns = try Self.towns(4)
        let series = [
            try Self.series("a", towns, [1, 1, 2, nil]), try Self.series("b", towns, [1, .nan, 3, .nan]),
            try Self.series("c", towns, [1, nil, 5, 1]), try Self.series("d", towns, [0, 1, 2, nil]),
            try Self.series("own", towns, [nil, 1, 2, 3]),
        ]
        let similar = SimilarAreas(to: towns[0], series, AreaTree(towns))
        #expect(similar.indicators.map(\.key) == ["a", "b", "c", "d"])
        #expect(similar.areas.map(\.name) == ["B", "C"])
        #expect(similar.matches.map(\.distance) == [0.25, 1])
        #expect(similar.matches.map { $0.missing.compactMap(\.indicator?.key) } == [["b", "c"], []])
    }

    @Test("of equally near areas the one with the smaller key comes first, in whatever order they are given")
    func ties() throws {
        let towns = try Self.towns(8)
        let series = [try Self.series("a", towns, [1, 2, 2, 2, 2, 2, 2, 5])]
        for turn in 0..<8 {
            let tree = AreaTree(Array(towns[turn...] + towns[..<turn]))
            #expect(SimilarAreas(to: towns[0], series, tree).areas.map(\.name) == ["B", "C", "D", "E", "F"])
        }
    }

    @Test("units do not matter, and A is as far from B as B from A")
    func symmetry() throws {
        let towns = try Self.towns(5)
        var random = SeededGenerator(seed: 41)
        for _ in 0..<50 {
            let columns = (0..<3).map { _ in towns.map { _ in Double(random.number(in: 0...1000)) } }
            let plain = try columns.map { try Self.series("v", towns, $0) }
            let scaled = try columns.map { try Self.series("v", towns, $0.map { $0 * 4 - 64 }) }
            let tree = AreaTree(towns)
            let all = towns.map { SimilarAreas(to: $0, plain, tree) }
            for (place, town) in towns.enumerated() {
                #expect(SimilarAreas(to: town, scaled, tree).areas == all[place].areas)
                #expect(all[place].matches.count == 4)
                for match in all[place].matches {
                    let other = try #require(towns.firstIndex(of: match.area))
                    let back = try #require(all[other].matches.first { $0.area == town })
                    #expect(abs(back.distance - match.distance) < 1e-12)
                }
            }
        }
    }

    @Test("a kreisfreie Stadt is compared with towns, a Kreis is not; without published numbers there is nobody")
    func levels() throws {
        let towns = try Self.towns(3, first: .city)
        let kreis = try IndicatorFixture.area("05978", .kreis, "Kreis", parent: nil)
        let series = [try Self.series("a", towns + [kreis], [1, 2, 3, 1])]
        let tree = AreaTree([kreis] + towns)
        #expect(SimilarAreas(to: towns[0], series, tree).areas.map(\.name) == ["B", "C"])
        #expect(SimilarAreas(to: kreis, series, tree).areas.isEmpty)
        let none = SimilarAreas(to: towns[0], [], tree)
        #expect(none.areas.isEmpty && none.indicators.isEmpty)
    }

    @Test("size and legal type together weigh as much as all circumstances together")
    func blocks() throws {
        let towns = try Self.towns(3, first: .city)
        let people = Indicator(id: ID(), key: "einwohner", name: "Einwohner", kind: .context, measure: .count)
        let children = Indicator(
            id: ID(), key: "kinder", name: "Kinder", kind: .context, measure: .count, baseKey: people.key)
        let year = try #require(Period(year: 2024))
        let counts = zip(towns, [100, 1_000, 10_000]).map {
            ($0.id, PublishedValue(state: .available, value: Double($1)))
        }
        let series = [
            PublishedSeries(people, [year: Dictionary(uniqueKeysWithValues: counts)]), PublishedSeries(children, [:]),
            try Self.series("a", towns, [1, 2, 3]), try Self.series("b", towns, [1, 1, 2]),
        ]
        let similar = SimilarAreas(to: towns[0], series, AreaTree(towns))
        #expect(similar.traits.map { $0.indicator?.key } == ["einwohner", nil, "a", "b"])
        #expect(similar.weights == [0.25, 0.25, 0.25, 0.25])
        #expect(similar.areas.map(\.name) == ["B", "C"])
        // Half the range of the logarithm, another legal type, half the range of a, nothing of b.
        #expect(abs(similar.matches[0].distance - (0.125 + 0.25 + 0.125)) < 1e-12)
        #expect(Set(similar.matches[0].differing.map(\.key)) == ["einwohner", "a"])
    }

    @Test("with too few areas an outcome gives no weights, and that is said")
    func fewForOutcome() throws {
        let towns = try Self.towns(4)
        let outcome = try Self.series("u8", towns, [90, 91, 92, 93])
        let similar = SimilarAreas(
            to: towns[0], [try Self.series("a", towns, [1, 2, 3, 4]), outcome], AreaTree(towns), outcome: outcome)
        guard case .noPrediction(let indicator) = similar.weighting else {
            Issue.record("weights were fitted to four areas")
            return
        }
        #expect(indicator.key == "u8" && similar.indicators.map(\.key) == ["a"] && similar.weights == [1])
    }
}
