import Clearing
import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Eigenschaften einer Runde")
struct RoundPropertiesTests {
    static let rounds = 0..<1_000

    @Test("1,000 random markets: only admissible pairs, all limits kept, proven best", arguments: RoundMode.allCases)
    func limits(mode: RoundMode) throws {
        for seed in Self.rounds {
            let plan = try RandomFair(seed, mode: mode).plan
            let outcome = plan.cleared()
            for proposal in outcome.proposals {
                #expect(plan.obstacles(proposal.pair).isEmpty, "\(seed)")
                #expect(!proposal.givers.contains(proposal.receiver))
            }
            #expect(Set(outcome.proposals.map(\.pair.request)).count == outcome.proposals.count)
            for offer in plan.offers {
                #expect(outcome.proposals.count { $0.pair.offer == offer.id } <= offer.capacity)
            }
            for standing in outcome.standings {
                #expect(standing.gives <= standing.limits.give && standing.receives <= standing.limits.receive)
                #expect(standing.after >= min(plan.round.rules.floor, standing.before), "\(seed)")
            }
            #expect(outcome.standings.reduce(0) { $0 + $1.after } == outcome.standings.reduce(0) { $0 + $1.before })
            if outcome.clearing != nil {
                #expect(outcome.isVerified, "\(seed)")
            } else {
                #expect(!outcome.remarks.isEmpty && outcome.proposals.isEmpty, "\(seed)")
            }
        }
    }

    @Test("1,000 random markets: every proposal finds its points in the ledger, and booking all parts keeps the floor")
    func reservations() throws {
        var booked = 0
        for seed in Self.rounds {
            let plan = try RandomFair(seed).plan
            let outcome = plan.cleared()
            var ledger = plan.ledger
            let transfers = try outcome.transfers(at: Fair.noon("2026-02-01"))
            try ledger.reserve(transfers.flatMap { $0.2 })
            for (proposed, offer, _) in transfers {
                var transfer = proposed
                try transfer.go(to: .coached, plan.round.rules)
                for booking in transfer.bookings(of: offer, plan.round.rules) {
                    #expect(try ledger.book(booking))
                    #expect(try !ledger.book(booking), "a booking counts once")
                    booked += 1
                }
            }
            #expect(ledger.balances.values.reduce(0, +) == 0)
            for standing in outcome.standings {
                let account = Account.participant(standing.participant)
                #expect(ledger.balance(of: account) == standing.after && ledger.planned(account) == standing.after)
            }
            let replayed = try Ledger(replaying: ledger.bookings, rules: ledger.rules)
            #expect(replayed.balances == ledger.balances && replayed.tallies == ledger.tallies)
        }
        #expect(booked > 1_500)
    }

    @Test("1,000 random markets: after a decline everything else stays, and the points for what is new are there")
    func decline() throws {
        var replaced = 0
        for seed in Self.rounds {
            var fair = try RandomFair(seed)
            let plan = fair.plan
            let outcome = plan.cleared()
            guard
                let declined = outcome.proposals.isEmpty
                    ? nil : fair.random.pick(outcome.proposals, or: outcome.proposals[0])
            else { continue }
            let again = outcome.resolved(declining: [declined.pair])
            let kept = Set(outcome.proposals.map(\.pair)).subtracting([declined.pair])
            let now = Set(again.proposals.map(\.pair))
            #expect(again.isVerified && kept.isSubset(of: now) && !now.contains(declined.pair), "\(seed)")
            replaced += now.count - kept.count
            var ledger = plan.ledger
            let first = try outcome.transfers(at: Fair.noon("2026-02-01"))
            try ledger.reserve(first.flatMap { $0.2 })
            for (transfer, _, _) in first
            where RoundPair(transfer.offer, transfer.request) == declined.pair { ledger.release(transfer.id) }
            let new = try again.transfers(at: Fair.noon("2026-02-10"), from: 100)
                .filter { !kept.contains(RoundPair($0.0.offer, $0.0.request)) }
            try ledger.reserve(new.flatMap { $0.2 })
            for standing in again.standings {
                #expect(standing.gives <= standing.limits.give && standing.receives <= standing.limits.receive)
            }
        }
        #expect(replaced > 50)
    }

