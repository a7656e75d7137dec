package import Clearing
package import Prevention
package import Transfers

/// Leer ausgegangenes Gesuch: an open request without a proposal, and why.
package struct UnmetWish: Hashable, Sendable {
    package enum Why: Hashable, Sendable {
        /// Nobody offers this link.
        case nobodyOffers
        /// Offers of this link are there, none of them admissible; each obstacle with the number of offers it holds back.
        case obstacles([RoundFinding.ObstacleCount])
        /// Which limit binds, the offer that came nearest, and by how many points its weight would have to grow.
        case limit(UnmetRequest.Reason, nearest: ID<TransferOffer>?, missing: Int?)
        /// The round as a whole could not be cleared; its remarks say why.
        case roundNotCleared
    }

    package let request: ID<TransferRequest>
    package let receiver: ID<Participant>
    package let linkType: ID<LinkType>
    package let why: Why

    static func all(_ plan: RoundPlan, _ draft: ClearingDraft, _ clearing: RoundClearing?) -> [UnmetWish] {
        let admissible = Set(draft.pairs.map(\.request))
        var limits: [Int: UnmetRequest] = [:]
        if let clearing {
            let round = clearing.mode == .weighted ? clearing.round : PriorityClearing(clearing.round).round
            for one in UnmetRequest.all(round, clearing.result) { limits[one.request] = one }
        }
        return draft.requests.enumerated().compactMap { place, request in
            let why: Why
            if !admissible.contains(request.id) {
                why = Self.obstacles(plan, draft, request)
            } else if clearing == nil {
                why = .roundNotCleared
            } else if let limit = limits[place] {
                why = .limit(
                    limit.reason, nearest: limit.offer.map { draft.offers[$0].id }, missing: limit.missing)
            } else {
                return nil
            }
            return UnmetWish(request: request.id, receiver: request.receiver, linkType: request.linkType, why: why)
        }
    }

    private static func obstacles(_ plan: RoundPlan, _ draft: ClearingDraft, _ request: TransferRequest) -> Why {
        let offers = draft.offers.filter { request.accepts($0) && !$0.givers.contains(request.receiver) }
        guard !offers.isEmpty else { return .nobodyOffers }
        var counts: [String: Int] = [:]
        for offer in offers {
            for name in Set(plan.obstacles(RoundPair(offer.id, request.id)).map(\.name)) {
                counts[name, default: 0] += 1
            }
        }
        return .obstacles(
            counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { .init(obstacle: $0.key, pairs: $0.value) })
    }
}
