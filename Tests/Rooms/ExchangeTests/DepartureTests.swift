import Exchange
import Prevention
import RoomTesting
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers
import Workflow

@Suite("Ausscheiden") struct DepartureTests {
    private func leave(_ fair: Fair, _ id: ID<Participant>, at now: Instant = Fair.now) async throws {
        let stamp = try await fair.market(at: now).departure(of: id).stamp
        try await fair.store.leave(id, as: stamp, Fair.command(at: now, because: "Fusion mit Stadt B"))
    }

    @Test(
        "a giver leaves in the middle: what is confirmed stays, the rest ends, the partner's request is open again",
        arguments: TestEngine.available)
    func giver(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        try await fair.step(.confirm(.presentation), for: Fair.c)
        try await fair.request(ID(.exchange, name: "own"), of: Fair.a)
        let preview = try await fair.market().departure(of: Fair.a)
        #expect(preview.departure.transfers == [Fair.transfer: .stop(.partnerLeft)])
        #expect(preview.departure.reopened == [Fair.request] && preview.balance == 2 && preview.undercut.isEmpty)
        try await leave(fair, Fair.a)
        let market = try await fair.market()
        let gone = try #require(market.participant(Fair.a))
        #expect(gone.leftOn == Fair.now.berlinDay && gone.leftReason == "Fusion mit Stadt B")
        #expect(market.transfer(Fair.transfer)?.state == .stopped(at: .presented, .partnerLeft))
        #expect(market.offer(Fair.offer)?.offer.course.state == .expired)
        #expect(market.request(Fair.request)?.request.course.state == .open)
        #expect(market.request(ID(.exchange, name: "own"))?.request.course.state == .withdrawn)
        #expect(market.ledger.reservations.isEmpty && market.ledger.balance(of: .participant(Fair.a)) == 0)
        #expect(market.ledger.balance(of: .participant(Fair.c)) == -2 && market.ledger.balance(of: .fund) == 2)
        #expect(market.ledger.balances.values.reduce(0, +) == 0)
    }

    @Test(
        "a receiver in debit leaves: the fund closes its account, the giver's offer has room again",
        arguments: TestEngine.available)
    func receiver(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        try await fair.step(.confirm(.presentation), for: Fair.c)
        try await leave(fair, Fair.c)
        let market = try await fair.market()
        #expect(market.offer(Fair.offer)?.offer.course.state == .open)
        #expect(market.request(Fair.request)?.request.course.state == .withdrawn)
        #expect(market.ledger.balance(of: .fund) == -2 && market.ledger.balance(of: .participant(Fair.a)) == 2)
        #expect(market.missingDuty.isEmpty)
    }

