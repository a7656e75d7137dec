package import Prevention
import Storage
package import Transfers

extension ExchangeStore {
    /// Fonds: lifts accounts in debit that still miss a duty link, for the half-year of the command; a second time in
    /// the same half-year books nothing more.
    ///
    /// - Returns: how many accounts were lifted.
    @discardableResult
    package func issueFund(_ command: Command) async throws -> Int {
        try await book(command, action: "exchange.fund") { market in
            market.ledger.issues(
                for: command.at.berlinDay.halfYear, missingDuty: market.missingDuty, at: command.at,
                by: command.reference, because: command.reason)
        }
    }

    /// Verfall: credit older than the rules allow flows back to the fund.
    @discardableResult
    package func expireCredit(_ command: Command) async throws -> Int {
        try await book(command, action: "exchange.expiry") { market in
            market.ledger.expiries(at: command.at, by: command.reference, because: command.reason)
        }
    }

    /// Einlösung: credit used outside the exchange; the same key a second time books nothing more.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    package func redeem(
        _ points: Int, of participant: ID<Participant>, for use: Redemption, key: String, _ command: Command
    ) async throws -> Bool {
        let booking = Booking(
            key: "redemption/\(key)", from: .participant(participant), to: .fund, points: points,
            purpose: .redemption(use), actor: command.reference, at: command.at, reason: command.reason)
        return try await book(
            command, action: "exchange.redemption", of: Reference(.participant, participant)
        ) { market in
            guard market.participant(participant) != nil else { throw ExchangeRefusal.unknown }
            // A form that was sent twice means the same, though its time differs.
            let known = market.ledger.booking(booking.key)
            let isSame = known?.from == booking.from && known?.points == points && known?.purpose == booking.purpose
            return isSame ? [] : [booking]
        } > 0
    }

    /// Storno: takes a booking back by one of its own.
    ///
    /// - Returns: whether it was new; `false` where it had been taken back before.
    @discardableResult
    package func reverse(_ key: String, _ command: Command) async throws -> Bool {
        try await book(command, action: "exchange.reversal", of: Reference(.body, "booking/\(key)")) { market in
            guard let booking = market.ledger.booking(key) else { throw ExchangeRefusal.unknown }
            guard market.ledger.booking("reversal/\(key)") == nil else { return [] }
            guard market.takePart(booking) else { throw ExchangeRefusal.hasLeft }
            return [booking.reversed(by: command.reference, at: command.at, because: command.reason)]
        } > 0
    }

    /// Books everything or nothing; what was booked before is not booked again.
    @discardableResult
    private func book(
        _ command: Command, action: String, of object: Reference = Reference(.body, "fund"),
        _ bookings: @escaping @Sendable (Market) throws -> [Booking]
    ) async throws -> Int {
        guard command.participant == nil else { throw ExchangeRefusal.notYours }
        return try await database.write { w in
            var market = try MarketReading(reader: w, day: command.at.berlinDay).market()
            var count = 0
            for booking in try bookings(market) {
                do throws(LedgerRefusal) {
                    guard try market.ledger.book(booking) else { continue }
                } catch { throw ExchangeRefusal.ledger(error) }
                try w.insert(booking, number: market.ledger.bookings.count)
                count += 1
            }
            if count > 0 { try w.audit(command.entry(action, object)) }
            return count
        }
    }
}
