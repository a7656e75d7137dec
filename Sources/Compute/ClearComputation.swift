import Clearing

/// Ausgleich einer Tauschrunde als Befehl: who gives whom, best of all, with its proof.
package enum ClearComputation: Computation {
    package struct Transfer: Encodable, Sendable {
        let offer: RowID
        let request: RowID
        let giver: RowID
        let receiver: RowID
        let weight: Int
    }

    package struct Output: Encodable, Sendable {
        let objective: Int
        let transfers: [Transfer]
        /// Accounts after the round.
        let balances: [String: Int]
        /// Each gives to the next, the last one to the first.
        let rings: [[RowID]]
        /// The first one earns credit, the last one uses it.
        let chains: [[RowID]]
        let certificate: StatedCertificate
        /// Why each other request was not met.
        let unmet: [Unmet]
    }

    package struct Unmet: Encodable, Sendable {
        let request: RowID
        /// The offer that came nearest; `nil` where none was admissible.
        let offer: RowID?
        let reason: UnmetRequest.Reason
        /// As long as its weight grows by fewer points, nothing changes.
        let missing: Int?
    }

    package static let name = "clear"
    package static let summary =
        "Tauschrunde: die beste Verteilung der Transfers mit Nachweis, dass es keine bessere gibt."

    package static func run(_ input: ClearingInput) throws(ComputeProblems) -> Output {
        let named = try NamedRound(input)
        let round = named.round
        let result: ClearingResult
        do {
            result = try input.mode == .priority ? PriorityClearing(round).cleared() : round.cleared()
        } catch { throw ComputeProblems(error.problems.map(\.sentence)) }
        let rings = ExchangeRings(round, transfers: result.transfers)
        func id(_ participant: Int) -> RowID { input.participants[participant].id }
        let transfers = result.transfers.map { place in
            let pair = round.pairs[place]
            return Transfer(
                offer: input.offers[pair.offer].id, request: input.requests[pair.request].id,
                giver: id(round.offers[pair.offer].participant),
                receiver: id(round.requests[pair.request].participant), weight: pair.weight)
        }
        let unmet = UnmetRequest.all(round, result).map { one in
            Unmet(
                request: input.requests[one.request].id, offer: one.offer.map { input.offers[$0].id },
                reason: one.reason, missing: one.missing)
        }
        return Output(
            objective: result.objective, transfers: transfers,
            balances: Dictionary(
                zip(round.participants.map(\.id), result.balances), uniquingKeysWith: { first, _ in first }),
            rings: rings.rings.map { $0.map(id) }, chains: rings.chains.map { $0.map(id) },
            certificate: StatedCertificate(result.certificate, round), unmet: unmet)
    }
}

/// Optimalitätsnachweis as it stands in a file: potentials by id.
package struct StatedCertificate: Codable, Sendable {
    /// Each with four numbers: give, hand, take, receive. The pool's potential is 0.
    let participants: [String: [Int]]
    let offers: [String: Int]
    let requests: [String: Int]

    init(_ certificate: ClearingCertificate, _ round: ClearingRound) {
        func named<Value>(_ ids: [String], _ values: [Value]) -> [String: Value] {
            Dictionary(zip(ids, values), uniquingKeysWith: { first, _ in first })
        }
        participants = named(
            round.participants.map(\.id), certificate.participants.map { [$0.give, $0.hand, $0.take, $0.receive] })
        offers = named(round.offers.map(\.id), certificate.offers)
        requests = named(round.requests.map(\.id), certificate.requests)
    }

    /// By place; without what is missing, so that counts differ.
    func certificate(_ round: ClearingRound) -> ClearingCertificate {
        ClearingCertificate(
            participants: round.participants.compactMap {
                guard let four = participants[$0.id], four.count == 4 else { return nil }
                return .init(give: four[0], hand: four[1], take: four[2], receive: four[3])
            }, offers: round.offers.compactMap { offers[$0.id] },
            requests: round.requests.compactMap { requests[$0.id] })
    }
}
