import Offers
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@Suite("Register") struct OfferStoreTests {
    @Test("an offer with everything stated comes back as it was stored", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let offer = fixture.fullOffer()
        let stored = try await fixture.store.save(offer, by: Fixture.actor, at: Fixture.now)
        #expect(stored.version == 1)
        let read = try #require(try await fixture.store.offer(offer.id))
        #expect(read == stored)
        #expect(read.differences(from: offer).isEmpty)
        #expect(try Offer(record: #require(JSONValue(json: read.record.description))) == read)
    }

    @Test("an offer with nothing but title and provider comes back too", arguments: TestEngine.available)
    func smallest(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let stored = try await fixture.store.save(
            Offer(title: "Café", providerID: fixture.provider.id), by: Fixture.actor, at: Fixture.now)
        #expect(try await fixture.store.offer(stored.id) == stored)
    }

    @Test("the second of two edits of the same version is refused", arguments: TestEngine.available)
    func stale(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        var mine = try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        var yours = mine
        yours.title = "Neu"
        try await fixture.store.save(yours, by: Fixture.actor, at: Fixture.now)
        mine.alert = "anders"
        await #expect(throws: StorageError.stale) {
            try await fixture.store.save(mine, by: Fixture.actor, at: Fixture.now)
        }
        let read = try await fixture.store.offer(mine.id)
        #expect(read?.title == "Neu" && read?.alert == "Am 5. Mai geschlossen." && read?.version == 2)
    }

    @Test("saving without a change makes no version and no line in the change log", arguments: TestEngine.available)
    func unchanged(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let stored = try await fixture.store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        let before = try await fixture.store.lastChange()
        #expect(try await fixture.store.save(stored, by: Fixture.actor, at: Fixture.now.adding(seconds: 60)) == stored)
        #expect(try await fixture.store.lastChange() == before)
    }
}
