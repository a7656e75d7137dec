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
        let offers = market.offers.filter { isInTime($0.createdAt) }.map(\.offer).filter { $0.course.state == .open }
        let requests = market.requests.filter { isInTime($0.createdAt) }.map(\.request).filter {
            $0.course.state == .open
        }
        let source = try await source(of: offers, requests, known)
        // Its own offers, and offers of a practice that it does not want, are no offers to a town at all.
        let facts = source.facts(offers, requests).filter {
            $0.value.fitsRequest && !$0.value.givers.contains($0.value.receiver)
        }
        return excusing { excused in
            RoundPlan(
                round, participants: members.map(\.participant),
                names: Dictionary(uniqueKeysWithValues: members.map { ($0.id, $0.name) }), offers: offers,
                requests: requests, facts: facts, ledger: market.ledger.under(round.rules), excused: excused)
        }
    }

    /// Who is below the floor because others dropped out comes first: the round has to let it give until it is back.
    /// Where nothing can bring it back, its account stays as it is and keeps nobody else from being served.
    private func excusing(_ plan: (Set<ID<Participant>>) -> RoundPlan) -> RoundPlan {
        let undercut = Set(market.undercut(under: round.rules).keys)
        var excused: Set<ID<Participant>> = []
        while true {
            let next = plan(excused)
            if undercut.subtracting(excused).isEmpty { return next }
            let stuck = next.cleared().remarks.flatMap { remark -> [ID<Participant>] in
                if case .stuckBelowFloor(let ids) = remark { ids } else { [] }
            }
            let more = undercut.subtracting(excused).intersection(stuck)
            if more.isEmpty { return next }
            excused.formUnion(more)
        }
    }

    /// Whoever knows seed and market after the deadline must not add to them.
    private func isInTime(_ createdAt: Instant) -> Bool { createdAt.berlinDay <= round.deadline }

    /// What the market and the other rooms know of the open offers and requests; each thing is asked once.
    private func source(
        of offers: [TransferOffer], _ requests: [TransferRequest], _ practices: [String: ExchangePorts.Practice]
    ) async throws -> PairFactSource {
        var source = PairFactSource()
        for (key, record) in market.levels { source.levels[key.link, key.participant] = record.level }
        source.obligations = Dictionary(uniqueKeysWithValues: market.links.map { ($0.id, $0.obligation) })
        source.transfers = market.transfers.map(\.transfer)
        source.remote = Set(market.offers.filter(\.isRemote).map(\.offer.id))
        for request in requests where market.level(request.receiver, request.linkType) >= .introduced {
            source.multipliers[request.linkType, default: []].insert(request.receiver)
        }
        for offer in offers {
            source.practices[offer.practice] = PairFactSource.Practice(
                evidence: practices[offer.practice.id]?.evidence,
                reviewExpires: practices[offer.practice.id]?.reviewExpires)
            for request in requests where request.accepts(offer) && !offer.givers.contains(request.receiver) {
                try await compare(offer, request, &source)
            }
        }
        return source
    }

    /// What the other rooms know of the two towns.
    private func compare(
        _ offer: TransferOffer, _ request: TransferRequest, _ source: inout PairFactSource
    ) async throws {
        guard let receiver = market.participant(request.receiver)?.areaKey else { return }
        if let context = try await ports.context(offer.practice, receiver) {
            source.contexts[RoundPair(offer.id, request.id)] = PairFactSource.Context(
                fit: context.fit, hasRedRisk: context.hasRedRisk)
        }
        for giver in offer.givers {
            let way = PairFactSource.Way(giver, request.receiver)
            guard source.closeness[way] == nil, let area = market.participant(giver)?.areaKey else { continue }
            source.closeness[way] = try await ports.closeness(area, receiver, round.deadline)
            source.travel[way] = try await ports.travel(area, receiver)
        }
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
