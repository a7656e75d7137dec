package import Prevention
package import Texts

/// Vorlagen der Mails. They name no person: the address is all a mail knows of its reader.
package struct MailTemplates: Sendable {
    private let texts = MailTexts.catalogue
    private let sender: MailAddress
    private let house: String
    private let operatedBy: String

    /// - Parameters:
    ///   - house: name of the service: "Familien im Kreis Unna".
    ///   - operatedBy: who offers it: "Ein Dienst des Kreises Unna".
    package init(sender: MailAddress, house: String, operatedBy: String) {
        self.sender = sender
        self.house = house
        self.operatedBy = operatedBy
    }

    /// Einladung: the one-time link with which a new account sets its password.
    package func invitation(
        to address: MailAddress, link: String, until: Instant, language: Language
    ) throws(MailProblem) -> MailMessage {
        let places = ["link": link, "until": Formats(language).moment(until)]
        return try message(texts[language].invitation, to: address, places, language)
    }

    /// Neues Passwort: the one-time link with which an account sets a new password.
    package func passwordReset(
        to address: MailAddress, link: String, until: Instant, language: Language
    ) throws(MailProblem) -> MailMessage {
        let places = ["link": link, "until": Formats(language).moment(until)]
        return try message(texts[language].passwordReset, to: address, places, language)
    }

    /// Prüflink: one mail to a provider about all its offers.
    ///
    /// - Parameter offers: their titles, in the order to show.
    package func offerCheck(
        to address: MailAddress, link: String, offers: [String], until: Day, language: Language
    ) throws(MailProblem) -> MailMessage {
        let list = offers.map { "– " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let places = [
            "link": link, "offers": list.joined(separator: "\n"), "until": Formats(language).day(until),
        ]
        return try message(texts[language].offerCheck, to: address, places, language)
    }

    /// Anmeldehinweis: a sign-in from a device not known so far.
    ///
    /// - Parameter link: where to choose a new password.
    package func loginNotice(
        to address: MailAddress, at moment: Instant, link: String, language: Language
    ) throws(MailProblem) -> MailMessage {
        let places = ["link": link, "moment": Formats(language).moment(moment)]
        return try message(texts[language].loginNotice, to: address, places, language)
    }

    private func message(
        _ letter: MailTexts.Letter, to address: MailAddress, _ places: [String: String], _ language: Language
    ) throws(MailProblem) -> MailMessage {
        let all = places.merging(["house": house, "operator": operatedBy]) { first, _ in first }
        let paragraphs = letter.paragraphs.map { $0.filled(all) } + ["-- \n" + texts[language].closing.filled(all)]
        return try MailMessage(
            from: sender, to: address, subject: letter.subject.filled(all), text: paragraphs.joined(separator: "\n\n"),
            language: language.tag)
    }
}
