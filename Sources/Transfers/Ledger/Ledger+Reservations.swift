package import Prevention

extension Ledger {
    /// Sets the points of all proposals of a round aside, all or none.
    ///
    /// What an account will give counts as well as what it will receive: who gives two and receives three needs room
    /// for one.
    ///
    /// - Throws: `LedgerRefusal`; nothing is then set aside.
    package mutating func reserve(_ proposals: [Reservation]) throws(LedgerRefusal) {
        let known = Set(reservations.map(\.transfer))
        for proposal in proposals {
            guard !known.contains(proposal.transfer) else { throw .reservedAlready(proposal.transfer) }
            guard proposal.points > 0 else { throw .noPoints }
            guard proposal.from != proposal.to else { throw .sameAccount }
            guard proposal.from != .fund, proposal.to != .fund else { throw .wrongAccounts }
        }
        let before = self
        reservations += proposals
        var short: [Account: Int] = [:]
        for account in Set(proposals.map(\.from)) where planned(account) < min(rules.floor, before.planned(account)) {
            short[account] = rules.floor - planned(account)
        }
        guard short.isEmpty else {
            self = before
            throw .beyondFloor(short)
        }
    }

    /// Sets the points of as many proposals aside as fit together; of an account without room the last ones are left out.
    ///
    /// - Returns: the transfers that were left out.
    /// - Throws: `LedgerRefusal` for what no smaller set could mend; nothing is then set aside.
    package mutating func reserveFitting(_ proposals: [Reservation]) throws(LedgerRefusal) -> Set<ID<Transfer>> {
        var (kept, out) = (proposals, Set<ID<Transfer>>())
        while true {
            do throws(LedgerRefusal) {
                try reserve(kept)
                return out
            } catch {
                guard case .beyondFloor(let short) = error,
                    let last = kept.last(where: { short[$0.from] != nil })?.transfer
                else { throw error }
                out.insert(last)
                kept.removeAll { $0.transfer == last }
            }
        }
    }

    /// Frees what a transfer had set aside: all of it where it fell through or is over, or all but `kept` where some of
    /// its parts were passed over.
    ///
    /// - Returns: the accounts that are now planned below the floor because income they counted on is gone, with how
    ///   far; they come first in the next round.
    @discardableResult
    package mutating func release(_ transfer: ID<Transfer>, keeping kept: [Reservation] = []) -> [Account: Int] {
        let givers = Set(reservations.filter { $0.transfer == transfer }.map(\.to))
        reservations = reservations.compactMap { reservation in
            guard reservation.transfer == transfer else { return reservation }
            let same = kept.first { $0.from == reservation.from && $0.to == reservation.to }
            var left = reservation
            left.points = min(reservation.points, same?.points ?? 0)
            return left.points > 0 ? left : nil
        }
        return undercut(givers)
    }

    /// Which of these accounts are planned below the floor, and by how much.
    package func undercut(_ accounts: some Sequence<Account>) -> [Account: Int] {
        var found: [Account: Int] = [:]
        for account in accounts where planned(account) < rules.floor {
            found[account] = rules.floor - planned(account)
        }
        return found
    }

    mutating func use(_ points: Int, of transfer: ID<Transfer>, _ from: Account, _ to: Account) {
        guard
            let place = reservations.firstIndex(where: {
                $0.transfer == transfer && $0.from == from && $0.to == to
            })
        else { return }
        reservations[place].points -= min(points, reservations[place].points)
        if reservations[place].points == 0 { reservations.remove(at: place) }
    }
}
