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

    /// Praxisnachricht: what is new about a practice that municipalities have taken over.
    package struct PracticeNews: Sendable {
        package let title: String
        /// Names of the municipalities for which the reader is responsible.
        package let municipalities: [String]
        /// One sentence each.
        package let changes: [String]
        /// The practice has ended.
        package let isEnd: Bool
        package let day: Day
        package let link: String

        package init(
            title: String, municipalities: [String], changes: [String], isEnd: Bool, day: Day, link: String
        ) {
            self.title = title
            self.municipalities = municipalities
            self.changes = changes
            self.isEnd = isEnd
            self.day = day
            self.link = link
        }
    }

    /// Tells those responsible in a municipality that a practice which it took over has another core, shows harm or has
    /// ended.
    package func practiceNews(
        _ news: PracticeNews, to address: MailAddress, language: Language
    ) throws(MailProblem) -> MailMessage {
        let places = [
            "title": Self.line(news.title), "places": news.municipalities.map(Self.line).joined(separator: ", "),
            "changes": news.changes.map { "– " + Self.line($0) }.joined(separator: "\n"),
            "day": Formats(language).day(news.day), "link": news.link,
        ]
        let letters = texts[language]
        return try message(
            news.isEnd ? letters.practiceArchived : letters.practiceChanged, to: address, places, language)
    }

    /// One line without control characters, which no mail may hold.
    private static func line(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : $0 }))
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
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
