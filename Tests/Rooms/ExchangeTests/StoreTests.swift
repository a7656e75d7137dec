import Exchange
import Prevention
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers
import Workflow

@Suite("Speicher der Transferbörse") struct ExchangeStoreTests {
    private func fair(_ engine: TestEngine) async throws -> (Fair, Database) {
        let database = try await engine.database(ExchangeRoom.migrations)
        return (try await Fair(database), database)
    }

    @Test("what was written is read back: offers, requests, levels and the way there", arguments: TestEngine.available)
    func readsBack(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let market = try await fair.market()
        let offer = try #require(market.offer(Fair.offer))
        #expect(offer.offer.course.state == .open && offer.steps.map(\.step) == ["review", "open"])
        let request = try #require(market.request(Fair.request))
        #expect(request.request.urgency.value == 3 && request.request.course.state == .open)
        #expect(market.level(Fair.a, Fair.link) == .mayPassOn && market.level(Fair.c, Fair.link) == .missing)
        #expect(market.missingDuty == [Fair.c])
    }

    @Test("a transfer books part by part, raises the level and meets the request", arguments: TestEngine.available)
    func books(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.begin()
        var market = try await fair.market()
        #expect(market.offer(Fair.offer)?.offer.course.state == .full)
        #expect(market.ledger.planned(.participant(Fair.c)) == -10 && market.ledger.balances.isEmpty)
        #expect(market.transfer(Fair.transfer)?.agreement == "Zwei Treffen bis Mai.")
        for part in TransferPart.allCases { try await fair.step(.confirm(part), for: Fair.c) }
        market = try await fair.market()
        #expect(market.ledger.balance(of: .participant(Fair.a)) == 10)
        #expect(market.ledger.balance(of: .participant(Fair.c)) == -10)
        #expect(market.ledger.balances.values.reduce(0, +) == 0 && market.ledger.reservations.isEmpty)
        #expect(market.offer(Fair.offer)?.offer.course.state == .open, "no part is left, so it has room again")
        try await fair.step(.introduce, for: Fair.c)
        market = try await fair.market()
        #expect(market.level(Fair.c, Fair.link) == .introduced)
        #expect(market.request(Fair.request)?.request.course.state == .met)
    }

    @Test("two confirmations at the same time book once", arguments: TestEngine.available)
    func booksOnce(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.begin()
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do {
                        try await fair.step(.confirm(.presentation), for: Fair.c)
                        return true
                    } catch { return false }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        let market = try await fair.market()
        #expect(outcomes == 1 && market.ledger.bookings.count == 1)
        #expect(market.ledger.balance(of: .participant(Fair.a)) == 2)
        #expect(market.ledger.planned(.participant(Fair.c)) == -10)
    }

    @Test("bookings, steps and results can only be added, whoever asks the database", arguments: TestEngine.available)
    func onlyGrows(engine: TestEngine) async throws {
        let (fair, database) = try await fair(engine)
        try await fair.begin()
        try await fair.step(.confirm(.presentation), for: Fair.c)
        await #expect(throws: StorageError.self) {
            try await database.write { w in try w.run("UPDATE exchangeBooking SET points = 1") }
        }
        await #expect(throws: StorageError.self) {
            try await database.write { w in try w.run("DELETE FROM exchangeBooking") }
        }
        await #expect(throws: StorageError.self) {
            try await database.write { w in try w.run("DELETE FROM exchangeStep") }
        }
        #expect(try await fair.market().ledger.bookings.count == 1)
    }

    @Test("what is not possible is refused and changes nothing", arguments: TestEngine.available)
    func refuses(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.store.register(Fair.transfer, offer: Fair.offer, request: Fair.request, Fair.command())
        await #expect(throws: ExchangeRefusal.transfer(.notYours(.third))) {
            try await fair.step(.accept(.giver), for: Fair.b)
        }
        await #expect(throws: ExchangeRefusal.transfer(.course(.impossible))) {
            try await fair.step(.confirm(.coaching), for: Fair.c)
        }
        await #expect(throws: ExchangeRefusal.transfer(.tooEarly(until: Fair.now.berlinDay.adding(days: 15)))) {
            try await fair.step(.lapse, for: nil)
        }
        await #expect(throws: ExchangeRefusal.mismatch) {
            try await fair.store.register(ID(), offer: Fair.offer, request: Fair.request, Fair.command())
        }
        let market = try await fair.market()
        #expect(market.transfers.count == 1 && market.transfer(Fair.transfer)?.steps.isEmpty == true)
    }

    @Test("a decline frees points, request and offer", arguments: TestEngine.available)
    func declines(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.store.register(Fair.transfer, offer: Fair.offer, request: Fair.request, Fair.command())
        #expect(try await fair.market().offer(Fair.offer)?.offer.course.state == .full)
        try await fair.step(.decline(.receiver, .noStaff), for: Fair.c)
        let market = try await fair.market()
        #expect(market.ledger.reservations.isEmpty && market.ledger.bookings.isEmpty)
        #expect(market.request(Fair.request)?.request.course.state == .open)
        #expect(market.offer(Fair.offer)?.offer.course.state == .open)
    }

    @Test("the fund lifts an account in debit once in a half-year", arguments: TestEngine.available)
    func fund(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.begin()
        for part in TransferPart.allCases { try await fair.step(.confirm(part), for: Fair.c) }
        #expect(try await fair.store.issueFund(Fair.command()) == 1)
        #expect(try await fair.store.issueFund(Fair.command()) == 0)
        let ledger = try await fair.market().ledger
        #expect(ledger.balance(of: .participant(Fair.c)) == 0 && ledger.balance(of: .fund) == -10)
        await #expect(throws: ExchangeRefusal.notYours) { try await fair.store.issueFund(Fair.command(for: Fair.a)) }
    }

    @Test("rules are published once, and only if they make sense", arguments: TestEngine.available)
    func rules(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        var rules = ExchangeRules(version: "1", validFrom: Fair.now.berlinDay)
        rules.creditTransfers = 1
        try await fair.store.publish(rules, Fair.command())
        #expect(try await fair.market().rules == rules)
        await #expect(throws: ExchangeRefusal.versionTaken) { try await fair.store.publish(rules, Fair.command()) }
        rules.version = "2"
        rules.loadCost = 9_000
        await #expect(throws: ExchangeRefusal.self) { try await fair.store.publish(rules, Fair.command()) }
    }
}
