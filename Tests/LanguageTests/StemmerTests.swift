import Language
import Testing

@Suite struct StemmerTests {
    @Test func `Stems equal those of the Python package, version 2 or 3 throughout`() throws {
        let stemmer = Stemmer()
        let rows = try fixture("stems.tsv").split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        #expect(rows.count > 4_000)
        let wrong2 = rows.filter { stemmer.rawSnowball($0[0]) != $0[1] }
        let wrong3 = rows.filter { stemmer.rawSnowball($0[0]) != $0[2] }
        #expect(wrong2.isEmpty || wrong3.isEmpty, "\(wrong2.prefix(5)) \(wrong3.prefix(5))")
    }

    @Test(arguments: [
        ["Mutter", "Mütter", "Muetter", "MÜTTERN"], ["Kita", "Kitas"], ["Baby", "Babys"], ["Info", "Infos"],
        ["Erzieher", "Erzieherin", "Erzieherinnen", "Erziehern"], ["Arzt", "Ärztin", "Ärztinnen", "Ärzte"],
        ["Zentrum", "Zentren", "Zentrums"], ["Familie", "Familien"], ["Kind", "Kinder", "Kindern", "Kindes"],
        ["schlafen", "schläft", "geschlafen"], ["schreien", "schreit"], ["spielen", "spielt", "gespielt"],
        ["Beratung", "Beratungen", "beraten"], ["fördern", "fördert", "Förderung"], ["Kurs", "Kurse", "Kursen"],
        ["krabbeln", "krabbelt", "Krabbel"], ["Café", "Cafés", "Cafes"], ["Straße", "Strassen"],
    ])
    func `Forms of one word share their term`(forms: [String]) {
        let stemmer = Stemmer()
        let terms = Set(forms.map { stemmer.stem(Folding.fold($0)) })
        #expect(terms.count == 1, "\(terms)")
    }

    @Test(arguments: [
        ("Schüler", "Schule"), ("Lehrer", "Lehre"), ("Erzieher", "Erziehung"), ("Kurs", "Kur"), ("Sucht", "suchen"),
        ("kostenlos", "Kosten"), ("Haut", "Haus"),
    ])
    func `Words that mean different things keep different terms`(first: String, second: String) {
        let stemmer = Stemmer()
        #expect(stemmer.stem(Folding.fold(first)) != stemmer.stem(Folding.fold(second)))
    }

    @Test(arguments: ["u3", "16a", "київ", "ab", "", "طفل"])
    func `Numbers, short words and foreign scripts stay as they are`(word: String) {
        #expect(Stemmer().stem(word) == word)
    }

    @Test func `Any string can be stemmed`() {
        var random = Randomness(seed: 4)
        let stemmer = Stemmer()
        for _ in 0..<2_000 {
            let text = random.text(upTo: 40)
            #expect(stemmer.stem(text).utf8.count <= text.utf8.count + 10)
            _ = stemmer.snowball(text)
            _ = stemmer.rawSnowball(text)
        }
    }
}
