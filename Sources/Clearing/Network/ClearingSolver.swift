/// Rechenlauf: the network of a round with the simplex that solves it, kept for going on after a decline.
///
/// Only the best pairs of each offer and each request take part at first; the others are priced with the potentials and
/// join as long as one of them would improve the result. The optimum is that of all pairs.
package struct ClearingSolver {
    /// Pairs of each offer and each request in the first pass; with ten it takes twice as long at full size.
    static let firstPass = 3

    private var network: ClearingNetwork
    /// Places of the pairs in the network, in canonical order.
    private let open: [Int]
    private var scale: CostScale
    private var simplex: NetworkSimplex
    /// Arc of each open pair; -1 while it is left out.
    private var arcOfPair: [Int]
    private var costOfPair: [Int] = []
    private var forced: [Int] = []
    /// Declined pairs that are still arcs, at a cost nobody pays.
    private var declines = 0
    static let mostDeclines = CostScale.headroom / 4

    /// Steps of the simplex so far, for measuring.
    package var pivots: Int { simplex.pivots }

    /// - Throws: `ClearingRefusal` with everything that contradicts itself in the round.
    package init(_ round: ClearingRound) throws(ClearingRefusal) {
        let problems = round.problems()
        guard problems.isEmpty else { throw ClearingRefusal(problems: problems) }
        do {
            network = try ClearingNetwork(round)
            scale = try CostScale(network)
        } catch { throw ClearingRefusal(problems: [error]) }
        open = network.open
        let lost = network.lost
        guard lost.isEmpty else {
            throw ClearingRefusal(problems: [.unreachableBalances(ids: lost.map { round.participants[$0].id })])
        }
        simplex = NetworkSimplex(nodes: network.nodeCount)
        arcOfPair = Array(repeating: -1, count: open.count)
        let ties = TieBreak(round)
        let scale = scale
        costOfPair = open.map { place in
            let pair = round.pairs[place]
            return ties.tie(pair) - scale.scaled(pair.weight)
        }
        for arc in network.arcs {
            let cost = arc.isForced ? -scale.force : scale.scaled(arc.cost)
            let place = simplex.add(from: arc.tail, to: arc.head, capacity: arc.capacity, cost: cost)
            if arc.isForced { forced.append(place) }
        }
        for number in CandidatePairs(network, cost: costOfPair).best(Self.firstPass) { join(number) }
    }

    private mutating func join(_ number: Int) {
        let pair = network.round.pairs[open[number]]
        arcOfPair[number] = simplex.add(
            from: network.node(offer: pair.offer), to: network.node(request: pair.request), capacity: 1,
            cost: costOfPair[number])
    }

    /// The best result.
    ///
    /// - Throws: `ClearingRefusal` where accounts outside their limits cannot be brought back together.
    package mutating func solve() throws(ClearingRefusal) -> ClearingResult {
        while true {
            simplex.optimise()
            let better = arcOfPair.indices.filter { arcOfPair[$0] == -1 && isBetter($0) }
            if better.isEmpty { break }
            for number in better { join(number) }
        }
        let missed = forced.filter { simplex.arcs[$0].flow < simplex.arcs[$0].capacity }
        guard missed.isEmpty else {
            throw ClearingRefusal(problems: [.unreachableBalances(ids: participants(of: missed))])
        }
        let round = network.round
        let chosen = arcOfPair.indices.filter { arcOfPair[$0] >= 0 && simplex.arcs[arcOfPair[$0]].flow == 1 }
        let isChosen = round.flags(chosen.map { open[$0] } + round.signed)
        let guess = (0..<network.nodeCount).map { scale.points(simplex.nodes[$0].potential) }
        return ClearingResult(network, transfers: network.order.pairs.filter { isChosen[$0] }, guess: guess)
    }

    /// Goes on after a decline: what is signed stays, what is declined goes, everything else may change.
    ///
    /// - Parameters:
    ///   - declined: places of pairs.
    ///   - signed: places of pairs of the last result.
    /// - Throws: `ClearingRefusal` where agreements contradict each other.
    package mutating func resolve(declining declined: Set<Int>, signed: Set<Int>) throws(ClearingRefusal)
        -> ClearingResult
    {
        var round = network.round
        round.declined.formUnion(declined)
        round.signed.formUnion(signed)
        let problems = round.problemsOfAgreements()
        guard problems.isEmpty else { throw ClearingRefusal(problems: problems) }
        guard forced.isEmpty, network.round.signed.isSubset(of: signed), declines + declined.count <= Self.mostDeclines,
            try change(to: round)
        else {
            self = try ClearingSolver(round)
            return try solve()
        }
        return try solve()
    }

    /// Changes the solved network; `false` where it must be solved anew.
    private mutating func change(to round: ClearingRound) throws(ClearingRefusal) -> Bool {
        let old = network
        do { network = try ClearingNetwork(round) } catch { throw ClearingRefusal(problems: [error]) }
        let isNamed = round.flags(round.signed.union(round.declined))
        var numbers: [Int: Int] = [:]
        for (number, place) in open.enumerated() where isNamed[place] {
            numbers[place] = number
        }
        for place in round.signed.subtracting(old.round.signed).sorted() {
            guard let number = numbers[place], arcOfPair[number] >= 0, simplex.arcs[arcOfPair[number]].flow == 1 else {
                return false
            }
            simplex.freeze(arcOfPair[number])
        }
        for place in round.declined.subtracting(old.round.declined).sorted() {
            guard let number = numbers[place] else { continue }
            if arcOfPair[number] >= 0 {
                simplex.setCost(arcOfPair[number], 2 * scale.force)
                declines += 1
            } else {
                arcOfPair[number] = -2
            }
        }
        for place in network.order.participants { widenAccount(of: place, from: old.limits.net[place]) }
        simplex.renewPotentials()
        return true
    }

    /// Room for what is signed, where a decline leaves an account outside its limits.
    private mutating func widenAccount(of place: Int, from old: (low: Int, high: Int)) {
        let (low, high) = network.limits.net[place]
        let more = max(0, -low) - max(0, -old.low)
        if more > 0 {
            _ = simplex.add(
                from: network.receive(place), to: ClearingNetwork.pool, capacity: more,
                cost: scale.scaled(network.round.creditStep))
        }
        let one = network.round.participants[place]
        for net in max(0, old.high)..<max(0, old.high, high) {
            let cost = network.round.creditStep * (one.balance - one.floor + net + 1)
            _ = simplex.add(
                from: ClearingNetwork.pool, to: network.give(place), capacity: 1, cost: scale.scaled(cost))
        }
    }

    private func isBetter(_ number: Int) -> Bool {
        let pair = network.round.pairs[open[number]]
        return simplex.reducedCost(
            from: network.node(offer: pair.offer), to: network.node(request: pair.request),
            cost: costOfPair[number]) < 0
    }

    private func participants(of arcs: [Int]) -> [String] {
        let ids = network.order.participants.filter { participant in
            let nodes = [network.give(participant), network.receive(participant)]
            return arcs.contains { arc in
                nodes.contains(Int(simplex.arcs[arc].tail)) || nodes.contains(Int(simplex.arcs[arc].head))
            }
        }
        return ids.map { network.round.participants[$0].id }
    }
}

extension ClearingRound {
    /// The best result of this round, with its certificate.
    ///
    /// - Throws: `ClearingRefusal` with everything that keeps it from being computed.
    package func cleared() throws(ClearingRefusal) -> ClearingResult {
        var solver = try ClearingSolver(self)
        return try solver.solve()
    }
}
