import Offers
import Prevention
import Texts
import Web

/// What providers want changed, decided field by field.
struct ProposalRoutes: Sendable {
    let desk: RegisterDesk
    private static let access = Access.roles(Caller.editors)

    init(desk: RegisterDesk) { self.desk = desk }

    func add(to routes: inout RouteTable) {
        routes.get(RegisterPath.proposals.pattern, allow: Self.access) { try await list($0) }
        routes.get(RegisterPath.proposal.pattern, allow: Self.access) { try await show($0) }
        routes.post(RegisterPath.proposal.pattern, allow: Self.access, bodyLimit: 65_536) { try await decide($0) }
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        return proposalsPage(visit, try await desk.openProposals(caller), desk.texts[visit.language])
    }

    private func show(_ visit: Visit) async throws -> Answer {
        let (caller, areas) = try await desk.caller(visit)
        let (proposal, detail) = try await proposal(visit, caller)
        let words = try await desk.words(visit, areas)
        return proposalPage(
            visit, ProposalModel(proposal: proposal, offer: detail.offer, words: words), desk.texts[visit.language])
    }

    /// Decided proposals do not exist any more.
    private func proposal(_ visit: Visit, _ caller: Caller) async throws -> (OfferProposal, OfferDetail) {
        let id = try visit.id(of: OfferProposal.self)
        guard let found = try await desk.openProposals(caller).first(where: { $0.proposal.id == id }) else {
            throw NotFound()
        }
        return (found.proposal, found.detail)
    }

    private func decide(_ visit: Visit) async throws -> Answer {
        let caller = try await desk.caller(visit).caller
        let (proposal, detail) = try await proposal(visit, caller)
        let accepted =
            visit.form.text("ablehnen") != nil
            ? [] : Set(visit.form.values("feld").compactMap { OfferField(rawValue: $0) })
        do {
            try await desk.offers.decide(proposal.id, accepting: accepted, by: caller.actor, at: visit.now)
        } catch is RecordProblem {
            throw Unprocessable(desk.texts[visit.language].proposals.noLongerFits)
        }
        return desk.done(visit, RegisterPath.offer.path(detail.offer.id.text), .decided)
    }
}

extension RegisterDesk {
    /// Proposals for offers within the caller's reach, oldest first.
    func openProposals(_ caller: Caller) async throws -> [(proposal: OfferProposal, detail: OfferDetail)] {
        let all = try await offers.openProposals()
        let details = try await offers.details(ids: Array(Set(all.map(\.offerID)))).filter(caller.mayEdit)
        let byID = Dictionary(details.map { ($0.offer.id, $0) }, uniquingKeysWith: { first, _ in first })
        return all.compactMap { proposal in byID[proposal.offerID].map { (proposal, $0) } }
    }
}
