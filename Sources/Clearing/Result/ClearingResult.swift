/// Ergebnis einer Runde: who gives whom, what it is worth, and the proof that nothing better exists.
package struct ClearingResult: Sendable, Hashable {
    /// Places of the chosen pairs in the round; in an order that does not depend on the input's.
    package var transfers: [Int]
    /// Points: weights less load and credit.
    package var objective: Int
    /// By participant.
    package var given: [Int]
    package var received: [Int]
    /// Accounts after the round.
    package var balances: [Int]
    package var certificate: ClearingCertificate
}

/// Optimalitätsnachweis: node potentials in points, the pool's being 0.
///
/// No arc with room may cost less than its ends' potentials allow, no arc in use more. `ClearingCheck` checks it.
package struct ClearingCertificate: Sendable, Hashable {
    /// The four nodes of a participant.
    package struct Participant: Sendable, Hashable {
        package var give: Int
        package var hand: Int
        package var take: Int
        package var receive: Int

        package init(give: Int, hand: Int, take: Int, receive: Int) {
            self.give = give
            self.hand = hand
            self.take = take
            self.receive = receive
        }
    }

    package var participants: [Participant]
    package var offers: [Int]
    package var requests: [Int]

    package init(participants: [Participant], offers: [Int], requests: [Int]) {
        self.participants = participants
        self.offers = offers
        self.requests = requests
    }
}

extension ClearingResult {
    init(_ network: ClearingNetwork, transfers: [Int], guess: [Int]) {
        let round = network.round
        self.transfers = transfers
        given = Array(repeating: 0, count: round.participants.count)
        received = given
        var worth = 0
        for place in transfers {
            let pair = round.pairs[place]
            given[round.offers[pair.offer].participant] += 1
            received[round.requests[pair.request].participant] += 1
            worth += pair.weight
        }
        balances = []
        for (place, one) in round.participants.enumerated() {
            let net = given[place] - received[place]
            balances.append(one.balance + net)
            worth -= round.loadStep * given[place] * given[place]
            worth -= round.creditStep * max(0, -net)
            if net > 0 { worth -= round.creditStep * (net * (one.balance - one.floor) + net * (net + 1) / 2) }
        }
        objective = worth
        certificate = ResidualNetwork(network, transfers, given: given, received: received).certificate(from: guess)
    }
}
