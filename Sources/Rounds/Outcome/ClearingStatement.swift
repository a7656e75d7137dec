import Clearing

/// Niederschrift einer Rechnung: round and result in the form that `compute verify` reads, with keys instead of places.
package struct ClearingStatement: Encodable, Sendable {
    package struct Round: Encodable, Sendable {
        struct Participant: Encodable, Sendable {
            let id: String
            let give, receive, balance, floor, ceiling: Int
        }
        struct Offer: Encodable, Sendable {
            let id, participant: String
            let capacity: Int
        }
        struct Request: Encodable, Sendable {
            let id, participant: String
        }
        struct Pair: Encodable, Sendable {
            let offer, request: String
            let weight: Int
        }

        let participants: [Participant]
        let offers: [Offer]
        let requests: [Request]
        let pairs: [Pair]
        let loadStep, creditStep: Int
        let seed, mode: String
        let signed, declined: [Agreement]
    }

    package struct Agreement: Encodable, Sendable {
        let offer, request: String
    }

    package struct Result: Encodable, Sendable {
        let objective: Int
        let transfers: [Agreement]
        let balances: [String: Int]
        let certificate: Certificate
    }

    package struct Certificate: Encodable, Sendable {
        /// Each with four numbers: give, hand, take, receive.
        let participants: [String: [Int]]
        let offers: [String: Int]
        let requests: [String: Int]
    }

    /// What `compute clear` reads.
    package let round: Round
    /// What `compute clear` writes, as far as it is needed for the proof.
    package let result: Result

    package init(_ clearing: RoundClearing) {
        let source = clearing.round
        func agreements(_ places: some Sequence<Int>) -> [Agreement] {
            places.sorted().map { place in
                let pair = source.pairs[place]
                return Agreement(offer: source.offers[pair.offer].id, request: source.requests[pair.request].id)
            }
        }
        func named<Value>(_ ids: [String], _ values: [Value]) -> [String: Value] {
            Dictionary(zip(ids, values), uniquingKeysWith: { first, _ in first })
        }
        round = Round(
            participants: source.participants.map {
                .init(
                    id: $0.id, give: $0.give, receive: $0.receive, balance: $0.balance, floor: $0.floor,
                    ceiling: $0.ceiling)
            },
            offers: source.offers.map {
                .init(id: $0.id, participant: source.participants[$0.participant].id, capacity: $0.capacity)
            },
            requests: source.requests.map { .init(id: $0.id, participant: source.participants[$0.participant].id) },
            pairs: source.pairs.map {
                .init(offer: source.offers[$0.offer].id, request: source.requests[$0.request].id, weight: $0.weight)
            }, loadStep: source.loadStep, creditStep: source.creditStep, seed: source.seed,
            mode: clearing.mode == .weighted ? "weights" : "priority", signed: agreements(source.signed),
            declined: agreements(source.declined))
        let stated = clearing.result.certificate
        result = Result(
            objective: clearing.result.objective, transfers: agreements(clearing.result.transfers),
            balances: named(source.participants.map(\.id), clearing.result.balances),
            certificate: Certificate(
                participants: named(
                    source.participants.map(\.id),
                    stated.participants.map { [$0.give, $0.hand, $0.take, $0.receive] }),
                offers: named(source.offers.map(\.id), stated.offers),
                requests: named(source.requests.map(\.id), stated.requests)))
    }
}
