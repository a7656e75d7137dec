import Design
import Prevention
import Testing
import Texts
import Web

@Suite("Formulare lesen") struct FormReaderTests {
    private func form(_ pairs: [(String, String)], _ language: Language = .german) throws -> FormReader {
        try FormReader(Fields(pairs), language: language)
    }

    @Test("all problems come at once, in the order asked, and the entries are kept")
    func allAtOnce() throws {
        var form = try form([("alter", "abc"), ("titel", " "), ("mail", "name@"), ("plz", "5942")])
        #expect(form.requiredText("titel") == nil)
        #expect(form.integer("alter", in: -9...324) == nil)
        #expect(form.email("mail") == nil)
        #expect(form.postcode("plz") == nil)
        #expect(form.problems.map(\.field) == ["titel", "alter", "mail", "plz"])
        #expect(form.problem("alter") == "Bitte geben Sie eine ganze Zahl von −9 bis 324 ein.")
        #expect(form.state("alter").value == "abc")
        #expect(form.state("alter").problem == form.problem("alter"))
        form.refuse("alter", "zweites")
        #expect(form.problems.count == 4)
        #expect(!form.isComplete)
    }

    @Test(
        "whole numbers within their range",
        arguments: [
            ("-9", -9), ("−9", -9), (" 7 ", 7), ("+7", 7), ("1.234", 1234), ("1 234", 1234), ("-10", nil), ("abc", nil),
            ("7,5", nil), ("7.5", nil), ("1e3", nil), ("٣", nil), ("99999999999999999999", nil), ("12.34.567", nil),
            ("--1", nil),
        ] as [(String, Int?)])
    func integers(text: String, expected: Int?) throws {
        var form = try form([("n", text)])
        #expect(form.integer("n", in: -9...5_000) == expected)
        #expect(form.isComplete == (expected != nil))
    }

    @Test(
        "decimals with comma or point",
        arguments: [
            ("12,5", 12.5), ("12.5", 12.5), ("1.234", 1234), ("1.234,5", 1234.5), ("0,001", 0.001), ("-3", nil),
            ("1,2,3", nil),
            ("nan", nil), ("inf", nil), (",", nil), ("5,", nil), ("1.23.456", nil),
        ] as [(String, Double?)])
    func decimals(text: String, expected: Double?) throws {
        var form = try form([("n", text)])
        #expect(form.decimal("n", in: 0...10_000) == expected)
    }

    @Test("English numbers have their separators the other way round")
    func englishNumbers() throws {
        var form = try form([("a", "1,234"), ("b", "1.234"), ("c", "1,234.5")], .english)
        #expect(form.integer("a", in: 0...9_999) == 1234)
        #expect(form.decimal("b", in: 0...9) == 1.234)
        #expect(form.decimal("c", in: 0...9_999) == 1234.5)
    }

    @Test(
        "money is exact to the cent",
        arguments: [
            ("12", 1200), ("12,5", 1250), ("12,50 €", 1250), ("1.234,56", 123_456), ("0", 0), ("-1", nil),
            ("1,234", nil),
            ("frei", nil), ("99999999999999", nil),
        ] as [(String, Int64?)])
    func money(text: String, cents: Int64?) throws {
        var form = try form([("preis", text)])
        #expect(form.euro("preis")?.cents == cents)
    }

    @Test(
        "days as one field",
        arguments: [
            ("2026-05-03", "2026-05-03"), ("3.5.2026", "2026-05-03"), ("03.05.2026", "2026-05-03"),
            ("29.2.2028", "2028-02-29"),
            ("29.2.2026", nil), ("2026-02-29", nil), ("31.4.2026", nil), ("3.5.26", nil), ("morgen", nil),
            ("0.0.2026", nil),
            ("1.13.2026", nil),
        ] as [(String, String?)])
    func days(text: String, expected: String?) throws {
        var form = try form([("tag", text)])
        #expect(form.day("tag")?.description == expected)
        #expect(form.isComplete == (expected != nil))
    }

