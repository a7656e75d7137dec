import Foundation
import Prevention
import Testing
import Transfers
import Workflow

@Suite("Gewichte und Zulässigkeit")
struct PairTests {
    let rules = Market.rules
    let today = Market.day("2026-03-01")

    /// A pair that nothing stands in the way of.
    static func facts() throws -> PairFacts {
        var facts = PairFacts(
            try Market.offer(), try Market.request(), giverLevel: .mayPassOn, obligation: .duty)
        facts.reviewExpires = Market.day("2027-01-01")
        facts.evidence = PairFacts.Evidence(effect: 3, readiness: 2, trust: 2)
        return facts
    }

    @Test("each obstacle is found by itself, and all together")
    func obstacles() throws {
        let cases: [(Obstacle, (inout PairFacts) -> Void)] = [
            (.offerNotOpen(.full), { $0.offerState = .full }),
            (.requestNotOpen(.matched), { $0.requestState = .matched }),
            (.notWhatIsAsked, { $0.fitsRequest = false }),
            (.ownMunicipality, { $0.givers = [Market.town(3), $0.receiver] }),
            (.giverNotCleared(.anchored), { $0.giverLevel = .anchored }),
            (.neverReviewed, { $0.reviewExpires = nil }),
            (.reviewExpired(Market.day("2026-02-28")), { $0.reviewExpires = Market.day("2026-02-28") }),
            (.notReady, { $0.evidence = PairFacts.Evidence(effect: 4, readiness: 0, trust: 3) }),
            (.redRisk, { $0.hasRedRisk = true }),
            (.declined(until: Market.day("2026-03-02")), { $0.declinedOn = Market.day("2025-03-02") }),
            (.samePractice(until: Market.day("2026-03-02")), { $0.samePracticeOn = Market.day("2024-03-02") }),
        ]
        #expect(try Self.facts().obstacles(on: today, rules).isEmpty)
        for (obstacle, change) in cases {
            var facts = try Self.facts()
            change(&facts)
            #expect(facts.obstacles(on: today, rules) == [obstacle])
        }
        var free = try Self.facts()
        (free.declinedOn, free.samePracticeOn) = (Market.day("2025-03-01"), Market.day("2024-03-01"))
        free.reviewExpires = today
        #expect(free.obstacles(on: today, rules).isEmpty)
        var all = try Self.facts()
        for (_, change) in cases { change(&all) }
        #expect(all.obstacles(on: today, rules).count == cases.count - 1)
    }

    @Test("a story of failure can be told by who is not cleared to pass the practice on, but not unreviewed")
    func parts() throws {
        for kind in TransferOffer.Kind.allCases {
            var facts = try Self.facts()
            (facts.kind, facts.giverLevel, facts.evidence) = (kind, .introduced, nil)
            let expected: [Obstacle] = kind == .practice ? [.giverNotCleared(.introduced), .notReady] : []
            #expect(facts.obstacles(on: today, rules) == expected)
            facts.reviewExpires = nil
            #expect(facts.obstacles(on: today, rules).contains(.neverReviewed))
        }
    }

    @Test("every term of the weight is named, and the parts add up")
    func terms() throws {
        var facts = try Self.facts()
        facts.urgency = Urgency(missing: 0.65, in: Reference(.area, "cell"))
        facts.waitingRounds = 7
        facts.fit = PairFacts.Fit(met: 4, of: 5)
        (facts.closeness, facts.travelMinutes) = (75, 90)
        (facts.receiverMayPassOn, facts.isMutual) = (true, true)
        let weight = PairWeight(facts, rules.weights)
        let expected: [PairWeight.Term: Int] = [
            .base: 1_000, .duty: 2_500, .urgency: 2_100, .waiting: 1_000, .fit: 720, .evidence: 120 + 100 + 133,
            .multiplier: 300, .similarity: 300, .travel: -300, .mutualInterest: 150,
        ]
        #expect(weight.terms.map(\.term) == PairWeight.Term.allCases)
        for (term, value) in expected { #expect(weight[term] == value, "\(term)") }
        #expect(weight.total == expected.values.reduce(0, +))
        let bare = PairWeight(try Self.facts(), rules.weights)
        #expect(bare[.fit] == .some(nil) && bare[.travel] == .some(nil))
    }

    @Test("1,000 random pairs stay between the lowest and the highest weight, which are the published ones")
    func bounds() throws {
        #expect(rules.weights.lowest == 600 && rules.weights.highest <= 10_000)
        var random = SeededGenerator(seed: 9)
        for _ in 0..<1_000 {
            var facts = try Self.facts()
            facts.obligation = random.pick(LinkType.Obligation.allCases, or: .duty)
            facts.urgency = Urgency(missing: Double(random.number(in: -5...25)) / 20, in: Market.practice)
            facts.waitingRounds = random.number(in: 0...9)
            facts.fit = PairFacts.Fit(met: random.number(in: 0...6), of: 5)
            facts.evidence = PairFacts.Evidence(
                effect: random.number(in: 0...5), readiness: random.number(in: 0...4), trust: random.number(in: 0...3))
            facts.closeness = random.chance(50) ? random.number(in: -10...120) : nil
            facts.travelMinutes = random.chance(50) ? random.number(in: -10...600) : nil
            let weight = PairWeight(facts, rules.weights)
            #expect((rules.weights.lowest...rules.weights.highest).contains(weight.total))
            var nearer = facts
            nearer.travelMinutes = facts.travelMinutes.map { $0 - 10 }
            nearer.waitingRounds += 1
            #expect(PairWeight(nearer, rules.weights).total >= weight.total)
        }
    }

    @Test("urgency comes from the gap analysis alone and has four steps")
    func urgency() {
        let cell = Reference(.area, "cell")
        #expect(
            [0, 0.19, 0.2, 0.5, 0.79, 0.8, 1, 7].map { Urgency(missing: $0, in: cell).value } == [
                0, 0, 1, 2, 3, 4, 4, 4,
            ])
        #expect(Urgency(missing: .nan, in: cell).value == 0 && Urgency.unknown.cell == nil)
    }
}

@Suite("Spielregeln")
struct RulesTests {
    @Test("the starting rules can be published for givers of up to five transfers")
    func starting() {
        #expect(Market.rules.problems(highestGive: 5) == [])
        #expect(Market.rules.points.full == 10 && Market.rules.floor == -20)
        #expect(
            Market.rules.problems(highestGive: 6) == [.loadOutweighsMatches(load: 660, lowestWeight: 600)])
    }

    @Test("weights that overflow, negative numbers and rules without a version are refused with the number")
    func problems() {
        var rules = Market.rules
        rules.version = " "
        rules.weights.duty = .max
        rules.points = PartPoints(presentation: 2, factors: -3, coaching: 5)
        #expect(
            rules.problems(highestGive: 2) == [
                .versionMissing, .outOfRange(.factors, value: -3, lowest: 1, highest: 100),
                .outOfRange(.duty, value: .max, lowest: 0, highest: 1_000_000),
            ])
        var negative = Market.rules
        negative.weights.travel = 1_000
        negative.loadCost = 0
        #expect(
            negative.problems(highestGive: 2) == [
                .weightBelowOne(lowest: 0), .loadOutweighsMatches(load: 0, lowestWeight: 0),
            ])
    }

    @Test("rules are published as JSON and read back")
    func coding() throws {
        let data = try JSONEncoder().encode(Market.rules)
        #expect(try JSONDecoder().decode(ExchangeRules.self, from: data) == Market.rules)
    }
}
