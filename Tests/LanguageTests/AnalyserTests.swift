import Language
import Testing

@Suite struct AnalyserTests {
    private let analyser = Analyser()

    private func weights(_ text: String) -> [String: Float] {
        Dictionary(analyser.document(text).map { ($0.text, $0.weight) }, uniquingKeysWith: max)
    }

    /// Whether an offer with this text meets every group of the query that is not optional.
    private func finds(_ query: String, in offer: String, loosely: Bool = false) -> Bool {
        let terms = Set(analyser.document(offer).map(\.text))
        return analyser.query(query).groups.allSatisfy { group in
            group.isOptional
                || group.alternatives.contains { alternative in
                    (loosely || alternative.origin != .loosePart) && alternative.terms.allSatisfy(terms.contains)
                }
        }
    }

    @Test(arguments: [
        ("Zentrum", "Familienzentrum Süd"), ("Hebamme", "Hebammensprechstunde"),
        ("Sprechstunde", "Hebammensprechstunde"),
        ("Familienzentren", "Unser Familienzentrum"), ("Muetter", "Treff für Mütter"), ("Strasse", "Straße"),
        ("Spielgruppe", "Spiel- und Krabbelgruppen"), ("Jugendhilfe", "Kinder- und Jugendhilfe"),
        ("Kinderhilfe", "Kinder- und Jugendhilfe"), ("Erziehungsberatung", "Erziehungsberatungsstelle der Stadt"),
        ("Beratungsstelle", "Erziehungsberatungsstelle"), ("Eltern-Kind-Gruppe", "Elternkindgruppen am Morgen"),
        ("Sport für Kinder", "Kindersport"), ("Kindersport", "Sport für Kinder"), ("U 3", "Plätze U3"),
        ("u3", "die U 3"),
        ("§ 16a", "Hilfe nach §16a SGB II"), ("Paragraf 16a", "nach § 16a"), ("16a", "nach § 16a"),
        ("Erzieherin", "Erzieher:innen gesucht"), ("Schwangerschaftsberatung", "Schwangerschafts·beratung"),
        ("Vater-Kind-Treff", "Vater-Kind-Treff"), ("أطفال", "مجموعة أطفال"),
    ])
    func `A question finds the offer that says it another way`(query: String, offer: String) {
        #expect(finds(query, in: offer))
    }

    @Test(arguments: [
        ("Kita", "Kindertagesstätte Regenbogen"), ("Kindergarten", "Kita am Park"),
        ("Tageseinrichtung", "Kindergarten"),
        ("PEKiP", "Krabbelgruppe"), ("Krabbelgruppe", "PEKiP-Kurs"), ("Spielgruppe", "Eltern-Kind-Gruppe"),
        ("Eltern-Kind-Gruppe", "PEKiP"), ("Geburtshilfe", "Hebamme"), ("schwanger", "Beratung in der Schwangerschaft"),
        ("Schwangerschaft", "für schwangere Frauen"), ("Schreibaby", "Schreiambulanz"),
        ("Regulationsstörung", "Schreiambulanz"), ("OGS", "Offene Ganztagsschule"), ("Ganztag", "OGS-Betreuung"),
        ("Tagesmutter", "Kindertagespflege"), ("Kindertagespflege", "Tagesmütter gesucht"),
        ("Logopädie", "Sprachtherapie"), ("BuT", "Bildungspaket"), ("Bildungspaket", "Bildung und Teilhabe"),
        ("Bildungs- und Teilhabepaket", "BuT"), ("Bürgergeld", "Jobcenter"), ("Hartz IV", "Grundsicherung"),
        ("Scheidung", "Trennungsberatung"), ("alleinerziehend", "für Alleinerziehende"),
        ("Ein-Eltern-Familie", "Treff für Alleinerziehende"), ("Flüchtling", "für geflüchtete Familien"),
        ("geflüchtet", "Flüchtlingsberatung"), ("Lehre", "Ausbildungsplatz"), ("Nachhilfe", "Lernförderung"),
        ("Lernförderung", "Hausaufgabenhilfe"), ("VHS", "Volkshochschule"), ("kostenlos", "gebührenfrei"),
        ("Jugendtreff", "Haus der offenen Tür"), ("Babysitter", "Kinderbetreuung"),
        ("SPZ", "Sozialpädiatrisches Zentrum"),
        ("Kitaplatz", "Kindergartenplatz frei"), ("Schwimmen lernen", "Schwimmkurs"), ("LRS", "Legasthenie"),
    ])
    func `Another name for the same thing is found`(query: String, offer: String) {
        #expect(finds(query, in: offer))
    }

