/// Ausgleich ohne Anreiz zum Flunkern (Modus B): acceptable or not instead of weights, and a published order.
///
/// Everybody gives exactly as often as it receives. Among all results with the most transfers the first one in the order
/// gets the most it can, then the second, and so on; nobody gains by naming fewer acceptable offers or a smaller limit.
/// The order is a hash of the seed and the participant's id.
///
/// - Source: Andersson, Cseh, Ehlers, Erlanson, Organizing Time Exchanges, AEJ Microeconomics 13 (2021).
package struct PriorityClearing: Sendable {
    /// The round as mode B sees it: every pair worth one point, accounts stay where they are.
    package let round: ClearingRound
    /// Places of participants, the first one choosing first.
    package let priority: [Int]

    package init(_ original: ClearingRound) {
        var round = original
        for place in round.participants.indices {
            round.participants[place].floor = round.participants[place].balance
            round.participants[place].ceiling = round.participants[place].balance
        }
        for place in round.pairs.indices { round.pairs[place].weight = 1 }
        round.loadStep = 0
        round.creditStep = 0
        self.round = round
        let keys = round.participants.map { TieBreak.mix(TieBreak.hash(round.seed, $0.id)) }
        priority = round.participants.indices.sorted {
            (keys[$0], round.participants[$0].id) < (keys[$1], round.participants[$1].id)
        }
    }

    /// - Throws: `ClearingRefusal` with everything that contradicts itself in the round.
    package func cleared() throws(ClearingRefusal) -> ClearingResult {
        let problems = round.problems()
        guard problems.isEmpty else { throw ClearingRefusal(problems: problems) }
        do {
            let network = try ClearingNetwork(round)
            var choice = try PriorityChoice(network)
            for participant in priority { choice.favour(participant) }
            return choice.result()
        } catch { throw ClearingRefusal(problems: [error]) }
    }
}

/// One circulation for each participant, each going on from the last.
private struct PriorityChoice {
    private let network: ClearingNetwork
    private var simplex: NetworkSimplex
    /// One arc for each transfer a participant may receive.
    private var units: [[Int]]
    private var arcOfPair: [Int] = []
    /// Costs, all moved up to make room for ties: one transfer, one favour, and what must not be lost again.
    private let transfer, favour, kept: Int

    init(_ network: ClearingNetwork) throws(ClearingProblem) {
        self.network = network
        let round = network.round
        let most = network.limits.receive.map(\.most).max() ?? 0
        let scale = try CostScale(network)
        let participants = round.participants.count
        favour = 1 << scale.shift
        transfer = (most + 1) << scale.shift
        let (kept, isTooLarge) = (transfer + favour).multipliedReportingOverflow(by: 2 * participants + 2)
        guard !isTooLarge, kept < (1 << 61) / (2 * participants + 2) else { throw .tooLarge(limit: 1) }
        self.kept = kept
        simplex = NetworkSimplex(nodes: network.nodeCount)
        units = Array(repeating: [], count: participants)
        let takers = Dictionary(
            uniqueKeysWithValues: round.participants.indices.map { (network.take($0), $0) })
        for arc in network.arcs {
            guard let taker = takers[arc.tail], arc.head == network.receive(taker) else {
                _ = simplex.add(from: arc.tail, to: arc.head, capacity: arc.capacity, cost: 0)
                continue
            }
            for _ in 0..<arc.capacity {
                units[taker].append(simplex.add(from: arc.tail, to: arc.head, capacity: 1, cost: 0))
            }
        }
        let ties = TieBreak(round)
        for place in network.open {
            let pair = round.pairs[place]
            arcOfPair.append(
                simplex.add(
                    from: network.node(offer: pair.offer), to: network.node(request: pair.request), capacity: 1,
                    cost: ties.tie(pair) - transfer))
        }
        simplex.optimise()
    }

    /// Gives a participant the most it can get without taking anything from those before.
    mutating func favour(_ participant: Int) {
        for arc in units[participant] { simplex.setCost(arc, -favour) }
        simplex.renewPotentials()
        simplex.optimise()
        for arc in units[participant] { simplex.setCost(arc, simplex.arcs[arc].flow == 1 ? -kept : 0) }
        simplex.renewPotentials()
        simplex.optimise()
    }

    func result() -> ClearingResult {
        let chosen = arcOfPair.indices.filter { simplex.arcs[arcOfPair[$0]].flow == 1 }.map { network.open[$0] }
        let places = Set(chosen).union(network.round.signed)
        return ClearingResult(
            network, transfers: network.order.pairs.filter(places.contains),
            guess: Array(repeating: 0, count: network.nodeCount))
    }
}
