/// Nachprüfung: whether a stated result keeps every rule and nothing better exists; without any solver.
///
/// Written from the rules alone and sharing nothing with what computes results: every arc of the network must lie within
/// its bounds; with room left it must not be worth filling further, in use it must be worth it (complementary slackness).
/// Flows are whole numbers, for they are counted; what enters and leaves a node is the same count.
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
    /// What the stated transfers are worth.
    private var worth: Int128 = 0

    /// - Parameters:
    ///   - transfers: places of pairs in the round; `nil` for what is no pair of it.
    ///   - balances: by participant, after the round; `nil` for what was not stated.
    package init(
        _ round: ClearingRound, transfers: [Int?], objective: Int, balances: [Int?], certificate p: ClearingCertificate
    ) {
        let (people, offers, requests, pairs) = (round.participants, round.offers, round.requests, round.pairs)
        guard [p.participants.count, p.offers.count, p.requests.count] == [people.count, offers.count, requests.count]
        else {
            violations = [.incompleteCertificate]
            return
        }
        let chosen = transfers.compactMap(\.self)
        let giver = { offers[pairs[$0].offer].participant }
        let receiver = { requests[pairs[$0].request].participant }
        let times = count(chosen, pairs.count) { $0 }
        let used = count(chosen, offers.count) { pairs[$0].offer }
        let met = count(chosen, requests.count) { pairs[$0].request }
        let (given, received) = (count(chosen, people.count, giver), count(chosen, people.count, receiver))
        let (owed, due) = (count(round.signed, people.count, giver), count(round.signed, people.count, receiver))
        for (n, pair) in pairs.enumerated() {
            let isClosed = giver(n) == receiver(n) || round.declined.contains(n)
            arc(
                .pair, "\(offers[pair.offer].id) – \(requests[pair.request].id)", times[n],
                round.signed.contains(n) ? 1 : 0, isClosed ? 0 : 1, p.offers[pair.offer], p.requests[pair.request]
            ) { _ in -Int128(pair.weight) }
        }
        for (n, one) in offers.enumerated() {
            arc(.offer, one.id, used[n], 0, one.capacity, p.participants[one.participant].hand, p.offers[n])
        }
        for (n, one) in requests.enumerated() {
            arc(.request, one.id, met[n], 0, 1, p.requests[n], p.participants[one.participant].take)
        }
        for (n, one) in people.enumerated() {
            let promised = owed[n] + due[n] > 0 ? owed[n] - due[n] : nil
            account(round, one, given[n], received[n], promised, balances[n], p.participants[n])
        }
        violations += transfers.indices.filter { transfers[$0] == nil }.map { .unknownPair(number: $0) }
        if worth != Int128(objective) { violations.append(.wrongObjective(computed: "\(worth)")) }
    }

    /// Load, limits and account of one participant; what is promised by signature counts even outside the limits.
    private mutating func account(
        _ round: ClearingRound, _ one: ClearingRound.Participant, _ given: Int, _ received: Int, _ promised: Int?,
        _ stated: Int?, _ p: ClearingCertificate.Participant
    ) {
        let (load, credit, net) = (Int128(round.loadStep), Int128(round.creditStep), given - received)
        let low = min(one.floor - one.balance, promised ?? .max)
        let high = max(one.ceiling - one.balance, promised ?? .min)
        arc(.give, one.id, given, 0, one.give, p.give, p.hand) { load * Int128(2 * $0 - 1) }
        arc(.receive, one.id, received, 0, one.receive, p.take, p.receive)
        arc(.kept, one.id, min(given, received), 0, min(one.give, one.receive), p.receive, p.give)
        arc(.used, one.id, max(0, -net), max(0, -high), max(0, -low), p.receive, 0) { _ in credit }
        arc(.earned, one.id, max(0, net), max(0, low), max(0, high), 0, p.give) { unit in
            credit * Int128(one.balance - one.floor + unit)
        }
        if stated != one.balance + net { violations.append(.wrongBalance(id: one.id)) }
    }

    /// One arc: its flow between the bounds, the potentials of its ends, the cost of its k-th unit.
    private mutating func arc(
        _ place: Place, _ id: @autoclosure () -> String, _ flow: Int, _ least: Int, _ most: Int, _ tail: Int,
        _ head: Int,
        cost: (Int) -> Int128 = { _ in 0 }
    ) {
        for unit in 0..<flow { worth -= cost(unit + 1) }
        let gain = Int128(tail) - Int128(head)
        if flow < least || flow > most {
            violations.append(.limit(place, id: id()))
        } else if flow < most && cost(flow + 1) + gain < 0 || flow > least && cost(flow) + gain > 0 {
            violations.append(.improvable(place, id: id()))
        }
    }
}

/// How often each of `size` places is meant.
private func count(_ chosen: some Sequence<Int>, _ size: Int, _ place: (Int) -> Int) -> [Int] {
    chosen.reduce(into: Array(repeating: 0, count: size)) { $0[place($1)] += 1 }
}
