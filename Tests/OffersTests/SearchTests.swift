import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Suche") struct SearchTests {
    @Test("words, facets and changes", arguments: TestEngine.available)
    func basics(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let search = OfferSearch(database: fixture.store.database, clock: .fixed(Fixture.now), patience: 0)
        #expect(try await search.search(OfferQuery()).total == 0)
        let first = try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        var query = OfferQuery()
        query.text = "Krabelgruppe"
        let found = try await search.search(query)
        #expect(found.items.map(\.summary.id) == [first.id])
        #expect(found.facets.contains { $0.kind == .field && $0.values.map(\.count) == [1, 1] })
        query.text = "Zahnarzt"
        #expect(try await search.search(query).total == 0)
    }
}
