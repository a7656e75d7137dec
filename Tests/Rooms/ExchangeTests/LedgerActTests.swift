import Exchange
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Transfers

@Suite("Einlösen und Zurücknehmen") struct LedgerActTests {
    /// A has given all parts to C: A 10, C −10.
    private func fair(_ engine: TestEngine) async throws -> (Fair, Database) {
        let database = try await engine.database(ExchangeRoom.migrations)
        let fair = try await Fair(database)
        try await fair.begin()
        for part in TransferPart.allCases { try await fair.step(.confirm(part), for: Fair.c) }
        return (fair, database)
    }

    private func check(_ fair: Fair, _ balances: [Account: Int]) async throws {
        let ledger = try await fair.market().ledger
        for (account, balance) in balances { #expect(ledger.balance(of: account) == balance, "\(account)") }
        #expect(ledger.balances.values.reduce(0, +) == 0)
        let again = try Ledger(
            replaying: ledger.bookings, reservations: ledger.reservations, rules: ledger.rules)
        #expect(again.balances == ledger.balances && again.tallies == ledger.tallies)
    }

    @Test(
        "credit is redeemed once for each form, never more than there is, and goes to the fund",
        arguments: TestEngine.available)
    func redeems(engine: TestEngine) async throws {
        let (fair, database) = try await fair(engine)
        let (store, a) = (fair.store, Account.participant(Fair.a))
        let later = Fair.now.adding(seconds: 60)
        #expect(try await store.redeem(4, of: Fair.a, for: .backFill, key: "k", Fair.command()))
        #expect(try await !store.redeem(4, of: Fair.a, for: .backFill, key: "k", Fair.command(at: later)))
        try await check(fair, [a: 6, .fund: 4])
        let booking = try #require(try await fair.market().ledger.booking("redemption/k"))
        #expect(booking.purpose == .redemption(.backFill) && booking.reason == "Test")
        await #expect(throws: ExchangeRefusal.ledger(.keyTaken("redemption/k"))) {
            try await store.redeem(5, of: Fair.a, for: .backFill, key: "k", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.ledger(.noSuchCredit(by: 1))) {
            try await store.redeem(7, of: Fair.a, for: .travel, key: "l", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.ledger(.noSuchCredit(by: 1))) {
            try await store.redeem(1, of: Fair.c, for: .travel, key: "m", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.ledger(.noPoints)) {
            try await store.redeem(0, of: Fair.a, for: .travel, key: "n", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.unknown) {
            try await store.redeem(1, of: ID(), for: .travel, key: "o", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.notYours) {
            try await store.redeem(1, of: Fair.a, for: .travel, key: "p", Fair.command(for: Fair.a))
        }
        try await check(fair, [a: 6, .fund: 4])
        let entries = try await database.read { r in
            try r.value("SELECT count(*) FROM audit WHERE action = 'exchange.redemption'", as: Int.self)
        }
        #expect(entries == 1)
    }

    @Test("what is set aside for a transfer cannot be redeemed", arguments: TestEngine.available)
    func keepsReservations(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let (offer, request) = (
            ID<TransferOffer>(.exchange, name: "back"), ID<TransferRequest>(.exchange, name: "back")
        )
        try await fair.offer(offer, of: [Fair.b])
        try await fair.request(request, of: Fair.a)
        try await fair.store.register(ID(), offer: offer, request: request, Fair.command())
        await #expect(throws: ExchangeRefusal.ledger(.noSuchCredit(by: 1))) {
            try await fair.store.redeem(1, of: Fair.a, for: .expert, key: "k", Fair.command())
        }
    }

    @Test("eight clicks at the same time redeem once", arguments: TestEngine.available)
    func redeemsOnce(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let fresh = try await withThrowingTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask { try await fair.store.redeem(3, of: Fair.a, for: .travel, key: "k", Fair.command()) }
            }
            return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(fresh == 1)
        try await check(fair, [.participant(Fair.a): 7, .fund: 3])
    }

    @Test("a booking is taken back once, by a line of its own; that line stays", arguments: TestEngine.available)
    func reverses(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let key = "transfer/\(Fair.transfer)/coaching/\(Fair.a)"
        #expect(try await fair.store.reverse(key, Fair.command(because: "irrtümlich bestätigt")))
        #expect(try await !fair.store.reverse(key, Fair.command(at: Fair.now.adding(seconds: 60))))
        try await check(fair, [.participant(Fair.a): 5, .participant(Fair.c): -5])
        let ledger = try await fair.market().ledger
        #expect(ledger.bookings.count == 4 && ledger.booking(key) != nil)
        #expect(ledger.tallies[.participant(Fair.a)]?.given == 5)
        await #expect(throws: ExchangeRefusal.ledger(.nothingToReverse("reversal/\(key)"))) {
            try await fair.store.reverse("reversal/\(key)", Fair.command())
        }
        await #expect(throws: ExchangeRefusal.unknown) { try await fair.store.reverse("gibt-es-nicht", Fair.command()) }
        await #expect(throws: ExchangeRefusal.notYours) {
            try await fair.store.reverse(key, Fair.command(for: Fair.c))
        }
    }

    @Test(
        "a booking whose points were used meanwhile is not taken back below the floor",
        arguments: TestEngine.available)
    func keepsFloor(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        var rules = ExchangeRules(version: "streng", validFrom: Fair.now.berlinDay)
        rules.creditTransfers = 0
        try await fair.store.publish(rules, Fair.command())
        try await fair.store.redeem(8, of: Fair.a, for: .travel, key: "k", Fair.command())
        let key = "transfer/\(Fair.transfer)/coaching/\(Fair.a)"
        await #expect(throws: ExchangeRefusal.ledger(.beyondFloor([.participant(Fair.a): 3]))) {
            try await fair.store.reverse(key, Fair.command())
        }
        #expect(try await fair.store.reverse("redemption/k", Fair.command()))
        #expect(try await fair.store.reverse(key, Fair.command()))
        try await check(fair, [.participant(Fair.a): 5, .participant(Fair.c): -5, .fund: 0])
    }

