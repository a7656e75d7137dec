import Prevention
import Rounds
import Transfers
import Workflow

/// Several half-years of one exchange: rounds, declines, departures, booking, levels, the fund and waiting.
struct Season {
    struct Received {
        var transfer: Transfer
        let offer: TransferOffer
    }

    var random: SeededGenerator
    var ledger = Ledger(rules: Fair.rules)
    var levels = LevelTable()
    private(set) var towns: [Int]
    let links = 1...4
    /// Rounds in which a request could have been served and was not, by town and link.
    private(set) var waited: [[Int]: Int] = [:]
    private(set) var longestWait = 0
    private(set) var transfers: [Received] = []
    private(set) var served = 0
    private var number = 0
    /// Accounts that the exchange itself has called planned below the floor.
    private(set) var flagged: Set<Account> = []
    private(set) var problems: [String] = []

    init(seed: Int) {
        random = SeededGenerator(seed: UInt64(seed))
        towns = Array(1...random.number(in: 4...7))
        for link in links {
            for town in towns {
                levels[Fair.link(link), Fair.town(town)] =
                    random.chance(30) ? .mayPassOn : random.pick([.missing, .planned, .introduced], or: .missing)
            }
            // Somebody has it, or nobody could ever pass it on.
            levels[Fair.link(link), Fair.town(random.pick(towns, or: 1))] = .mayPassOn
        }
    }

    /// Links 1 to 3 are duties.
    private func obligation(_ link: Int) -> LinkType.Obligation { link < 4 ? .duty : .choice }

    private func isMissing(_ link: Int, _ town: Int) -> Bool { levels[Fair.link(link), Fair.town(town)] <= .planned }

    var missing: Int { towns.reduce(0) { sum, town in sum + links.count { isMissing($0, town) } } }

    mutating func halfYear(_ number: Int) throws {
        let first = Fair.day("2026-01-01").adding(months: 6 * number)
        let period = try Fair.required(Period("\(first.year)-H\(first.month / 6 + 1)"))
        try goOn()
        try fund(period, at: Fair.noon("\(first)"))
        let plan = try self.plan(period, first)
        var outcome = plan.cleared()
        var refused: ID<TransferRequest>?
        note(outcome, plan)
        try propose(outcome, before: [], at: Fair.noon("\(first.adding(days: 31))"))
        if let declined = outcome.proposals.isEmpty ? nil : random.pick(outcome.proposals, or: outcome.proposals[0]),
            random.chance(50)
        {
            refused = declined.pair.request
            let before = Set(outcome.proposals.map(\.pair))
            try drop(declined.pair, at: Fair.noon("\(first.adding(days: 33))"))
            outcome = outcome.resolved(declining: [declined.pair])
            if !before.subtracting([declined.pair]).isSubset(of: Set(outcome.proposals.map(\.pair))) {
                problems.append("a decline changed what others had")
            }
            try propose(outcome, before: before, at: Fair.noon("\(first.adding(days: 34))"))
        }
        count(outcome, plan, refused: refused)
        try work()
        if random.chance(10), towns.count > 3 { try leave(at: Fair.noon("\(first.adding(days: 60))")) }
    }

    // MARK: Parts of a half-year

    /// What stood still goes on; what was introduced half a year ago is evaluated, anchored and may be passed on.
    private mutating func goOn() throws {
        for place in transfers.indices where transfers[place].transfer.state == .running(.presented) {
            try transfers[place].transfer.go(to: .introduced, ledger.rules)
            for booking in transfers[place].transfer.bookings(of: transfers[place].offer, ledger.rules) {
                try ledger.book(booking)
            }
            raise(transfers[place])
        }
        for place in transfers.indices where transfers[place].transfer.state == .running(.introduced) {
            try transfers[place].transfer.go(to: .clearedToPassOn, ledger.rules)
            raise(transfers[place])
        }
    }

    private mutating func fund(_ period: Period, at instant: Instant) throws {
        for booking in ledger.expiries(at: instant, by: Fair.actor, because: "drei Jahre alt") {
            try ledger.book(booking)
        }
        let needy = Set(towns.filter { town in (1...3).contains { isMissing($0, town) } }.map(Fair.town))
        let issues = ledger.issues(
            for: period, missingDuty: needy, at: instant, by: Fair.actor, because: "Ausgleich")
        for booking in issues { try ledger.book(booking) }
        if ledger.issued(in: period) > ledger.rules.fundBudget { problems.append("the fund gave more than its budget") }
    }

    private func plan(_ period: Period, _ first: Day) throws -> RoundPlan {
        let round = try Round(
            id: Fair.key(1), period: period, kind: .binding, rules: ledger.rules, seed: "Los \(period)",
            publishedOn: first, deadline: first.adding(days: 30))
        var source = PairFactSource()
        source.levels = levels
        source.transfers = transfers.map(\.transfer)
        var offers: [TransferOffer] = []
        var requests: [TransferRequest] = []
        for link in links {
            source.obligations[Fair.link(link)] = obligation(link)
            for town in towns {
                if levels[Fair.link(link), Fair.town(town)] == .mayPassOn {
                    offers.append(try Fair.offer(100 * link + town, by: [town], link: link, capacity: 2))
                } else if isMissing(link, town), !isRunning(link, town) {
                    requests.append(
                        try Fair.request(
                            1_000 + 100 * link + town, by: town, link: link, waiting: waited[[town, link]] ?? 0))
                }
            }
        }
        for offer in offers {
            source.practices[offer.practice] = PairFactSource.Practice(
                evidence: PairFacts.Evidence(effect: 2, readiness: 2, trust: 1), reviewExpires: first.adding(months: 24)
            )
        }
        return RoundPlan(
            round, participants: try towns.map { try Fair.participant($0) }, offers: offers, requests: requests,
            facts: source.facts(offers, requests), ledger: ledger,
            excused: Set(towns.map(Fair.town).filter { ledger.planned(.participant($0)) < ledger.rules.floor }))
    }

