import Prevention
import Rounds
import Testing
import Transfers
import Workflow

/// One test for each behaviour of specification b10.
@Suite("Was sich nicht lohnt")
struct AbuseTests {
    static func plan(
        _ offers: [TransferOffer], _ requests: [TransferRequest], _ facts: [RoundPair: PairFacts]? = nil,
        participants: [Participant]? = nil, ledger: Ledger = Ledger(rules: Fair.rules)
    ) throws -> RoundPlan {
        RoundPlan(
            try Fair.round(), participants: try participants ?? (1...5).map { try Fair.participant($0) },
            offers: offers, requests: requests, facts: facts ?? Fair.allFacts(offers, requests), ledger: ledger)
    }

    @Test("inflated urgency: only the gap analysis can make a request urgent")
    func urgency() throws {
        let offer = try Fair.offer(1, by: [1])
        let loud = try Fair.request(11, by: 2)
        let cell = Reference(.area, "05978/kita/health")
        let quiet = TransferRequest(
            id: Fair.key(12), receiver: Fair.town(3), linkType: Fair.link(1), urgency: Urgency(missing: 0.5, in: cell),
            course: loud.course)
        let outcome = try Self.plan([offer], [loud, quiet]).cleared()
        #expect(loud.urgency.value == 0 && outcome.proposals.map(\.receiver) == [Fair.town(3)])
        #expect(outcome.proposals[0].weight[.urgency] == 1_400)
    }

    @Test("easy pairs traded outside: a registered transfer earns and costs as much as a proposed one")
    func tradedOutside() throws {
        let offer = try Fair.offer(1, by: [1])
        let request = try Fair.request(11, by: 2)
        var totals: [Int] = []
        for origin in Transfer.Origin.allCases {
            var transfer = try Fair.required(
                Transfer(
                    id: Fair.key(1), offer: offer, request: request, proposedAt: Fair.noon("2026-02-01"),
                    origin: origin))
            try transfer.go(to: .coached, Fair.rules)
            var ledger = Ledger(rules: Fair.rules)
            for booking in transfer.bookings(of: offer, Fair.rules) { try ledger.book(booking) }
            totals.append(ledger.balance(of: Fair.account(1)))
        }
        #expect(totals == [10, 10])
    }

    @Test("1,000 random markets: who stays out keeps its account, and nobody gives beyond its room for credit")
    func rationality() throws {
        for seed in 0..<1_000 {
            let plan = try RandomFair(seed).plan
            let outcome = plan.cleared()
            let active = Set(plan.offers.flatMap(\.givers) + plan.requests.map(\.receiver))
            for standing in outcome.standings {
                if !active.contains(standing.participant) { #expect(standing.after == standing.before) }
                #expect(standing.after >= min(standing.before, plan.round.rules.floor))
            }
        }
    }

    @Test("thin know-how offered to earn: what is not written down is not proposed, and only the receiver's yes earns")
    func thinOffer() throws {
        let offers = try [Fair.offer(1, by: [1])]
        let requests = try [Fair.request(11, by: 2), Fair.request(12, by: 3, link: 2)]
        var facts = Fair.allFacts(offers, requests)
        let pair = RoundPair(offers[0].id, requests[0].id)
        facts[pair]?.evidence = PairFacts.Evidence(effect: 5, readiness: 0, trust: 0)
        #expect(try Self.plan(offers, requests, facts).cleared().proposals.isEmpty)
        let transfer = try Fair.required(
            Transfer(
                id: Fair.key(1), offer: offers[0], request: requests[0], proposedAt: Fair.noon("2026-02-01")))
        var told = transfer
        try told.go(to: .contextChecked, Fair.rules)
        #expect(told.bookings(of: offers[0], Fair.rules).isEmpty)
        #expect(throws: TransferRefusal.notYours(.giver)) {
            try told.take(
                .confirm(.presentation), for: Fair.town(1), by: Fair.actor, at: Fair.noon("2026-03-01"),
                because: "selbst bestätigt", rules: Fair.rules)
        }
    }

