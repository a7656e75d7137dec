import Foundation
import Testing
import Texts

@Suite("Texte: Mehrzahl") struct PluralTests {
    /// Samples of whole numbers from the CLDR's plural rules.
    static let samples: [(String, [PluralForm: [Int]])] = [
        ("de", [.one: [1], .other: [0, 2, 3, 10, 16, 100, 1_000]]),
        ("de-simple", [.one: [1], .other: [0, 2]]),
        ("tr", [.one: [1], .other: [0, 2, 16, 100]]),
        ("fr", [.one: [0, 1], .other: [2, 3, 17]]),
        ("fa", [.one: [0, 1], .other: [2, 11]]),
        ("vi", [.other: [0, 1, 2, 15, 100]]),
        (
            "ar",
            [
                .zero: [0], .one: [1], .two: [2], .few: [3, 10, 103, 110, 1_003], .many: [11, 26, 111, 1_011],
                .other: [100, 102, 200, 202, 1_000],
            ]
        ),
        ("pl", [.one: [1], .few: [2, 4, 22, 24, 102], .many: [0, 5, 19, 21, 100, 112, 1_000]]),
        ("uk", [.one: [1, 21, 31, 101], .few: [2, 4, 22, 34, 102], .many: [0, 5, 11, 14, 19, 100, 111]]),
        ("ru", [.one: [1, 21, 1_001], .few: [2, 3, 1_002], .many: [0, 11, 12, 1_000]]),
        ("ro", [.one: [1], .few: [0, 2, 16, 101, 102, 1_001], .other: [20, 35, 100, 1_000]]),
        ("sr", [.one: [1, 21], .few: [2, 34], .other: [0, 5, 11, 12]]),
        ("cs", [.one: [1], .few: [2, 4], .other: [0, 5, 100]]),
        ("he", [.one: [1], .two: [2], .other: [0, 3, 10]]),
        ("lt", [.one: [1, 21], .few: [2, 9, 22], .other: [0, 10, 20, 11]]),
        ("lv", [.zero: [0, 10, 20, 11, 111], .one: [1, 21, 101], .other: [2, 9, 22]]),
        ("sl", [.one: [1, 101], .two: [2, 102], .few: [3, 4, 103], .other: [0, 5, 100]]),
    ]

    @Test("each number takes the form the CLDR gives it", arguments: samples.map(\.0))
    func forms(tag: String) throws {
        let expected = try #require(Self.samples.first { $0.0 == tag }?.1)
        for (form, numbers) in expected {
            for number in numbers { #expect(PluralRule(tag: tag).form(number) == form, "\(tag) \(number)") }
        }
    }

    @Test("a sentence takes the form of its number; a negative one counts like a positive one")
    func sentence() throws {
        let text = try JSONDecoder().decode(
            PluralText.self, from: Data(#"{"one": "1 Angebot", "other": "{count} Angebote"}"#.utf8))
        #expect(text(1, in: .german) == "1 Angebot")
        #expect(text(1_200, in: .german) == "1.200 Angebote")
        #expect(text(0, in: .english) == "0 Angebote")
        #expect(PluralRule(tag: "ar").form(-2) == .two && PluralRule(tag: "de").form(.min) == .other)
    }

    @Test("right to left follows from the language tag")
    func direction() {
        #expect(Language.direction(ofTag: "ar") == "rtl" && Language.direction(ofTag: "fa-AF") == "rtl")
        #expect(Language.direction(ofTag: "uk") == "ltr" && Language.direction(ofTag: "ar-Latn") == "ltr")
        #expect(Language.direction(ofTag: "ku-Arab") == "rtl")
    }
}
