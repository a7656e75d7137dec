/// Restnetz: every change a result still allows, by one unit, with what it would cost.
///
/// Distances in it are the certificate; a result is best when it has no circle with negative cost.
struct ResidualNetwork {
    private struct Step {
        let tail: Int32
        let head: Int32
        let cost: Int
    }

    private let network: ClearingNetwork
    private var steps: [Step] = []

    init(_ network: ClearingNetwork, _ transfers: [Int], given: [Int], received: [Int]) {
        self.network = network
        let round = network.round
        var used = [Int](repeating: 0, count: round.offers.count)
        var isMet = [Bool](repeating: false, count: round.requests.count)
        steps.reserveCapacity(round.pairs.count + 4 * network.nodeCount)
        for place in transfers {
            used[round.pairs[place].offer] += 1
            isMet[round.pairs[place].request] = true
        }
        for place in network.order.participants {
            addSteps(of: place, given: given[place], received: received[place])
        }
        for place in network.order.offers {
            let (offer, flow) = (round.offers[place], used[place])
            add(network.hand(offer.participant), network.node(offer: place), flow: flow, bounds: 0...offer.capacity)
        }
        for place in network.order.requests {
            let taker = network.take(round.requests[place].participant)
            add(network.node(request: place), taker, flow: isMet[place] ? 1 : 0, bounds: 0...1)
        }
        addPairs(transfers)
    }

    private mutating func addPairs(_ transfers: [Int]) {
        let round = network.round
        let (isChosen, isClosed) = (round.flags(transfers), round.flags(round.signed.union(round.declined)))
        for place in network.order.pairs where !isClosed[place] {
            let pair = round.pairs[place]
            guard round.offers[pair.offer].participant != round.requests[pair.request].participant else { continue }
            add(
                network.node(offer: pair.offer), network.node(request: pair.request),
                flow: isChosen[place] ? 1 : 0, bounds: 0...1, next: -pair.weight, last: -pair.weight)
        }
    }

    /// - Parameters:
    ///   - next: cost of one unit more.
    ///   - last: cost of the last unit.
    private mutating func add(
        _ tail: Int, _ head: Int, flow: Int, bounds: ClosedRange<Int>, next: Int = 0, last: Int = 0
    ) {
        if flow < bounds.upperBound { steps.append(Step(tail: Int32(tail), head: Int32(head), cost: next)) }
        if flow > bounds.lowerBound { steps.append(Step(tail: Int32(head), head: Int32(tail), cost: -last)) }
    }

    private mutating func addSteps(of place: Int, given: Int, received: Int) {
        let round = network.round
        let one = round.participants[place]
        let (give, receive) = (network.give(place), network.receive(place))
        add(
            give, network.hand(place), flow: given, bounds: 0...one.give, next: round.loadStep * (2 * given + 1),
            last: round.loadStep * (2 * given - 1))
        add(network.take(place), receive, flow: received, bounds: 0...one.receive)
        add(receive, give, flow: min(given, received), bounds: 0...min(one.give, one.receive))
        let (low, high) = network.limits.net[place]
        let (used, earned) = (max(0, received - given), max(0, given - received))
        let room = one.balance - one.floor
        add(
            receive, ClearingNetwork.pool, flow: used, bounds: max(0, -high)...max(0, -low), next: round.creditStep,
            last: round.creditStep)
        add(
            ClearingNetwork.pool, give, flow: earned, bounds: max(0, low)...max(0, high),
            next: round.creditStep * (room + earned + 1), last: round.creditStep * (room + earned))
    }

    /// Corrects a guess until every step keeps to it (Bellman and Ford); a best result needs few rounds.
    func certificate(from guess: [Int]) -> ClearingCertificate {
        var potential = guess
        for _ in 0...network.nodeCount {
            var isKept = true
            for step in steps where potential[Int(step.tail)] + step.cost < potential[Int(step.head)] {
                potential[Int(step.head)] = potential[Int(step.tail)] + step.cost
                isKept = false
            }
            if isKept { break }
        }
        let base = potential[ClearingNetwork.pool]
        let round = network.round
        return ClearingCertificate(
            participants: round.participants.indices.map {
                .init(
                    give: potential[network.give($0)] - base, hand: potential[network.hand($0)] - base,
                    take: potential[network.take($0)] - base, receive: potential[network.receive($0)] - base)
            }, offers: round.offers.indices.map { potential[network.node(offer: $0)] - base },
            requests: round.requests.indices.map { potential[network.node(request: $0)] - base })
    }
}
