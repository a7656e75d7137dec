package import Prevention
import Workflow

/// Hinweis an die Steuerungsgruppe: a pattern in the exchange that people should look at; never a sanction by itself.
package enum BoardNote: Hashable, Sendable {
    /// Most of what a participant traded was with one partner; evaluations of each other may be worth little.
    case concentratedPair(ID<Participant>, with: ID<Participant>, transfers: Int, of: Int)
    /// Declined at least twice in a year; the first time costs nothing and is not shown.
    case repeatedDeclines(ID<Participant>, [DeclineReason: Int])
    /// Credit lies idle: no request for a year, though it has at least one transfer's worth.
    case idleCredit(ID<Participant>, points: Int)
}

extension BoardNote {
    /// From so many transfers on a concentration means something.
    package static let fewestTransfers = 4

    /// All patterns on `day`, in the order of the participants' keys.
    package static func all(
        _ participants: [Participant], transfers: [Transfer], requests: [TransferRequest], ledger: Ledger, on day: Day
    ) -> [BoardNote] {
        let yearAgo = day.adding(months: -12)
        return participants.map(\.id).sorted().flatMap { id -> [BoardNote] in
            [
                concentration(id, transfers), declines(id, transfers, since: yearAgo),
                idleCredit(id, requests, ledger, since: yearAgo),
            ].compactMap { $0 }
        }
    }

    /// At least half of at least four transfers with the same partner.
    private static func concentration(_ id: ID<Participant>, _ transfers: [Transfer]) -> BoardNote? {
        let own = transfers.filter { ($0.receiver == id || $0.givers.contains(id)) && $0.state.stage != nil }
        guard own.count >= fewestTransfers else { return nil }
        var counts: [ID<Participant>: Int] = [:]
        for transfer in own {
            for partner in transfer.receiver == id ? transfer.givers : [transfer.receiver] {
                counts[partner, default: 0] += 1
            }
        }
        guard let most = counts.min(by: { ($1.value, $0.key) < ($0.value, $1.key) }), most.value * 2 >= own.count
        else { return nil }
        return .concentratedPair(id, with: most.key, transfers: most.value, of: own.count)
    }

    private static func declines(_ id: ID<Participant>, _ transfers: [Transfer], since day: Day) -> BoardNote? {
        var reasons: [DeclineReason: Int] = [:]
        for transfer in transfers {
            guard case .declined(let side?, let reason) = transfer.state, reason != .partnerLeft,
                side == .receiver ? transfer.receiver == id : transfer.givers.contains(id),
                transfer.course.entries.last.map({ $0.at.berlinDay >= day }) ?? false
            else { continue }
            reasons[reason, default: 0] += 1
        }
        return reasons.values.reduce(0, +) >= 2 ? .repeatedDeclines(id, reasons) : nil
    }

    private static func idleCredit(
        _ id: ID<Participant>, _ requests: [TransferRequest], _ ledger: Ledger, since day: Day
    ) -> BoardNote? {
        let balance = ledger.balance(of: .participant(id))
        let old = Credit(of: .participant(id), in: ledger).lots.filter { $0.since <= day }.reduce(0) { $0 + $1.points }
        let hasAsked = requests.contains { request in
            request.receiver == id
                && (request.course.entries.last.map { $0.at.berlinDay >= day } ?? true)
        }
        guard old >= ledger.rules.points.full, !hasAsked else { return nil }
        return .idleCredit(id, points: balance)
    }
}
