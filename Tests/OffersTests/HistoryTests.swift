import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Geschichte eines Angebots") struct HistoryTests {
    @Test("every change keeps what it replaced, and restoring brings it back", arguments: TestEngine.available)
    func restore(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let store = fixture.store
        let first = try await store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        var second = first
        second.title = "Anderer Titel"
        second.schedules = []
        second = try await store.save(second, by: Fixture.actor, at: Fixture.now.adding(seconds: 1))
        let history = try await store.versions(of: first.id)
        #expect(history.map(\.replaced) == [1])
        #expect(history.first?.changed == [.title, .schedules])
        #expect(try await store.offer(first.id, version: 1) == first)
        #expect(try await store.offer(first.id, version: 2) == second)
        #expect(try await store.differences(of: first.id, after: 1)?.map(\.field) == [.title, .schedules])

        await #expect(throws: StorageError.stale) {
            try await store.restore(first.id, version: 1, current: 1, by: Fixture.actor, at: Fixture.now)
        }
        let back = try await store.restore(first.id, version: 1, current: 2, by: Fixture.actor, at: Fixture.now)
        #expect(back.version == 3)
        #expect(back.differences(from: first).isEmpty)
        #expect(try await store.versions(of: first.id).map(\.action) == ["offer.restore", "offer.edit"])
    }

    @Test(
        "the change log names each changed offer once and follows places and providers", arguments: TestEngine.available
    )
    func changeLog(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let store = fixture.store
        let offer = try await store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        let start = try await store.lastChange()
        #expect(try await store.changes(after: start).ids.isEmpty)
        var place = fixture.open
        place.town = "Kamen"
        try await store.save(place, by: Fixture.actor, at: Fixture.now)
        try await store.setStatus(.paused, of: offer.id, version: nil, by: Fixture.actor, at: Fixture.now)
        let changes = try await store.changes(after: start)
        #expect(changes.ids == [offer.id])
        #expect(changes.upTo == start + 2)
        let detail = try #require(try await store.detail(offer.id))
        #expect(detail.town == "Kamen" && detail.offer.status == .paused)
        try await store.remove(offer.id, version: 2, by: Fixture.actor, at: Fixture.now)
        #expect(try await store.changes(after: changes.upTo).ids == [offer.id])
        #expect(try await store.detail(offer.id) == nil)
        #expect(try await store.offer(offer.id, version: 1)?.title == offer.title)
    }

    @Test("a provider's proposal is accepted field by field", arguments: TestEngine.available)
    func proposal(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let store = fixture.store
        let offer = try await store.save(fixture.fullOffer(), by: Fixture.actor, at: Fixture.now)
        var wish = offer
        wish.title = "Neuer Name"
        wish.alert = ""
        wish.status = .ended
        wish.internalNote = "gelesen"
        let proposal = try #require(try await store.propose(wish, by: .link("x"), at: Fixture.now))
        #expect(proposal.changes.map(\.field) == [.title, .alert])
        #expect(try await store.offer(offer.id) == offer)
        #expect(try await store.openProposals() == [proposal])
        let after = try await store.decide(proposal.id, accepting: [.alert], by: Fixture.actor, at: Fixture.now)
        #expect(after.title == offer.title && after.alert.isEmpty && after.status == .active)
        #expect(after.check?.by == .provider)
        #expect(try await store.openProposals(for: offer.id).isEmpty)
        await #expect(throws: StorageError.stale) {
            try await store.decide(proposal.id, accepting: [.title], by: Fixture.actor, at: Fixture.now)
        }
    }

    @Test("a link opens by its token only, until it is revoked or over", arguments: TestEngine.available)
    func links(engine: TestEngine) async throws {
        let fixture = try await Fixture(engine)
        let store = fixture.store
        let (link, token) = try await store.createLink(
            for: fixture.provider.id, days: 10, by: Fixture.actor, at: Fixture.now)
        #expect(token.count == 43)
        #expect(try await store.link(token: token, at: Fixture.now)?.providerID == fixture.provider.id)
        #expect(try await store.link(token: token + "x", at: Fixture.now) == nil)
        #expect(try await store.link(token: link.id.text, at: Fixture.now) == nil)
        #expect(try await store.link(token: token, at: Fixture.now.adding(seconds: 86_400 * 10)) == nil)
        let stored = try await store.database.read { r in
            try r.value("SELECT tokenHash FROM providerLink", as: String.self)
        }
        #expect(stored?.count == 64 && stored != token)
        try await store.revoke(link.id, of: fixture.provider.id, by: Fixture.actor, at: Fixture.now)
        #expect(try await store.link(token: token, at: Fixture.now) == nil)
        #expect(try await store.links(of: fixture.provider.id).first?.revokedAt == Fixture.now)
    }
}
