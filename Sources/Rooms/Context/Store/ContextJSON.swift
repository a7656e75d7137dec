import ContextModel
import Foundation
import Prevention
import Workflow

/// Values of the pure model as text: JSON with sorted keys, so that equal values have equal text.
enum ContextJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String, as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}

/// A decision as it is stored: also what the rules said at that moment.
struct StoredDecision: Codable {
    let choice: String
    let recommended: String
    let requirements: [ID<Requirement>]
    let unknown: Int
    let of: Int
    let reason: String
    let by: Reference
    let at: Instant

    init(_ decision: ContextDecision) {
        choice = decision.choice.rawValue
        reason = decision.reason
        by = decision.by
        at = decision.at
        switch decision.recommended {
        case .plan: (recommended, requirements, unknown, of) = ("plan", [], 0, 0)
        case .pilot(let ids): (recommended, requirements, unknown, of) = ("pilot", ids, 0, 0)
        case .inquiryBefore(let unknown, let count):
            (recommended, requirements, self.unknown, of) = ("inquiry_before", [], unknown, count)
        case .doNotTransfer(let ids): (recommended, requirements, unknown, of) = ("no_transfer", ids, 0, 0)
        case .nothingToCheck: (recommended, requirements, unknown, of) = ("nothing", [], 0, 0)
        }
    }

    /// `nil` for words of another version of the program.
    var decision: ContextDecision? {
        let known: Recommendation? =
            switch recommended {
            case "plan": .plan
            case "pilot": .pilot(requirements)
            case "inquiry_before": .inquiryBefore(unknown: unknown, of: of)
            case "no_transfer": .doNotTransfer(requirements)
            case "nothing": .nothingToCheck
            default: nil
            }
        guard let known, let choice = ContextDecision.Choice(rawValue: choice) else { return nil }
        return ContextDecision(choice, recommended: known, because: reason, by: by, at: at)
    }
}

/// A session as it is stored.
struct StoredSession: Codable {
    let day: Day
    let topic: String
}

/// What was found per requirement, by the keys' texts.
struct StoredFulfilment: Codable {
    let found: [String: Fulfilment]

    init(_ fulfilment: [ID<Requirement>: Fulfilment]) {
        found = Dictionary(uniqueKeysWithValues: fulfilment.map { ($0.key.text, $0.value) })
    }

    var fulfilment: [ID<Requirement>: Fulfilment] {
        Dictionary(
            found.compactMap { key, value in ID<Requirement>(key).map { ($0, value) } },
            uniquingKeysWith: { first, _ in first })
    }
}