    @Test("mutual rubber-stamping: only a third evaluates, and a pair that trades with itself is shown")
    func rubberStamping() throws {
        let offer = try Fair.offer(1, by: [1])
        var done: [Transfer] = []
        for number in 1...4 {
            var transfer = try Fair.required(
                Transfer(
                    id: Fair.key(number), offer: offer, request: try Fair.request(number, by: 2),
                    proposedAt: Fair.noon("2026-02-01")))
            try transfer.go(to: .introduced, Fair.rules)
            for partner in [1, 2] {
                #expect(throws: TransferRefusal.self) {
                    try transfer.take(
                        .evaluate, for: Fair.town(partner), by: Fair.actor, at: Fair.noon("2026-12-01"),
                        because: "alles bestens", rules: Fair.rules)
                }
            }
            done.append(transfer)
        }
        let notes = BoardNote.all(
            try (1...2).map { try Fair.participant($0) }, transfers: done, requests: [],
            ledger: Ledger(rules: Fair.rules), on: Fair.day("2026-12-01"))
        #expect(notes.contains(.concentratedPair(Fair.town(1), with: Fair.town(2), transfers: 4, of: 4)))
        let report = RoundReport(try OutcomeTests.ring().cleared(), notes: notes)
        #expect(report.notes == notes)
    }

    @Test("hoarding and never asking: old credit flows back, idle credit is noted, both tallies stay visible")
    func hoarding() throws {
        var ledger = Ledger(rules: Fair.rules)
        try ledger.book(
            Booking(
                key: "k", from: Fair.account(2), to: Fair.account(1), points: 20,
                purpose: .part(.coaching, Fair.key(7)), actor: Fair.actor, at: Fair.noon("2026-02-01"), reason: "Probe")
        )
        let notes = BoardNote.all(
            [try Fair.participant(1)], transfers: [], requests: [], ledger: ledger, on: Fair.day("2027-06-01"))
        #expect(notes == [.idleCredit(Fair.town(1), points: 20)])
        for booking in ledger.expiries(at: Fair.noon("2029-02-01"), by: Fair.actor, because: "drei Jahre alt") {
            try ledger.book(booking)
        }
        #expect(ledger.balance(of: Fair.account(1)) == 0 && ledger.balance(of: .fund) == 20)
        #expect(ledger.tallies[Fair.account(1)]?.given == 20)
    }

    @Test("a star overrun: the limit holds, and between equal givers the load is spread")
    func star() throws {
        let offers = try [
            Fair.offer(1, by: [1], capacity: 9), Fair.offer(2, by: [2], capacity: 9),
        ]
        let requests = try (3...5).flatMap { try [Fair.request(10 + $0, by: $0), Fair.request(20 + $0, by: $0)] }
        let outcome = try Self.plan(offers, requests).cleared()
        let gives = outcome.standings.filter { $0.gives > 0 }.map(\.gives)
        #expect(gives == [2, 2])
        let two = try Self.plan(offers, Array(requests.prefix(2))).cleared()
        #expect(two.standings.filter { $0.gives > 0 }.map(\.gives) == [1, 1])
    }

    @Test("nothing to offer: a story of failure, a part of a joint offer and the fund all lead back into the exchange")
    func nothingToOffer() throws {
        let story = try Fair.offer(1, by: [1], kind: .failureStory, parts: [.factors])
        let joint = try Fair.offer(2, by: [2, 3], link: 2)
        let requests = try [Fair.request(11, by: 4), Fair.request(12, by: 5, link: 2)]
        var facts = Fair.allFacts([story, joint], requests)
        facts[RoundPair(story.id, requests[0].id)]?.giverLevel = .introduced
        let outcome = try Self.plan([story, joint], requests, facts).cleared()
        let after = Dictionary(uniqueKeysWithValues: outcome.standings.map { ($0.participant, $0.after) })
        #expect(after[Fair.town(1)] == 3 && (after[Fair.town(2)] ?? 0) + (after[Fair.town(3)] ?? 0) == 10)
        var ledger = Ledger(rules: Fair.rules)
        try ledger.book(
            Booking(
                key: "k", from: Fair.account(4), to: Fair.account(1), points: 20,
                purpose: .part(.coaching, Fair.key(7)), actor: Fair.actor, at: Fair.opened, reason: "Probe"))
        let period = try Fair.required(Period("2026-H1"))
        let issues = ledger.issues(
            for: period, missingDuty: [Fair.town(4), Fair.town(5)], at: Fair.opened, by: Fair.actor,
            because: "Ausgleich")
        #expect(issues.map(\.points) == [20] && issues.map(\.to) == [Fair.account(4)])
    }

    @Test(
        "a partner refused: the first time costs nothing, the same two are not brought together for a year, and a pattern shows"
    )
    func refusal() throws {
        let offers = try [Fair.offer(1, by: [1]), Fair.offer(2, by: [3])]
        let request = try Fair.request(11, by: 2)
        let outcome = try Self.plan(offers, [request]).cleared()
        let first = try Fair.required(outcome.proposals.first)
        let again = outcome.resolved(declining: [first.pair])
        #expect(again.proposals.map(\.receiver) == [Fair.town(2)] && again.proposals[0].givers != first.givers)
        var declined: [Transfer] = []
        for number in 1...2 {
            let offer = try Fair.required(offers.first { $0.givers == first.givers })
            var transfer = try Fair.required(
                Transfer(id: Fair.key(number), offer: offer, request: request, proposedAt: Fair.noon("2026-02-01")))
            try transfer.take(
                .decline(.receiver, .notOurNeed), for: Fair.town(2), by: Fair.actor, at: Fair.noon("2026-02-02"),
                because: "passt nicht", rules: Fair.rules)
            declined.append(transfer)
        }
        func notes(_ transfers: [Transfer]) throws -> [BoardNote] {
            BoardNote.all(
                [try Fair.participant(2)], transfers: transfers, requests: [request], ledger: Ledger(rules: Fair.rules),
                on: Fair.day("2026-06-01"))
        }
        #expect(try notes(Array(declined.prefix(1))).isEmpty)
        #expect(try notes(declined) == [.repeatedDeclines(Fair.town(2), [.notOurNeed: 2])])
        var source = PairFactSource()
        source.transfers = declined
        for offer in offers { source.levels[offer.linkType, offer.givers[0]] = .mayPassOn }
        let facts = source.facts(offers, [request])
        #expect(facts[first.pair]?.declinedOn == Fair.day("2026-02-02"))
        #expect(facts.values.count { $0.declinedOn != nil } == 1)
        #expect(RoundReport(again, transfers: declined).declines.map(\.count) == [2])
    }
}
