import Prevention
import Testing
import Transfers
import Workflow

@Suite("Punktekonto")
struct LedgerTests {
    let half = Period("2026-H1")

    @Test("1,000 random markets: the sum is always 0, replay gives the same balances, booking twice changes nothing")
    func properties() throws {
        var random = SeededGenerator(seed: 7)
        let half = try #require(half)
        for round in 0..<1_000 {
            var ledger = Ledger(rules: Market.rules)
            var tried: [Booking] = []
            for number in 0..<12 {
                let booking = Self.random(number, round, &random)
                tried.append(booking)
                let before = ledger.balances
                do { try ledger.book(booking) } catch { #expect(ledger.balances == before) }
                #expect(ledger.balances.values.reduce(0, +) == 0)
                let changed = ledger.balances.filter { before[$0.key, default: 0] != $0.value }.keys
                #expect(changed.allSatisfy { $0 == booking.from || $0 == booking.to })
            }
            let balances = ledger.balances
            for booking in ledger.bookings {
                let isNew = try ledger.book(booking)
                #expect(!isNew)
            }
            #expect(ledger.balances == balances)
            let replayed = try Ledger(replaying: ledger.bookings, rules: Market.rules)
            #expect(replayed.balances == balances && replayed.tallies == ledger.tallies)
            #expect(ledger.issued(in: half) <= Market.rules.fundBudget)
            for town in 1...4 {
                let account = Market.account(town)
                #expect(ledger.balance(of: account) >= Market.rules.floor)
                let credit = Credit(of: account, in: ledger).lots.reduce(0) { $0 + $1.points }
                #expect(credit == max(0, ledger.balance(of: account)))
            }
            #expect(ledger.tallies.values.reduce(0) { $0 + $1.given - $1.received } == 0)
        }
    }

    /// Any booking, also such as must be refused.
    static func random(_ number: Int, _ round: Int, _ random: inout SeededGenerator) -> Booking {
        let (from, to) = (random.number(in: 1...4), random.number(in: 1...4))
        let points = random.number(in: -1...25)
        let key = "b\(random.number(in: 0...20))"
        let purpose: (Account, Account, Booking.Purpose)? =
            switch random.number(in: 0...5) {
            case 0: Period("2026-H1").map { (.fund, Market.account(to), .fundIssue($0)) }
            case 1: (Market.account(from), .fund, .redemption(.expert))
            case 2: (Market.account(from), .fund, .expiry)
            default: nil
            }
        guard let (source, target, what) = purpose else { return Market.part(key, from: from, to: to, points: points) }
        return Market.booking(key, from: source, to: target, points: points, purpose: what)
    }

    @Test("of proposals that no longer fit together as many as fit are set aside, the last ones left out")
    func fitting() throws {
        func reservation(_ number: Int, _ from: Int, _ to: Int) -> Reservation {
            Reservation(transfer: Market.key(number), from: Market.account(from), to: Market.account(to), points: 10)
        }
        var ledger = Ledger(rules: Market.rules)
        try ledger.reserve([reservation(1, 1, 2), reservation(2, 1, 3)])
        // Town 1 stands at the floor: it can receive only what it gives.
        let ring = [reservation(3, 1, 2), reservation(4, 2, 3), reservation(5, 3, 1), reservation(6, 1, 3)]
        #expect(throws: LedgerRefusal.beyondFloor([Market.account(1): 10])) { try ledger.reserve(ring) }
        #expect(try ledger.reserveFitting(ring) == [Market.key(6)])
        #expect(ledger.planned(Market.account(1)) == -20 && ledger.reservations.count == 5)
        let before = ledger.reservations
        let twice = [reservation(3, 4, 5), reservation(7, 4, 5)]
        #expect(throws: LedgerRefusal.reservedAlready(Market.key(3))) { try ledger.reserveFitting(twice) }
        #expect(ledger.reservations == before)
    }

    @Test("the floor holds before the proposal: proposals of a round are set aside together or not at all")
    func reservations() throws {
        var ledger = Ledger(rules: Market.rules)
        // Town 2 gives one and receives three: it needs room for two, which is the floor.
        let fitting = [(1, 2), (3, 2), (4, 2), (2, 1)].enumerated().map { number, pair in
            Reservation(
                transfer: Market.key(number), from: Market.account(pair.1), to: Market.account(pair.0), points: 10)
        }
        try ledger.reserve(fitting)
        #expect(ledger.planned(Market.account(2)) == -20 && ledger.room(of: Market.account(2)) == 0)
        let more = Reservation(
            transfer: Market.key(9), from: Market.account(2), to: Market.account(1), points: 10)
        #expect(throws: LedgerRefusal.beyondFloor([Market.account(2): 10])) { try ledger.reserve([more]) }
        #expect(throws: LedgerRefusal.reservedAlready(Market.key(0))) { try ledger.reserve([fitting[0]]) }
        #expect(ledger.reservations == fitting)
        // The one town 2 was to give to drops out: the floor is undercut by what was pending, and it is said.
        #expect(ledger.release(Market.key(3)) == [Market.account(2): 10])
        // What was set aside can still be booked; more cannot.
        for number in 0..<3 {
            let booking = Booking(
                key: "t\(number)", from: Market.account(2), to: fitting[number].to, points: 10,
                purpose: .part(.presentation, Market.key(number)), actor: Market.actor, at: Market.noon("2026-02-01"),
                reason: "bestätigt")
            try ledger.book(booking)
        }
        #expect(ledger.balance(of: Market.account(2)) == -30 && ledger.reservations.isEmpty)
        #expect(throws: LedgerRefusal.beyondFloor([Market.account(2): 12])) {
            try ledger.book(Market.part("x", from: 2, to: 1, points: 2))
        }
    }

