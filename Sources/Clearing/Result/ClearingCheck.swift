/// Nachprüfung: whether a stated result keeps every rule and nothing better exists; without any solver.
///
/// Written from the rules alone and sharing nothing with what computes results: every arc of the network must lie within
/// its bounds; with room left it must not be worth filling further, in use it must be worth it (complementary slackness).
package struct ClearingCheck: Sendable {
    /// What does not hold, and where.
    package enum Violation: Sendable, Hashable {
        case unknownPair(number: Int)
        case limit(Place, id: String)
        case improvable(Place, id: String)
        case wrongObjective(computed: String)
        case wrongBalance(id: String)
        case incompleteCertificate
    }

    package enum Place: String, Sendable, Hashable { case pair, offer, request, give, receive, kept, used, earned }

    package private(set) var violations: [Violation] = []
    package var isOptimal: Bool { violations.isEmpty }

    /// - Parameters:
    ///   - transfers: places of pairs in the round; `nil` for what is no pair of it.
    ///   - balances: by participant, after the round; `nil` for what was not stated.
    package init(
        _ round: ClearingRound, transfers: [Int?], objective: Int, balances: [Int?], certificate: ClearingCertificate
    ) {
        let sizes = [certificate.participants.count, certificate.offers.count, certificate.requests.count]
        guard sizes == [round.participants.count, round.offers.count, round.requests.count] else {
            violations = [.incompleteCertificate]
            return
        }
        let count = Counts(round, transfers)
        violations += transfers.indices.filter { transfers[$0] == nil }.map { .unknownPair(number: $0) }
        var total = checkPairs(round, count, certificate)
        for (n, one) in round.participants.enumerated() {
            total -= checkLimits(round, n, count, certificate.participants[n])
            if balances[n] != one.balance + count.given[n] - count.received[n] {
                violations.append(.wrongBalance(id: one.id))
            }
        }
        if total != Int128(objective) { violations.append(.wrongObjective(computed: "\(total)")) }
    }

    /// Pairs, offers and requests; the sum of the weights.
    private mutating func checkPairs(_ round: ClearingRound, _ count: Counts, _ p: ClearingCertificate) -> Int128 {
        var total: Int128 = 0
        for (n, pair) in round.pairs.enumerated() {
            let (giver, receiver) = count.ends(pair, round)
            let most = giver == receiver || round.declined.contains(n) ? 0 : 1
            let (least, cost) = (round.signed.contains(n) ? 1 : 0, -Int128(pair.weight))
            total -= cost * Int128(count.pairs[n])
            let (offer, request) = (p.offers[pair.offer], p.requests[pair.request])
            if !holds(count.pairs[n], least, most, cost, cost, offer, request) {
                let id = "\(round.offers[pair.offer].id) – \(round.requests[pair.request].id)"
                note(.pair, id, count.pairs[n], least, most)
            }
        }
        for (n, offer) in round.offers.enumerated() {
            arc(
                .offer, offer.id, count.offers[n], 0, offer.capacity, 0, 0, p.participants[offer.participant].hand,
                p.offers[n])
        }
        for (n, request) in round.requests.enumerated() {
            arc(
                .request, request.id, count.requests[n], 0, 1, 0, 0, p.requests[n],
                p.participants[request.participant].take)
        }
        return total
    }

    /// Load, limits and account of one participant; what load and credit cost.
    private mutating func checkLimits(
        _ round: ClearingRound, _ n: Int, _ count: Counts, _ p: ClearingCertificate.Participant
    ) -> Int128 {
        let (one, given, received) = (round.participants[n], count.given[n], count.received[n])
        let (load, credit) = (Int128(round.loadStep), Int128(round.creditStep))
        let (used, earned) = (max(0, received - given), max(0, given - received))
        let (low, high) = count.range(n, one)
        func price(_ number: Int) -> Int128 { credit * Int128(one.balance - one.floor + number) }
        let (last, next) = (load * Int128(2 * given - 1), load * Int128(2 * given + 1))
        arc(.give, one.id, given, 0, one.give, last, next, p.give, p.hand)
        arc(.receive, one.id, received, 0, one.receive, 0, 0, p.take, p.receive)
        arc(.kept, one.id, min(given, received), 0, min(one.give, one.receive), 0, 0, p.receive, p.give)
        arc(.used, one.id, used, max(0, -high), max(0, -low), credit, credit, p.receive, 0)
        arc(.earned, one.id, earned, max(0, low), max(0, high), price(earned), price(earned + 1), 0, p.give)
        let costOfEarned = (0..<earned).reduce(Int128(0)) { $0 + price($1 + 1) }
        return load * Int128(given) * Int128(given) + credit * Int128(used) + costOfEarned
    }

    /// One arc: its flow between the bounds, cost of its last and of one further unit, potentials of its ends.
    private mutating func arc(
        _ place: Place, _ id: String, _ flow: Int, _ least: Int, _ most: Int, _ last: Int128, _ next: Int128,
        _ tail: Int, _ head: Int
    ) {
        if !holds(flow, least, most, last, next, tail, head) { note(place, id, flow, least, most) }
    }

    private func holds(
        _ flow: Int, _ least: Int, _ most: Int, _ last: Int128, _ next: Int128, _ tail: Int, _ head: Int
    ) -> Bool {
        let gain = Int128(tail) - Int128(head)
        return flow >= least && flow <= most && (flow == most || next + gain >= 0)
            && (flow == least || last + gain <= 0)
    }

    private mutating func note(_ place: Place, _ id: String, _ flow: Int, _ least: Int, _ most: Int) {
        violations.append(flow < least || flow > most ? .limit(place, id: id) : .improvable(place, id: id))
    }
}

/// How often everything occurs in a stated result.
private struct Counts {
    var pairs, offers, requests, given, received, agreed: [Int]
    private var hasAgreed: [Bool]

    init(_ round: ClearingRound, _ transfers: [Int?]) {
        pairs = Array(repeating: 0, count: round.pairs.count)
        offers = Array(repeating: 0, count: round.offers.count)
        requests = Array(repeating: 0, count: round.requests.count)
        given = Array(repeating: 0, count: round.participants.count)
        (received, agreed) = (given, given)
        hasAgreed = Array(repeating: false, count: given.count)
        for place in transfers.compactMap(\.self) {
            let (giver, receiver) = ends(round.pairs[place], round)
            pairs[place] += 1
            offers[round.pairs[place].offer] += 1
            requests[round.pairs[place].request] += 1
            given[giver] += 1
            received[receiver] += 1
        }
        for place in round.signed {
            let (giver, receiver) = ends(round.pairs[place], round)
            agreed[giver] += 1
            agreed[receiver] -= 1
            (hasAgreed[giver], hasAgreed[receiver]) = (true, true)
        }
    }

    func ends(_ pair: ClearingRound.Pair, _ round: ClearingRound) -> (giver: Int, receiver: Int) {
        (round.offers[pair.offer].participant, round.requests[pair.request].participant)
    }

    /// Least and greatest given minus received; what is agreed counts even outside the limits.
    func range(_ n: Int, _ one: ClearingRound.Participant) -> (low: Int, high: Int) {
        let (low, high) = (one.floor - one.balance, one.ceiling - one.balance)
        return hasAgreed[n] ? (min(low, agreed[n]), max(high, agreed[n])) : (low, high)
    }
}
