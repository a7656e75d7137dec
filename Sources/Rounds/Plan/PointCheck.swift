import Clearing
import Prevention
import Transfers

/// Gegenprobe in Punkten: whether what was chosen in whole transfers also holds in points and for all co-givers.
///
/// Where it does not, limits are lowered for this round by as much as is missing, and the round is solved again. Whole
/// transfers of one giver never need it.
struct PointCheck {
    private let draft: ClearingDraft
    private let ledger: Ledger
    private let rules: ExchangeRules

    init(_ draft: ClearingDraft, _ ledger: Ledger, _ rules: ExchangeRules) {
        self.draft = draft
        self.ledger = ledger
        self.rules = rules
    }

    /// What to lower, or nothing if all is well. Agreements are kept whatever they cost.
    func lowered(_ chosen: [Int]) -> ClearingRound? {
        var round = draft.round
        let isChanged = lowerGiving(chosen, in: &round) || lowerReceiving(chosen, in: &round)
        return isChanged ? round : nil
    }

    /// Everybody who works on a transfer gives one, also in a joint offer.
    private func lowerGiving(_ chosen: [Int], in round: inout ClearingRound) -> Bool {
        var isChanged = false
        for (place, participant) in draft.participants.enumerated() {
            let given = chosen.filter { draft.ends($0).offer.givers.contains(participant.id) }
            let over = given.count - participant.limits.give
            guard over > 0 else { continue }
            let own = given.count { round.offers[round.pairs[$0].offer].participant == place }
            let agreed = round.signed.count { round.offers[round.pairs[$0].offer].participant == place }
            if own > agreed {
                round.participants[place].give = max(agreed, own - over)
                isChanged = true
                continue
            }
            let joint = Set(given.filter { !round.signed.contains($0) }.map { round.pairs[$0].offer }).max {
                draft.offers[$0].id < draft.offers[$1].id
            }
            guard let joint else { continue }
            round.offers[joint].capacity = chosen.count { round.pairs[$0].offer == joint } - 1
            isChanged = true
        }
        return isChanged
    }

    /// Tries to set the points aside; who would come too low receives less.
    private func lowerReceiving(_ chosen: [Int], in round: inout ClearingRound) -> Bool {
        guard let short = short(chosen) else { return false }
        var isChanged = false
        for (place, participant) in draft.participants.enumerated() {
            guard let points = short[.participant(participant.id)] else { continue }
            let received = chosen.count { round.requests[round.pairs[$0].request].participant == place }
            let agreed = round.signed.count { round.requests[round.pairs[$0].request].participant == place }
            let full = max(1, rules.points.full)
            guard received > agreed else { continue }
            round.participants[place].receive = max(agreed, received - (points + full - 1) / full)
            isChanged = true
        }
        return isChanged
    }

    /// Accounts without the room for what is new, once what is agreed has been set aside.
    private func short(_ chosen: [Int]) -> [Account: Int]? {
        var random = SeededGenerator(seed: 0)
        let agreed = reservations(chosen.filter { draft.round.signed.contains($0) }, &random)
        do {
            var trial = try Ledger(
                replaying: ledger.bookings, reservations: ledger.reservations + agreed, rules: ledger.rules)
            try trial.reserve(reservations(chosen.filter { !draft.round.signed.contains($0) }, &random))
        } catch LedgerRefusal.beyondFloor(let short) {
            return short
        } catch { return nil }
        return nil
    }

    private func reservations(_ chosen: [Int], _ random: inout SeededGenerator) -> [Reservation] {
        chosen.flatMap { place -> [Reservation] in
            let (offer, request) = draft.ends(place)
            guard let id = ID<Transfer>(bytes: random.uuidBytes()) else { return [] }
            return PointShares.points(givers: offer.givers, parts: offer.parts, rules).map {
                Reservation(
                    transfer: id, from: .participant(request.receiver), to: .participant($0.giver), points: $0.points)
            }
        }
    }
}