    @Test(arguments: [
        ("mein Baby schläft schlecht", "Schreiambulanz"), ("Unser Baby schreit so viel", "Schreiambulanz"),
        ("schlecht schläft mein Sohn", "Schreiambulanz"), ("Kind will nicht in die Schule", "Schulpsychologie"),
        ("Tochter mag nicht zur Schule", "Schulsozialarbeit"), ("mein Sohn spricht noch nicht", "Logopädie"),
        ("Kind hört nicht", "Erziehungsberatung"), ("ich kann nicht mehr", "Mutter-Kind-Kur"),
        ("wir trennen uns", "Trennungsberatung"), ("der Vater zahlt nicht", "Unterhaltsvorschuss"),
        ("Geld reicht nicht", "Kinderzuschlag"), ("mein Mann schlägt mich", "Frauenhaus"),
        ("Tochter wird gemobbt", "Schulsozialarbeit"), ("Kind macht ins Bett", "Kinderarzt"),
        ("Stillen klappt nicht", "Stillberatung"), ("Oma gestorben", "Trauergruppe"),
        ("neu in der Stadt", "Familienbüro"),
        ("Kind spricht kein Deutsch", "Sprachförderung"), ("keinen Kitaplatz", "Kindertagespflege"),
        ("Antrag ausfüllen", "Dolmetscher"), ("Sohn sitzt nur am Handy", "Medienberatung"),
    ])
    func `What parents say leads to the help they mean`(sentence: String, offer: String) {
        #expect(finds(sentence, in: offer))
    }

    @Test(arguments: [
        ("midwife", "Hebamme"), ("ebe", "Hebamme"), ("قابلة", "Hebamme"), ("акушерка", "Hebamme"), ("moasa", "Hebamme"),
        ("anaokulu", "Kita"), ("дитячий садок", "Kindergarten"), ("almanca kursu", "Deutschkurs"),
        ("szkoła", "Grundschule"), ("طبيب أطفال", "Kinderarztpraxis"), ("çocuk parası", "Kindergeld"),
        ("yüzme", "Schwimmkurs"), ("single mother", "Treff für Alleinerziehende"), ("tlumacz", "Sprachmittler"),
        ("المدرسة", "Schule"),
    ])
    func `Families who do not know the German word find the offer in their own`(word: String, offer: String) {
        #expect(finds(word, in: offer))
    }

    @Test(arguments: [
        ("Hebamme", "Schuldnerberatung"), ("Kindersport", "Kindergarten"), ("Schule", "Kita am Park"),
        ("Zentrum", "Zentimeter"), ("Kind will nicht in die Schule", "Schwangerschaftskonfliktberatung"),
        ("Arbeit", "Zusammenarbeit"), ("Kind will nicht in die Schule", "Schulfest der Grundschule"),
        ("Kur", "Kursprogramm"), ("Schüler", "Schule"),
    ])
    func `A question does not find what only looks alike`(query: String, offer: String) {
        #expect(!finds(query, in: offer))
    }

    @Test func `A part of a compound is a last resort`() {
        #expect(!finds("Hebammensprechstunde", in: "Hebamme in Unna"))
        #expect(finds("Hebammensprechstunde", in: "Hebamme in Unna", loosely: true))
        #expect(!finds("Kindersport", in: "Kinder", loosely: true))
    }

