import Clearing

/// Eingabe von `clear`: a round of the exchange with ids instead of places.
package struct ClearingInput: Decodable, Sendable {
    package struct Participant: Decodable, Sendable {
        let id: RowID
        let give: Int
        let receive: Int
        let balance: Int?
        let floor: Int
        let ceiling: Int
    }

    package struct Offer: Decodable, Sendable {
        let id: RowID
        let participant: RowID
        let capacity: Int
    }

    package struct Request: Decodable, Sendable {
        let id: RowID
        let participant: RowID
    }

    package struct Pair: Decodable, Sendable {
        let offer: RowID
        let request: RowID
        let weight: Int
    }

    package struct Agreement: Codable, Sendable {
        let offer: RowID
        let request: RowID
    }

    let participants: [Participant]
    let offers: [Offer]
    let requests: [Request]
    let pairs: [Pair]
    let loadStep: Int
    let creditStep: Int
    let seed: RowID?
    /// Pairs already agreed, and pairs declined since.
    let signed: [Agreement]?
    let declined: [Agreement]?
    /// How to choose; by weights where nothing is said.
    let mode: Mode?

    package enum Mode: String, Decodable, Sendable {
        case weights
        /// Acceptable or not, and a published order (Modus B).
        case priority
    }
}

/// A round and where its ids stand in it.
struct NamedRound {
    private(set) var round: ClearingRound
    let input: ClearingInput
    let offers: [String: Int]
    let requests: [String: Int]
    let pairs: [PairKey: Int]

    struct PairKey: Hashable {
        let offer: Int
        let request: Int
    }

    func pair(_ agreement: ClearingInput.Agreement) -> Int? {
        guard let offer = offers[agreement.offer.name], let request = requests[agreement.request.name] else {
            return nil
        }
        return pairs[PairKey(offer: offer, request: request)]
    }

    /// - Throws: `ComputeProblems` for ids that do not exist or occur twice.
    init(_ input: ClearingInput) throws(ComputeProblems) {
        self.input = input
        var problems: [String] = []
        let participants = Self.places(input.participants.map(\.id.name), "participants", &problems)
        offers = Self.places(input.offers.map(\.id.name), "offers", &problems)
        requests = Self.places(input.requests.map(\.id.name), "requests", &problems)
        func place(_ id: RowID, in places: [String: Int], _ list: String) -> Int {
            if let place = places[id.name] { return place }
            problems.append("\(list): \"\(id.name)\" gibt es nicht.")
            return -1
        }
        var round = Self.empty(input)
        for (number, offer) in input.offers.enumerated() {
            let owner = place(offer.participant, in: participants, "offers[\(number)].participant")
            round.offers.append(.init(offer.id.name, by: owner, capacity: offer.capacity))
        }
        for (number, request) in input.requests.enumerated() {
            let owner = place(request.participant, in: participants, "requests[\(number)].participant")
            round.requests.append(.init(request.id.name, by: owner))
        }
        for (number, pair) in input.pairs.enumerated() {
            let offer = place(pair.offer, in: offers, "pairs[\(number)].offer")
            let request = place(pair.request, in: requests, "pairs[\(number)].request")
            round.pairs.append(.init(offer, request, weight: pair.weight))
        }
        pairs = Dictionary(
            round.pairs.enumerated().map { (PairKey(offer: $1.offer, request: $1.request), $0) },
            uniquingKeysWith: { first, _ in first })
        self.round = round
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        try addAgreements()
    }

    /// Participants and rules, without what they offer and want.
    private static func empty(_ input: ClearingInput) -> ClearingRound {
        ClearingRound(
            participants: input.participants.map {
                .init(
                    $0.id.name, give: $0.give, receive: $0.receive, balance: $0.balance ?? 0, floor: $0.floor,
                    ceiling: $0.ceiling)
            }, offers: [], requests: [], pairs: [], loadStep: input.loadStep, creditStep: input.creditStep,
            seed: input.seed?.name ?? "")
    }

    private mutating func addAgreements() throws(ComputeProblems) {
        var problems: [String] = []
        for (name, list) in [("signed", input.signed ?? []), ("declined", input.declined ?? [])] {
            for (number, agreement) in list.enumerated() {
                guard let pair = pair(agreement) else {
                    problems.append("\(name)[\(number)]: Dieses Paar steht nicht in pairs.")
                    continue
                }
                if name == "signed" { round.signed.insert(pair) } else { round.declined.insert(pair) }
            }
        }
        problems += round.problems().map(\.sentence)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        if input.mode == .priority { round = PriorityClearing(round).round }
    }

    private static func places(_ names: [String], _ list: String, _ problems: inout [String]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (number, name) in names.enumerated() where places.updateValue(number, forKey: name) != nil {
            problems.append("\(list)[\(number)]: \"\(name)\" kommt doppelt vor.")
        }
        return places
    }
}

extension ClearingProblem {
    /// German sentence with what to do.
    var sentence: String {
        switch self {
        case .duplicate(let kind, let id): "\(kind.list): \"\(id)\" kommt doppelt vor."
        case .missing(let kind, let name): "\(kind.list): \"\(name)\" nennt etwas, das es nicht gibt."
        case .outOfRange(let kind, let id, let field):
            "\(kind.list) \"\(id)\": \(field) ist zu groß oder kleiner als 0. Erlaubt sind ganze Zahlen bis 1.000.000.000."
        case .floorAboveCeiling(let id):
            "participants \"\(id)\": floor liegt über ceiling. Bitte die Grenzen des Kontos prüfen."
        case .negativeStep(let field): "\(field): bitte 0 oder mehr."
        case .tooLarge(let limit):
            "Gewichte oder Schritte sind zu groß, um genau zu rechnen. Für diese Runde sind Kosten bis \(limit) möglich."
        case .tooMany(let kind, let limit): "\(kind.list): mehr als \(limit). Bitte die Runde teilen."
        case .contradictoryAgreement(let offer, let request):
            "signed: \"\(offer)\" für \"\(request)\" passt nicht zu den Grenzen, ist doppelt oder zugleich abgelehnt."
        case .unreachableBalances(let ids):
            "Diese Konten liegen außerhalb ihrer Grenzen und kommen in dieser Runde nicht zurück: "
                + ids.joined(separator: ", ")
                + ". Bitte floor oder ceiling auf den heutigen Stand setzen oder Paare ergänzen."
        }
    }
}

extension ClearingProblem.Kind {
    fileprivate var list: String {
        switch self {
        case .participant: "participants"
        case .offer: "offers"
        case .request: "requests"
        case .pair: "pairs"
        }
    }
}
