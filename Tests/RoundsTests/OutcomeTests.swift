import Clearing
import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Ergebnis einer Runde")
struct OutcomeTests {
    /// Three towns in a ring, and a fourth that only asks.
    static func ring(mode: RoundMode = .weighted) throws -> RoundPlan {
        let offers = try (1...3).map { try Fair.offer($0, by: [$0], link: $0) }
        let requests = try [
            Fair.request(11, by: 2, link: 1), Fair.request(12, by: 3, link: 2), Fair.request(13, by: 1, link: 3),
            Fair.request(14, by: 4, link: 1), Fair.request(15, by: 4, link: 9),
        ]
        return RoundPlan(
            try Fair.round(mode: mode), participants: try (1...4).map { try Fair.participant($0) },
            names: [Fair.town(1): "Ahlen", Fair.town(4): "Aachen"], offers: offers, requests: requests,
            facts: Fair.allFacts(offers, requests), ledger: Ledger(rules: Fair.rules))
    }

    @Test("a ring is found, explained and proven; who goes away empty learns why", arguments: RoundMode.allCases)
    func ring(mode: RoundMode) throws {
        let outcome = try Self.ring(mode: mode).cleared()
        #expect(outcome.isVerified && outcome.proposals.count == 3)
        #expect(outcome.rings == [[Fair.town(1), Fair.town(2), Fair.town(3)]] && outcome.chains.isEmpty)
        #expect(outcome.unmet.map(\.request) == [Fair.key(14), Fair.key(15)])
        #expect(outcome.unmet[1].why == .nobodyOffers)
        guard case .limit(let reason, let nearest, _) = outcome.unmet[0].why else {
            Issue.record("no limit named")
            return
        }
        #expect(reason == .offersFull && nearest == Fair.key(1))
        #expect(outcome.standings.allSatisfy { $0.before == 0 && $0.after == 0 })
        #expect(outcome.standings.map(\.participant).prefix(2) == [Fair.town(2), Fair.town(3)])
        #expect(outcome.proposals[0].weight[.duty] == 2_500)
        if mode == .weighted {
            let weights = outcome.proposals.reduce(0) { $0 + $1.weight.total }
            #expect(outcome.objective == weights - 3 * Fair.rules.loadCost)
        } else {
            #expect(outcome.objective == 3)
        }
    }

    @Test("an empty round explains itself instead of failing")
    func empty() throws {
        let plan = RoundPlan(
            try Fair.round(), participants: [], offers: [], requests: [], facts: [:],
            ledger: Ledger(rules: Fair.rules))
        let outcome = plan.cleared()
        #expect(outcome.remarks == [.finding(.noParticipants), .finding(.noOffers), .finding(.noRequests)])
        #expect(outcome.proposals.isEmpty && !outcome.isVerified && outcome.objective == 0)
    }
}