    @Test func `The word weighs more than its parts`() {
        let terms = weights("Schwangerschaftskonfliktberatung")
        #expect(terms["schwangerschaftkonfliktberat"] == 1)
        #expect(terms["konfliktberat"] == 0.7)
        #expect(terms["berat"] == 0.6)
        #expect(terms["konflikt"] == 0.5)
    }

    @Test func `Stop words vanish unless they are all there is`() {
        #expect(analyser.document("und die aber").isEmpty)
        #expect(analyser.document("und die", stopWords: .keep).map(\.weight) == [0.1, 0.1])
        #expect(analyser.query("Sport und die").groups.map(\.words) == ["Sport"])
        #expect(analyser.query("wer bist du").groups.map(\.words) == ["wer", "bist", "du"])
        #expect(analyser.query(" \0 –").isEmpty)
    }

    @Test func `The family and its age rank but do not exclude beside other words`() {
        let groups = analyser.query("Schwimmen Kind 7 Monate").groups
        #expect(groups.map(\.isOptional) == [false, true, true, true])
        #expect(analyser.query("Kinder").groups.map(\.isOptional) == [false])
    }

    @Test func `Alternatives come heaviest first and without doubles`() {
        for query in [
            "Kita", "Hebammensprechstunde", "mein Baby schläft schlecht", "Kinder- und Jugendhilfe", "Kitaplatz",
        ] {
            for group in analyser.query(query).groups {
                let weights = group.alternatives.map(\.weight)
                #expect(weights == weights.sorted(by: >) && !weights.isEmpty)
                #expect(Set(group.alternatives.map(\.terms)).count == group.alternatives.count)
                #expect(group.alternatives.first?.weight ?? 0 >= 0.7)
            }
        }
    }

    @Test func `Every word asked for finds the text it stands in`() {
        let text = SynonymWords.all.joined(separator: ", ")
        for word in SynonymWords.all where !StopWords.contains(Folding.fold(word)) {
            #expect(finds(word, in: text), "\(word)")
        }
    }

    @Test func `Any text can be indexed and asked, and memory of words changes nothing`() {
        var random = Randomness(seed: 6)
        for _ in 0..<500 {
            let text = random.text(upTo: 80)
            let first = analyser.document(text)
            #expect(first == analyser.document(text) && first == Analyser().document(text))
            #expect(first.allSatisfy { !$0.text.isEmpty && !$0.text.contains(" ") })
            #expect(analyser.query(text).groups.allSatisfy { !$0.alternatives.isEmpty })
        }
    }

    @Test func `A huge question and endless hyphen chains are cut, not chewed`() {
        #expect(analyser.query(String(repeating: "Kita ", count: 100_000)).groups.count <= Analyser.longestQuery)
        let chain = analyser.document(String(repeating: "a-", count: 20_000))
        #expect(chain.count <= 20_001)
        #expect(analyser.document(String(repeating: "kinder", count: 2_000)).count < 60)
    }

    @Test func `Tasks side by side get the same answers from the shared analyser`() async {
        let shared = SharedAnalyser()
        let expected = analyser.query("Hebammensprechstunde in Unna")
        await withTaskGroup(of: QueryAnalysis.self) { group in
            for _ in 0..<50 { group.addTask { shared.query("Hebammensprechstunde in Unna") } }
            for await answer in group { #expect(answer == expected) }
        }
    }
}

/// Words for round trips.
enum SynonymWords {
    static let all = [
        "Kita", "Hebammensprechstunde", "Öffnungszeiten", "Familienhebammen", "Väter", "Ärztinnen", "U9", "9a", "Café",
        "Eltern-Kind-Turnen", "Gutschein", "Schreibaby", "Ağabey", "Źródło", "київ", "أطفال", "E-Mail", "DELFI", "16a",
    ]
}
