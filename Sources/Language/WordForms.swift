/// Wortformen: what the Snowball stemmer gets wrong in this field.
///
/// Three gaps matter: foreign plurals ("Kitas", "Babys"), feminine forms ("Erzieherinnen") and the
/// third person of verbs ("schläft", "schreit"), which is how parents describe their worry. Nouns
/// for nouns in -er keep their ending, otherwise "Schüler" and "Schule" were one term.
enum WordForms {
    /// What to do with a word.
    enum Base: Equatable {
        /// This is the term; do not stem.
        case fixed(String)
        /// Stem this word.
        case word(String)
    }

    /// The word to stem in place of a folded word.
    static func base(of folded: String) -> Base {
        if let person = nouns[folded] { return .fixed(person) }
        if let infinitive = verbs[folded] { return .word(infinitive) }
        if folded.hasSuffix("erinnen") { return masculine(String(folded.dropLast(5))) }
        if folded.hasSuffix("erin"), folded.utf8.count > 6 {
            return masculine(String(folded.dropLast(2)))
        }
        if folded.hasSuffix("innen"), folded.utf8.count > 8 {
            return .word(String(folded.dropLast(3)))
        }
        return .word(hasForeignPlural(folded) ? String(folded.dropLast()) : folded)
    }

    private static func masculine(_ word: String) -> Base {
        nouns[word].map(Base.fixed) ?? .word(word)
    }

    /// -as, -ys and -os ("Kitas", "Hobbys", "Infos"), but not "kostenlos" or "das".
    private static func hasForeignPlural(_ folded: String) -> Bool {
        guard folded.utf8.count > 4 else { return false }
        return folded.hasSuffix("as") || folded.hasSuffix("ys")
            || (folded.hasSuffix("os") && !folded.hasSuffix("los"))
    }

    /// Every form of the nouns that are never stemmed, pointing at the noun itself.
    private static let nouns: [String: String] = {
        var forms: [String: String] = [:]
        for noun in personNouns.split(whereSeparator: \.isWhitespace) {
            let noun = Folding.fold(String(noun))
            for ending in ["", "n", "s", "in", "innen"] { forms[noun + ending] = noun }
        }
        for noun in shortNouns.split(whereSeparator: \.isWhitespace) {
            let noun = Folding.fold(String(noun))
            for ending in ["", "e", "en", "es", "er", "ern"] { forms[noun + ending] = noun }
        }
        return forms
    }()

    /// Third person, participle and irregular feminine forms, pointing at the word to stem.
    private static let verbs: [String: String] = {
        var forms: [String: String] = [:]
        for line in irregularForms.split(separator: "\n") {
            let words = line.split(separator: " ").map { Folding.fold(String($0)) }
            guard let infinitive = words.first else { continue }
            for form in words.dropFirst() { forms[form] = infinitive }
        }
        for verb in regularVerbs.split(whereSeparator: \.isWhitespace) {
            let infinitive = Folding.fold(String(verb))
            let root = String(infinitive.dropLast(infinitive.hasSuffix("en") ? 2 : 1))
            let base = target(of: infinitive, root: root)
            let needsVowel = root.hasSuffix("t") || root.hasSuffix("d") || root.hasSuffix("chn")
            let ending = needsVowel ? "et" : "t"
            for form in [infinitive, root + ending, "ge" + root + ending, root + "e"] {
                forms[form] = base
            }
        }
        return forms
    }()

    /// Verbs in -ern and -eln meet their nouns: "fördern" and "Förderung", "krabbeln" and
    /// "Krabbelgruppe".
    private static func target(of infinitive: String, root: String) -> String {
        if infinitive.hasSuffix("ern") { return root + "ung" }
        return infinitive.hasSuffix("eln") ? root : infinitive
    }

    /// Nouns whose last letters look like an ending ("Kurs" is no plural of "Kur").
    private static let shortNouns = "Kurs Dienst Angst Obst Herbst Geist"

    private static let personNouns = """
        Schüler Lehrer Erzieher Betreuer Berater Helfer Pfleger Träger Begleiter Leiter Partner
        Vermieter Mieter Arbeitgeber Arbeitnehmer Mitarbeiter Sozialarbeiter Trainer Rentner Spieler Schwimmer Dolmetscher Übersetzer Zuwanderer Einwanderer Anbieter
        Ausbilder Kümmerer Unterstützer Verbraucher Bewohner Bürger Besucher
        """

    private static let irregularForms = """
        Zentrum Zentren
        Museum Museen
        Gymnasium Gymnasien
        Praktikum Praktika
        Medium Medien
        Praxis Praxen
        Konto Konten
        Thema Themen Themas
        Firma Firmen
        Stipendium Stipendien
        Studium Studien
        Arzt Ärztin Ärztinnen Ärzte Ärzten
        Anwalt Anwältin Anwältinnen Anwälte Anwälten
        Therapeut Therapeutin Therapeutinnen
        Pädagoge Pädagogin Pädagoginnen
        Psychologe Psychologin Psychologinnen
        Logopäde Logopädin Logopädinnen
        Freund Freundin Freundinnen
        Lotse Lotsin Lotsinnen
        Pate Patin Patinnen
        Kollege Kollegin Kolleginnen
        Student Studentin Studentinnen
        schlafen schläft schlaf schlafe geschlafen schlief
        essen isst iss gegessen aß
        sprechen spricht gesprochen sprach
        helfen hilft geholfen half
        lesen liest gelesen
        geben gibt gegeben
        schlagen schlägt geschlagen
        laufen läuft gelaufen
        fahren fährt gefahren
        tragen trägt getragen
        vergessen vergisst
        trinken trinkt getrunken
        schreien schreit geschrien geschrieen
        beißen beißt gebissen
        weinen weint geweint
        streiten streitet gestritten
        trennen trennt getrennt
        verlassen verlässt
        sterben stirbt gestorben
        schwimmen schwimmt geschwommen
        gehen geht gegangen
        wollen will willst
        können kann kannst
        müssen muss
        dürfen darf
        mögen mag magst
        finden findet gefunden
        bekommen bekommt
        anmelden angemeldet
        geflüchtet flüchtig
        verstehen versteht verstanden
        hören hört gehört
        sehen sieht gesehen
        nehmen nimmt genommen
        werden wird geworden
        verlieren verliert verloren
        """

    private static let regularVerbs = """
        stottern nässen einnässen lügen klauen kratzen krabbeln spielen spucken stillen füttern
        wickeln turnen tanzen singen malen basteln lernen fördern beraten begleiten betreuen
        arbeiten brauchen klappen stören ärgern mobben kiffen rauchen zocken quengeln
        trödeln pubertieren schwänzen verweigern leiden fehlen kündigen mieten zahlen wohnen
        flüchten kochen reden zappeln trotzen
        """
}
