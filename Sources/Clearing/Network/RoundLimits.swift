/// Spielraum: what the limits of a round amount to once agreements are counted and what nobody can use is cut off.
struct RoundLimits {
    struct Side {
        /// Already agreed.
        var agreed = 0
        /// Most in the whole round.
        var most = 0

        var left: Int { most - agreed }
    }

    private(set) var give: [Side]
    private(set) var receive: [Side]
    private(set) var offers: [Side]
    private(set) var isMet: [Bool]
    /// Least and greatest value of given minus received in this round.
    private(set) var net: [(low: Int, high: Int)] = []

    init(_ round: ClearingRound) {
        give = Array(repeating: Side(), count: round.participants.count)
        receive = give
        offers = Array(repeating: Side(), count: round.offers.count)
        isMet = Array(repeating: false, count: round.requests.count)
        for pair in round.pairs { offers[pair.offer].most += 1 }
        for (place, offer) in round.offers.enumerated() {
            offers[place].most = min(offers[place].most, offer.capacity)
            give[offer.participant].most += offers[place].most
        }
        for request in round.requests { receive[request.participant].most += 1 }
        for (place, one) in round.participants.enumerated() {
            give[place].most = min(give[place].most, one.give)
            receive[place].most = min(receive[place].most, one.receive)
        }
        for place in round.signed {
            let pair = round.pairs[place]
            offers[pair.offer].agreed += 1
            give[round.offers[pair.offer].participant].agreed += 1
            receive[round.requests[pair.request].participant].agreed += 1
            isMet[pair.request] = true
        }
        for (place, one) in round.participants.enumerated() {
            var range = (low: one.floor - one.balance, high: one.ceiling - one.balance)
            if give[place].agreed + receive[place].agreed > 0 {
                // What is agreed counts, even where a partner who dropped out leaves an account outside its limits.
                let agreed = give[place].agreed - receive[place].agreed
                range = (min(range.low, agreed), max(range.high, agreed))
            }
            net.append(range)
        }
    }
}
