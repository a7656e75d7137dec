import Exchange
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Transfers
import Workflow

@Suite("Gemeinsam geben") struct ConsentTests {
    private static let joint = ID<TransferOffer>(.exchange, name: "joint")

    /// A draft of A that names B.
    private func draft(_ fair: Fair) async throws {
        let offer = try #require(
            TransferOffer(
                id: Self.joint, kind: .practice, givers: [Fair.a, Fair.b], linkType: Fair.link,
                practice: Fair.practice, parts: Set(TransferPart.allCases), capacity: 1))
        try await fair.store.add(OfferRecord(offer, createdAt: Fair.now), Fair.command(for: Fair.a))
        try await fair.store.take(.review, of: Self.joint, Fair.command())
    }

    @Test(
        "a joint offer is opened only when everybody named has agreed; each word is kept",
        arguments: TestEngine.available)
    func store(engine: TestEngine) async throws {
        let database = try await engine.database(ExchangeRoom.migrations)
        let fair = try await Fair(database)
        try await draft(fair)
        #expect(try await fair.market().offer(Self.joint)?.waiting == [Fair.b])
        func open() async throws { try await fair.store.take(.open, of: Self.joint, Fair.command()) }
        await #expect(throws: ExchangeRefusal.consentMissing([Fair.b])) { try await open() }
        await #expect(throws: ExchangeRefusal.notYours) {
            try await fair.store.answer(true, to: Self.joint, Fair.command(for: Fair.c))
        }
        await #expect(throws: ExchangeRefusal.notYours) {
            try await fair.store.answer(true, to: Self.joint, Fair.command())
        }
        try await fair.store.answer(false, to: Self.joint, Fair.command(for: Fair.b, because: "kein Personal"))
        await #expect(throws: ExchangeRefusal.consentMissing([Fair.b])) { try await open() }
        let record = try #require(try await fair.market().offer(Self.joint))
        #expect(record.consents[Fair.b]?.reason == "kein Personal" && record.consents[Fair.a]?.agrees == true)
        try await fair.store.answer(true, to: Self.joint, Fair.command(for: Fair.b))
        try await fair.store.answer(false, to: Self.joint, Fair.command(for: Fair.a))
        await #expect(throws: ExchangeRefusal.consentMissing([Fair.a])) { try await open() }
        try await fair.store.answer(true, to: Self.joint, Fair.command(for: Fair.a))
        try await open()
        #expect(try await fair.market().offer(Self.joint)?.offer.course.state == .open)
        await #expect(throws: ExchangeRefusal.course(.impossible)) {
            try await fair.store.answer(false, to: Self.joint, Fair.command(for: Fair.b))
        }
        await #expect(throws: StorageError.self) {
            try await database.write { w in try w.run("DELETE FROM exchangeConsent") }
        }
        let count = try await database.read { r in
            try r.value("SELECT count(*) FROM exchangeConsent WHERE offerId = \(Self.joint)", as: Int.self)
        }
        #expect(count == 5, "every word stays")
    }

    @Test("who gives alone needs nobody's consent; a draft can be ended", arguments: TestEngine.available)
    func alone(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        #expect(try await fair.market().offer(Fair.offer)?.waiting == [])
        await #expect(throws: ExchangeRefusal.course(.impossible)) {
            try await fair.store.answer(true, to: Fair.offer, Fair.command(for: Fair.a))
        }
        try await draft(fair)
        try await fair.store.take(.expire, of: Self.joint, Fair.command(for: Fair.a))
        #expect(try await fair.market().offer(Self.joint)?.offer.course.state == .expired)
    }

    @Test("the named town finds the question on its desk and answers it; until then the board cannot open")
    func pages() async throws {
        let world = try await ExchangeHouse()
        let fields = [
            ("fuer", Fair.a.text), ("art", "practice"), ("kettenglied", Fair.link.text), ("praxis", "willkommen"),
            ("teile", "presentation"), ("anzahl", "1"), ("gemeinsam", Fair.b.text),
        ]
        #expect(try await world.a.post("/boerse/angebote/neu", fields).status == 303)
        let record = try #require(try await world.fair.market().offers.first { $0.isAsking })
        let page = "/boerse/angebote/\(record.offer.id)"
        #expect(try await world.b.get("/boerse").text.contains("Mittragen?"))
        #expect(try await world.b.get(page).text.contains("Stadt B ist genannt"))
        #expect(try await world.c.get(page).status == 404, "drafts are private")
        let review = [("schritt", "review"), ("grund", "geprüft")]
        #expect(try await world.board.post("\(page)/schritt", review).status == 303)
        let board = try await world.board.get(page).text
        #expect(board.contains("fehlt die Zustimmung von Stadt B") && !board.contains("value=\"open\""))
        let open = [("schritt", "open"), ("grund", "vollständig")]
        #expect(try await world.board.post("\(page)/schritt", open).status == 422)
        #expect(try await world.b.post("\(page)/mittragen", [("antwort", "ja")]).status == 422, "with a sentence")
        let no = [("antwort", "nein"), ("mittragen", "erst im Sommer"), ("fuer", Fair.b.text)]
        #expect(try await world.b.post("\(page)/mittragen", no).status == 303)
        #expect(try await world.a.get(page).text.contains("erst im Sommer"))
        #expect(try await world.c.post("\(page)/mittragen", no).status == 404)
        let foreign = [("antwort", "ja"), ("mittragen", "gern"), ("fuer", Fair.b.text)]
        #expect(try await world.a.post("\(page)/mittragen", foreign).status == 303, "A speaks for A only")
        #expect(try await world.fair.market().offer(record.offer.id)?.waiting == [Fair.b])
        #expect(try await world.b.post("\(page)/mittragen", foreign).status == 303)
        #expect(try await world.board.post("\(page)/schritt", open).status == 303)
        #expect(try await world.c.get(page).status == 200)
    }
}
