package import Prevention
import Workflow

/// Guthaben nach Alter: the credit of one account in lots, oldest first.
package struct Credit: Hashable, Sendable {
    /// Points that came in on one day and have not been used.
    package struct Lot: Hashable, Sendable {
        package let since: Day
        package let points: Int
    }

    package let lots: [Lot]

    /// What goes out is taken from the oldest lot; what comes in first pays debts.
    package init(of account: Account, in ledger: Ledger) {
        var lots: [Lot] = []
        var debt = 0
        for booking in ledger.bookings {
            if booking.from == account {
                var left = booking.points
                while left > 0, let oldest = lots.first {
                    let used = min(left, oldest.points)
                    left -= used
                    lots.removeFirst()
                    if used < oldest.points {
                        lots.insert(Lot(since: oldest.since, points: oldest.points - used), at: 0)
                    }
                }
                debt += left
            } else if booking.to == account {
                let paid = min(debt, booking.points)
                debt -= paid
                if paid < booking.points {
                    lots.append(Lot(since: booking.at.berlinDay, points: booking.points - paid))
                }
            }
        }
        self.lots = lots
    }

    /// What is `months` old or older on `day`.
    package func expired(on day: Day, months: Int) -> Int {
        lots.filter { $0.since.adding(months: months) <= day }.reduce(0) { $0 + $1.points }
    }
}

extension Ledger {
    /// The bookings by which old credit flows back to the fund on this day; what is set aside stays.
    package func expiries(at instant: Instant, by actor: Reference, because reason: String) -> [Booking] {
        balances.keys.sorted().compactMap { account in
            guard account != .fund else { return nil }
            let old = Credit(of: account, in: self).expired(on: instant.berlinDay, months: rules.creditMonths)
            let points = min(old, balance(of: account), planned(account))
            guard points > 0 else { return nil }
            return Booking(
                key: "expiry/\(instant.berlinDay)/\(account)", from: account, to: .fund, points: points,
                purpose: .expiry, actor: actor, at: instant, reason: reason)
        }
    }

    /// What the fund gives in a half-year: accounts in debit that still miss a duty link are lifted, lowest first,
    /// each at most to 0 and by what the rules allow, until the budget is used up.
    package func issues(
        for period: Period, missingDuty: Set<ID<Participant>>, at instant: Instant, by actor: Reference,
        because reason: String
    ) -> [Booking] {
        var left = rules.fundBudget - issued(in: period)
        let debtors = missingDuty.map { Account.participant($0) }.filter { balance(of: $0) < 0 }
            .sorted { (balance(of: $0), $0) < (balance(of: $1), $1) }
        return debtors.compactMap { account in
            let most = rules.fundTransfers * rules.points.full - issued(in: period, to: account)
            let points = min(-balance(of: account), most, left)
            guard points > 0, booking(Self.issueKey(period, account)) == nil else { return nil }
            left -= points
            return Booking(
                key: Self.issueKey(period, account), from: .fund, to: account, points: points,
                purpose: .fundIssue(period), actor: actor, at: instant, reason: reason)
        }
    }

    private static func issueKey(_ period: Period, _ account: Account) -> String { "fund/\(period)/\(account)" }
}