    @Test(
        "who left can do nothing more, is in no round, and its bookings stay; it can come back",
        arguments: TestEngine.available)
    func gone(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        try await fair.step(.confirm(.presentation), for: Fair.c)
        try await leave(fair, Fair.a)
        await #expect(throws: ExchangeRefusal.hasLeft) {
            try await fair.offer(ID(.exchange, name: "more"), of: [Fair.b, Fair.a])
        }
        await #expect(throws: ExchangeRefusal.hasLeft) {
            try await fair.request(ID(.exchange, name: "more"), of: Fair.a)
        }
        await #expect(throws: ExchangeRefusal.hasLeft) { try await fair.step(.suspend, for: Fair.a) }
        await #expect(throws: ExchangeRefusal.hasLeft) { try await leave(fair, Fair.a) }
        await #expect(throws: ExchangeRefusal.hasLeft) {
            try await fair.store.reverse("transfer/\(Fair.transfer)/presentation/\(Fair.a)", Fair.command())
        }
        let limits = try #require(TransferLimits(give: 1, receive: 1))
        await #expect(throws: ExchangeRefusal.hasLeft) {
            try await fair.store.set(limits, of: Fair.a, from: Fair.now.berlinDay.halfYear, Fair.command())
        }
        try await fair.store.rejoin(Fair.a, limits: limits, Fair.command())
        let back = try #require(try await fair.market().participant(Fair.a))
        #expect(back.isActive && back.leftReason == nil && back.limits == limits)
        await #expect(throws: ExchangeRefusal.changed) {
            try await fair.store.rejoin(Fair.a, limits: limits, Fair.command())
        }
    }

    @Test(
        "what changed since the preview keeps it from happening; nothing is half done",
        arguments: TestEngine.available)
    func changed(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        let stamp = try await fair.market().departure(of: Fair.a).stamp
        try await fair.step(.confirm(.presentation), for: Fair.c)
        let before = try await fair.market()
        await #expect(throws: ExchangeRefusal.changed) {
            try await fair.store.leave(Fair.a, as: stamp, Fair.command())
        }
        let after = try await fair.market()
        #expect(after.transfers == before.transfers && after.ledger.bookings == before.ledger.bookings)
        #expect(after.participant(Fair.a)?.isActive == true)
        await #expect(throws: ExchangeRefusal.notYours) {
            try await fair.store.leave(Fair.a, as: stamp, Fair.command(for: Fair.a))
        }
    }

    @Test(
        "a partner whose income is gone is below the floor, and the next round is cleared all the same",
        arguments: TestEngine.available)
    func undercut(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        // C has received two transfers and stands at the floor; a third one counts on what it gives to A.
        let store = fair.store
        try await store.set(.mayPassOn, LevelKey(Fair.c, Fair.link), Fair.command())
        for number in 0..<3 {
            let (offer, request) = (
                ID<TransferOffer>(.exchange, name: "o\(number)"), ID<TransferRequest>(.exchange, name: "r\(number)")
            )
            try await fair.offer(offer, of: [number == 2 ? Fair.c : Fair.b])
            try await fair.request(request, of: number == 2 ? Fair.a : Fair.c)
            if number == 1 { continue }
            try await store.register(
                ID(.exchange, name: "t\(number)"), offer: offer, request: request, Fair.command())
        }
        for (name, offer, request) in [("t1", "o1", "r1"), ("t3", "offer", "request")] {
            try await store.register(
                ID(.exchange, name: name), offer: ID(.exchange, name: offer), request: ID(.exchange, name: request),
                Fair.command())
        }
        #expect(try await fair.market().ledger.planned(.participant(Fair.c)) == -20)
        let preview = try await fair.market().departure(of: Fair.a)
        #expect(preview.undercut.isEmpty, "A gives to C as well, so both fall away together")
        try await store.take(
            .decline(.giver, .noTime), of: ID(.exchange, name: "t3"), Fair.command(for: Fair.a))
        try await fair.offer(ID(.exchange, name: "o4"), of: [Fair.b])
        try await store.register(
            ID(.exchange, name: "t4"), offer: ID(.exchange, name: "o4"), request: Fair.request, Fair.command())
        #expect(try await fair.market().departure(of: Fair.a).undercut == [.participant(Fair.c): 10])
        try await leave(fair, Fair.a)
        #expect(try await fair.market().undercut == [Fair.c: 10])

        // Nothing brings C back: it gives what nobody looks for. It stays where it is and the round goes on without it.
        try await other(fair)
        let stuck = try await clear(fair, "erste")
        #expect(stuck.isVerified && stuck.plan.excused == [Fair.c])
        #expect(stuck.proposals.isEmpty, "who is below the floor receives nothing more")
        #expect(!stuck.plan.participants.contains { $0.id == Fair.a })
        let id = stuck.plan.round.id
        #expect(try await store.outcome(of: id)?.plan.excused == [Fair.c], "it is kept with the round")
        try await store.take(.cancel, of: id, Fair.command(at: Fair.now.adding(seconds: 7 * 86_400)))
        // Now B looks for what C gives: C comes first and is back at the floor.
        try await fair.request(ID(.exchange, name: "r6"), of: Fair.b)
        let back = try await clear(fair, "zweite")
        #expect(back.isVerified && back.plan.excused.isEmpty)
        #expect(back.proposals.contains { $0.givers == [Fair.c] && $0.receiver == Fair.b })
    }

    /// B offers, and C looks for, another link and practice.
    private func other(_ fair: Fair) async throws {
        let link = ID<LinkType>(.exchange, name: "kita")
        try await fair.store.add(
            LinkRecord(id: link, title: "Kita-Start", stage: .aroundKita, field: .education, obligation: .choice),
            Fair.command())
        try await fair.store.set(.mayPassOn, LevelKey(Fair.b, link), Fair.command())
        let offer = try #require(
            TransferOffer(
                id: ID(.exchange, name: "o5"), kind: .practice, givers: [Fair.b], linkType: link,
                practice: Reference(.practice, "kita"), parts: [.presentation], capacity: 1))
        try await fair.store.add(OfferRecord(offer, createdAt: Fair.now), Fair.command(for: Fair.b))
        for step in [OfferFlow.Step.review, .open] { try await fair.store.take(step, of: offer.id, Fair.command()) }
        let request = TransferRequest(id: ID(.exchange, name: "r5"), receiver: Fair.c, linkType: link)
        try await fair.store.add(
            RequestRecord(request, need: "Es fehlt.", missing: nil, createdAt: Fair.now), Fair.command(for: Fair.c))
        for step in [RequestFlow.Step.clarify, .open] {
            try await fair.store.take(step, of: request.id, Fair.command(for: Fair.c))
        }
    }

    private func clear(_ fair: Fair, _ name: String) async throws -> RoundOutcome {
        let (day, later) = (Fair.now.berlinDay, Fair.now.adding(seconds: 7 * 86_400))
        let round = try Round(
            id: ID(.exchange, name: name), period: day.halfYear, kind: .binding, rules: .start, seed: "Los",
            publishedOn: day, deadline: day.adding(days: 5))
        try await fair.store.announce(RoundRecord(round, title: name), Fair.command())
        try await fair.store.take(.close, of: round.id, Fair.command(at: later))
        let practices: @Sendable (Day) async throws -> [ExchangePorts.Practice] = { day in
            let known = try await Fair.practices(day)
            return known
                + known.map {
                    ExchangePorts.Practice(
                        slug: "kita", title: "Kita-Start", evidence: $0.evidence, reviewExpires: $0.reviewExpires)
                }
        }
        return try await fair.store.clear(round, ports: ExchangePorts(practices: practices), Fair.command(at: later))
    }

    @Test(
        "who leaves between clearing and decision is proposed to nobody; the rest goes on",
        arguments: TestEngine.available)
    func betweenClearingAndDecision(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        let outcome = try await clear(fair, "runde")
        #expect(outcome.proposals.map(\.givers) == [[Fair.a]])
        let (id, later) = (outcome.plan.round.id, Fair.now.adding(seconds: 8 * 86_400))
        try await leave(fair, Fair.a, at: later)
        try await fair.store.take(.decide, of: id, Fair.command(at: later))
        var market = try await fair.market(at: later)
        #expect(market.transfers.isEmpty && market.request(Fair.request)?.request.course.state == .open)
        #expect(try await fair.store.resolve(id, Fair.command(at: later)) == 0)
        market = try await fair.market(at: later)
        #expect(market.transfers.isEmpty && market.ledger.reservations.isEmpty)
    }

    @Test("the page shows what will happen; what changed meanwhile is shown again")
    func pages() async throws {
        let world = try await ExchangeHouse()
        try await world.fair.begin()
        let page = "/boerse/teilnehmende/\(Fair.a)/ausscheiden"
        #expect(try await world.a.get(page).status == 403)
        #expect(try await world.board.get("/boerse/einrichten").text.contains(page))
        let shown = try await world.board.get(page).text
        #expect(shown.contains("Stadt A scheidet aus") && shown.contains("beendet: Partner ausgeschieden"))
        #expect(shown.contains("Willkommensbesuch – Stadt C") && shown.contains("Das Konto steht auf 0"))
        let old = try await world.fair.market().departure(of: Fair.a).stamp
        #expect(try await world.board.post(page, [("stand", old)]).status == 422, "with a reason")
        try await world.fair.step(.confirm(.presentation), for: Fair.c)
        let stale = try await world.board.post(page, [("stand", old), ("grund", "Fusion")])
        #expect(stale.status == 422 && stale.text.contains("Inzwischen hat sich etwas geändert"))
        #expect(stale.text.contains("2 Punkte gehen an den Solidaritätsfonds") && stale.text.contains("Fusion"))
        let fresh = try await world.fair.market().departure(of: Fair.a).stamp
        #expect(try await world.board.post(page, [("stand", fresh), ("grund", "Fusion")]).status == 303)
        #expect(try await world.board.get(page).status == 404)
        #expect(try await world.board.get("/boerse/einrichten").text.contains("ausgeschieden am"))
        let start = try await world.a.get("/boerse").text
        #expect(start.contains("macht seit dem") && !start.contains("Angebot machen"))
        #expect(try await world.a.get("/boerse/konto").text.contains("Konto geschlossen"))
        #expect(try await world.a.post("/boerse/gesuche/neu", [("fuer", Fair.a.text)]).status == 422)
        #expect(try await world.c.get("/boerse/transfers/\(Fair.transfer)").text.contains("Fusion"))
        let limits = [("gebiet", Fair.towns[0]), ("art", "municipality"), ("geben", "1"), ("nehmen", "1")]
        #expect(try await world.board.post("/boerse/einrichten", limits + [("grund", "zurück")]).status == 303)
        #expect(try await world.a.get("/boerse").text.contains("Schreibtisch: Stadt A"))
    }
}
