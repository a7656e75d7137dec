import Prevention
import Testing
import Transfers
import Workflow

/// A small exchange that lives on its own: proposals, answers, parts, waivers, ends and departures at random.
struct Simulation {
    var random: SeededGenerator
    var ledger = Ledger(rules: Market.rules)
    var open: [ID<Transfer>: (transfer: Transfer, offer: TransferOffer)] = [:]
    /// Accounts of which the exchange has said that they are planned below the floor.
    var flagged: Set<Account> = []
    var gone: Set<Int> = []
    var number = 0
    var now = Market.noon("2026-02-01")

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func step() throws {
        now = now.adding(seconds: 3_600)
        switch random.number(in: 0...9) {
        case 0...2: try propose()
        case 3...8: try advance()
        default: if random.chance(25) { try leave() }
        }
    }

    private mutating func propose() throws {
        number += 1
        let towns = Array(Set(1...5).subtracting(gone)).sorted()
        let (giver, receiver) = (random.pick(towns, or: 1), random.pick(towns, or: 2))
        guard giver != receiver else { return }
        let offer = try Market.offer(number, givers: [giver])
        let transfer = try Market.required(
            Transfer(
                id: Market.key(number), offer: offer, request: try Market.request(number, receiver: receiver),
                proposedAt: now))
        guard (try? ledger.reserve(transfer.reservations(of: offer, Market.rules))) != nil else { return }
        open[transfer.id] = (transfer, offer)
    }

    private mutating func advance() throws {
        let id = random.pick(open.keys.sorted(), or: Market.key(0))
        guard let entry = open[id] else { return }
        let offer = entry.offer
        var transfer = entry.transfer
        let steps = transfer.course.possible.filter { $0 != .lapse && $0 != .evaluate }
        let onward = steps.filter { TransferFlow.state(after: $0, in: transfer.state)?.isOver == false }
        let step = random.pick(onward.isEmpty || random.chance(10) ? steps : onward, or: .agree)
        let someone = [transfer.givers[0], transfer.receiver, nil].first { transfer.role(of: $0).may(step) }
        guard let someone else { return }
        try transfer.take(step, for: someone, by: Market.actor, at: now, because: "Probe", rules: Market.rules)
        for booking in transfer.bookings(of: offer, Market.rules) { try ledger.book(booking) }
        flagged.formUnion(
            ledger.release(id, keeping: transfer.reservations(of: offer, Market.rules)).keys)
        open[id] = transfer.state.isOver ? nil : (transfer, offer)
    }

    private mutating func leave() throws {
        let town = random.number(in: 1...5)
        guard !gone.contains(town), gone.count < 3 else { return }
        gone.insert(town)
        let departure = Departure(
            of: Market.town(town), transfers: open.values.map(\.transfer), offers: [], requests: [])
        flagged.formUnion(
            try departure.settle(Market.town(town), in: &ledger, at: now, by: Market.actor, because: "tritt aus").keys)
        for (id, step) in departure.transfers {
            guard var transfer = open[id]?.transfer else { continue }
            try transfer.take(
                step, for: Market.town(town), by: Market.actor, at: now, because: "tritt aus", rules: Market.rules)
            open[id] = nil
        }
    }
}

@Suite("Börse im Lauf")
struct SimulationTests {
    @Test("1,000 small exchanges: the sum is 0, nobody is planned below the floor unsaid, who left owes nothing")
    func invariants() throws {
        for seed in 0..<1_000 {
            var simulation = Simulation(seed: UInt64(seed))
            for _ in 0..<40 {
                try simulation.step()
                let ledger = simulation.ledger
                #expect(ledger.balances.values.reduce(0, +) == 0)
                for town in 1...5 {
                    let account = Market.account(town)
                    let planned = ledger.planned(account)
                    #expect(planned >= Market.rules.floor || simulation.flagged.contains(account))
                    if simulation.gone.contains(town) {
                        #expect(ledger.balance(of: account) == 0 && planned == 0)
                    }
                }
                let reserved = Set(ledger.reservations.map(\.transfer))
                #expect(reserved.isSubset(of: simulation.open.keys))
            }
            let replayed = try Ledger(replaying: simulation.ledger.bookings, rules: Market.rules)
            #expect(replayed.balances == simulation.ledger.balances)
            for (id, (transfer, offer)) in simulation.open {
                let left = simulation.ledger.reservations.filter { $0.transfer == id }.map(\.points).reduce(0, +)
                #expect(left == transfer.reservations(of: offer, Market.rules).map(\.points).reduce(0, +))
            }
        }
    }
}
