import Areas
import DemoData
import Foundation
import House
import Musterkreis
import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Suche in den Vorführdaten") struct SearchDemoTests {
    static let now = Instant(milliseconds: 1_790_000_000_000)
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")

    private func house(_ engine: TestEngine) async throws -> (OfferSearch, Database, Area) {
        let database = try await engine.database(House.migrations)
        let demo = DemoHouse(database: database)
        _ = try await demo.loadModelProject(from: Self.folder, at: Self.now)
        _ = try await demo.loadMusterkreis(try MusterkreisPlan(), at: Self.now)
        let tree = try await AreaStore(database: database).tree()
        let key = try #require(AreaKey("05978036"))
        return (OfferSearch(database: database, clock: .fixed(Self.now)), database, try #require(tree.area(key: key)))
    }

    @Test("the family with a seven-month-old in Unna finds what is there for it", arguments: TestEngine.available)
    func unna(engine: TestEngine) async throws {
        let (search, database, unna) = try await house(engine)
        var query = OfferQuery()
        query.age = AgeInMonths(7)
        query.areaIDs = [unna.id]
        query.perPage = 100
        let found = try await search.search(query)
        let tree = try await AreaStore(database: database).tree()
        let served = Set([unna.id] + tree.ancestors(of: unna.id).map(\.id) + tree.idsWithin(unna.id))
        let expected = try await OfferStore(database: database).details(ids: nil).filter { detail in
            detail.offer.isPublic(on: Self.now.berlinDay)
                && detail.offer.ageRange?.contains(AgeInMonths(clamping: 7)) ?? true
                && !served.isDisjoint(with: detail.offer.areaScope + detail.places.compactMap(\.facility.areaID))
        }
        #expect(found.total == expected.count && found.total > 10)
        #expect(Set(found.items.map(\.summary.id)) == Set(expected.map(\.offer.id)))
        #expect(found.items.allSatisfy { !$0.summary.town.isEmpty })
        let local = found.items.prefix(5).filter { $0.summary.town == "Unna" }
        #expect(!local.isEmpty)
        query.text = ""
        var typed = OfferQuery()
        typed.text = "Unna 7 Monate"
        typed.perPage = 100
        let same = try await search.search(typed)
        #expect(same.understood.place == "Unna" && same.understood.age?.months == 7)
        #expect(same.items.map(\.summary.id) == found.items.map(\.summary.id))
    }

    @Test("place, postcode and ordinary words in a sentence", arguments: TestEngine.available)
    func places(engine: TestEngine) async throws {
        let (search, _, unna) = try await house(engine)
        for text in ["Hebamme Unna", "hebamme in unna", "Hebamme 59423", "59423 Unna Hebamme"] {
            var query = OfferQuery()
            query.text = text
            let found = try await search.search(query)
            #expect(found.understood.areaID == unna.id, "\(text)")
            #expect(found.understood.words.lowercased() == "hebamme", "\(text)")
            #expect(found.total > 0, "\(text)")
        }
        var ordinary = OfferQuery()
        ordinary.text = "gesundes Essen"
        #expect(try await search.search(ordinary).understood.place == nil)
    }

    @Test("counts beside the choices are those of going through every offer", arguments: TestEngine.available)
    func facets(engine: TestEngine) async throws {
        let database = try await engine.database(House.migrations)
        let plan = try MusterkreisPlan(towns: 3, districts: 2, offers: 120)
        _ = try await DemoHouse(database: database).loadMusterkreis(plan, at: Self.now)
        let search = OfferSearch(database: database, clock: .fixed(Self.now))
        let yardstick = SearchYardstick(
            details: try await OfferStore(database: database).details(ids: nil),
            tree: try await AreaStore(database: database).tree(), today: Self.now.berlinDay)
        var generator = Steps(state: 11)
        for number in 0..<500 {
            let query = yardstick.question(&generator)
            let found = try await search.search(query)
            #expect(found.total == yardstick.count(query), "\(number)")
            for facet in found.facets {
                for value in facet.values where facet.kind != .area && facet.kind != .topic {
                    let narrowed = yardstick.choosing(value.key, facet.kind, query)
                    #expect(value.count == yardstick.count(narrowed), "\(number) \(facet.kind) \(value.key)")
                }
                for value in facet.values where facet.kind == .area {
                    let key = try #require(AreaKey(value.key))
                    var narrowed = query
                    narrowed.areaIDs = [ID(key: key)]
                    #expect(value.count == yardstick.count(narrowed), "\(number) \(value.key)")
                }
            }
        }
    }
}
