import Texts

/// Sätze der Mails: one letter for each occasion, in every language of the interface.
struct MailTexts: Decodable, Sendable {
    /// Brief: subject and paragraphs with their places.
    struct Letter: Decodable, Sendable {
        let subject: String
        let paragraphs: [String]
    }

    let invitation: Letter
    let passwordReset: Letter
    let offerCheck: Letter
    let loginNotice: Letter
    let practiceChanged: Letter
    let practiceArchived: Letter
    let closing: String

    static let catalogue = TextCatalogue<MailTexts>(
        embedded: PackageResources.de_json, [.english: PackageResources.en_json])
}