    private func isRunning(_ link: Int, _ town: Int) -> Bool {
        transfers.contains {
            $0.offer.linkType == Fair.link(link) && $0.transfer.receiver == Fair.town(town) && !$0.transfer.state.isOver
        }
    }

    private mutating func note(_ outcome: RoundOutcome, _ plan: RoundPlan) {
        if outcome.clearing == nil, !plan.offers.isEmpty, !plan.requests.isEmpty,
            plan.facts.keys.contains(where: { plan.obstacles($0).isEmpty })
        {
            problems.append("no result: \(outcome.remarks)")
        }
        if outcome.clearing != nil, !outcome.isVerified { problems.append("not verified") }
        for proposal in outcome.proposals {
            for giver in proposal.givers where levels[proposal.linkType, giver] < .mayPassOn {
                problems.append("a give below level 4")
            }
        }
    }

    private mutating func propose(_ outcome: RoundOutcome, before: Set<RoundPair>, at instant: Instant) throws {
        let new = try outcome.transfers(at: instant, from: 10_000 + number)
            .filter { !before.contains(RoundPair($0.0.offer, $0.0.request)) }
        number += 100
        do { try ledger.reserve(new.flatMap { $0.2 }) } catch { problems.append("no points for a proposal: \(error)") }
        transfers += new.map { Received(transfer: $0.0, offer: $0.1) }
    }

    private mutating func drop(_ pair: RoundPair, at instant: Instant) throws {
        for place in transfers.indices.reversed() {
            let transfer = transfers[place].transfer
            guard RoundPair(transfer.offer, transfer.request) == pair, !transfer.state.isOver else { continue }
            try transfers[place].transfer.take(
                .decline(.receiver, .noTime), for: transfer.receiver, by: Fair.actor, at: instant,
                because: "keine Zeit",
                rules: ledger.rules)
            flagged.formUnion(ledger.release(transfer.id).keys)
            return
        }
    }

    /// Waiting of requests that could have been served: an admissible pair was there, and nobody said no to it.
    private mutating func count(_ outcome: RoundOutcome, _ plan: RoundPlan, refused: ID<TransferRequest>?) {
        let met = Set(outcome.proposals.map(\.pair.request))
        let feasible = Set(plan.facts.keys.filter { plan.obstacles($0).isEmpty }.map(\.request))
        for link in links {
            for town in towns {
                let request: ID<TransferRequest> = Fair.key(1_000 + 100 * link + town)
                if met.contains(request) {
                    waited[[town, link]] = nil
                } else if feasible.contains(request), request != refused {
                    waited[[town, link], default: 0] += 1
                    if obligation(link) == .duty { longestWait = max(longestWait, waited[[town, link]] ?? 0) }
                }
            }
        }
    }

    private mutating func work() throws {
        for place in transfers.indices where transfers[place].transfer.state == .proposed(acceptedBy: nil) {
            // Some come no further than the presentation before the half-year ends.
            let isSlow = random.chance(10)
            try transfers[place].transfer.go(to: isSlow ? .presented : .introduced, ledger.rules)
            for booking in transfers[place].transfer.bookings(of: transfers[place].offer, ledger.rules) {
                try ledger.book(booking)
                if try ledger.book(booking) { problems.append("booked twice") }
            }
            raise(transfers[place])
            served += 1
        }
    }

    private mutating func raise(_ received: Received) {
        let (link, town) = (received.offer.linkType, received.transfer.receiver)
        let before = levels[link, town]
        levels.raise(link, town, by: received.transfer.state)
        if levels[link, town] < before { problems.append("a level fell") }
    }

    /// Somebody leaves, perhaps in the middle of a transfer.
    private mutating func leave(at instant: Instant) throws {
        let town = random.pick(towns, or: towns[0])
        let departure = Departure(
            of: Fair.town(town), transfers: transfers.map(\.transfer), offers: [], requests: [])
        flagged.formUnion(
            try departure.settle(Fair.town(town), in: &ledger, at: instant, by: Fair.actor, because: "tritt aus").keys)
        for place in transfers.indices {
            guard let step = departure.transfers[transfers[place].transfer.id] else { continue }
            let last = transfers[place].transfer.course.entries.last?.at ?? instant
            try transfers[place].transfer.take(
                step, for: Fair.town(town), by: Fair.actor, at: max(instant, last), because: "tritt aus",
                rules: ledger.rules)
        }
        towns.removeAll { $0 == town }
        if ledger.balance(of: Fair.account(town)) != 0 { problems.append("who left still has an account") }
    }
}
