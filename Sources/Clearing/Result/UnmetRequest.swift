/// Nicht erfülltes Gesuch: why a request went without a transfer, and how near it came.
package struct UnmetRequest: Sendable, Hashable {
    package enum Reason: String, Sendable, Hashable, Encodable {
        /// No admissible offer of somebody else, or all of them declined.
        case noOffer
        /// Every offer that fits has given all it can.
        case offersFull
        /// Those who could give have reached their limit.
        case giversFull
        /// The receiver has received all it can in this round.
        case receiverFull
        /// The receiver's account is at its floor.
        case accountAtFloor
        /// The givers' accounts are at their ceiling.
        case giversAtCeiling
        /// Other transfers were worth more, or load and credit would have cost more.
        case othersWorthMore
    }

    package var request: Int
    /// The offer that came nearest.
    package var offer: Int?
    package var reason: Reason
    /// As long as its weight grows by fewer points, nothing changes; `nil` without an offer.
    package var missing: Int?

    /// One for each request without a transfer, by id of the request.
    package static func all(_ round: ClearingRound, _ result: ClearingResult) -> [UnmetRequest] {
        let tally = Tally(round, result)
        let met = Set(result.transfers.map { round.pairs[$0].request })
        var candidates = [[Int]](repeating: [], count: round.requests.count)
        for (place, pair) in round.pairs.enumerated() where !round.declined.contains(place) {
            let giver = round.offers[pair.offer].participant
            guard giver != round.requests[pair.request].participant else { continue }
            candidates[pair.request].append(place)
        }
        let open = round.requests.indices.filter { !met.contains($0) }
        return open.sorted { round.requests[$0].id < round.requests[$1].id }.map { request in
            let certificate = result.certificate
            func gap(_ place: Int) -> Int {
                let pair = round.pairs[place]
                return certificate.offers[pair.offer] - certificate.requests[pair.request] - pair.weight
            }
            let nearest = candidates[request].min {
                (gap($0), round.offers[round.pairs[$0].offer].id) < (gap($1), round.offers[round.pairs[$1].offer].id)
            }
            return UnmetRequest(
                request: request, offer: nearest.map { round.pairs[$0].offer },
                reason: tally.reason(round, request, candidates[request]), missing: nearest.map { max(0, gap($0)) })
        }
    }

    /// What is used up after the round.
    private struct Tally {
        let result: ClearingResult
        var used: [Int]

        init(_ round: ClearingRound, _ result: ClearingResult) {
            self.result = result
            used = Array(repeating: 0, count: round.offers.count)
            for place in result.transfers { used[round.pairs[place].offer] += 1 }
        }

        func reason(_ round: ClearingRound, _ request: Int, _ candidates: [Int]) -> Reason {
            guard !candidates.isEmpty else { return .noOffer }
            let receiver = round.requests[request].participant
            let one = round.participants[receiver]
            if result.received[receiver] >= one.receive { return .receiverFull }
            let offers = candidates.map { round.pairs[$0].offer }.filter { used[$0] < round.offers[$0].capacity }
            if offers.isEmpty { return .offersFull }
            let givers = offers.map { round.offers[$0].participant }.filter {
                result.given[$0] < round.participants[$0].give
            }
            if givers.isEmpty { return .giversFull }
            if result.balances[receiver] <= one.floor { return .accountAtFloor }
            if givers.allSatisfy({ result.balances[$0] >= round.participants[$0].ceiling }) { return .giversAtCeiling }
            return .othersWorthMore
        }
    }
}
