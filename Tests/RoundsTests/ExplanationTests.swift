import Clearing
import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Was eine Runde erklärt")
struct ExplanationTests {
    static func plan(
        rules: ExchangeRules = Fair.rules, participants: [Participant]? = nil, offers: [TransferOffer],
        requests: [TransferRequest], ledger: Ledger? = nil, excused: Set<ID<Participant>> = []
    ) throws -> RoundPlan {
        RoundPlan(
            try Fair.round(rules: rules),
            participants: try participants ?? (1...4).map { try Fair.participant($0) }, offers: offers,
            requests: requests, facts: Fair.allFacts(offers, requests), ledger: ledger ?? Ledger(rules: rules),
            excused: excused)
    }

    @Test("weights that would overflow and rules that cannot be published end the round with their names")
    func overflow() throws {
        var rules = Fair.rules
        rules.weights.duty = .max / 2
        let outcome = try Self.plan(
            rules: rules, offers: [Fair.offer(1, by: [1])], requests: [Fair.request(2, by: 2)]
        ).cleared()
        #expect(outcome.clearing == nil && outcome.unmet.map(\.why) == [.roundNotCleared])
        #expect(
            outcome.remarks == [
                .finding(.rules(.outOfRange(.duty, value: .max / 2, lowest: 0, highest: 1_000_000)))
            ])
    }

    @Test("contradictory limits are named for each participant, and the others are served")
    func limits() throws {
        let participants = try [
            Fair.participant(1), Fair.participant(2, receive: 0), Fair.participant(3, give: 0), Fair.participant(4),
        ]
        let outcome = try Self.plan(
            participants: participants,
            offers: [Fair.offer(1, by: [1], capacity: 2), Fair.offer(3, by: [3], link: 2)],
            requests: [
                Fair.request(11, by: 2), Fair.request(12, by: 4), Fair.request(13, by: 4, link: 2),
                Fair.request(14, by: 1, link: 3),
            ]
        ).cleared()
        #expect(
            outcome.remarks == [
                .finding(.receivesNothing(Fair.town(2), requests: 1)),
                .finding(.givesNothing(Fair.town(3), offers: 1)),
            ])
        #expect(outcome.proposals.map(\.receiver) == [Fair.town(4)] && outcome.isVerified)
        #expect(outcome.unmet.count == 3)
    }

    @Test("who is below the floor and cannot come back stops the round by name, until the steering body excuses it")
    func belowFloor() throws {
        // Planned income of two transfers fell away when a partner left.
        let ledger = try Ledger(
            replaying: (1...3).map { number in
                Booking(
                    key: "start/\(number)", from: Fair.account(2), to: Fair.account(1), points: 10,
                    purpose: .part(.coaching, Fair.key(7_000 + number)), actor: Fair.actor, at: Fair.opened,
                    reason: "Probe")
            }, rules: Fair.rules)
        let offers = try [Fair.offer(1, by: [1], capacity: 2)]
        let requests = try [Fair.request(11, by: 2), Fair.request(12, by: 3)]
        let stuck = try Self.plan(offers: offers, requests: requests, ledger: ledger).cleared()
        #expect(stuck.remarks.contains(.stuckBelowFloor([Fair.town(2)])) && stuck.proposals.isEmpty)
        let excused = try Self.plan(
            offers: offers, requests: requests, ledger: ledger, excused: [Fair.town(2)]
        ).cleared()
        #expect(excused.proposals.map(\.receiver) == [Fair.town(3)] && excused.isVerified)
        #expect(excused.unmet.count == 1)
        let giving = try Self.plan(
            offers: offers + [Fair.offer(2, by: [2], link: 2)], requests: requests + [Fair.request(13, by: 4, link: 2)],
            ledger: ledger
        ).cleared()
        #expect(giving.standings.first { $0.participant == Fair.town(2) }?.after == -20)
    }

    @Test("the same key twice and people who take no part do no harm")
    func strangers() throws {
        let offer = try Fair.offer(1, by: [1], capacity: 3)
        let outcome = try Self.plan(
            offers: [offer, offer, Fair.offer(5, by: [77])],
            requests: [Fair.request(11, by: 2), Fair.request(11, by: 2), Fair.request(12, by: 88)]
        ).cleared()
        #expect(outcome.proposals.map(\.pair) == [RoundPair(offer.id, Fair.key(11))])
        #expect(outcome.remarks.contains(.namedTwice(offer.id.text)))
        #expect(outcome.remarks.contains(.finding(.unknownParticipant(Fair.town(88)))))
    }

    @Test("a part-offer brings only its points: who pays more than it earns receives less, and this is said")
    func partOffer() throws {
        var rules = Fair.rules
        rules.creditTransfers = 0
        let outcome = try Self.plan(
            rules: rules,
            offers: [Fair.offer(1, by: [1]), Fair.offer(2, by: [2], link: 2, kind: .tool, parts: [.presentation])],
            requests: [Fair.request(11, by: 2), Fair.request(12, by: 1, link: 2)]
        ).cleared()
        // Ten points for a whole transfer cannot be paid with two for a tool, and nobody has credit to begin with.
        #expect(outcome.proposals.isEmpty)
        #expect(outcome.remarks.contains(.receivesAtMost(Fair.town(2), 0)) && outcome.isVerified)
        #expect(outcome.standings.allSatisfy { $0.after >= rules.floor })
    }

    @Test("a joint offer counts for the limit of every giver, and its points are shared")
    func jointOffer() throws {
        let joint = try Fair.offer(1, by: [1, 2], capacity: 3)
        let participants = try [
            Fair.participant(1, give: 3), Fair.participant(2, give: 1), Fair.participant(3), Fair.participant(4),
        ]
        let outcome = try Self.plan(
            participants: participants, offers: [joint],
            requests: [Fair.request(11, by: 3), Fair.request(12, by: 4)]
        ).cleared()
        #expect(outcome.proposals.count == 1)
        #expect(outcome.remarks == [.jointOfferAtMost(joint.id, 1)])
        let gained = outcome.standings.filter { $0.gives == 1 }.map(\.after)
        #expect(gained.reduce(0, +) == 10 && gained.allSatisfy { $0 >= 4 } && gained.count == 2)
    }

    @Test("obstacles are counted for each request that no offer may meet")
    func obstacles() throws {
        let offers = try [Fair.offer(1, by: [1]), Fair.offer(2, by: [3])]
        let request = try Fair.request(11, by: 2)
        var facts = Fair.allFacts(offers, [request])
        facts[RoundPair(offers[0].id, request.id)]?.hasRedRisk = true
        facts[RoundPair(offers[1].id, request.id)]?.hasRedRisk = true
        facts[RoundPair(offers[1].id, request.id)]?.reviewExpires = nil
        let other = try Fair.request(12, by: 1)
        facts[RoundPair(offers[1].id, other.id)] = Fair.facts(offers[1], other)
        let outcome = RoundPlan(
            try Fair.round(), participants: try (1...3).map { try Fair.participant($0) }, offers: offers,
            requests: [request, other], facts: facts, ledger: Ledger(rules: Fair.rules)
        ).cleared()
        #expect(
            outcome.unmet.map(\.why) == [
                .obstacles([.init(obstacle: "redRisk", pairs: 2), .init(obstacle: "neverReviewed", pairs: 1)])
            ])
        #expect(outcome.proposals.map(\.receiver) == [Fair.town(1)])
    }

    @Test("who leaves in between gets nothing new, and what was to be theirs goes to others")
    func departure() throws {
        let offers = try [Fair.offer(1, by: [1]), Fair.offer(2, by: [2])]
        let requests = try [Fair.request(11, by: 3), Fair.request(12, by: 4)]
        let outcome = try Self.plan(offers: offers, requests: requests).cleared()
        #expect(outcome.proposals.count == 2)
        let gone = Fair.town(1)
        let lost = Set(outcome.proposals.filter { $0.givers == [gone] }.map(\.pair))
        let again = outcome.resolved(declining: lost, without: [gone])
        #expect(again.proposals.count == 1 && again.isVerified)
        #expect(again.proposals.allSatisfy { $0.givers == [Fair.town(2)] })
    }

    @Test("who works its way up from far below the floor keeps what is signed when somebody else declines")
    func farBelow() throws {
        let ledger = try Ledger(
            replaying: [
                Booking(
                    key: "start", from: Fair.account(2), to: Fair.account(1), points: 50,
                    purpose: .part(.coaching, Fair.key(7_000)), actor: Fair.actor, at: Fair.opened, reason: "Probe")
            ], rules: Fair.rules)
        let participants = try [
            Fair.participant(1), Fair.participant(2, give: 4), Fair.participant(3), Fair.participant(4),
            Fair.participant(5),
        ]
        let outcome = try Self.plan(
            participants: participants,
            offers: [
                Fair.offer(1, by: [1]), Fair.offer(2, by: [2], link: 2, capacity: 4), Fair.offer(5, by: [5], link: 3),
            ],
            requests: [
                Fair.request(11, by: 2), Fair.request(12, by: 3, link: 2), Fair.request(13, by: 4, link: 2),
                Fair.request(14, by: 5, link: 2), Fair.request(15, by: 1, link: 2), Fair.request(16, by: 3, link: 3),
            ], ledger: ledger
        ).cleared()
        #expect(outcome.standings.first { $0.participant == Fair.town(2) }?.after == -20)
        #expect(outcome.proposals.count == 6)
        let declined = RoundPair(Fair.key(5), Fair.key(16))
        let again = outcome.resolved(declining: [declined])
        #expect(again.isVerified && again.remarks.isEmpty)
        #expect(Set(again.proposals.map(\.pair)) == Set(outcome.proposals.map(\.pair)).subtracting([declined]))
    }
}
