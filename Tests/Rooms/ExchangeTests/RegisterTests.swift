import Exchange
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Transfers
import Web

@Suite("Verabredeter Tausch") struct RegisterTests {
    @Test(
        "who is concerned or the steering body registers; nobody passes on what it is not cleared for",
        arguments: TestEngine.available)
    func store(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        func register(_ command: ExchangeStore.Command) async throws {
            try await fair.store.register(Fair.transfer, offer: Fair.offer, request: Fair.request, command)
        }
        await #expect(throws: ExchangeRefusal.notYours) { try await register(Fair.command(for: Fair.b)) }
        try await fair.store.set(.anchored, LevelKey(Fair.a, Fair.link), Fair.command())
        await #expect(throws: ExchangeRefusal.mismatch) { try await register(Fair.command(for: Fair.a)) }
        #expect(try await fair.market().transfers.isEmpty)
        try await fair.store.set(.mayPassOn, LevelKey(Fair.a, Fair.link), Fair.command())
        try await register(Fair.command(for: Fair.c))
        let market = try await fair.market()
        let transfer = try #require(market.transfer(Fair.transfer))
        #expect(transfer.transfer.origin == .registered && transfer.state == .proposed(acceptedBy: nil))
        #expect(market.ledger.planned(.participant(Fair.c)) == -10)
        await #expect(throws: ExchangeRefusal.mismatch) { try await register(Fair.command(for: Fair.c)) }
    }

    @Test("two towns do not register the same practice again and again", arguments: TestEngine.available)
    func again(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        try await fair.step(.stop(.asAgreed), for: Fair.c)
        let request = ID<TransferRequest>(.exchange, name: "again")
        try await fair.request(request, of: Fair.c)
        await #expect(throws: ExchangeRefusal.mismatch) {
            try await fair.store.register(ID(), offer: Fair.offer, request: request, Fair.command(for: Fair.c))
        }
        let later = Fair.now.adding(seconds: 25 * 31 * 86_400)
        try await fair.store.register(
            ID(), offer: Fair.offer, request: request, Fair.command(for: Fair.c, at: later))
        #expect(try await fair.market(at: later).transfers.count == 2)
    }

    @Test("the page offers what fits and is one's own; the other side answers as always")
    func pages() async throws {
        let world = try await ExchangeHouse()
        let page = "/boerse/transfers/eintragen"
        #expect(try await world.c.get("/boerse/angebote/\(Fair.offer)").text.contains("Schon verabredet? Eintragen"))
        let shown = try await world.c.get("\(page)?angebot=\(Fair.offer)").text
        #expect(shown.contains("Stadt A an Stadt C: Willkommen im Leben") && shown.contains("Warum eintragen?"))
        #expect(try await world.b.get(page).text.contains("Zurzeit passt nichts zusammen"))
        let key = "\(Fair.offer).\(Fair.request)"
        let empty = try await world.c.post(page, [("paar", key)])
        #expect(empty.status == 422 && empty.text.contains("Was ist verabredet?"))
        let foreign = try await world.b.post(page, [("paar", key), ("verabredet", "Zwei Treffen")])
        #expect(foreign.status == 422)
        #expect(try await world.c.post(page, [("paar", key), ("verabredet", "Zwei Treffen")]).status == 303)
        let transfer = try #require(try await world.fair.market().transfers.first)
        #expect(try await world.step("accept:receiver", world.c, transfer.id).status == 303)
        #expect(try await world.a.get("/boerse").text.contains("Vorschlag beantworten"))
        #expect(try await world.step("accept:giver", world.a, transfer.id).status == 303)
        #expect(try await world.fair.market().transfers.first?.state == .running(.accepted))
        let reader = try await world.house.signIn(.init(.reader, area: Fair.towns[0]))
        #expect(try await reader.get(page).status == 403)
        for odd in ["?angebot=x", "?gesuch=%00", "?angebot=\(Fair.request)"] {
            #expect(try await world.board.get(page + odd).status < 500)
        }
    }
}
