import Language
import Testing

@Suite struct CompoundTests {
    private func split(_ word: String) -> [String] {
        let folded = Folding.fold(word)
        let bytes = Array(folded.utf8)
        return Lexicon.standard.splitter.split(folded, stemmer: Stemmer()).map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
    }

    static let compounds = """
        Familien|zentrum Familien|zentren Hebammen|sprech|stunde Schwangerschafts|konflikt|beratung
        Erziehungs|beratungs|stelle Sprach|foerderung Kinder|tages|pflege Eltern|geld Kinder|garten
        Kinder|garten|platz Kinder|tages|staette Kinder|tages|einrichtungen Tages|mutter Tages|muetter
        Krabbel|gruppe Spiel|gruppen Still|cafe Baby|massage Baby|schwimmen Wochenbett|depression
        Geburts|vorbereitungs|kurs Rueckbildungs|gymnastik Schrei|ambulanz Regulations|stoerung
        Kinder|arzt|praxis Zahn|arzt Frauen|arzt Kranken|haus Kranken|kasse Gesundheits|amt Jugend|amt
        Jugend|aemter Jugend|hilfe|ausschuss Jugend|zentrum Jugend|treff Familien|hebamme
        Familien|bildungs|staette Familien|buero Familien|pass Grund|schule Grund|schueler
        Haupt|schul|abschluss Ganztags|schule Ganztags|betreuung Schul|sozial|arbeit Schul|psychologie
        Lern|foerderung Sprach|kurs Lese|paten Vorlese|stunde Musik|schule Volks|hoch|schule Schwimm|kurs
        Sport|verein Kinder|turnen Kinder|tanz Ferien|betreuung Ferien|spiele Wald|kinder|garten Wald|spiel|gruppe
        Ausbildungs|platz Berufs|beratung Berufs|orientierung Arbeits|agentur
        Kinder|zuschlag Kinder|geld Wohn|geld Unterhalts|vorschuss Schuldner|beratung Schulden|beratung
        Kleider|kammer Familien|paten Stadt|teil|treff Buerger|haus Nachbarschafts|hilfe Trennungs|beratung
        Kindes|wohl Kinder|schutz Pflege|familie Pflege|eltern Gross|eltern Sucht|beratung Drogen|beratung
        Selbst|hilfe|gruppe Mittag|essen Haus|besuch Neugeborenen|besuchs|dienst Willkommens|besuch
        Fluechtlings|beratung Migrations|dienst Integrations|kurs Sprach|mittler Eltern|abend Eltern|brief
        Mehr|generationen|haus Frauen|haus Rat|haus Maedchen|gruppe Vaeter|gruppe Puppen|theater
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test(arguments: compounds)
    func `Compounds fall into their words`(divided: String) {
        let word = divided.split(separator: "|").joined()
        #expect(split(word).joined(separator: "|") == Folding.fold(divided))
    }

    static let simple = """
        Betreuung Gesundheit Bildung Wohnung Entwicklung Staubecken Beratung Familie Eltern Kinder
        Ausbildung Weiterbildung Fortbildung Unterstützung Versorgung Erziehung Begleitung Förderung
        Einrichtung Verein Gemeinde Angebot Beteiligung Freundschaft Elternschaft Mutterschaft
        Vaterschaft Partnerschaft Landschaft Wirtschaft Gesellschaft Gemeinschaft Wissenschaft Kindheit
        Sicherheit Einheit Freiheit Krankheit Arbeitslosigkeit Möglichkeit Schulung Gruppierung
        Mitarbeiter Interessen Minuten Religion Region Urlaub Vertrag Beirat Heirat Partner Urkunde
        Sekunde Sonntag Alltag Freizeit Haushalt Verantwortung Veranstaltung Kreislauf thematisch
        laufend lernend sprechend vereinfachen kindlich elterlich jugendlich spielerisch mehrmals
        Unterricht Vorteil Nachteil Urteil Großartig Artikel Notiz Notar Transport Verkehr Gebrauch
        Zusammenarbeit zugrunde Umgebung Anmeldung Abmeldung Einladung Erfahrung Verwaltung Bewegung
        Ernährung Behinderung Gefährdung Verzögerung Badminton Marketing Internet Kartoffel Schokolade
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    @Test(arguments: simple)
    func `Simple words stay whole`(word: String) {
        #expect(split(word).isEmpty, "\(split(word))")
    }

    @Test func `The lists are as long as promised`() {
        #expect(Self.compounds.count >= 60 && Self.simple.count >= 60)
        #expect(Lexicon.standard.splitter.wordCount >= 800)
    }

    @Test func `Words learned from the texts become parts, verbs and compounds do not`() {
        var count = WordCount()
        for _ in 0..<3 { count.add("Der Kobold tanzt. Das Zauberfest und der Familientreff.") }
        count.add("Einmal Wichtel.")
        let learned = Lexicon(learning: count)
        let stemmer = Stemmer()
        #expect(Lexicon.standard.splitter.split("koboldgruppe", stemmer: stemmer).isEmpty)
        #expect(learned.splitter.split("koboldgruppe", stemmer: stemmer).map(\.term) == ["kobold", "grupp"])
        #expect(learned.splitter.split("wichtelgruppe", stemmer: stemmer).isEmpty)
        #expect(learned.splitter.split("familientreff", stemmer: stemmer).map(\.term) == ["famili", "treff"])
    }

    @Test func `Parts cover the word without a gap, whatever the letters`() {
        var random = Randomness(seed: 5)
        let stemmer = Stemmer()
        let pieces = ["kind", "er", "garten", "s", "amt", "ung", "eltern", "sprach", "x", "tages", "n", "gruppe"]
        for _ in 0..<2_000 {
            let word = (0..<Int.random(in: 1...8, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let parts = Lexicon.standard.splitter.split(word, stemmer: stemmer)
            guard let first = parts.first, let last = parts.last else { continue }
            #expect(first.range.lowerBound == 0 && last.range.upperBound == word.utf8.count)
            for (before, after) in zip(parts, parts.dropFirst()) {
                #expect(before.range.upperBound == after.range.lowerBound)
            }
        }
    }
}
