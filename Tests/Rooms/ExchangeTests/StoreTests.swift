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

    /// A round of the test's ports, announced, closed and cleared, with its proposals not yet out.
    private func cleared(_ fair: Fair) async throws -> Round {
        let today = Fair.now.berlinDay
        let round = try Round(
            id: ID(.exchange, name: "round"), period: try #require(Period("2027-H1")), kind: .binding,
            rules: try await fair.market().rules, seed: "Los 7", publishedOn: today, deadline: today.adding(days: 10))
        try await fair.store.announce(RoundRecord(round, title: "Runde"), Fair.command())
        let later = Fair.now.adding(seconds: 12 * 86_400)
        try await fair.store.take(.close, of: round.id, Fair.command(at: later))
        try await fair.store.clear(round, ports: ExchangePorts(practices: Fair.practices), Fair.command(at: later))
        return round
    }

    private let decision = Fair.command(at: Fair.now.adding(seconds: 13 * 86_400))

    @Test("a ring through an account at the floor is proposed as a whole", arguments: TestEngine.available)
    func ringAtTheFloor(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        var rules = ExchangeRules(version: "ohne Kredit", validFrom: Fair.now.berlinDay)
        rules.creditTransfers = 0
        try await fair.store.publish(rules, Fair.command())
        try await fair.store.set(.mayPassOn, LevelKey(Fair.c, Fair.link), Fair.command())
        try await fair.offer(ID(.exchange, name: "offer-c"), of: [Fair.c])
        try await fair.request(ID(.exchange, name: "request-a"), of: Fair.a)
        let round = try await cleared(fair)
        try await fair.store.take(.decide, of: round.id, decision)
        let market = try await fair.market()
        #expect(market.transfers.count == 2)
        #expect([Fair.a, Fair.c].allSatisfy { market.ledger.planned(.participant($0)) == 0 })
    }

    @Test("what was paused or taken since the clearing is not proposed", arguments: TestEngine.available)
    func goneSince(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let round = try await cleared(fair)
        try await fair.store.take(.expire, of: Fair.offer, Fair.command(for: Fair.a, at: decision.at))
        try await fair.store.take(.decide, of: round.id, decision)
        let market = try await fair.market()
        #expect(market.transfers.isEmpty && market.ledger.reservations.isEmpty)
        #expect(market.offer(Fair.offer)?.offer.course.state == .expired)
        #expect(market.request(Fair.request)?.request.course.state == .open)
        #expect(market.request(Fair.request)?.request.waitingRounds == 1, "it waited in vain as well")
    }

    @Test("a session at the ends of time is not stored", arguments: TestEngine.available)
    func farSession(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        try await fair.begin()
        for text in ["9999-12-31T23:00:00Z", "0001-01-01T00:00:00Z"] {
            let session = SessionRecord(
                id: ID(), transfer: Fair.transfer, part: .presentation, startsAt: try #require(Instant(text)),
                minutes: 720, place: "Rathaus", createdAt: Fair.now)
            await #expect(throws: ExchangeRefusal.course(.impossible)) {
                try await fair.store.add(session, Fair.command(for: Fair.a))
            }
        }
        #expect(try await fair.market().transfer(Fair.transfer)?.sessions.isEmpty == true)
    }

    @Test("what is handed in after the deadline waits for the next round", arguments: TestEngine.available)
    func tooLate(engine: TestEngine) async throws {
        let (fair, database) = try await fair(engine)
        let late = Fair.now.adding(seconds: 11 * 86_400)
        let id = ID<TransferRequest>(.exchange, name: "late")
        let request = TransferRequest(id: id, receiver: Fair.b, linkType: Fair.link)
        try await fair.store.add(
            RequestRecord(request, need: "x", missing: nil, createdAt: late), Fair.command(for: Fair.b, at: late))
        for step in [RequestFlow.Step.clarify, .open] {
            try await fair.store.take(step, of: id, Fair.command(for: Fair.b, at: late))
        }
        let round = try await cleared(fair)
        let outcome = try #require(try await ExchangeStore(database: database).outcome(of: round.id))
        #expect(outcome.plan.requests.map(\.id) == [Fair.request])
    }

    @Test(
        "one binding round is under way at a time, so that nobody chooses among seeds", arguments: TestEngine.available)
    func oneRound(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let round = try await cleared(fair)
        let today = decision.at.berlinDay
        let second = try Round(
            id: ID(), period: round.period, kind: .binding, rules: round.rules, seed: "Los 8", publishedOn: today,
            deadline: today.adding(days: 10))
        await #expect(throws: ExchangeRefusal.round(.anotherIsUnderWay)) {
            try await fair.store.announce(RoundRecord(second, title: "Zweite"), decision)
        }
        #expect(try await !fair.store.announce(RoundRecord(round, title: "Runde"), decision), "known already")
        try await fair.store.take(.decide, of: round.id, decision)
        #expect(try await fair.store.announce(RoundRecord(second, title: "Zweite"), decision))
    }

    @Test("a result is computed once, however often it is shown", arguments: TestEngine.available)
    func computedOnce(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        let round = try await cleared(fair)
        let store = fair.store
        let shown = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await store.outcome(of: round.id)?.proposals.count ?? -1 } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(shown == Array(repeating: 1, count: 8))
        #expect(await store.memory.computations == 1)
        try await store.take(.decide, of: round.id, decision)
        let transfer = try #require(try await fair.market().transfers.first?.id)
        try await store.take(
            .decline(.receiver, .noStaff), of: transfer, Fair.command(for: Fair.c, at: decision.at))
        try await store.resolve(round.id, decision)
        #expect(try await store.outcome(of: round.id)?.proposals.isEmpty == true)
        #expect(try await store.outcome(of: round.id, resolution: 0)?.proposals.count == 1)
        #expect(await store.memory.computations == 2)
    }

    @Test("nobody floods the market: fifty unfinished requests and offers each", arguments: [TestEngine.sqlite])
    func flood(engine: TestEngine) async throws {
        let (fair, _) = try await fair(engine)
        func add(_ number: Int) async throws {
            let request = TransferRequest(
                id: ID(.exchange, name: "flood/\(number)"), receiver: Fair.c, linkType: Fair.link)
            try await fair.store.add(
                RequestRecord(request, need: "x", missing: nil, createdAt: Fair.now), Fair.command(for: Fair.c))
        }
        for number in 1..<TransferRequest.mostOpen { try await add(number) }
        await #expect(throws: ExchangeRefusal.tooMany(50)) { try await add(50) }
        try await fair.store.take(.withdraw, of: ID(.exchange, name: "flood/1"), Fair.command(for: Fair.c))
        try await add(50)
        func offer(_ number: Int, with others: [ID<Participant>] = []) async throws {
            let offer = try #require(
                TransferOffer(
                    id: ID(.exchange, name: "flood/\(number)"), kind: .tool, givers: [Fair.a] + others,
                    linkType: Fair.link, practice: Fair.practice, parts: [.presentation], capacity: 1))
            try await fair.store.add(OfferRecord(offer, createdAt: Fair.now), Fair.command(for: Fair.a))
        }
        for number in 1..<TransferOffer.mostOpen { try await offer(number) }
        await #expect(throws: ExchangeRefusal.tooMany(50)) { try await offer(50) }
        #expect(try await fair.market().offers.count == 50)
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
