/// Tauschrunde: everything that decides one round of the exchange (Transferbörse).
///
/// Participants, offers, requests and pairs name each other by their place in the lists. The order of the lists has no
/// influence on what is chosen.
package struct ClearingRound: Sendable {
    /// Teilnehmer: gives and receives know-how within limits and with an account.
    package struct Participant: Sendable, Hashable {
        package var id: String
        /// Most transfers it gives in this round.
        package var give: Int
        /// Most transfers it receives in this round.
        package var receive: Int
        /// Transfers given minus transfers received so far.
        package var balance: Int
        /// Least balance after the round (Überziehungsrahmen).
        package var floor: Int
        /// Greatest balance after the round.
        package var ceiling: Int

        package init(_ id: String, give: Int, receive: Int, balance: Int = 0, floor: Int, ceiling: Int) {
            self.id = id
            self.give = give
            self.receive = receive
            self.balance = balance
            self.floor = floor
            self.ceiling = ceiling
        }
    }

    /// Angebot: know-how that a participant can pass on up to `capacity` times.
    package struct Offer: Sendable, Hashable {
        package var id: String
        package var participant: Int
        package var capacity: Int

        package init(_ id: String, by participant: Int, capacity: Int) {
            self.id = id
            self.participant = participant
            self.capacity = capacity
        }
    }

    /// Gesuch: a participant wants one transfer.
    package struct Request: Sendable, Hashable {
        package var id: String
        package var participant: Int

        package init(_ id: String, by participant: Int) {
            self.id = id
            self.participant = participant
        }
    }

    /// Zulässiges Paar: this offer could meet this request; the greater the weight, the better.
    package struct Pair: Sendable, Hashable {
        package var offer: Int
        package var request: Int
        package var weight: Int

        package init(_ offer: Int, _ request: Int, weight: Int) {
            self.offer = offer
            self.request = request
            self.weight = weight
        }
    }

    package var participants: [Participant]
    package var offers: [Offer]
    package var requests: [Request]
    package var pairs: [Pair]
    /// Weight of an even load: the k-th transfer of a giver costs `loadStep * (2k - 1)`.
    package var loadStep: Int
    /// Weight of an even account: credit costs the more, the higher the balance.
    package var creditStep: Int
    /// Published before the deadline; decides among equally good results.
    package var seed: String
    /// Places of pairs already agreed (unterschriebene Vereinbarung): they take place in any case.
    package var signed: Set<Int>
    /// Places of pairs that somebody declined (abgelehnt): they do not take place.
    package var declined: Set<Int>

    package init(
        participants: [Participant], offers: [Offer], requests: [Request], pairs: [Pair], loadStep: Int,
        creditStep: Int, seed: String, signed: Set<Int> = [], declined: Set<Int> = []
    ) {
        self.participants = participants
        self.offers = offers
        self.requests = requests
        self.pairs = pairs
        self.loadStep = loadStep
        self.creditStep = creditStep
        self.seed = seed
        self.signed = signed
        self.declined = declined
    }

    /// Whether each pair is among these.
    func flags(_ places: some Sequence<Int>) -> [Bool] {
        var flags = [Bool](repeating: false, count: pairs.count)
        for place in places where pairs.indices.contains(place) { flags[place] = true }
        return flags
    }
}
