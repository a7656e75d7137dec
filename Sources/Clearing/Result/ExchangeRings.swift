/// Tauschringe: the transfers of a result as rings and chains, for explanation only.
///
/// In a ring each participant gives to the next and the last one to the first. What remains are chains: the first one
/// earns credit, the last one uses it. Short rings come first, each taken at its first participant by id.
package struct ExchangeRings: Sendable, Hashable {
    /// Places of participants in the round.
    package private(set) var rings: [[Int]] = []
    package private(set) var chains: [[Int]] = []

    package init(_ round: ClearingRound, transfers: [Int]) {
        let order = round.participants.indices.sorted { round.participants[$0].id < round.participants[$1].id }
        var rank = [Int](repeating: 0, count: order.count)
        for (number, place) in order.enumerated() { rank[place] = number }
        var graph = TransferGraph(count: order.count)
        for place in transfers {
            let pair = round.pairs[place]
            graph.add(
                from: rank[round.offers[pair.offer].participant], to: rank[round.requests[pair.request].participant])
        }
        rings = graph.takeRings().map { $0.map { order[$0] } }
        chains = graph.takeChains().map { $0.map { order[$0] } }
    }
}

/// Transfers between participants, taken out one ring after the other.
private struct TransferGraph {
    /// How often each one gives to whom, in order.
    private var targets: [[(to: Int, count: Int)]]
    private var net: [Int]

    init(count: Int) {
        targets = Array(repeating: [], count: count)
        net = Array(repeating: 0, count: count)
    }

    mutating func add(from giver: Int, to receiver: Int) {
        net[giver] += 1
        net[receiver] -= 1
        let place = targets[giver].firstIndex { $0.to >= receiver } ?? targets[giver].count
        if place < targets[giver].count, targets[giver][place].to == receiver {
            targets[giver][place].count += 1
        } else {
            targets[giver].insert((receiver, 1), at: place)
        }
    }

    private mutating func remove(from giver: Int, to receiver: Int) {
        guard let place = targets[giver].firstIndex(where: { $0.to == receiver }) else { return }
        targets[giver][place].count -= 1
        if targets[giver][place].count == 0 { targets[giver].remove(at: place) }
    }

    /// Shortest rings first; once there is none of a length, none appears later.
    mutating func takeRings() -> [[Int]] {
        var found: [[Int]] = []
        var length = 2
        while true {
            var next = Int.max
            for start in targets.indices {
                while let ring = shortestRing(through: start) {
                    guard ring.count == length else {
                        next = min(next, ring.count)
                        break
                    }
                    found.append(ring)
                    for (giver, receiver) in zip(ring, ring.dropFirst() + [start]) { remove(from: giver, to: receiver) }
                }
            }
            if next == .max { return found }
            length = max(length + 1, next)
        }
    }

    /// Breadth first from a participant back to itself.
    private func shortestRing(through start: Int) -> [Int]? {
        var previous = [Int](repeating: -1, count: targets.count)
        var queue = [start]
        var place = 0
        while place < queue.count {
            let node = queue[place]
            place += 1
            for (to, _) in targets[node] {
                if to == start {
                    var ring = [node]
                    while let last = ring.last, last != start { ring.append(previous[last]) }
                    return ring.reversed()
                }
                if previous[to] < 0 {
                    previous[to] = node
                    queue.append(to)
                }
            }
        }
        return nil
    }

    /// What is left has no ring: from each one who gave more, on to one who gives no further.
    mutating func takeChains() -> [[Int]] {
        var found: [[Int]] = []
        for start in targets.indices {
            while net[start] > 0, !targets[start].isEmpty {
                var chain = [start]
                while let last = chain.last, let next = targets[last].first?.to {
                    remove(from: last, to: next)
                    chain.append(next)
                }
                net[start] -= 1
                net[chain[chain.count - 1]] += 1
                found.append(chain)
            }
        }
        return found
    }
}
