package import Prevention
import Workflow

/// Konto: who holds points.
package enum Account: Hashable, Sendable, Comparable, CustomStringConvertible {
    case participant(ID<Participant>)
    /// Solidaritätsfonds.
    case fund

    /// The stored form: the participant's key or "fund".
    package var description: String {
        switch self {
        case .participant(let id): id.text
        case .fund: "fund"
        }
    }

    package init?(_ text: String) {
        guard text != "fund" else {
            self = .fund
            return
        }
        guard let id = ID<Participant>(text) else { return nil }
        self = .participant(id)
    }

    package static func < (left: Self, right: Self) -> Bool { left.description < right.description }
}

/// Buchung: points that go from one account to another; what one loses the other gets.
package struct Booking: Hashable, Sendable {
    /// What is booked.
    package enum Purpose: Hashable, Sendable {
        /// A part of a transfer that the receiver has confirmed.
        case part(TransferPart, ID<Transfer>)
        /// The fund lifts an account in debit.
        case fundIssue(Period)
        /// Old credit flows back to the fund.
        case expiry
        /// Credit used outside the exchange.
        case redemption(Redemption)
        /// A participant leaves; its account is closed through the fund.
        case closing
        /// Takes back the booking with this key.
        case reversal(of: String)
    }

    /// Says what the booking is about; the same key is never booked twice.
    package let key: String
    package let from: Account
    package let to: Account
    /// More than 0.
    package let points: Int
    package let purpose: Purpose
    package let actor: Reference
    package let at: Instant
    package let reason: String

    package init(
        key: String, from: Account, to: Account, points: Int, purpose: Purpose, actor: Reference, at: Instant,
        reason: String
    ) {
        self.key = key
        self.from = from
        self.to = to
        self.points = points
        self.purpose = purpose
        self.actor = actor
        self.at = at
        self.reason = reason
    }

    package var transfer: ID<Transfer>? {
        guard case .part(_, let transfer) = purpose else { return nil }
        return transfer
    }

    /// The booking that takes this one back.
    package func reversed(by actor: Reference, at instant: Instant, because reason: String) -> Booking {
        Booking(
            key: "reversal/\(key)", from: to, to: from, points: points, purpose: .reversal(of: key), actor: actor,
            at: instant, reason: reason)
    }
}

extension Transfer {
    /// What the confirmed parts of `offer` book: the receiver pays the givers, each part and giver once.
    package func bookings(of offer: TransferOffer, _ rules: ExchangeRules) -> [Booking] {
        confirmed.flatMap { part, entry in
            offer.shares(of: rules.points[part]).compactMap { giver, points in
                guard points > 0 else { return nil }
                return Booking(
                    key: "transfer/\(id)/\(part.rawValue)/\(giver)", from: .participant(receiver),
                    to: .participant(giver), points: points, purpose: .part(part, id), actor: entry.actor,
                    at: entry.at, reason: entry.reason)
            }
        }
    }

    /// What is to be set aside: before it is proposed all parts of `offer`, later those that are still open; each giver
    /// its share part by part, so that what is set aside is exactly what will be booked.
    package func reservations(of offer: TransferOffer, _ rules: ExchangeRules) -> [Reservation] {
        var sums: [ID<Participant>: Int] = [:]
        for part in openParts {
            for (giver, points) in offer.shares(of: rules.points[part]) { sums[giver, default: 0] += points }
        }
        return sums.sorted { $0.key < $1.key }.filter { $0.value > 0 }.map { giver, points in
            Reservation(transfer: id, from: .participant(receiver), to: .participant(giver), points: points)
        }
    }
}

/// Einlösung: what credit can be used for outside the exchange.
///
/// - Source: Antrag 2011, 7.2 (ausreichende Anreize).
package enum Redemption: String, CaseIterable, Sendable {
    case travel
    /// Days on which somebody else does the work of those who pass on.
    case backFill = "back_fill"
    case expert
    /// Nennung: in the report to the Jugendhilfeausschuss.
    case mention
}

/// Vormerkung: points that a proposal sets aside until its parts are confirmed or it falls through.
package struct Reservation: Hashable, Sendable {
    package let transfer: ID<Transfer>
    package let from: Account
    package let to: Account
    /// What is left of it.
    package var points: Int

    package init(transfer: ID<Transfer>, from: Account, to: Account, points: Int) {
        self.transfer = transfer
        self.from = from
        self.to = to
        self.points = points
    }
}
