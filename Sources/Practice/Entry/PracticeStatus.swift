/// Stand einer Praxis; what ended or failed says why and stays visible.
package enum PracticeStatus: Hashable, Sendable {
    case pilot, rollout, standard
    /// The source says nothing; an entry handed in says it.
    case notStated
    case ended(why: String)
    case failed(why: String)

    package var why: String? {
        switch self {
        case .pilot, .rollout, .standard, .notStated: nil
        case .ended(let why), .failed(let why): why
        }
    }
}

extension PracticeStatus: Codable {
    private enum Key: String, CodingKey { case state, why }

    /// Written `{"state": "ended", "why": "…"}`.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let why = try container.decodeIfPresent(String.self, forKey: .why) ?? ""
        switch try container.decode(String.self, forKey: .state) {
        case "pilot": self = .pilot
        case "rollout": self = .rollout
        case "standard": self = .standard
        case "not_stated": self = .notStated
        case "ended": self = .ended(why: why)
        case "failed": self = .failed(why: why)
        default:
            throw DecodingError.dataCorruptedError(
                forKey: .state, in: container,
                debugDescription: "Erwartet: pilot, rollout, standard, not_stated, ended oder failed")
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .state)
        try container.encodeIfPresent(why, forKey: .why)
    }

    private var name: String {
        switch self {
        case .pilot: "pilot"
        case .rollout: "rollout"
        case .standard: "standard"
        case .notStated: "not_stated"
        case .ended: "ended"
        case .failed: "failed"
        }
    }
}
