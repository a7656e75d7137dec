package import Prevention

extension Ledger {
    /// What each kind of booking must keep to.
    func check(_ booking: Booking) throws(LedgerRefusal) {
        switch booking.purpose {
        case .part(_, let transfer): try checkPart(booking, transfer)
        case .fundIssue(let period): try checkIssue(booking, period)
        case .expiry, .redemption:
            guard booking.to == .fund else { throw .wrongAccounts }
            let free = free(booking.from)
            guard booking.points <= free else { throw .noSuchCredit(by: booking.points - free) }
        case .closing: try checkClosing(booking)
        case .reversal(let key): try checkReversal(booking, key)
        }
    }

    /// A booking is taken back whole and once. Who has left stays out, and a mistake is nobody's licence to go below
    /// the floor: who has used the points since must earn them first.
    private func checkReversal(_ booking: Booking, _ key: String) throws(LedgerRefusal) {
        guard let original = self.booking(key), booking.points == original.points, booking.from == original.to,
            booking.to == original.from, booking.key == "reversal/\(key)"
        else { throw .nothingToReverse(key) }
        switch original.purpose {
        case .reversal, .closing: throw .nothingToReverse(key)
        case .part, .fundIssue, .expiry, .redemption: break
        }
        let below = rules.floor - (planned(booking.from) - booking.points)
        guard booking.from == .fund || below <= 0 else { throw .beyondFloor([booking.from: below]) }
    }

    /// What was set aside may be booked even where the floor has meanwhile been undercut, because somebody else
    /// dropped out; anything more needs room.
    private func checkPart(_ booking: Booking, _ transfer: ID<Transfer>) throws(LedgerRefusal) {
        guard booking.from != .fund, booking.to != .fund else { throw .wrongAccounts }
        let reserved =
            reservations.first {
                $0.transfer == transfer && $0.from == booking.from && $0.to == booking.to
            }?.points ?? 0
        let more = booking.points - min(reserved, booking.points)
        let below = rules.floor - (planned(booking.from) - more)
        guard more == 0 || below <= 0 else { throw .beyondFloor([booking.from: below]) }
    }

    private func checkIssue(_ booking: Booking, _ period: Period) throws(LedgerRefusal) {
        guard booking.from == .fund else { throw .wrongAccounts }
        let overBudget = issued(in: period) + booking.points - rules.fundBudget
        let most = rules.fundTransfers * rules.points.full
        let over = max(overBudget, issued(in: period, to: booking.to) + booking.points - most)
        guard over <= 0 else { throw .fundExhausted(by: over) }
    }

    private func checkClosing(_ booking: Booking) throws(LedgerRefusal) {
        guard (booking.from == .fund) != (booking.to == .fund) else { throw .wrongAccounts }
        let (account, owed) = booking.from == .fund ? (booking.to, -1) : (booking.from, 1)
        guard balance(of: account) * owed == booking.points else {
            throw .noSuchCredit(by: booking.points - balance(of: account) * owed)
        }
    }

    /// What the fund has issued in a half-year, to one account or to all, less what was taken back.
    package func issued(in period: Period, to account: Account? = nil) -> Int {
        bookings.reduce(0) { sum, booking in
            switch booking.purpose {
            case .fundIssue(period) where account == nil || account == booking.to: sum + booking.points
            case .reversal(let key):
                if let original = self.booking(key), original.purpose == .fundIssue(period),
                    account == nil || account == original.to
                {
                    sum - booking.points
                } else {
                    sum
                }
            default: sum
            }
        }
    }
}
