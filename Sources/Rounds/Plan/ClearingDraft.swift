import Clearing
import Prevention
import Transfers
import Workflow

/// Netz-Entwurf: the exchange's words as the numbers of a clearing round, and the way back.
///
/// The network knows whole transfers only, one giver each. A part-offer or a joint one goes into it as a whole transfer
/// of its first giver; `PointCheck` then looks at points and co-givers, and limits are lowered where they do not suffice.
struct ClearingDraft: Sendable {
    let participants: [Participant]
    /// Open offers and requests of those who take part.
    let offers: [TransferOffer]
    let requests: [TransferRequest]
    /// By place of the pair in the clearing round.
    let pairs: [RoundPair]
    var round: ClearingRound
    let remarks: [RoundRemark]

    init(_ plan: RoundPlan) {
        var remarks: [RoundRemark] = []
        participants = Self.once(plan.participants, &remarks) { $0.id.text }
        let known = Set(participants.map(\.id))
        let open = Self.once(plan.offers, &remarks) { $0.id.text }
            .filter { $0.course.state == .open && known.isSuperset(of: $0.givers) }
        let wanted = Self.once(plan.requests, &remarks) { $0.id.text }
            .filter { $0.course.state == .open && known.contains($0.receiver) }
        offers = open
        requests = wanted
        self.remarks = remarks
        let places = Dictionary(uniqueKeysWithValues: participants.enumerated().map { ($1.id, $0) })
        let admissible = Self.admissible(plan, open, wanted)
        let pairs = admissible.map { RoundPair(open[$0.offer].id, wanted[$0.request].id) }
        self.pairs = pairs
        round = ClearingRound(
            participants: participants.map { Self.participant($0, plan) },
            offers: open.map { .init($0.id.text, by: places[$0.givers[0]] ?? 0, capacity: $0.capacity) },
            requests: wanted.map { .init($0.id.text, by: places[$0.receiver] ?? 0) },
            pairs: zip(admissible, pairs).map { places, pair in
                .init(places.offer, places.request, weight: plan.weight(pair)?.total ?? 0)
            },
            loadStep: plan.round.rules.loadCost, creditStep: plan.round.rules.creditCost, seed: plan.round.seed)
    }

    /// The first of each key; keys that come again are remarked.
    private static func once<Element>(
        _ list: [Element], _ remarks: inout [RoundRemark], _ key: (Element) -> String
    ) -> [Element] {
        var seen: Set<String> = []
        return list.filter { element in
            if seen.insert(key(element)).inserted { return true }
            remarks.append(.namedTwice(key(element)))
            return false
        }.sorted { key($0) < key($1) }
    }

    /// Places of offers and requests that may come together, in the order of their keys.
    private static func admissible(
        _ plan: RoundPlan, _ offers: [TransferOffer], _ requests: [TransferRequest]
    ) -> [(offer: Int, request: Int)] {
        let offerPlaces = Dictionary(uniqueKeysWithValues: offers.enumerated().map { ($1.id, $0) })
        let requestPlaces = Dictionary(uniqueKeysWithValues: requests.enumerated().map { ($1.id, $0) })
        return plan.facts.compactMap { pair, facts -> (offer: Int, request: Int)? in
            guard let offer = offerPlaces[pair.offer], let request = requestPlaces[pair.request] else { return nil }
            let fits =
                !offers[offer].givers.contains(requests[request].receiver) && requests[request].accepts(offers[offer])
            return fits && facts.obstacles(on: plan.day, plan.round.rules).isEmpty ? (offer, request) : nil
        }.sorted { ($0.offer, $0.request) < ($1.offer, $1.request) }
    }

    /// Limits and account in whole transfers; a rest of points is no room for a transfer, neither down nor up.
    private static func participant(_ one: Participant, _ plan: RoundPlan) -> ClearingRound.Participant {
        let full = max(1, plan.round.rules.points.full)
        let planned = plan.ledger.planned(.participant(one.id))
        let balance = floor(planned, full)
        let floor = -plan.round.rules.creditTransfers
        let rest = planned - balance * full
        let highest = plan.round.rules.highestTransfers.map { rest > 0 ? $0 - 1 : $0 }
        return .init(
            one.id.text, give: one.limits.give, receive: one.limits.receive, balance: balance,
            floor: plan.excused.contains(one.id) ? min(floor, balance) : floor,
            ceiling: max(highest ?? mostTransfers, balance))
    }

    /// Highest balance while the rules name none; more than anybody gives in a lifetime.
    private static let mostTransfers = 1_000_000

    private static func floor(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    func place(of participant: ID<Participant>) -> Int? { participants.firstIndex { $0.id == participant } }

    /// The offer and the request of a pair.
    func ends(_ place: Int) -> (offer: TransferOffer, request: TransferRequest) {
        (offers[round.pairs[place].offer], requests[round.pairs[place].request])
    }

    /// What was lowered in comparison with the plan.
    func lowered(from plan: RoundPlan) -> [RoundRemark] {
        var found: [RoundRemark] = []
        for (one, number) in zip(participants, round.participants) {
            if number.receive < one.limits.receive { found.append(.receivesAtMost(one.id, number.receive)) }
            if number.give < one.limits.give { found.append(.givesAtMost(one.id, number.give)) }
        }
        for (offer, number) in zip(offers, round.offers) where number.capacity < offer.capacity {
            found.append(.jointOfferAtMost(offer.id, number.capacity))
        }
        return found
    }

    /// Why the round could not be cleared.
    func remarks(on refusal: ClearingRefusal) -> [RoundRemark] {
        refusal.problems.map { problem in
            guard case .unreachableBalances(let ids) = problem else { return .contradiction(problem) }
            return .stuckBelowFloor(ids.compactMap { ID<Participant>($0) }.sorted())
        }
    }
}
