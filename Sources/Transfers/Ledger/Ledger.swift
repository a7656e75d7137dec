package import Prevention

/// Punktekonto: who gave and who received, in double entry; bookings are only ever added.
///
/// The sum over all accounts with the fund is 0, always: there is no way to add to one side alone.
package struct Ledger: Sendable {
    /// What an account gave and what it received by transfers, in points.
    package struct Tally: Hashable, Sendable {
        package var given = 0
        package var received = 0

        package init() {}
    }

    package private(set) var rules: ExchangeRules
    package private(set) var bookings: [Booking] = []
    private var places: [String: Int] = [:]
    package private(set) var balances: [Account: Int] = [:]
    package private(set) var tallies: [Account: Tally] = [:]
    package internal(set) var reservations: [Reservation] = []

    package init(rules: ExchangeRules) { self.rules = rules }

    /// The ledger with these bookings and reservations, for instance read from storage.
    ///
    /// What was booked once is not judged again by today's floor and budget.
    ///
    /// - Throws: `LedgerRefusal` where a booking is malformed or a key occurs with two meanings.
    package init(
        replaying bookings: some Sequence<Booking>, reservations: [Reservation] = [], rules: ExchangeRules
    ) throws(LedgerRefusal) {
        self.rules = rules
        for booking in bookings where try isNew(booking) { try append(booking) }
        self.reservations = reservations
    }

    /// The same accounts under the rules of a round or transfer, which may be older than those in force.
    package func under(_ rules: ExchangeRules) -> Ledger {
        var ledger = self
        ledger.rules = rules
        return ledger
    }

    package func balance(of account: Account) -> Int { balances[account] ?? 0 }

    package func booking(_ key: String) -> Booking? { places[key].map { bookings[$0] } }

    /// The balance once all that is set aside has been booked.
    package func planned(_ account: Account) -> Int {
        reservations.reduce(balance(of: account)) { sum, reservation in
            sum - (reservation.from == account ? reservation.points : 0)
                + (reservation.to == account ? reservation.points : 0)
        }
    }

    /// Credit that is there and not set aside; 0 for an account in debit.
    package func free(_ account: Account) -> Int { max(0, min(balance(of: account), planned(account))) }

    /// The points that `account` can still set aside.
    package func room(of account: Account) -> Int { max(0, planned(account) - rules.floor) }

    /// Books once; the same booking a second time changes nothing.
    ///
    /// - Returns: whether it was new.
    /// - Throws: `LedgerRefusal`; the ledger is then unchanged.
    @discardableResult
    package mutating func book(_ booking: Booking) throws(LedgerRefusal) -> Bool {
        guard try isNew(booking) else { return false }
        try check(booking)
        try append(booking)
        if let transfer = booking.transfer { use(booking.points, of: transfer, booking.from, booking.to) }
        return true
    }

    private func isNew(_ booking: Booking) throws(LedgerRefusal) -> Bool {
        guard booking.points > 0 else { throw .noPoints }
        guard booking.from != booking.to else { throw .sameAccount }
        guard booking.reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        guard let known = self.booking(booking.key) else { return true }
        guard known == booking else { throw .keyTaken(booking.key) }
        return false
    }

    private mutating func append(_ booking: Booking) throws(LedgerRefusal) {
        let (from, below) = balance(of: booking.from).subtractingReportingOverflow(booking.points)
        let (to, above) = balance(of: booking.to).addingReportingOverflow(booking.points)
        guard !below, !above else { throw .tooLarge }
        balances[booking.from] = from
        balances[booking.to] = to
        count(booking)
        places[booking.key] = bookings.count
        bookings.append(booking)
    }

    /// The tallies: what a reversal takes back was neither given nor received.
    private mutating func count(_ booking: Booking) {
        switch booking.purpose {
        case .part:
            tallies[booking.to, default: Tally()].given += booking.points
            tallies[booking.from, default: Tally()].received += booking.points
        case .reversal(let key):
            guard case .part? = self.booking(key)?.purpose else { return }
            tallies[booking.from, default: Tally()].given -= booking.points
            tallies[booking.to, default: Tally()].received -= booking.points
        case .fundIssue, .expiry, .redemption, .closing: break
        }
    }
}

/// Warum nicht gebucht oder vorgemerkt werden kann.
package enum LedgerRefusal: Error, Hashable, Sendable {
    case noPoints
    case sameAccount
    case reasonMissing
    /// Another booking has this key.
    case keyTaken(String)
    case tooLarge
    /// These accounts would be planned further in debit than the floor allows, by so many points.
    case beyondFloor([Account: Int])
    /// The transfer already has points set aside.
    case reservedAlready(ID<Transfer>)
    case fundExhausted(by: Int)
    /// More credit than the account has.
    case noSuchCredit(by: Int)
    case wrongAccounts
    /// There is no such booking to take back, or it differs.
    case nothingToReverse(String)
}
