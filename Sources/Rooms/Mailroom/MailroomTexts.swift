import Mail
import Prevention
import Texts

/// Sätze der Poststelle.
struct MailroomTexts: Decodable, Sendable {
    struct OutboxTexts: Decodable, Sendable {
        let title, lead, caption, empty, emptyHint, back: String
    }

    struct UndeliveredTexts: Decodable, Sendable {
        let navigation, title, lead, states, caption, count, empty, emptyHint: String
        let again, againTitle, againFailed, againUncertain: String
    }

    struct Columns: Decodable, Sendable {
        let date, to, subject, created, about, state, attempts, reply, action: String
    }

    let outbox: OutboxTexts
    let undelivered: UndeliveredTexts
    let columns: Columns
    let state: [String: String]
    let about: [String: String]
    let noReply: String

    static let catalogue = TextCatalogue<MailroomTexts>(
        embedded: PackageResources.de_json, [.english: PackageResources.en_json])

    subscript(state: MailState) -> String { self.state[state.rawValue] ?? state.rawValue }
    subscript(about kind: Reference.Kind) -> String { about[kind.rawValue] ?? about["other"] ?? "" }
}
