/// Reihenfolge, die nicht von der Eingabe abhängt: participants, offers and requests by id, pairs by offer and request.
struct PairOrder {
    /// Places in the input, in canonical order.
    let participants: [Int]
    let offers: [Int]
    let requests: [Int]
    /// Canonical place of each place in the input.
    let participantRank: [Int]
    let offerRank: [Int]
    let requestRank: [Int]
    /// Places of the pairs in the input, by rank of the offer, then of the request.
    let pairs: [Int]

    init(_ round: ClearingRound) {
        participants = Self.sorted(round.participants.map(\.id))
        offers = Self.sorted(round.offers.map(\.id))
        requests = Self.sorted(round.requests.map(\.id))
        participantRank = Self.ranks(participants)
        offerRank = Self.ranks(offers)
        requestRank = Self.ranks(requests)
        let (offerRank, requestRank) = (offerRank, requestRank)
        let byRequest = Self.bucketed(Array(round.pairs.indices), count: round.requests.count) {
            requestRank[round.pairs[$0].request]
        }
        pairs = Self.bucketed(byRequest, count: round.offers.count) { offerRank[round.pairs[$0].offer] }
    }

    /// Places of pairs whose offer and request another pair has as well.
    static func repeated(in round: ClearingRound) -> [Int] {
        let byRequest = bucketed(Array(round.pairs.indices), count: round.requests.count) {
            round.pairs[$0].request
        }
        let sorted = bucketed(byRequest, count: round.offers.count) { round.pairs[$0].offer }
        return zip(sorted, sorted.dropFirst()).compactMap { one, next in
            let (pair, other) = (round.pairs[one], round.pairs[next])
            return pair.offer == other.offer && pair.request == other.request ? next : nil
        }
    }

    private static func sorted(_ ids: [String]) -> [Int] { ids.indices.sorted { ids[$0] < ids[$1] } }

    private static func ranks(_ order: [Int]) -> [Int] {
        var ranks = [Int](repeating: 0, count: order.count)
        for (rank, place) in order.enumerated() { ranks[place] = rank }
        return ranks
    }

    /// Stable order by a small number, in linear time.
    private static func bucketed(_ places: [Int], count: Int, _ key: (Int) -> Int) -> [Int] {
        var starts = [Int](repeating: 0, count: count + 1)
        for place in places { starts[key(place) + 1] += 1 }
        for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
        var result = places
        for place in places {
            let bucket = key(place)
            result[starts[bucket]] = place
            starts[bucket] += 1
        }
        return result
    }
}
