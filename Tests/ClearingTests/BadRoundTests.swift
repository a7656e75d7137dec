import Testing

@testable import Clearing

@Suite("Tauschrunde: was nicht geht")
struct BadRoundTests {
    private static var pairOfTowns: ClearingRound {
        ClearingRound(
            participants: [
                .init("A", give: 1, receive: 1, floor: -1, ceiling: 1),
                .init("B", give: 1, receive: 1, floor: -1, ceiling: 1),
            ], offers: [.init("a", by: 0, capacity: 1), .init("b", by: 1, capacity: 1)],
            requests: [.init("ra", by: 0), .init("rb", by: 1)],
            pairs: [.init(0, 1, weight: 1_000), .init(1, 0, weight: 1_000)], loadStep: 10, creditStep: 5, seed: "s")
    }

    private func problems(_ change: (inout ClearingRound) -> Void) -> [ClearingProblem] {
        var round = Self.pairOfTowns
        change(&round)
        do {
            _ = try round.cleared()
            return []
        } catch { return error.problems }
    }

    @Test("the plain round is a swap")
    func swap() throws {
        let result = try Self.pairOfTowns.cleared()
        #expect(result.objective == 1_980 && result.balances == [0, 0])
        #expect(ExchangeRings(Self.pairOfTowns, transfers: result.transfers).rings == [[0, 1]])
    }

    @Test("an empty round has an empty result, with a proof")
    func empty() throws {
        let round = ClearingRound(
            participants: [], offers: [], requests: [], pairs: [], loadStep: 0, creditStep: 0, seed: "")
        let result = try round.cleared()
        #expect(result.transfers.isEmpty && result.objective == 0 && round.check(result).isOptimal)
    }

    @Test("a round in which nothing fits has an empty result, and says why")
    func nothingFits() throws {
        var round = Self.pairOfTowns
        round.pairs = []
        let result = try round.cleared()
        #expect(result.transfers.isEmpty && round.check(result).isOptimal)
        #expect(UnmetRequest.all(round, result).map(\.reason) == [.noOffer, .noOffer])
    }

    @Test("contradictions are named, all at once")
    func contradictions() {
        let found = problems {
            $0.participants[0].floor = 2
            $0.participants[1].give = -1
            $0.offers[1].id = "a"
            $0.offers[0].participant = 7
            $0.pairs.append(.init(0, 1, weight: 5))
            $0.loadStep = -1
        }
        #expect(
            Set(found) == [
                .floorAboveCeiling(id: "A"), .outOfRange(.participant, id: "B", field: "give"),
                .duplicate(.offer, id: "a"), .missing(.participant, named: "a"), .duplicate(.pair, id: "a – rb"),
                .negativeStep(field: "loadStep"),
            ])
    }

    @Test("places that do not exist are refused", arguments: [-1, 2, Int.max, Int.min])
    func places(place: Int) {
        #expect(problems { $0.pairs[0].offer = place } == [.missing(.pair, named: "0")])
        #expect(problems { $0.signed = [place + (place == 2 ? 1 : 0)] } != [])
        #expect(problems { $0.declined = [place] } == [.missing(.pair, named: "\(place)")])
    }

    @Test("weights whose sums would leave 64 bits are refused with the greatest that fits")
    func weights() throws {
        for weight in [Int.max, Int.min, Int.max - 1, 1 << 40] {
            let found = problems {
                $0.pairs[0].weight = weight
                $0.pairs[1].weight = 7
            }
            guard case .tooLarge(let limit) = try #require(found.first) else {
                Issue.record("\(weight): \(found)")
                continue
            }
            #expect(limit > 100_000)
            #expect(problems { $0.pairs[0].weight = limit - 1 } == [])
        }
        #expect(problems { $0.loadStep = .max } != [])
        #expect(problems { $0.creditStep = .max } != [])
        #expect(problems { $0.participants[0].balance = .min } != [])
        #expect(problems { $0.participants[0].give = .max } != [])
    }

    @Test("limits of a thousand million are no burden")
    func wide() throws {
        var round = Self.pairOfTowns
        round.creditStep = 0  // the price of credit counts from the floor
        for place in 0..<2 {
            round.participants[place] = .init(
                "\(place)", give: 1_000_000_000, receive: 1_000_000_000, floor: -1_000_000_000, ceiling: 1_000_000_000)
            round.offers[place].capacity = 1_000_000_000
        }
        let result = try round.cleared()
        #expect(result.transfers.count == 2 && round.check(result).isOptimal)
    }

    @Test("an account below its floor gives first, or is named")
    func belowTheFloor() throws {
        var round = Self.pairOfTowns
        round.participants[0].balance = -2
        round.participants[1].balance = 2
        let result = try round.cleared()
        #expect(result.transfers == [0] && result.balances == [-1, 1] && round.check(result).isOptimal)
        #expect(round.worth([0]) == result.objective)
        round.pairs = [.init(1, 0, weight: 9_000)]
        let refusal = #expect(throws: ClearingRefusal.self) { try round.cleared() }
        #expect(refusal?.problems == [.unreachableBalances(ids: ["A"])])
    }

    @Test("agreements beyond a limit are refused")
    func agreements() {
        let own = problems {
            $0.signed = [0]
            $0.declined = [0]
        }
        #expect(own == [.contradictoryAgreement(offer: "a", request: "rb")])
        let beyond = problems {
            $0.signed = [0]
            $0.participants[0].give = 0
        }
        #expect(beyond == [.contradictoryAgreement(offer: "a", request: "rb")])
    }

    @Test("what the checker says of a wrong statement")
    func wrongStatement() throws {
        let round = Self.pairOfTowns
        let result = try round.cleared()
        let check = ClearingCheck(
            round, transfers: [0, 0, nil], objective: 0, balances: [nil, 5], certificate: result.certificate)
        #expect(check.violations.contains(.unknownPair(number: 2)))
        #expect(check.violations.contains(.wrongBalance(id: "A")) && check.violations.contains(.wrongBalance(id: "B")))
        #expect(check.violations.contains { if case .wrongObjective = $0 { true } else { false } })
        #expect(check.violations.contains { if case .limit(.pair, _) = $0 { true } else { false } })
        let bare = ClearingCheck(
            round, transfers: [], objective: 0, balances: [0, 0],
            certificate: .init(participants: [], offers: [], requests: []))
        #expect(bare.violations == [.incompleteCertificate])
    }

    @Test("a star that all want gives as often as it may, and the others learn why they wait")
    func star() throws {
        var round = ClearingRound(
            participants: [.init("Stern", give: 2, receive: 0, floor: -2, ceiling: 5)],
            offers: [.init("o", by: 0, capacity: 9)], requests: [], pairs: [], loadStep: 20, creditStep: 5, seed: "s")
        for number in 1...5 {
            round.participants.append(.init("m\(number)", give: 1, receive: 1, floor: -2, ceiling: 2))
            round.requests.append(.init("r\(number)", by: number))
            round.pairs.append(.init(0, number - 1, weight: 1_000 * number))
        }
        let result = try round.cleared()
        #expect(round.names(result.transfers) == ["o > r4", "o > r5"])
        let unmet = UnmetRequest.all(round, result)
        #expect(unmet.map(\.reason) == [.giversFull, .giversFull, .giversFull])
        for one in unmet {
            let missing = try #require(one.missing)
            var dearer = round
            dearer.pairs[one.request].weight += max(0, missing - 1)
            #expect(try dearer.cleared().transfers == result.transfers)
        }
    }
}
