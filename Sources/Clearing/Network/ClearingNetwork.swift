/// Netz einer Runde: limits, load, credit and pairs as arcs, in canonical order.
///
/// Nodes: the pool of accounts, four for each participant (give, hand out, take in, receive), one for each offer and each
/// request. Every loop is a chain of transfers, each participant giving because it gets, or through the pool.
struct ClearingNetwork {
    struct Arc {
        var tail: Int
        var head: Int
        var capacity: Int
        /// In points of the round.
        var cost: Int
        /// Must be filled: brings an account back within its limits.
        var isForced = false
    }

    static let pool = 0

    let round: ClearingRound
    let limits: RoundLimits
    let order: PairOrder
    let nodeCount: Int
    /// Everything but the pairs.
    private(set) var arcs: [Arc] = []
    /// Places in the round of the pairs that may still be chosen, in canonical order.
    let open: [Int]

    init(_ round: ClearingRound) throws(ClearingProblem) {
        self.round = round
        limits = RoundLimits(round)
        order = PairOrder(round)
        nodeCount = 1 + 4 * round.participants.count + round.offers.count + round.requests.count
        let (limits, isDeclined) = (limits, round.flags(round.declined))
        open = order.pairs.filter { place in
            let pair = round.pairs[place]
            return round.offers[pair.offer].participant != round.requests[pair.request].participant
                && !limits.isMet[pair.request] && !isDeclined[place]
        }
        for participant in order.participants { try addArcs(of: participant) }
        for offer in order.offers {
            add(hand(round.offers[offer].participant), node(offer: offer), limits.offers[offer].left, 0)
        }
        for request in order.requests where !limits.isMet[request] {
            add(node(request: request), take(round.requests[request].participant), 1, 0)
        }
    }

    func give(_ participant: Int) -> Int { 1 + 4 * order.participantRank[participant] }
    func hand(_ participant: Int) -> Int { give(participant) + 1 }
    func take(_ participant: Int) -> Int { give(participant) + 2 }
    func receive(_ participant: Int) -> Int { give(participant) + 3 }
    func node(offer: Int) -> Int { 1 + 4 * round.participants.count + order.offerRank[offer] }
    func node(request: Int) -> Int {
        1 + 4 * round.participants.count + round.offers.count + order.requestRank[request]
    }

    private mutating func add(_ tail: Int, _ head: Int, _ capacity: Int, _ cost: Int, isForced: Bool = false) {
        guard capacity > 0 else { return }
        arcs.append(Arc(tail: tail, head: head, capacity: capacity, cost: cost, isForced: isForced))
    }

    private mutating func addArcs(of participant: Int) throws(ClearingProblem) {
        let (giving, receiving) = (limits.give[participant], limits.receive[participant])
        for number in 0..<max(0, giving.left) {
            let cost = try Self.product(round.loadStep, 2 * (giving.agreed + number) + 1)
            add(give(participant), hand(participant), 1, cost)
        }
        add(take(participant), receive(participant), receiving.left, 0)
        add(receive(participant), give(participant), min(giving.left, receiving.left), 0)
        try addAccount(of: participant)
    }

    /// Credit used and earned, from the balance that agreements leave behind.
    private mutating func addAccount(of participant: Int) throws(ClearingProblem) {
        let (giving, receiving) = (limits.give[participant], limits.receive[participant])
        let (low, high) = limits.net[participant]
        let start = giving.agreed - receiving.agreed
        let (least, greatest) = (max(low, start - receiving.left), min(high, start + giving.left))
        // Downwards: credit earned is given back, then credit is used.
        var net = start
        while net > least, net > 0 || net > high {
            let cost = try credit(participant, net: net)
            add(receive(participant), Self.pool, 1, -cost, isForced: net > high)
            net -= 1
        }
        if net > least { add(receive(participant), Self.pool, net - least, round.creditStep) }
        // Upwards: credit used is paid back, then credit is earned.
        net = start
        while net < greatest {
            let cost = try credit(participant, net: net + 1)
            add(Self.pool, give(participant), 1, cost, isForced: net < low)
            net += 1
        }
    }

    /// What the step from `net - 1` to `net` costs.
    private func credit(_ participant: Int, net: Int) throws(ClearingProblem) -> Int {
        guard net > 0 else { return -round.creditStep }
        let one = round.participants[participant]
        return try Self.product(round.creditStep, one.balance - one.floor + net)
    }

    private static func product(_ a: Int, _ b: Int) throws(ClearingProblem) -> Int {
        let (result, isTooLarge) = a.multipliedReportingOverflow(by: b)
        guard !isTooLarge else { throw .tooLarge(limit: .max >> 26) }
        return result
    }

    /// Participants whose account this round cannot bring back, whatever happens.
    var lost: [Int] {
        order.participants.filter { participant in
            let (low, high) = limits.net[participant]
            let (giving, receiving) = (limits.give[participant], limits.receive[participant])
            let start = giving.agreed - receiving.agreed
            return start + giving.left < low || start - receiving.left > high
        }
    }
}