    @Test("days as three fields name what is missing and what does not exist")
    func dayParts() throws {
        var form = try form([
            ("a-tag", "3"), ("a-monat", "5"), ("a-jahr", "2026"), ("b-tag", "3"), ("b-jahr", "2026"), ("c-tag", "29"),
            ("c-monat", "2"), ("c-jahr", "2027"), ("d", ""),
        ])
        #expect(form.day("a") == Day("2026-05-03"))
        #expect(form.day("b") == nil && form.problem("b")?.contains("Monat") == true)
        #expect(form.day("c") == nil)
        #expect(
            form.problem("c")
                == "Den 29. Februar 2027 gibt es nicht. Der Monat hat nur 28 Tage. Bitte prüfen Sie das Datum.")
        #expect(form.day("d") == nil && form.problem("d") == nil)
        let from = try #require(Day("2027-01-01"))
        let to = try #require(Day("2027-12-31"))
        #expect(form.day("a", in: from...to) == nil && form.problem("a")?.contains("1. Januar 2027") == true)
    }

    @Test("characters that nobody sees neither fill a field nor turn its direction nor hide a line")
    func invisible() throws {
        var form = try form([
            ("gedreht", "Rechnung\u{202E}fdp.exe"), ("leer", "\u{200B}\u{FEFF} \u{2060}"), ("binder", "\u{200D}"),
            ("familie", "👨‍👩‍👧"), ("zeile", "Eins\u{2028}Zwei"), ("lang", "Eins\u{85}Zwei\r\nDrei\u{2029}"),
            ("steuer", "a\u{9B}b"), ("marken", "a" + String(repeating: "\u{0301}", count: 5_000)),
        ])
        #expect(form.text("gedreht") == "Rechnungfdp.exe")
        #expect(form.requiredText("leer") == nil && form.problem("leer") != nil)
        #expect(form.text("binder") == nil && form.text("familie") == "👨‍👩‍👧")
        #expect(form.text("zeile") == nil && form.problem("zeile") != nil)
        #expect(form.longText("lang") == "Eins\nZwei\nDrei")
        #expect(form.longText("steuer") == nil && form.problem("steuer") != nil)
        #expect(form.text("marken", max: 100) == nil && form.problem("marken") != nil)
    }

    @Test("texts have a length and no control characters")
    func texts() throws {
        var form = try form([("a", "ab\u{7}"), ("b", "äöü"), ("c", "x\r\ny"), ("d", "x\ny")])
        #expect(form.text("a") == nil && form.problem("a") != nil)
        #expect(form.text("b", max: 2) == nil && form.problem("b")?.contains("höchstens 2 Zeichen") == true)
        #expect(form.longText("c") == "x\ny")
        #expect(form.text("d") == nil)
    }

    @Test("choices outside the list are refused")
    func choices() throws {
        var form = try form([
            ("feld", "health"), ("felder", "health"), ("felder", "sport"), ("felder", "sport"), ("x", "böse"),
        ])
        #expect(form.choice("feld", as: FieldOfAction.self) == .health)
        #expect(form.choices("felder", as: FieldOfAction.self) == [.health, .sport])
        #expect(form.choice("x", as: FieldOfAction.self) == nil && form.problem("x") != nil)
        #expect(form.choice("feld", among: ["health"]) == "health")
        #expect(form.choice("leer", as: FieldOfAction.self) == nil && form.problem("leer") == nil)
        #expect(form.flag("feld") && !form.flag("leer"))
    }

    @Test(
        "e-mail addresses by their shape",
        arguments: [
            ("Name@Example.org", "name@example.org"), ("a.b+c@müll.test", "a.b+c@müll.test"), ("a@b", nil),
            ("@b.de", nil),
            ("a@b..de", nil), ("a b@c.de", nil), ("a@b@c.de", nil), ("a\r\nBcc: x@y.de", nil), ("<a@b.de>", nil),
            ("a@-b.de", nil),
        ] as [(String, String?)])
    func emails(text: String, expected: String?) throws {
        var form = try form([("mail", text)])
        #expect(form.email("mail") == expected)
    }

    @Test(
        "web addresses get https and nothing dangerous",
        arguments: [
            ("www.example.org", "https://www.example.org"), ("http://example.org/a?b=c", "http://example.org/a?b=c"),
            ("javascript:alert(1)", nil), ("ftp://example.org", nil), ("https://user@evil.example", nil),
            ("https://", nil),
            ("https://exam ple.org", nil), ("localhost", nil),
        ] as [(String, String?)])
    func urls(text: String, expected: String?) throws {
        var form = try form([("web", text)])
        #expect(form.url("web") == expected)
    }
}