    @Test("the pages: what will be booked is shown first, a double click books once, both lines stay")
    func pages() async throws {
        let world = try await ExchangeHouse()
        let empty = try await world.board.get("/boerse/buchungen/einloesen").text
        #expect(empty.contains("Niemand hat freies Guthaben"))
        try await world.fair.begin()
        for part in TransferPart.allCases { try await world.fair.step(.confirm(part), for: Fair.c) }
        let page = "/boerse/buchungen/einloesen"
        #expect(try await world.board.get(page).text.contains("Stadt A: 10 Punkte frei"))
        for client in [world.a, world.c] { #expect(try await client.get(page).status == 403) }
        let key = ID<Booking>().text
        let wish = [
            ("kommune", Fair.a.text), ("punkte", "4"), ("zweck", "travel"), ("grund", "Fahrt zur Tagung"),
            ("schluessel", key),
        ]
        let tooMuch = wish.map { $0.0 == "punkte" ? ("punkte", "11") : $0 }
        let refused = try await world.board.post(page, tooMuch)
        #expect(refused.status == 422 && refused.text.contains("10 Punkte sind frei"))
        #expect(refused.text.contains("Fahrt zur Tagung"), "what was typed stays")
        let check = try await world.board.post(page, wish)
        #expect(check.status == 200 && check.text.contains("Noch ist nichts gebucht") && check.text.contains(key))
        #expect(try await world.fair.market().ledger.bookings.count == 3)
        for _ in 1...2 {
            #expect(try await world.board.post(page, wish + [("geprueft", "ja")]).status == 303)
        }
        #expect(try await world.fair.market().ledger.bookings.count == 4)
        let own = try await world.a.get("/boerse/konto").text
        #expect(own.contains("Reisekosten – Fahrt zur Tagung"))

        let list = try await world.board.get("/boerse/buchungen").text
        #expect(list.contains("/boerse/buchungen/4") && list.contains("Begleitung"))
        #expect(try await world.board.get("/boerse/buchungen/4").text.contains("Jetzt zurücknehmen"))
        #expect(try await world.board.post("/boerse/buchungen/4", []).status == 422, "with a reason")
        for _ in 1...2 {
            #expect(try await world.board.post("/boerse/buchungen/4", [("grund", "Reise fiel aus")]).status == 303)
        }
        #expect(try await world.board.get("/boerse/buchungen/4").text.contains("Zurückgenommen mit"))
        #expect(try await world.board.get("/boerse/buchungen/5").text.contains("bleibt stehen"))
        let after = try await world.a.get("/boerse/konto").text
        #expect(after.contains("(zurückgenommen)") && after.contains("Storno: Eingelöst"))
        for text in ["0", "6", "-9223372036854775808", "99999999999999999999", "x"] {
            #expect(try await world.board.get("/boerse/buchungen/\(text)").status == 404, "\(text)")
        }
        #expect(try await world.board.get("/boerse/buchungen?konto=x&seite=-3").status == 200)
    }
}
