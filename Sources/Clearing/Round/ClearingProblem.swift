/// Warum eine Runde nicht gerechnet werden kann: one contradiction in the input of a round.
package enum ClearingProblem: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable { case participant, offer, request, pair }

    /// Two of a kind have the same id.
    case duplicate(Kind, id: String)
    /// Something names a place in a list that does not exist.
    case missing(Kind, named: String)
    /// A count below 0 or a number beyond 1,000,000,000.
    case outOfRange(Kind, id: String, field: String)
    /// The floor of an account lies above its ceiling.
    case floorAboveCeiling(id: String)
    /// Steps of load and credit must not be below 0; the network would not be convex.
    case negativeStep(field: String)
    /// Weights or steps so large that sums would leave 64 bits; `limit` is the greatest cost that fits.
    case tooLarge(limit: Int)
    /// More pairs than places in the network.
    case tooMany(Kind, limit: Int)
    /// Agreed pairs that break a limit or take a request twice, or one agreed and declined at once.
    case contradictoryAgreement(offer: String, request: String)
    /// Accounts outside their limits that this round cannot bring back.
    case unreachableBalances(ids: [String])
}

/// Absage: why there is no result, everything that is wrong at once.
package struct ClearingRefusal: Error, Sendable, Hashable {
    package var problems: [ClearingProblem]
}

extension ClearingRound {
    /// Numbers beyond this are refused.
    static let greatest = 1_000_000_000
    static let mostPairs = 50_000_000

    /// Everything that contradicts itself, apart from what only the solution shows.
    package func problems() -> [ClearingProblem] {
        var found = duplicates(participants.map(\.id), .participant)
        found += duplicates(offers.map(\.id), .offer)
        found += duplicates(requests.map(\.id), .request)
        for one in participants { found += problems(of: one) }
        for one in offers {
            if !participants.indices.contains(one.participant) { found.append(.missing(.participant, named: one.id)) }
            if !(0...Self.greatest).contains(one.capacity) {
                found.append(.outOfRange(.offer, id: one.id, field: "capacity"))
            }
        }
        for one in requests where !participants.indices.contains(one.participant) {
            found.append(.missing(.participant, named: one.id))
        }
        if loadStep < 0 { found.append(.negativeStep(field: "loadStep")) }
        if creditStep < 0 { found.append(.negativeStep(field: "creditStep")) }
        if pairs.count > Self.mostPairs { found.append(.tooMany(.pair, limit: Self.mostPairs)) }
        found += problemsOfPairs()
        return found.isEmpty ? problemsOfAgreements() : found
    }

    private func duplicates(_ ids: [String], _ kind: ClearingProblem.Kind) -> [ClearingProblem] {
        var seen: Set<String> = []
        return ids.filter { !seen.insert($0).inserted }.map { .duplicate(kind, id: $0) }
    }

    private func problems(of one: Participant) -> [ClearingProblem] {
        var found: [ClearingProblem] = []
        for (field, value) in [("give", one.give), ("receive", one.receive)]
        where !(0...Self.greatest).contains(value) {
            found.append(.outOfRange(.participant, id: one.id, field: field))
        }
        for (field, value) in [("balance", one.balance), ("floor", one.floor), ("ceiling", one.ceiling)]
        where !(-Self.greatest...Self.greatest).contains(value) {
            found.append(.outOfRange(.participant, id: one.id, field: field))
        }
        if one.floor > one.ceiling { found.append(.floorAboveCeiling(id: one.id)) }
        return found
    }

    private func problemsOfPairs() -> [ClearingProblem] {
        var found: [ClearingProblem] = []
        for (place, pair) in pairs.enumerated()
        where !offers.indices.contains(pair.offer) || !requests.indices.contains(pair.request) {
            found.append(.missing(.pair, named: "\(place)"))
        }
        guard found.isEmpty else { return found }
        for place in PairOrder.repeated(in: self) {
            let pair = pairs[place]
            found.append(.duplicate(.pair, id: "\(offers[pair.offer].id) – \(requests[pair.request].id)"))
        }
        return found
    }

    func problemsOfAgreements() -> [ClearingProblem] {
        var given = [Int](repeating: 0, count: participants.count)
        var received = given
        var used = [Int](repeating: 0, count: offers.count)
        var met: Set<Int> = []
        var found: [ClearingProblem] = []
        for place in declined.sorted() where !pairs.indices.contains(place) {
            found.append(.missing(.pair, named: "\(place)"))
        }
        for place in signed.sorted() {
            guard pairs.indices.contains(place) else {
                found.append(.missing(.pair, named: "\(place)"))
                continue
            }
            let pair = pairs[place]
            let (giver, receiver) = (offers[pair.offer].participant, requests[pair.request].participant)
            used[pair.offer] += 1
            given[giver] += 1
            received[receiver] += 1
            let fits =
                giver != receiver && !declined.contains(place) && met.insert(pair.request).inserted
                && used[pair.offer] <= offers[pair.offer].capacity && given[giver] <= participants[giver].give
                && received[receiver] <= participants[receiver].receive
            if !fits {
                found.append(
                    .contradictoryAgreement(offer: offers[pair.offer].id, request: requests[pair.request].id))
            }
        }
        return found
    }
}
