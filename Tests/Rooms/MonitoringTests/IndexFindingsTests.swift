import Areas
import Indicators
import Prevention
import Statistics
import Testing

@testable import Monitoring

@Suite("Ablage der Indexbefunde") struct IndexFindingsTests {
    private let areas: [Area]

    init() throws {
        areas = try (1...4).map { number in
            let key = try #require(AreaKey("05913/\(number)"))
            return Area(id: ID(key: key), key: key, level: .district, parentID: nil, name: "Ort \(number)")
        }
    }

    private func series(_ key: String, _ values: [Double]) throws -> PublishedSeries {
        let year = try #require(Period(year: 2022))
        let cells = zip(areas, values).map { ($0.id, PublishedValue(state: .available, value: $1)) }
        return PublishedSeries(
            Indicator(id: ID(), key: key, name: key, measure: .score),
            [year: Dictionary(uniqueKeysWithValues: cells)])
    }

    private let definition = IndexDefinition(
        name: "x", groups: [.init("g", [.init("a", .favourable), .init("b", .favourable)])], version: 1)

    @Test("bands are computed once for a version and its values, also for many visitors at a time")
    func once() async throws {
        let shelf = IndexFindingsShelf()
        let column = ["a": try series("a", [1, 2, 3, 4]), "b": try series("b", [4, 6, 5, 8])]
        let medians = await withTaskGroup(of: [Int?].self) { group in
            for _ in 0..<6 {
                group.addTask { [definition, areas] in
                    await shelf.findings(definition, column, areas: areas, upTo: nil)?.bands.map { $0?.median } ?? []
                }
            }
            var all: Set<[Int?]> = []
            for await one in group { all.insert(one) }
            return all
        }
        #expect(medians.count == 1 && medians.first?.count == 4)
        #expect(await shelf.computed == 1)
        let fresh = ["a": try series("a", [4, 3, 2, 1]), "b": try series("b", [4, 6, 5, 8])]
        _ = await shelf.findings(definition, fresh, areas: areas, upTo: nil)
        #expect(await shelf.computed == 2)
        var changed = definition
        changed.version = 2
        _ = await shelf.findings(changed, column, areas: areas, upTo: nil)
        #expect(await shelf.computed == 3)
    }

    @Test("only so many are kept, the ones last asked for")
    func bounded() async throws {
        let shelf = IndexFindingsShelf(limit: 2)
        let column = ["a": try series("a", [1, 2, 3, 4]), "b": try series("b", [4, 6, 5, 8])]
        for version in [1, 2, 1, 3, 1, 2] {
            var one = definition
            one.version = version
            _ = await shelf.findings(one, column, areas: areas, upTo: nil)
        }
        // 1 stayed all the time; 2 had to go for 3.
        #expect(await shelf.computed == 4)
    }
}
