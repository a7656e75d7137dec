import Clearing
package import Prevention
package import Transfers

/// Ergebnis einer Runde: who gives whom, why, and the proof that nothing better exists; never an error.
///
/// The same plan gives the same outcome on every machine.
package struct RoundOutcome: Sendable {
    package let plan: RoundPlan
    /// By offer and request.
    package let proposals: [RoundProposal]
    /// Each gives to the next, the last one to the first; shortest first. For explanation only.
    package let rings: [[ID<Participant>]]
    /// The first one earns credit, the last one uses it.
    package let chains: [[ID<Participant>]]
    /// Every open request that went away empty, by key.
    package let unmet: [UnmetWish]
    /// Everybody, by name; never an order of better and worse.
    package let standings: [Standing]
    package let remarks: [RoundRemark]
    /// Numbers, result and certificate; `nil` where the round could not be cleared.
    package let clearing: RoundClearing?

    /// Points: weights less load and credit; in the strategy-proof mode the number of transfers. 0 without a result.
    package var objective: Int { clearing?.result.objective ?? 0 }
    /// Whether the checker, which knows no solver, finds the result best.
    package var isVerified: Bool { clearing?.check.isOptimal ?? false }

    package init(_ plan: RoundPlan) {
        let findings = plan.findings
        let draft = ClearingDraft(plan)
        let remarks = draft.remarks + findings.map { .finding($0) }
        guard !findings.contains(where: \.endsRound) else {
            self.init(plan, draft, nil, remarks)
            return
        }
        self.init(solving: draft, plan, remarks)
    }

    /// Solves, checks in points, lowers limits where they do not suffice, and solves again.
    init(solving first: ClearingDraft, _ plan: RoundPlan, _ remarks: [RoundRemark]) {
        var draft = first
        do {
            var clearing = try RoundClearing(draft.round, plan.round.mode)
            while let lowered = PointCheck(draft, plan.ledger, plan.round.rules).lowered(clearing.result.transfers) {
                draft.round = lowered
                clearing = try RoundClearing(draft.round, plan.round.mode)
            }
            self.init(plan, draft, clearing, remarks + draft.lowered(from: plan))
        } catch {
            self.init(plan, draft, nil, remarks + draft.remarks(on: error))
        }
    }

    private init(_ plan: RoundPlan, _ draft: ClearingDraft, _ clearing: RoundClearing?, _ remarks: [RoundRemark]) {
        self.plan = plan
        self.clearing = clearing
        self.remarks = remarks
        let chosen = clearing?.result.transfers ?? []
        let proposals = chosen.compactMap { RoundProposal(draft, $0, plan) }.sorted { $0.pair < $1.pair }
        let rings = clearing.map { ExchangeRings($0.round, transfers: chosen) }
        self.proposals = proposals
        self.rings = (rings?.rings ?? []).map { $0.map { draft.participants[$0].id } }
        chains = (rings?.chains ?? []).map { $0.map { draft.participants[$0].id } }
        unmet = UnmetWish.all(plan, draft, clearing)
        standings = draft.participants.map { Standing($0, plan.ledger, proposals) }
            .sorted { (plan.name($0.participant), $0.participant) < (plan.name($1.participant), $1.participant) }
    }

    package func proposal(_ pair: RoundPair) -> RoundProposal? { proposals.first { $0.pair == pair } }
}

/// Vorschlag: one transfer of a round's result.
package struct RoundProposal: Hashable, Sendable {
    package let pair: RoundPair
    package let givers: [ID<Participant>]
    package let receiver: ID<Participant>
    package let linkType: ID<LinkType>
    package let practice: Reference
    package let parts: [TransferPart]
    /// Why just these two, term by term.
    package let weight: PairWeight
    /// What the receiver pays if all parts are confirmed.
    package let points: Int

    init?(_ draft: ClearingDraft, _ place: Int, _ plan: RoundPlan) {
        let (offer, request) = draft.ends(place)
        pair = RoundPair(offer.id, request.id)
        guard let weight = plan.weight(pair) else { return nil }
        self.weight = weight
        givers = offer.givers
        receiver = request.receiver
        linkType = request.linkType
        practice = offer.practice
        parts = offer.parts
        points = plan.round.rules.points.sum(offer.parts)
    }
}

extension RoundOutcome {
    /// Stand einer Teilnehmerin: load and account before and after the round; given and received apart.
    package struct Standing: Hashable, Sendable {
        package let participant: ID<Participant>
        package let limits: TransferLimits
        /// Proposals of this round in which it gives, joint ones included.
        package let gives: Int
        package let receives: Int
        /// Points with all that was set aside before the round.
        package let before: Int
        /// Points once every part of every proposal has been confirmed.
        package let after: Int
        /// What it gave and received before the round, in points.
        package let tally: Ledger.Tally

        init(_ one: Participant, _ ledger: Ledger, _ proposals: [RoundProposal]) {
            let account = Account.participant(one.id)
            participant = one.id
            limits = one.limits
            gives = proposals.count { $0.givers.contains(one.id) }
            receives = proposals.count { $0.receiver == one.id }
            before = ledger.planned(account)
            let earned = proposals.filter { $0.givers.contains(one.id) }.reduce(0) { sum, proposal in
                sum + (proposal.shares(ledger.rules).first { $0.giver == one.id }?.points ?? 0)
            }
            let paid = proposals.filter { $0.receiver == one.id }.reduce(0) { $0 + $1.points }
            after = before + earned - paid
            tally = ledger.tallies[account] ?? Ledger.Tally()
        }
    }
}

extension RoundProposal {
    /// What each giver gets once every part has been confirmed; part by part, as it will be booked.
    package func shares(_ rules: ExchangeRules) -> [(giver: ID<Participant>, points: Int)] {
        PointShares.points(givers: givers, parts: parts, rules)
    }
}