    @Test("what a transfer sets aside is exactly what its parts book, also where several give together")
    func shares() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<200 {
            let givers = Array(3...(3 + random.number(in: 0...3)))
            let parts = Set(TransferPart.allCases.filter { _ in random.chance(70) }).union([.presentation])
            var transfer = try Market.transfer(givers: givers, parts: parts)
            let offer = try Market.offer(givers: givers, parts: parts)
            var ledger = Ledger(rules: Market.rules)
            try ledger.reserve(transfer.reservations(of: offer, Market.rules))
            try transfer.go(to: .contextChecked)
            for (day, part) in TransferPart.allCases.enumerated() {
                try transfer.take(
                    parts.contains(part) ? .confirm(part) : .waive(part), for: Market.town(2), by: Market.actor,
                    at: Market.noon("2026-03-0\(day + 1)"), because: "Probe", rules: Market.rules)
            }
            for booking in transfer.bookings(of: offer, Market.rules) { try ledger.book(booking) }
            #expect(ledger.reservations.isEmpty)
            #expect(ledger.balance(of: Market.account(2)) == -Market.rules.points.sum(parts))
            #expect(ledger.tallies[Market.account(2)]?.received == Market.rules.points.sum(parts))
        }
    }

    @Test("a key with another meaning, a reason of blanks, no points and the same account are refused")
    func refusals() throws {
        var ledger = Ledger(rules: Market.rules)
        try ledger.book(Market.part("a", from: 1, to: 2, points: 5))
        #expect(throws: LedgerRefusal.keyTaken("a")) { try ledger.book(Market.part("a", from: 1, to: 2, points: 6)) }
        #expect(throws: LedgerRefusal.noPoints) { try ledger.book(Market.part("b", from: 1, to: 2, points: 0)) }
        #expect(throws: LedgerRefusal.sameAccount) { try ledger.book(Market.part("b", from: 1, to: 1, points: 1)) }
        #expect(throws: LedgerRefusal.noSuchCredit(by: 1)) {
            try ledger.book(
                Market.booking("r", from: Market.account(2), to: .fund, points: 6, purpose: .redemption(.travel)))
        }
        #expect(throws: LedgerRefusal.wrongAccounts) {
            try ledger.book(
                Market.booking(
                    "r", from: Market.account(2), to: Market.account(1), points: 1, purpose: .redemption(.travel)))
        }
        #expect(throws: LedgerRefusal.tooLarge) {
            _ = try Ledger(
                replaying: [
                    Market.part("m", from: 1, to: 2, points: .max), Market.part("n", from: 1, to: 3, points: .max),
                ], rules: Market.rules)
        }
    }

    @Test("a booking is taken back once, by its mirror; the tallies go back too")
    func reversal() throws {
        var ledger = Ledger(rules: Market.rules)
        let booking = Market.part("a", from: 1, to: 2, points: 5)
        try ledger.book(booking)
        let back = booking.reversed(by: Market.actor, at: Market.noon("2026-02-02"), because: "doppelt bestätigt")
        let isNew = [try ledger.book(back), try ledger.book(back)]
        #expect(isNew == [true, false])
        #expect(ledger.balance(of: Market.account(2)) == 0)
        #expect(ledger.tallies[Market.account(2)] == Ledger.Tally())
        #expect(throws: LedgerRefusal.nothingToReverse("reversal/a")) {
            try ledger.book(back.reversed(by: Market.actor, at: Market.noon("2026-02-03"), because: "doch"))
        }
        #expect(ledger.bookings.count == 2)
    }

    @Test("credit of three years flows back, oldest first, and not what is set aside")
    func expiry() throws {
        var ledger = Ledger(rules: Market.rules)
        try ledger.book(Market.part("a", from: 1, to: 2, points: 8, on: "2023-01-10"))
        try ledger.book(Market.part("b", from: 3, to: 2, points: 7, on: "2024-06-01"))
        try ledger.book(Market.part("c", from: 2, to: 4, points: 3, on: "2025-01-01"))
        #expect(Credit(of: Market.account(2), in: ledger).lots.map(\.points) == [5, 7])
        func expiries(_ day: String) -> [Int] {
            ledger.expiries(at: Market.noon(day), by: Market.actor, because: "drei Jahre").map(\.points)
        }
        #expect(expiries("2026-01-09") == [] && expiries("2026-01-10") == [5] && expiries("2027-06-01") == [12])
        try ledger.reserve([
            Reservation(transfer: Market.key(1), from: Market.account(2), to: Market.account(1), points: 10)
        ])
        #expect(expiries("2026-01-10") == [2])
        for booking in ledger.expiries(at: Market.noon("2026-01-10"), by: Market.actor, because: "drei Jahre") {
            try ledger.book(booking)
        }
        #expect(ledger.balance(of: .fund) == 2 && expiries("2026-01-10") == [])
    }

    @Test("the fund lifts the lowest first, to 0 at most, within two transfers each and its budget")
    func fund() throws {
        var rules = Market.rules
        rules.creditTransfers = 5
        rules.fundBudget = 35
        var ledger = Ledger(rules: rules)
        for (number, debt) in [(1, 40), (2, 12), (3, 15)] {
            try ledger.book(Market.part("d\(number)", from: number, to: 9, points: debt))
        }
        let half = try #require(half)
        let issues = ledger.issues(
            for: half, missingDuty: [Market.town(1), Market.town(2), Market.town(3), Market.town(9)],
            at: Market.noon("2026-03-01"), by: Market.actor, because: "Pflichtglied fehlt")
        #expect(issues.map(\.points) == [20, 15])
        #expect(issues.map(\.to) == [Market.account(1), Market.account(3)])
        for issue in issues { try ledger.book(issue) }
        #expect(ledger.balance(of: .fund) == -35)
        #expect(throws: LedgerRefusal.fundExhausted(by: 1)) {
            try ledger.book(
                Market.booking("z", from: .fund, to: Market.account(2), points: 1, purpose: .fundIssue(half)))
        }
    }
}
