import Prevention

@testable import Clearing

/// Small invented rounds: tight and loose limits, equal weights, useless pairs among them.
struct RandomRound {
    var random: SeededGenerator

    init(seed: Int) { random = SeededGenerator(seed: UInt64(seed) &* 0x9E37 &+ 1) }

    mutating func round() -> ClearingRound {
        let count = random.number(in: 2...6)
        let slack = random.pick([0, 1, 1, 2], or: 1)
        let hasEqualWeights = random.chance(30)
        var round = ClearingRound(
            participants: [], offers: [], requests: [], pairs: [], loadStep: random.pick([0, 10, 40, 200], or: 10),
            creditStep: random.pick([0, 5, 60], or: 5), seed: "Runde \(random.number(in: 1...1_000_000))")
        for number in 0..<count {
            round.participants.append(
                .init(
                    "m\(number)", give: random.number(in: 0...3), receive: random.number(in: 0...3),
                    balance: random.number(in: -slack...slack), floor: -slack,
                    ceiling: slack + random.number(in: 0...2)))
            for offer in 0..<random.number(in: 1...2) {
                round.offers.append(.init("m\(number)/o\(offer)", by: number, capacity: random.number(in: 0...3)))
            }
            for request in 0..<random.number(in: 1...2) {
                round.requests.append(.init("m\(number)/r\(request)", by: number))
            }
        }
        let share = random.pick([30, 60, 100], or: 60)
        for offer in round.offers.indices {
            for request in round.requests.indices where random.chance(share) {
                let weight = random.chance(20) ? random.number(in: -50...300) : random.number(in: 600...10_000)
                round.pairs.append(.init(offer, request, weight: hasEqualWeights ? 1_000 : weight))
            }
        }
        return round
    }

    /// The round with only so many of its pairs.
    mutating func thinned(_ round: ClearingRound, to count: Int) -> ClearingRound {
        var other = round
        other.pairs = permutation(round.pairs.count).prefix(count).map { round.pairs[$0] }
        return other
    }

    /// The same round with all lists in another order.
    mutating func shuffled(_ round: ClearingRound) -> ClearingRound {
        var other = round
        let participants = permutation(round.participants.count)
        let offers = permutation(round.offers.count)
        let requests = permutation(round.requests.count)
        for (old, new) in participants.enumerated() { other.participants[new] = round.participants[old] }
        for (old, new) in offers.enumerated() {
            var offer = round.offers[old]
            offer.participant = participants[offer.participant]
            other.offers[new] = offer
        }
        for (old, new) in requests.enumerated() {
            var request = round.requests[old]
            request.participant = participants[request.participant]
            other.requests[new] = request
        }
        for (old, new) in permutation(round.pairs.count).enumerated() {
            let pair = round.pairs[old]
            other.pairs[new] = .init(offers[pair.offer], requests[pair.request], weight: pair.weight)
        }
        return other
    }

    private mutating func permutation(_ count: Int) -> [Int] {
        var order = Array(0..<count)
        for place in order.indices.reversed() where place > 0 { order.swapAt(place, random.number(in: 0...place)) }
        return order
    }
}

extension ClearingRound {
    /// The chosen pairs by id.
    func names(_ transfers: [Int]) -> Set<String> {
        Set(transfers.map { "\(offers[pairs[$0].offer].id) > \(requests[pairs[$0].request].id)" })
    }

    func check(_ result: ClearingResult) -> ClearingCheck {
        ClearingCheck(
            self, transfers: result.transfers, objective: result.objective, balances: result.balances,
            certificate: result.certificate)
    }

    /// Objective of a choice by the formula; `nil` where a rule is broken. Apart from the product's network.
    func worth(_ chosen: [Int]) -> Int? {
        guard signed.isSubset(of: chosen), declined.isDisjoint(with: chosen) else { return nil }
        guard Set(chosen.map { pairs[$0].request }).count == chosen.count else { return nil }
        for (place, offer) in offers.enumerated()
        where chosen.count(where: { pairs[$0].offer == place }) > offer.capacity { return nil }
        var worth = chosen.reduce(0) { $0 + pairs[$1].weight }
        for (place, one) in participants.enumerated() {
            let given = chosen.filter { offers[pairs[$0].offer].participant == place }
            let received = chosen.filter { requests[pairs[$0].request].participant == place }
            let net = given.count - received.count
            guard Set(given).isDisjoint(with: received), given.count <= one.give, received.count <= one.receive,
                (one.floor...one.ceiling).contains(one.balance + net)
            else { return nil }
            worth -= loadStep * given.count * given.count + creditStep * max(0, -net)
            for unit in 1..<max(1, net + 1) { worth -= creditStep * (one.balance - one.floor + unit) }
        }
        return worth
    }

    /// The greatest objective of all choices, by trying each.
    var bestWorth: Int? {
        (0..<(1 << pairs.count)).compactMap { mask in
            worth(pairs.indices.filter { mask >> $0 & 1 == 1 })
        }.max()
    }
}
