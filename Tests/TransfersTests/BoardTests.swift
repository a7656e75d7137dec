import Prevention
import Testing
import Transfers
import Workflow

@Suite("Steuerungsgruppe der Transferbörse")
struct BoardTests {
    let rules = Market.rules
    let today = Market.day("2026-03-01")

    @Test("who leaves in the middle of a transfer: parts stay booked, the rest is freed, the sum stays 0")
    func departure() throws {
        var ledger = Ledger(rules: rules)
        var running = try Market.transfer(1, givers: [1], receiver: 2)
        let proposed = try Market.transfer(2, givers: [2], receiver: 1)
        let foreign = try Market.transfer(3, givers: [3], receiver: 4)
        let more = try Market.transfer(5, givers: [3], receiver: 1)
        let most = try Market.transfer(6, givers: [4], receiver: 1)
        for transfer in [running, proposed, foreign, more, most] {
            let giver = (1...4).first { Market.town($0) == transfer.givers.first } ?? 0
            let offer = try Market.offer(givers: [giver])
            try ledger.reserve(transfer.reservations(of: offer, rules))
        }
        try running.go(to: .workedThrough)
        for booking in running.bookings(of: try Market.offer(), rules) { try ledger.book(booking) }
        #expect(ledger.balance(of: Market.account(1)) == 5)
        let requests = [
            try Market.request(1, receiver: 2, steps: [.clarify, .open, .match]),
            try Market.request(2, receiver: 1, steps: [.clarify, .open, .match]),
            try Market.request(3, receiver: 4, steps: [.clarify, .open, .match]),
        ]
        let departure = Departure(
            of: Market.town(1), transfers: [running, proposed, foreign], offers: [try Market.offer()],
            requests: requests)
        #expect(
            departure.transfers == [
                running.id: .stop(.partnerLeft), proposed.id: .decline(.receiver, .partnerLeft),
            ])
        #expect(departure.offers == [Market.key(1)] && departure.requests == [Market.key(2)])
        #expect(departure.reopened == [Market.key(1)])
        let first = try departure.settle(
            Market.town(1), in: &ledger, at: Market.noon("2026-03-05"), by: Market.actor, because: "tritt aus")
        #expect(first == [:])
        #expect(ledger.balance(of: Market.account(1)) == 0 && ledger.balance(of: .fund) == 5)
        #expect(ledger.balance(of: Market.account(2)) == -5)
        #expect(ledger.balances.values.reduce(0, +) == 0)
        #expect(!ledger.reservations.contains { [running.id, proposed.id].contains($0.transfer) })
        for (id, step) in departure.transfers {
            var transfer = id == running.id ? running : proposed
            try transfer.take(
                step, for: Market.town(1), by: Market.actor, at: Market.noon("2026-03-05"), because: "tritt aus",
                rules: rules)
            #expect(transfer.state.isOver)
        }
    }

    @Test("who counted on income of one who leaves comes first in the next round")
    func undercut() throws {
        var ledger = Ledger(rules: rules)
        try ledger.book(Market.part("old", from: 2, to: 5, points: 20))
        let earning = try Market.transfer(1, givers: [2], receiver: 1)
        let spending = try Market.transfer(2, givers: [3], receiver: 2)
        try ledger.reserve(
            earning.reservations(of: try Market.offer(1, givers: [2]), rules)
                + spending.reservations(of: try Market.offer(2, givers: [3]), rules))
        let departure = Departure(of: Market.town(1), transfers: [earning, spending], offers: [], requests: [])
        let first = try departure.settle(
            Market.town(1), in: &ledger, at: Market.noon("2026-03-05"), by: Market.actor, because: "tritt aus")
        #expect(first == [Market.account(2): 10])
        #expect(ledger.reservations.map(\.transfer) == [spending.id])
    }

    @Test("stages in a circle are named, in whatever order they are given; unknown ones too")
    func stages() throws {
        let plan = try StagePlan(["c": ["a", "b"], "b": ["a"], "a": [], "d": []])
        #expect(plan.order == ["a", "b", "c", "d"] && plan.next(after: ["a"]) == ["b", "d"])
        #expect(throws: StageProblem.circle(["b", "d", "c"])) {
            _ = try StagePlan(["a": [], "b": ["a", "d"], "c": ["b"], "d": ["c"], "e": ["b"]])
        }
        #expect(throws: StageProblem.circle(["a"])) { _ = try StagePlan(["a": ["a"]]) }
        #expect(throws: StageProblem.unknown(["y", "z"])) { _ = try StagePlan(["a": ["z"], "b": ["y", "a"]]) }
    }

    @Test("1,000 random stage plans: an order that keeps every need, or a true circle")
    func randomStages() throws {
        var random = SeededGenerator(seed: 17)
        for _ in 0..<1_000 {
            let count = random.number(in: 0...7)
            var needs: [Int: Set<Int>] = [:]
            for key in 0..<count { needs[key] = Set((0..<count).filter { _ in random.chance(18) }) }
            do {
                let plan = try StagePlan(needs)
                #expect(plan.order.sorted() == Array(0..<count))
                for (place, key) in plan.order.enumerated() {
                    #expect((needs[key] ?? []).isSubset(of: plan.order.prefix(place)))
                }
            } catch .circle(let circle) {
                #expect(!circle.isEmpty)
                for (place, key) in circle.enumerated() {
                    #expect(needs[key]?.contains(circle[(place + 1) % circle.count]) ?? false)
                }
            } catch { Issue.record("\(error)") }
        }
    }

    private func participant(_ number: Int, give: Int, receive: Int) throws -> Participant {
        Participant(
            id: Market.town(number), kind: .municipality,
            limits: try #require(TransferLimits(give: give, receive: receive)))
    }

    @Test("an empty round, one without admissible pairs and contradictory limits are explained")
    func findings() throws {
        let ledger = Ledger(rules: rules)
        let nothing = RoundInput(participants: [], offers: [], requests: [], pairs: [])
        let empty = nothing.findings(on: today, ledger: ledger)
        #expect(empty == [.noParticipants, .noOffers, .noRequests] && empty.filter(\.endsRound) == empty)

        var facts = try PairTests.facts()
        facts.hasRedRisk = true
        facts.giverLevel = .planned
        let input = RoundInput(
            participants: [try participant(1, give: 0, receive: 2), try participant(2, give: 2, receive: 0)],
            offers: [try Market.offer()], requests: [try Market.request()], pairs: [facts])
        #expect(
            input.findings(on: today, ledger: ledger) == [
                .noPairs([.init(obstacle: "giverNotCleared", pairs: 1), .init(obstacle: "redRisk", pairs: 1)]),
                .givesNothing(Market.town(1), offers: 1), .receivesNothing(Market.town(2), requests: 1),
            ])
    }

    @Test("who is at the floor and gives nothing, who is above the highest balance, and who takes no part is named")
    func accounts() throws {
        var rules = rules
        rules.highestTransfers = 1
        var ledger = Ledger(rules: rules)
        try ledger.book(Market.part("a", from: 2, to: 1, points: 15))
        let input = RoundInput(
            participants: [try participant(1, give: 2, receive: 2), try participant(2, give: 2, receive: 2)],
            offers: [try Market.offer(givers: [1, 8])], requests: [try Market.request()],
            pairs: [try PairTests.facts()])
        #expect(
            input.findings(on: today, ledger: ledger) == [
                .unknownParticipant(Market.town(8)), .aboveHighest(Market.town(1), balance: 15),
                .stuckAtFloor(Market.town(2), balance: -15),
            ])
        #expect(TransferLimits(give: -1, receive: 2) == nil && TransferLimits(give: 1, receive: 101) == nil)
    }

    @Test("one decline is nobody's business, two in a year are shown; a pair that only trades with itself too")
    func notes() throws {
        func declined(_ number: Int, on day: String) throws -> Transfer {
            var transfer = try Market.transfer(number, givers: [1], receiver: 2, on: day)
            try transfer.take(
                .decline(.receiver, .noTime), for: Market.town(2), by: Market.actor, at: Market.noon(day),
                because: "keine Zeit", rules: rules)
            return transfer
        }
        let towns = [try participant(1, give: 2, receive: 2), try participant(2, give: 2, receive: 2)]
        func notes(_ transfers: [Transfer]) -> [BoardNote] {
            BoardNote.all(
                towns, transfers: transfers, requests: [], ledger: Ledger(rules: rules), on: today)
        }
        let once = try declined(1, on: "2026-01-10")
        #expect(notes([once, try declined(2, on: "2024-01-10")]) == [])
        #expect(notes([once, try declined(2, on: "2026-02-10")]) == [.repeatedDeclines(Market.town(2), [.noTime: 2])])

        let pair = try (1...4).map { number in
            var transfer = try Market.transfer(number, givers: [number == 4 ? 3 : 1], receiver: 2)
            try transfer.go(to: .agreed)
            return transfer
        }
        #expect(notes(pair) == [.concentratedPair(Market.town(2), with: Market.town(1), transfers: 3, of: 4)])
        #expect(notes(Array(pair.prefix(3))) == [])
    }

    @Test("credit that lies idle for a year is noted unless its owner has asked for something")
    func idle() throws {
        var ledger = Ledger(rules: rules)
        try ledger.book(Market.part("a", from: 2, to: 1, points: 12, on: "2025-01-15"))
        let towns = [try participant(1, give: 2, receive: 2)]
        func notes(_ requests: [TransferRequest]) -> [BoardNote] {
            BoardNote.all(towns, transfers: [], requests: requests, ledger: ledger, on: today)
        }
        #expect(notes([]) == [.idleCredit(Market.town(1), points: 12)])
        #expect(notes([try Market.request(receiver: 1)]) == [])
        #expect(notes([try Market.request(receiver: 3)]) == [.idleCredit(Market.town(1), points: 12)])
    }
}
