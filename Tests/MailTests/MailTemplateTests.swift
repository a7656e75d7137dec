import Mail
import Prevention
import Testing
import Texts

@testable import Mail

@Suite("The texts of the mails")
struct MailTemplateTests {
    private let templates: MailTemplates
    private let to: MailAddress

    init() throws {
        templates = MailTemplates(
            sender: try MailAddress("haus@example.org"), house: "Familien im Kreis Unna",
            operatedBy: "Ein Dienst des Kreises")
        to = try MailAddress("kita@example.org")
    }

    @Test("have the same places in every language, and all that the letter needs")
    func places() {
        let catalogue = MailTexts.catalogue
        #expect(catalogue.missing == [.english: []])
        for language in Language.allCases {
            let texts = catalogue[language]
            #expect(Self.places(texts.invitation) == ["house", "link", "until"])
            #expect(Self.places(texts.passwordReset) == ["house", "link", "until"])
            #expect(Self.places(texts.offerCheck) == ["house", "link", "offers", "until"])
            #expect(Self.places(texts.loginNotice) == ["house", "link", "moment"])
            #expect(Self.places(texts.practiceChanged) == ["house", "title", "places", "changes", "day", "link"])
            #expect(Self.places(texts.practiceArchived) == ["house", "title", "places", "changes", "day", "link"])
            #expect(Self.places(texts.closing) == ["house", "operator"])
        }
    }

    private func news(isEnd: Bool, _ day: Day, _ link: String) -> MailTemplates.PracticeNews {
        MailTemplates.PracticeNews(
            title: "Besuch\tnach der Geburt", municipalities: ["Kamen", "Lünen"],
            changes: ["Erstens", "Zweitens\nmit\u{7} Umbruch"], isEnd: isEnd, day: day, link: link)
    }

    private static func places(_ letter: MailTexts.Letter) -> Set<String> {
        places(([letter.subject] + letter.paragraphs).joined())
    }

    private static func places(_ text: String) -> Set<String> {
        Set(text.matches(of: /\{([a-z]+)\}/).map { String($0.1) })
    }

    @Test("are filled in completely", arguments: Language.allCases)
    func filled(language: Language) throws {
        let day = try #require(Day("2026-10-25"))
        let moment = try #require(Instant("2026-03-29T01:30:00Z"))
        let link = "https://familien.example/zugang/abc"
        let mails = [
            try templates.invitation(to: to, link: link, until: moment, language: language),
            try templates.passwordReset(to: to, link: link, until: moment, language: language),
            try templates.offerCheck(
                to: to, link: link, offers: ["Elterncafé", "Turnen\nab 3"], until: day, language: language),
            try templates.loginNotice(to: to, at: moment, link: link, language: language),
            try templates.practiceNews(news(isEnd: false, day, link), to: to, language: language),
            try templates.practiceNews(news(isEnd: true, day, link), to: to, language: language),
        ]
        for mail in mails {
            #expect(!mail.text.contains("{") && !mail.subject.contains("{"))
            #expect(mail.text.contains("\n\n\(link)\n\n") || mail.text.contains("\n\n\(link)\n"))
            #expect(mail.text.contains("Familien im Kreis Unna") && mail.language == language.tag)
        }
        #expect(mails[2].text.contains("– Elterncafé\n– Turnen ab 3"))
        for mail in mails[4...] {
            #expect(mail.text.contains("– Erstens\n– Zweitens mit Umbruch\n\n") && mail.text.contains("Kamen, Lünen"))
            #expect(mail.subject.hasSuffix("Besuch nach der Geburt"))
        }
    }

    @Test("tell the time as the clocks in Germany do, also in the night they change")
    func localTime() throws {
        let before = try #require(Instant("2026-03-29T00:59:00Z"))
        let after = try #require(Instant("2026-03-29T01:01:00Z"))
        let link = "https://familien.example/"
        #expect(
            try templates.loginNotice(to: to, at: before, link: link, language: .german).text.contains(
                "29. März 2026, 1:59\u{A0}Uhr"))
        #expect(
            try templates.loginNotice(to: to, at: after, link: link, language: .german).text.contains(
                "29. März 2026, 3:01\u{A0}Uhr"))
    }
}