    @Test("1,000 random markets: the order of the input changes nothing, a second run neither")
    func order() throws {
        for seed in Self.rounds {
            var fair = try RandomFair(seed)
            let plan = fair.plan
            let outcome = plan.cleared()
            let shuffled = RoundPlan(
                plan.round, participants: plan.participants.shuffled(using: &fair.random),
                offers: plan.offers.shuffled(using: &fair.random),
                requests: plan.requests.shuffled(using: &fair.random), facts: plan.facts, ledger: plan.ledger
            ).cleared()
            #expect(shuffled.proposals == outcome.proposals && shuffled.unmet == outcome.unmet, "\(seed)")
            #expect(shuffled.rings == outcome.rings && shuffled.chains == outcome.chains)
            #expect(shuffled.standings == outcome.standings && shuffled.objective == outcome.objective)
            #expect(shuffled.clearing?.result.certificate == outcome.clearing?.result.certificate)
        }
    }

    @Test("1,000 random markets: every open request has a proposal or a reason, never both")
    func reasons() throws {
        for seed in Self.rounds {
            let plan = try RandomFair(seed).plan
            let outcome = plan.cleared()
            let met = Set(outcome.proposals.map(\.pair.request))
            let unmet = Set(outcome.unmet.map(\.request))
            #expect(met.isDisjoint(with: unmet) && met.union(unmet) == Set(plan.requests.map(\.id)), "\(seed)")
            for wish in outcome.unmet {
                switch wish.why {
                case .nobodyOffers:
                    #expect(
                        !plan.offers.contains { $0.linkType == wish.linkType && !$0.givers.contains(wish.receiver) })
                case .obstacles(let counts): #expect(!counts.isEmpty && counts.allSatisfy { $0.pairs > 0 })
                case .limit(let reason, _, _): #expect(reason != .noOffer && outcome.clearing != nil)
                case .roundNotCleared: #expect(outcome.clearing == nil)
                }
            }
        }
    }

    @Test("1,000 random markets: a higher limit, more credit or one admissible pair more never makes the result poorer")
    func monotone() throws {
        for seed in Self.rounds {
            let plan = try RandomFair(seed).plan
            // Dearer load would make the wider limits no rules that can be published.
            guard plan.round.rules.loadCost < 90,
                plan.offers.allSatisfy({ $0.givers.count == 1 && $0.parts.count == 3 })
            else { continue }
            let outcome = plan.cleared()
            guard outcome.clearing != nil else { continue }
            let wider = RoundPlan(
                plan.round,
                participants: plan.participants.map { one in
                    Participant(
                        id: one.id, kind: one.kind,
                        limits: TransferLimits(give: one.limits.give + 1, receive: one.limits.receive + 1)
                            ?? one.limits)
                }, offers: plan.offers, requests: plan.requests, facts: plan.facts, ledger: plan.ledger
            ).cleared()
            #expect(wider.objective >= outcome.objective, "\(seed)")
            guard let (pair, facts) = plan.facts.first(where: { !plan.obstacles($0.key).isEmpty }) else { continue }
            var all = plan.facts
            var free = facts
            (free.giverLevel, free.reviewExpires, free.hasRedRisk) = (.mayPassOn, Fair.day("2028-01-01"), false)
            (free.declinedOn, free.samePracticeOn) = (nil, nil)
            all[pair] = free
            let more = RoundPlan(
                plan.round, participants: plan.participants, offers: plan.offers, requests: plan.requests, facts: all,
                ledger: plan.ledger
            ).cleared()
            #expect(more.objective >= outcome.objective, "\(seed)")
        }
    }
}

extension Transfer {
    /// The usual way up to a stage, one day after the other.
    mutating func go(to stage: TransferStage, _ rules: ExchangeRules, third: ID<Participant> = Fair.town(99)) throws {
        let way: [(TransferStep, ID<Participant>?, TransferStage)] = [
            (.accept(.giver), givers[0], .accepted), (.accept(.receiver), receiver, .accepted), (.agree, nil, .agreed),
            (.checkContext, nil, .contextChecked), (.confirm(.presentation), receiver, .presented),
            (.confirm(.factors), receiver, .workedThrough), (.confirm(.coaching), receiver, .coached),
            (.introduce, receiver, .introduced), (.evaluate, third, .evaluated), (.anchor, nil, .anchored),
            (.clearToPassOn, nil, .clearedToPassOn),
        ]
        for (place, (step, participant, reached)) in way.enumerated() where reached <= stage {
            var taken = step
            if case .confirm(let part) = step, !parts.contains(part) { taken = .waive(part) }
            if let stage = state.stage, stage >= reached { continue }
            let days = place < 8 ? place : 190 + place
            try take(
                taken, for: participant, by: Fair.actor, at: proposedAt.adding(seconds: days * 86_400),
                because: "Probe", rules: rules)
        }
    }
}
