import Prevention
import Testing

@testable import Clearing

/// What must hold in every round, each tried with 1,000 invented ones.
@Suite("Tauschrunde: Eigenschaften")
struct ClearingPropertiesTests {
    static let cases = 0..<1_000

    @Test("limits, accounts, objective and certificate hold, and the order of the input does not matter")
    func basics() throws {
        var transfers = 0
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            let result = try round.cleared()
            transfers += result.transfers.count
            #expect(round.worth(result.transfers) == result.objective, "round \(seed)")
            #expect(round.check(result).violations == [], "round \(seed)")
            #expect(result.balances.reduce(0, +) == round.participants.reduce(0) { $0 + $1.balance })
            #expect(try round.cleared() == result)
            let other = random.shuffled(round)
            let shuffled = try other.cleared()
            #expect(other.names(shuffled.transfers) == round.names(result.transfers), "round \(seed)")
            #expect(shuffled.objective == result.objective)
        }
        #expect(transfers > 1_000)
    }

    @Test("nothing better exists: every choice tried")
    func everyChoice() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let full = random.round()
            let round = random.thinned(full, to: 6)
            let result = try round.cleared()
            #expect(round.bestWorth == result.objective, "round \(seed)")
        }
    }

    @Test("one transfer more or less, and the checker refuses")
    func mutation() throws {
        var refused = 0
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            guard !round.pairs.isEmpty else { continue }
            var result = try round.cleared()
            let place = random.random.number(in: 0...(round.pairs.count - 1))
            result.transfers =
                result.transfers.contains(place)
                ? result.transfers.filter { $0 != place } : result.transfers + [place]
            let check = round.check(result)
            #expect(!check.isOptimal, "round \(seed)")
            refused += check.isOptimal ? 0 : 1
        }
        #expect(refused > 800)
    }

    @Test("a forged potential is noticed unless it proves the same")
    func forgery() throws {
        var noticed = 0
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            var result = try round.cleared()
            guard !result.transfers.isEmpty else { continue }
            for place in result.certificate.offers.indices { result.certificate.offers[place] += 20_000 }
            noticed += round.check(result).isOptimal ? 0 : 1
        }
        #expect(noticed > 400)
    }

    @Test("scaling weights, load and credit alike keeps the choice")
    func scaling() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            let factor = random.random.number(in: 2...9)
            var scaled = round
            for place in scaled.pairs.indices { scaled.pairs[place].weight *= factor }
            scaled.loadStep *= factor
            scaled.creditStep *= factor
            let (one, other) = (try round.cleared(), try scaled.cleared())
            #expect(one.transfers == other.transfers, "round \(seed)")
            #expect(other.objective == factor * one.objective)
        }
    }

    @Test("wider limits, more credit or one more pair never lower the optimum")
    func monotony() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            var wider = round
            let place = random.random.number(in: 0...(round.participants.count - 1))
            switch seed % 4 {
            case 0: wider.participants[place].give += 1
            case 1: wider.participants[place].receive += 1
            case 2: wider.participants[place].ceiling += 1
            default:
                let taken = Set(round.pairs.map { [$0.offer, $0.request] })
                for offer in round.offers.indices {
                    for request in round.requests.indices where !taken.contains([offer, request]) {
                        wider.pairs.append(.init(offer, request, weight: 4_000))
                    }
                }
            }
            #expect(try wider.cleared().objective >= round.cleared().objective, "round \(seed)")
        }
    }

    @Test("a lower floor never lowers the optimum where credit is free")
    func credit() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            var round = random.round()
            round.creditStep = 0  // the price of credit counts from the floor
            var wider = round
            for place in wider.participants.indices { wider.participants[place].floor -= 1 }
            #expect(try wider.cleared().objective >= round.cleared().objective, "round \(seed)")
        }
    }

    @Test("nobody gives beyond what it receives and its room; staying out never changes one's account")
    func stayingOut() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            var round = random.round()
            let result = try round.cleared()
            for (place, one) in round.participants.enumerated() {
                #expect(result.given[place] <= result.received[place] + one.ceiling - one.balance)
            }
            round.participants[0].give = 0
            round.participants[0].receive = 0
            #expect(try round.cleared().balances[0] == round.participants[0].balance, "round \(seed)")
        }
    }

    @Test("a steeper price of load never makes the loads more uneven")
    func load() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            var steeper = round
            steeper.loadStep += random.random.number(in: 1...300)
            func squares(_ result: ClearingResult) -> Int { result.given.reduce(0) { $0 + $1 * $1 } }
            #expect(try squares(steeper.cleared()) <= squares(round.cleared()), "round \(seed)")
        }
    }

    @Test("after a decline what is signed stays, and the rest is best again, warm and cold")
    func decline() throws {
        var declines = 0
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            var solver = try ClearingSolver(round)
            let first = try solver.solve()
            guard let declined = first.transfers.first else { continue }
            declines += 1
            let signed = Set(first.transfers.dropFirst().filter { _ in random.random.chance(60) })
            let next = try solver.resolve(declining: [declined], signed: signed)
            var rest = round
            rest.signed = signed
            rest.declined = [declined]
            #expect(signed.isSubset(of: next.transfers) && !next.transfers.contains(declined), "round \(seed)")
            #expect(rest.check(next).violations == [], "round \(seed)")
            let cold = try rest.cleared()
            #expect(cold.objective == next.objective && cold.transfers == next.transfers, "round \(seed)")
            #expect(rest.check(cold).violations == [])
            guard let second = next.transfers.first(where: { !signed.contains($0) }) else { continue }
            let last = try solver.resolve(declining: [second], signed: signed)
            rest.declined.insert(second)
            #expect(rest.check(last).violations == [], "round \(seed)")
        }
        #expect(declines > 400)
    }

    @Test("rings and chains are the transfers, rings closed, chains from one who gave more to one who gave less")
    func rings() throws {
        for seed in Self.cases {
            var random = RandomRound(seed: seed)
            let round = random.round()
            let result = try round.cleared()
            let explained = ExchangeRings(round, transfers: result.transfers)
            var edges = result.transfers.map { place in
                let pair = round.pairs[place]
                return [round.offers[pair.offer].participant, round.requests[pair.request].participant]
            }
            for ring in explained.rings {
                #expect(Set(ring).count == ring.count && ring.count >= 2)
                for (giver, receiver) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
                    if let place = edges.firstIndex(of: [giver, receiver]) { edges.remove(at: place) }
                }
            }
            for chain in explained.chains {
                #expect(result.given[chain[0]] > result.received[chain[0]])
                for (giver, receiver) in zip(chain, chain.dropFirst()) {
                    if let place = edges.firstIndex(of: [giver, receiver]) { edges.remove(at: place) }
                }
            }
            let steps = explained.rings.reduce(0) { $0 + $1.count } + explained.chains.reduce(0) { $0 + $1.count - 1 }
            #expect(edges.isEmpty && steps == result.transfers.count, "round \(seed)")
        }
    }

    @Test("a duty that waits is met before a wish that is new")
    func waiting() throws {
        // One giver, one place a round: the wish is worth more at first, each round of waiting adds 250.
        var waited = 0
        for round in 0..<8 {
            let market = ClearingRound(
                participants: [
                    .init("Geber", give: 1, receive: 0, floor: -9, ceiling: 9),
                    .init("Pflicht", give: 0, receive: 1, floor: -9, ceiling: 9),
                    .init("Wunsch", give: 0, receive: 1, floor: -9, ceiling: 9),
                ], offers: [.init("o", by: 0, capacity: 1)],
                requests: [.init("pflicht", by: 1), .init("wunsch \(round)", by: 2)],
                pairs: [.init(0, 0, weight: 3_500 + 250 * min(4, waited)), .init(0, 1, weight: 4_200)], loadStep: 20,
                creditStep: 5, seed: "\(round)")
            if try market.cleared().transfers == [0] { break }
            waited += 1
        }
        #expect(waited == 3)
    }
}
