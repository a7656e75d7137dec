import Prevention
package import Rounds
import Transfers
import Workflow

/// Vorlage aus dem Marktplatz: asks the other rooms for what is known of each offer and request together.
struct RoundPlanning {
    let market: Market
    let ports: ExchangePorts
    let round: Round

    /// What goes into the round on its deadline.
    func plan() async throws -> RoundPlan {
        let members = market.participants.filter(\.isActive)
        let practices = try await ports.practices(round.deadline)
        let known = Dictionary(practices.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        let offers = market.offers.map(\.offer).filter { $0.course.state == .open }
        let requests = market.requests.map(\.request).filter { $0.course.state == .open }
        var facts: [RoundPair: PairFacts] = [:]
        for offer in offers {
            for request in requests where request.accepts(offer) && !offer.givers.contains(request.receiver) {
                facts[RoundPair(offer.id, request.id)] = try await self.facts(
                    offer, request, known[offer.practice.id], requests)
            }
        }
        return RoundPlan(
            round, participants: members.map(\.participant),
            names: Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0.name) }), offers: offers,
            requests: requests, facts: facts, ledger: market.ledger, excused: [])
    }

    private func facts(
        _ offer: TransferOffer, _ request: TransferRequest, _ practice: ExchangePorts.Practice?,
        _ requests: [TransferRequest]
    ) async throws -> PairFacts {
        var facts = PairFacts(
            offer, request, giverLevel: market.giverLevel(offer),
            obligation: market.link(request.linkType)?.obligation ?? .choice)
        facts.evidence = practice?.evidence
        facts.reviewExpires = practice?.reviewExpires
        facts.receiverMayPassOn = market.level(request.receiver, request.linkType) >= .introduced
        let earlier = market.transfers.map(\.transfer)
        facts.declinedOn =
            earlier.filter { $0.offer == offer.id && $0.request == request.id }.compactMap(\.declinedOn).max()
        facts.samePracticeOn =
            earlier.filter { $0.receiver == request.receiver && $0.practice == offer.practice }
            .compactMap { $0.course.reached(.running(.accepted))?.berlinDay }.max()
        facts.isMutual = requests.contains { other in
            offer.givers.contains(other.receiver)
                && market.offers.contains { $0.offer.givers.contains(request.receiver) && other.accepts($0.offer) }
        }
        let areas = (market.participant(offer.givers[0])?.areaKey, market.participant(request.receiver)?.areaKey)
        guard let giver = areas.0, let receiver = areas.1 else { return facts }
        if let context = try await ports.context(offer.practice, receiver) {
            facts.fit = context.fit
            facts.hasRedRisk = context.hasRedRisk
        }
        facts.closeness = try await ports.closeness(giver, receiver, round.deadline)
        let isRemote = market.offer(offer.id)?.isRemote ?? false
        facts.travelMinutes = isRemote ? 0 : try await ports.travel(giver, receiver)
        return facts
    }
}

extension Transfer {
    /// The day on which one side said no; not when a partner left or nobody answered.
    fileprivate var declinedOn: Day? {
        guard case .declined(_, let reason) = state, reason != .partnerLeft else { return nil }
        return course.entries.last?.at.berlinDay
    }
}

extension ExchangeStore {
    /// Clears a closed round with the market as it stands and what other rooms know.
    @discardableResult
    package func clear(_ round: Round, ports: ExchangePorts, _ command: Command) async throws -> RoundOutcome {
        let market = try await market(on: command.at.berlinDay)
        guard let record = market.round(round.id) else { throw ExchangeRefusal.unknown }
        let plan = try await RoundPlanning(market: market, ports: ports, round: record.round).plan()
        return try await clear(plan, missing: market.missing, command)
    }
}
