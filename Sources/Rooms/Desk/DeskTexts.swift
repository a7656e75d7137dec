import Texts

/// Sätze des Schreibtischs.
struct DeskTexts: Decodable, Sendable {
    let navigation, title, nothing, nothingLead, overdue, soon, later, undated, until, thread, threadLead: String
    let waiting, late: PluralText
    /// Names of the rooms.
    let rooms: [String: String]
    /// The way from a gap to help, step by step.
    let steps: [Step]

    struct Step: Decodable, Sendable {
        let title, text, path: String
    }
}
