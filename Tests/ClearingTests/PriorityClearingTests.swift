import Prevention
import Testing

@testable import Clearing

@Suite("Tauschrunde, Modus B")
struct PriorityClearingTests {
    @Test("everybody gives as often as it receives, most transfers, then in the published order, in 1,000 rounds")
    func byDefinition() throws {
        for seed in 0..<1_000 {
            var random = RandomRound(seed: seed)
            let full = random.round()
            let original = random.thinned(full, to: 7)
            let priority = PriorityClearing(original)
            let round = priority.round
            let result = try priority.cleared()
            #expect(result.given == result.received, "round \(seed)")
            #expect(round.check(result).violations == [], "round \(seed)")
            let ours = [result.transfers.count] + priority.priority.map { result.received[$0] }
            var best: [Int] = []
            for mask in 0..<(1 << round.pairs.count) {
                let chosen = round.pairs.indices.filter { mask >> $0 & 1 == 1 }
                guard round.worth(chosen) != nil else { continue }
                let received = priority.priority.map { place in
                    chosen.count { round.requests[round.pairs[$0].request].participant == place }
                }
                let key = [chosen.count] + received
                if best.isEmpty || best.lexicographicallyPrecedes(key) { best = key }
            }
            #expect(ours == best, "round \(seed)")
        }
    }

    @Test("naming fewer acceptable offers or a smaller limit never brings more, in 1,000 rounds")
    func noGain() throws {
        for seed in 0..<1_000 {
            var random = RandomRound(seed: seed)
            let round = random.round()
            let place = random.random.number(in: 0...(round.participants.count - 1))
            let honest = try PriorityClearing(round).cleared().received[place]
            var lie = round
            if seed % 3 == 0 {
                lie.participants[place].receive = max(0, lie.participants[place].receive - 1)
            } else {
                lie.pairs.removeAll {
                    round.requests[$0.request].participant == place && random.random.chance(50)
                }
            }
            #expect(try PriorityClearing(lie).cleared().received[place] <= honest, "round \(seed)")
        }
    }

    @Test("the order of the input does not matter")
    func order() throws {
        for seed in 0..<200 {
            var random = RandomRound(seed: seed)
            let round = random.round()
            let other = random.shuffled(round)
            let (one, two) = (try PriorityClearing(round).cleared(), try PriorityClearing(other).cleared())
            #expect(round.names(one.transfers) == other.names(two.transfers), "round \(seed)")
        }
    }
}
