import Exchange
import Prevention
import RoomTesting
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers

@Suite("Fassungen der Spielregeln") struct RuleTests {
    private static let later = Fair.now.adding(seconds: 60)

    private func rules(_ version: String, _ day: Day = Fair.now.berlinDay) -> ExchangeRules {
        var rules = ExchangeRules(version: version, validFrom: day)
        rules.points.coaching = 20
        rules.answerDays = 3
        rules.evaluationMonths = 12
        return rules
    }

    @Test(
        "what is running keeps the rules it began with: points, days to answer and evaluation",
        arguments: TestEngine.available)
    func running(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        try await fair.begin()
        try await fair.store.publish(rules("2"), Fair.command(at: Self.later))
        var market = try await fair.market()
        #expect(market.rules.version == "2")
        let record = try #require(market.transfer(Fair.transfer))
        #expect(market.rules(of: record) == .start && market.daysLeft(record) == 14)
        for part in TransferPart.allCases { try await fair.step(.confirm(part), for: Fair.c, at: Self.later) }
        market = try await fair.market()
        #expect(market.ledger.balance(of: .participant(Fair.a)) == 10 && market.ledger.reservations.isEmpty)
    }

    @Test(
        "a round announced before a new version is cleared, decided and worked off under its own",
        arguments: TestEngine.available)
    func rounds(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        let (store, day) = (fair.store, Fair.now.berlinDay)
        let round = try Round(
            id: ID(), period: day.halfYear, kind: .binding, rules: .start, seed: "Los", publishedOn: day,
            deadline: day.adding(days: 5))
        try await store.announce(RoundRecord(round, title: "Runde"), Fair.command())
        var strict = rules("2")
        strict.creditTransfers = 0
        try await store.publish(strict, Fair.command(at: Self.later))
        let after = Fair.now.adding(seconds: 7 * 86_400)
        try await store.take(.close, of: round.id, Fair.command(at: after))
        let outcome = try await store.clear(
            round, ports: ExchangePorts(practices: Fair.practices), Fair.command(at: after))
        #expect(outcome.proposals.count == 1, "the account may go as far into debit as was announced")
        try await store.take(.decide, of: round.id, Fair.command(at: after))
        var market = try await fair.market(at: after)
        let record = try #require(market.transfers.first)
        #expect(market.rules(of: record) == .start && market.daysLeft(record) == 14)
        #expect(market.ledger.planned(.participant(Fair.c)) == -10)
        let again = try await store.outcome(of: round.id)
        #expect(again?.proposals == outcome.proposals && again?.plan.ledger.rules == .start)
        try await store.take(
            .decline(.receiver, .noTime), of: record.id, Fair.command(for: Fair.c, at: after))
        market = try await fair.market(at: after)
        await #expect(throws: ExchangeRefusal.self, "what begins now follows the new version") {
            try await store.register(ID(), offer: Fair.offer, request: Fair.request, Fair.command(at: after))
        }
    }

    @Test("a version does not hold for what was before, and not before its day", arguments: TestEngine.available)
    func days(engine: TestEngine) async throws {
        let fair = try await Fair(try await engine.database(ExchangeRoom.migrations))
        await #expect(throws: ExchangeRefusal.backdated) {
            try await fair.store.publish(rules("alt", Fair.now.berlinDay.adding(days: -1)), Fair.command())
        }
        try await fair.store.publish(rules("neu", Fair.now.berlinDay.adding(days: 30)), Fair.command())
        #expect(try await fair.market().rules == .start)
        #expect(try await fair.market(at: Fair.now.adding(seconds: 31 * 86_400)).rules.version == "neu")
    }

    @Test("the page: filled with what holds, faults beside the fields, the change shown before and kept after")
    func pages() async throws {
        let world = try await ExchangeHouse()
        let page = "/boerse/regeln/neu"
        #expect(try await world.a.get(page).status == 403)
        let shown = try await world.board.get(page).text
        #expect(shown.contains("value=\"2500\"") && shown.contains("Fassung 1"))
        func fields(_ changed: [String: String]) -> [(String, String)] {
            let rules = ExchangeRules.start
            return [("fassung", changed["fassung"] ?? "Fassung 1"), ("grund", "mehr Zeit")]
                + RuleNumber.allCases.map { ($0.rawValue, changed[$0.rawValue] ?? "\(rules[$0])") }
        }
        let same = try await world.board.post(page, fields([:]))
        #expect(same.status == 422 && same.text.contains("mindestens eine"))
        let odd = try await world.board.post(page, fields(["answerDays": "400", "presentation": "viel"]))
        #expect(odd.status == 422 && odd.text.contains("feld-answerDays-fehler"))
        #expect(odd.text.contains("feld-presentation-fehler") && odd.text.contains("value=\"viel\""))
        let heavy = try await world.board.post(page, fields(["loadCost": "900"]))
        #expect(heavy.status == 422 && heavy.text.contains("Nützliche Transfers blieben liegen"))
        let travel = try await world.board.post(page, fields(["travel": "1000"]))
        #expect(travel.status == 422 && travel.text.contains("feld-travel-fehler"))
        let check = try await world.board.post(page, fields(["answerDays": "21"]))
        #expect(check.status == 200 && check.text.contains("Noch ist nichts veröffentlicht"))
        #expect(check.text.contains("14 Tage") && check.text.contains("21 Tage"))
        #expect(try await world.fair.market().versions.isEmpty)
        let sent = fields(["answerDays": "21"]) + [("geprueft", "ja")]
        #expect(try await world.board.post(page, sent).status == 303)
        let again = try await world.board.post(page, fields(["answerDays": "28"]) + [("geprueft", "ja")])
        #expect(again.status == 422 && again.text.contains("gibt es schon"))
        let list = try await world.c.get("/boerse/regeln").text
        #expect(list.contains("Alle Fassungen") && list.contains("mehr Zeit") && list.contains("14 Tage"))
        #expect(try await world.fair.market().rules.answerDays == 21)
    }
}
