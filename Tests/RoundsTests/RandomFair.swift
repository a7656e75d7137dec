import Prevention
import Rounds
import Transfers
import Workflow

/// A small exchange at random: joint and part offers, obstacles of every kind, tight limits, accounts in debit.
struct RandomFair {
    var random: SeededGenerator
    let rules: ExchangeRules
    private(set) var plan: RoundPlan

    init(_ seed: Int, mode: RoundMode = .weighted) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        var rules = Fair.rules
        rules.creditTransfers = random.number(in: 0...2)
        rules.highestTransfers = random.chance(30) ? random.number(in: 0...3) : nil
        rules.loadCost = random.pick([0, 20, 60, 90], or: 60)
        let towns = random.number(in: 2...7)
        let participants = try (1...towns).map { town in
            try Fair.participant(town, give: random.number(in: 0...3), receive: random.number(in: 0...3))
        }
        let offers = try Self.offers(towns, &random)
        let requests = try (0..<random.number(in: 0...towns * 2)).map { number in
            try Fair.request(
                500 + number, by: random.number(in: 1...towns), link: random.number(in: 1...3),
                waiting: random.number(in: 0...5))
        }
        let ledger = try Self.ledger(towns, rules, &random)
        plan = RoundPlan(
            try Fair.round(mode: mode, rules: rules, seed: "Los \(seed)"), participants: participants, offers: offers,
            requests: requests, facts: Self.facts(offers, requests, &random), ledger: ledger)
        self.random = random
        self.rules = rules
    }

    private static func offers(_ towns: Int, _ random: inout SeededGenerator) throws -> [TransferOffer] {
        try (0..<random.number(in: 0...towns * 2)).map { number in
            let first = random.number(in: 1...towns)
            var givers = [first]
            if random.chance(25) {
                let other = random.number(in: 1...towns)
                if other != first { givers.append(other) }
            }
            let kind: TransferOffer.Kind = random.chance(70) ? .practice : .failureStory
            let parts: Set<TransferPart> =
                random.chance(70) ? Set(TransferPart.allCases) : [random.pick(TransferPart.allCases, or: .factors)]
            return try Fair.offer(
                100 + number, by: givers, link: random.number(in: 1...3), kind: kind, parts: parts,
                capacity: random.number(in: 1...2))
        }
    }

    /// Accounts between the floor and a few transfers of credit, out of balance by single points too.
    private static func ledger(
        _ towns: Int, _ rules: ExchangeRules, _ random: inout SeededGenerator
    ) throws -> Ledger {
        var ledger = Ledger(rules: rules)
        for number in 0..<random.number(in: 0...6) {
            let (from, to) = (random.number(in: 1...towns), random.number(in: 1...towns))
            guard from != to else { continue }
            let points = min(random.number(in: 1...15), ledger.room(of: Fair.account(from)))
            guard points > 0 else { continue }
            try ledger.book(
                Booking(
                    key: "start/\(number)", from: Fair.account(from), to: Fair.account(to), points: points,
                    purpose: .part(.coaching, Fair.key(7_000 + number)), actor: Fair.actor, at: Fair.opened,
                    reason: "Probe"))
        }
        return ledger
    }

    private static func facts(
        _ offers: [TransferOffer], _ requests: [TransferRequest], _ random: inout SeededGenerator
    ) -> [RoundPair: PairFacts] {
        var all: [RoundPair: PairFacts] = [:]
        for offer in offers {
            for request in requests where request.linkType == offer.linkType && !random.chance(5) {
                var facts = Fair.facts(
                    offer, request, level: random.chance(90) ? .mayPassOn : .anchored,
                    obligation: random.chance(50) ? .duty : .choice)
                if random.chance(5) { facts.reviewExpires = Fair.day("2026-01-30") }
                facts.hasRedRisk = random.chance(5)
                if random.chance(5) { facts.declinedOn = Fair.day("2025-06-01") }
                if random.chance(5) { facts.samePracticeOn = Fair.day("2025-01-01") }
                facts.closeness = random.chance(50) ? random.number(in: 0...100) : nil
                facts.travelMinutes = random.chance(50) ? random.number(in: 0...150) : nil
                facts.fit = random.chance(50) ? PairFacts.Fit(met: random.number(in: 0...4), of: 4) : nil
                facts.isMutual = random.chance(20)
                all[RoundPair(offer.id, request.id)] = facts
            }
        }
        return all
    }
}

extension RoundOutcome {
    /// The proposals as transfers, with what they set aside.
    func transfers(at instant: Instant, from first: Int = 1) throws -> [(Transfer, TransferOffer, [Reservation])] {
        try proposals.enumerated().map { number, proposal in
            let offer = try Fair.required(plan.offers.first { $0.id == proposal.pair.offer })
            let request = try Fair.required(plan.requests.first { $0.id == proposal.pair.request })
            let transfer = try Fair.required(
                Transfer(id: Fair.key(first + number), offer: offer, request: request, proposedAt: instant))
            return (transfer, offer, transfer.reservations(of: offer, plan.round.rules))
        }
    }
}
