package import Prevention
import Workflow

/// Ausscheiden: what happens when a participant leaves, also in the middle of a transfer.
///
/// What was confirmed stays booked. What had not begun is declined, what runs is stopped where it stands, its
/// requests are withdrawn and its offers expire; its account is closed through the fund, so that the sum stays 0.
package struct Departure: Hashable, Sendable {
    /// The step that ends each of its open transfers.
    package let transfers: [ID<Transfer>: TransferStep]
    /// Offers to let expire.
    package let offers: [ID<TransferOffer>]
    /// Requests to withdraw.
    package let requests: [ID<TransferRequest>]
    /// Requests of partners to open again, in the order of their keys.
    package let reopened: [ID<TransferRequest>]

    package init(
        of participant: ID<Participant>, transfers: [Transfer], offers: [TransferOffer], requests: [TransferRequest]
    ) {
        let concerned = transfers.filter {
            !$0.state.isOver && ($0.receiver == participant || $0.givers.contains(participant))
        }
        var steps: [ID<Transfer>: TransferStep] = [:]
        for transfer in concerned { steps[transfer.id] = Self.end(of: transfer, participant) }
        self.transfers = steps
        self.offers = offers.filter {
            $0.givers.contains(participant) && OfferFlow.state(after: .expire, in: $0.course.state) != nil
        }.map(\.id).sorted()
        self.requests = requests.filter {
            $0.receiver == participant && RequestFlow.state(after: .withdraw, in: $0.course.state) != nil
        }.map(\.id).sorted()
        let left = Set(concerned.filter { $0.receiver != participant && steps[$0.id] != nil }.map(\.request))
        reopened = requests.filter {
            left.contains($0.id) && RequestFlow.state(after: .release, in: $0.course.state) != nil
        }.map(\.id).sorted()
    }

    /// An anchored transfer is as good as done and stays.
    private static func end(of transfer: Transfer, _ participant: ID<Participant>) -> TransferStep? {
        switch transfer.state {
        case .proposed: .decline(transfer.receiver == participant ? .receiver : .giver, .partnerLeft)
        case .running(.anchored), .running(.clearedToPassOn), .stopped, .declined: nil
        case .running, .suspended: .stop(.partnerLeft)
        }
    }

    /// Frees what its transfers had set aside and closes its account.
    ///
    /// - Returns: the accounts that are now planned below the floor, with how far; they come first in the next round.
    /// - Throws: `LedgerRefusal` if the account cannot be closed; the ledger is then unchanged.
    package func settle(
        _ participant: ID<Participant>, in ledger: inout Ledger, at instant: Instant, by actor: Reference,
        because reason: String
    ) throws(LedgerRefusal) -> [Account: Int] {
        var next = ledger
        for transfer in transfers.keys.sorted() { next.release(transfer) }
        let account = Account.participant(participant)
        let balance = next.balance(of: account)
        if balance != 0 {
            try next.book(
                Booking(
                    key: "closing/\(instant)/\(account)", from: balance > 0 ? account : .fund,
                    to: balance > 0 ? .fund : account, points: abs(balance), purpose: .closing, actor: actor,
                    at: instant, reason: reason))
        }
        let partners = Set(ledger.reservations.filter { transfers[$0.transfer] != nil }.flatMap { [$0.from, $0.to] })
        ledger = next
        return next.undercut(partners.subtracting([account]))
    }
}
