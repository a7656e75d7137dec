import Clearing

/// Nachprüfung einer Tauschrunde als Befehl: whether a stated result keeps all rules and is the best there is.
package enum VerifyComputation: Computation {
    package struct Stated: Decodable, Sendable {
        let objective: Int
        let transfers: [ClearingInput.Agreement]
        let balances: [String: Int]
        let certificate: StatedCertificate
    }

    package struct Input: Decodable, Sendable {
        let round: ClearingInput
        let result: Stated
    }

    package struct Output: Encodable, Sendable {
        let optimal: Bool
        let violations: [String]
    }

    package static let name = "verify"
    package static let summary =
        "Prüft ein Ergebnis von clear, ohne selbst zu rechnen: Regeln, Punkte, Konten, Nachweis."

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let named = try NamedRound(input.round)
        let round = named.round
        let check = ClearingCheck(
            round, transfers: input.result.transfers.map(named.pair), objective: input.result.objective,
            balances: round.participants.map { input.result.balances[$0.id] },
            certificate: input.result.certificate.certificate(round))
        return Output(optimal: check.isOptimal, violations: check.violations.map(\.sentence))
    }
}

extension ClearingCheck.Violation {
    fileprivate var sentence: String {
        switch self {
        case .unknownPair(let number): "transfers[\(number)]: Dieses Paar steht nicht in pairs."
        case .limit(let place, let id): "\(place.words) \(id): Eine Grenze ist nicht eingehalten."
        case .improvable(let place, let id):
            "\(place.words) \(id): Der Nachweis trägt hier nicht; es könnte Besseres geben."
        case .wrongObjective(let computed): "objective: nachgerechnet sind es \(computed)."
        case .wrongBalance(let id): "balances: Das Konto von \(id) stimmt nicht mit den Transfers überein."
        case .incompleteCertificate: "certificate: Es fehlen Angaben."
        }
    }
}

extension ClearingCheck.Place {
    fileprivate var words: String {
        switch self {
        case .pair: "Paar"
        case .offer: "Angebot"
        case .request: "Gesuch"
        case .give: "Geben von"
        case .receive: "Bekommen von"
        case .kept: "Geben und Bekommen von"
        case .used: "Genutztes Guthaben von"
        case .earned: "Erworbenes Guthaben von"
        }
    }
}
