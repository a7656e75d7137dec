import Prevention
import Texts

/// The sentences of the collection.
package struct RecordTexts: Decodable, Sendable {
    struct Section: Decodable, Sendable {
        let navigation, title, lead: String
        let count: PluralText
    }
    let network, body, goal: Section
    let search, place, stage, field, all, show, reset, filter, switchLabel, empty, emptyHint: String
    let source, sources, facts, noAges, places, back, unknown: String
    let documents, roles, labels: [String: String]

    subscript(kind: Record.Kind) -> Section {
        switch kind {
        case .network: network
        case .body: body
        case .goal: goal
        }
    }

    subscript(label: Fact.Label) -> String { labels[label.rawValue] ?? label.rawValue }

    /// Title of a source document; unknown ones keep their short name.
    func document(_ name: String) -> String { documents[name] ?? name }
}
