import Language
import Testing

@Suite struct TokenizerTests {
    private func words(_ text: String) -> [String] { Tokenizer.tokens(in: text).map(\.text) }

    @Test(arguments: [
        ("Eltern-Kind-Gruppe", ["eltern", "kind", "gruppe"]),
        ("U3 und 9a", ["u3", "und", "9a"]),
        ("§ 16a SGB VIII", ["16a", "sgb", "viii"]),
        ("Erzieher:innen, Erzieher*innen, Erzieher_innen", ["erzieherinnen", "erzieherinnen", "erzieherinnen"]),
        ("Erzieher/-innen Erzieher(innen) ErzieherInnen", ["erzieherinnen", "erzieherinnen", "erzieherinnen"]),
        ("Berater:in", ["beraterin"]),
        ("Wie geht's? Oma’s", ["wie", "gehts", "omas"]),
        ("Hand-in-Hand", ["hand", "in", "hand"]),
        ("Schwanger·schaft", ["schwanger", "schaft"]),
        ("9.30–11 Uhr", ["9", "30", "11", "uhr"]),
        ("info@example.org", ["info", "example", "org"]),
        ("", []), ("\0 \0-\0", []), ("– § -", []),
        ("a\0b", ["a", "b"]),
        ("مجموعة الأطفال", ["مجموعه", "الاطفال"]),
    ])
    func `Texts fall into these words`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test func `Hyphens join, truncated words are marked`() {
        let tokens = Tokenizer.tokens(in: "Spiel- und Eltern-Kind-Gruppe")
        #expect(tokens.map(\.isTruncated) == [true, false, false, false, false])
        #expect(tokens.map(\.joint) == [.free, .free, .free, .hyphen, .hyphen])
    }

    @Test func `The number after a paragraph sign is known as such`() {
        #expect(Tokenizer.tokens(in: "nach §16a und 3").map(\.isParagraph) == [false, true, false, false])
    }

    @Test func `Ranges point at the word in the original text`() {
        let text = "Für Mütter: Stillcafé!"
        let bytes = Array(text.utf8)
        let pieces = Tokenizer.tokens(in: text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
        #expect(pieces == ["Für", "Mütter", "Stillcafé"])
    }

    @Test func `No text of any characters breaks the tokenizer, and tokens are folded already`() {
        var random = Randomness(seed: 3)
        for _ in 0..<3_000 {
            let text = random.text(upTo: 60)
            for token in Tokenizer.tokens(in: text) {
                #expect(!token.text.isEmpty)
                #expect(token.text.utf8.count <= Tokenizer.longestToken)
                #expect(Folding.fold(token.text) == token.text)
                #expect(token.range.lowerBound < token.range.upperBound && token.range.upperBound <= text.utf8.count)
            }
        }
    }

    @Test func `An endless word is cut at a letter`() {
        let tokens = Tokenizer.tokens(in: String(repeating: "ю", count: 1_000_000))
        #expect(tokens.map(\.text) == [String(repeating: "ю", count: 32)])
    }
}
