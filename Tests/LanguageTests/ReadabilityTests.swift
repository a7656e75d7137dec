import Foundation
import Language
import Testing

@Suite struct ReadabilityTests {
    private struct Row: Decodable {
        let text: String
        let sentences: Int
        let words: Int
        let syllables: Int
        let longest: Int
        let flesch: Double
    }

    @Test func `Figures equal those of the separate Python programme`() throws {
        let rows = try JSONDecoder().decode([Row].self, from: Data(fixture("readability.json").utf8))
        #expect(rows.count >= 10)
        for row in rows {
            let found = Readability(row.text)
            #expect(found.sentences.count == row.sentences && found.wordCount == row.words, "\(row.text)")
            #expect(found.syllableCount == row.syllables, "\(row.text)")
            #expect(found.longestSentence?.wordCount == row.longest)
            #expect(abs((found.flesch ?? 0) - row.flesch) < 0.000_01)
        }
    }

    @Test(arguments: [
        ("Haus", 1), ("Mutter", 2), ("Familie", 4), ("Familien", 4), ("Ferien", 3), ("spielen", 2), ("Liebe", 2),
        ("Nation", 3), ("Theater", 3), ("Museum", 3), ("Quelle", 2), ("Yoga", 2), ("Baby", 2), ("Bäume", 2), ("Öl", 1),
        ("Schwangerschaftskonfliktberatung", 8), ("Hebamme", 3), ("Beratung", 3), ("Kindertagesstätte", 6),
        ("Kooperation", 5), ("See", 1), ("bauen", 2), ("neue", 2), ("Feuer", 2), ("SGB", 3), ("pst", 1), ("Café", 2),
        ("Eltern", 2), ("aktuell", 3), ("Zoo", 1), ("MÜTTER", 2), ("", 1),
    ])
    func `Syllables counted by hand`(word: String, syllables: Int) {
        #expect(Syllables.count(word) == syllables)
    }

    @Test(arguments: [
        ("Wir beraten Sie, z. B. am 3. Mai. Kommen Sie!", ["Wir beraten Sie, z. B. am 3. Mai.", "Kommen Sie!"]),
        ("Frau Dr. Muster, Hauptstr. 5, hilft. Gern.", ["Frau Dr. Muster, Hauptstr. 5, hilft.", "Gern."]),
        ("Um 9.30 Uhr. Kosten: 3.50 Euro.", ["Um 9.30 Uhr.", "Kosten: 3.50 Euro."]),
        ("Das ist so. Wir helfen.", ["Das ist so.", "Wir helfen."]),
        ("Bringen Sie mit:\n- Handtuch\n- Hut", ["Bringen Sie mit:", "- Handtuch", "- Hut"]),
        ("Titel\n\nText ohne Punkt", ["Titel", "Text ohne Punkt"]),
        ("Er sagte: „Komm!“ Dann ging er.", ["Er sagte: „Komm!“", "Dann ging er."]),
        ("Wirklich?! Ja...", ["Wirklich?!", "Ja..."]), ("", []), ("...", []), ("\0\0", []),
    ])
    func `Sentences end where a reader ends them`(text: String, sentences: [String]) {
        #expect(Sentences.split(text) == sentences)
    }

    @Test func `Sentences of more than fifteen words are named`() {
        let long = "Bitte melden Sie sich vor dem ersten Treffen bei uns, damit wir genug Platz für alle Kinder haben."
        let result = Readability("Das ist kurz. \(long) Danke.")
        #expect(result.sentences(longerThan: 15).map(\.text) == [long])
        #expect(result.longestSentence?.wordCount == 18)
        #expect(!result.isPlain)
    }

    @Test func `The withdrawal clause of the specification fails and its plain version passes`() {
        let clause = """
            Die Einwilligung kann jederzeit mit Wirkung für die Zukunft widerrufen werden, wobei die Rechtmäßigkeit \
            der aufgrund der Einwilligung bis zum Widerruf erfolgten Verarbeitung hiervon unberührt bleibt.
            """
        let plain = "Sie können jederzeit Nein sagen. Ein kurzer Anruf reicht. Dann löschen wir alles."
        #expect(!Readability(clause).isPlain && (Readability(clause).flesch ?? 99) < 40)
        #expect(Readability(plain).isPlain)
    }

    @Test func `A text without words has no value and passes`() {
        let empty = Readability(" \n\0 … ")
        #expect(empty.flesch == nil && empty.averageSentenceLength == 0 && empty.syllablesPerWord == 0 && empty.isPlain)
        #expect(empty.longestSentence == nil)
    }

    @Test func `Endless points and blanks are measured in a moment`() {
        #expect(Sentences.split(String(repeating: ". ", count: 200_000)).isEmpty)
        #expect(Sentences.split(String(repeating: "a. ", count: 50_000)).count == 1)
        #expect(Sentences.split(String(repeating: "\n \n", count: 100_000)).isEmpty)
    }

    @Test func `Any text can be measured`() {
        var random = Randomness(seed: 10)
        for _ in 0..<500 {
            let result = Readability(random.text(upTo: 120))
            #expect(result.wordCount == result.sentences.reduce(0) { $0 + $1.wordCount })
            #expect(result.syllableCount >= result.wordCount)
        }
    }
}
