import Areas
import Design
import HTML
import Practice
import Prevention
import Texts

/// The words of a page: sentences, vocabulary and formats in one language.
struct ReadingWords: Sendable {
    let texts: ReadingTexts
    let language: Language
    let vocabulary: Vocabulary
    let formats: Formats

    init(_ texts: TextCatalogue<ReadingTexts>, _ language: Language) {
        self.texts = texts[language]
        self.language = language
        vocabulary = Vocabulary(language)
        formats = Formats(language)
    }

    subscript(facet: PracticeFacet) -> String { texts.facets[facet.rawValue] ?? facet.rawValue }

    /// The word of a value as a person would say it.
    func value(_ value: String, of facet: PracticeFacet) -> String {
        let known: String? =
            switch facet {
            case .stage: LifeStage(rawValue: value).map { vocabulary[$0] }
            case .field: FieldOfAction(rawValue: value).map { vocabulary[$0] }
            case .targetGroup: TargetGroup(rawValue: value).map { vocabulary[$0] }
            case .setting: Setting(rawValue: value).map { vocabulary[$0] }
            case .access: AccessMode(rawValue: value).map { vocabulary[$0] }
            case .place: AreaLevel(rawValue: value).map { vocabulary[$0] }
            default: texts.values[facet.rawValue]?[value]
            }
        return known ?? value
    }

    /// The word of a level with its sign in front: "W2 erprobt".
    func level(_ key: String, of facet: PracticeFacet) -> String {
        let word = value(key, of: facet)
        return key == PracticeFacet.none ? word : "\(Self.sign(key)) \(word)"
    }

    /// "W−" with a real minus.
    static func sign(_ key: String) -> String { key.replacing("W-", with: "W−") }

    func standing(_ status: PracticeStatus) -> String { value(PracticeStanding(status).rawValue, of: .status) }

    func strategy(_ line: StrategyLine) -> String { value(line.rawValue, of: .strategy) }

    func result(_ result: Adopter.Result) -> String {
        texts.values["ergebnis"]?[result.rawValue] ?? result.rawValue
    }

    func form(_ form: PracticeBackground.Form) -> String { texts.values["form"]?[form.rawValue] ?? form.rawValue }

    /// The title in the language of the page, else in German.
    func title(_ entry: PracticeEntry) -> String { entry.practice.titles[language.rawValue] ?? entry.title }
}

/// Einstufung, wie Seiten sie zeigen: sign, word, what decided, and whether it still holds.
struct ShownProof: Sendable {
    let sign: String
    let word: String
    let criterion: String
    /// "Stand 2016, abgelaufen"; empty without a date.
    let date: String
    let isPast: Bool

    init<Level>(_ key: String, _ facet: PracticeFacet, _ graded: Graded<Level>, _ today: Day, _ words: ReadingWords) {
        sign = ReadingWords.sign(key)
        word = words.value(key, of: facet)
        criterion = graded.criterion
        isPast = graded.isExpired(on: today)
        let texts = words.texts.proof
        date = (isPast ? texts.past : texts.valid).filled([
            "year": "\(graded.day.year)", "day": words.formats.day(graded.expires),
        ])
    }

    /// Nobody has graded it.
    init(missing facet: PracticeFacet, _ words: ReadingWords) {
        sign = "–"
        word = words.value(PracticeFacet.none, of: facet)
        criterion = ""
        date = ""
        isPast = true
    }

    static func effect(_ entry: PracticeEntry, _ today: Day, _ words: ReadingWords) -> ShownProof {
        entry.bestOutcome.map { ShownProof($0.effect.level.rawValue, .effect, $0.effect, today, words) }
            ?? ShownProof(missing: .effect, words)
    }

    static func readiness(_ entry: PracticeEntry, _ today: Day, _ words: ReadingWords) -> ShownProof {
        entry.practice.readiness.map { ShownProof("T\($0.level.rawValue)", .readiness, $0, today, words) }
            ?? ShownProof(missing: .readiness, words)
    }

    static func trust(_ entry: PracticeEntry, _ today: Day, _ words: ReadingWords) -> ShownProof {
        entry.practice.trust.map { ShownProof("V\($0.level.rawValue)", .trust, $0, today, words) }
            ?? ShownProof(missing: .trust, words)
    }
}

extension HTML {
    /// Prüfzeichen: a level as a link of the chain with its word; expired ones are dashed and say so.
    func proof(_ proof: ShownProof, question: String? = nil, isFull: Bool = false) {
        li(.class(proof.isPast ? "past" : nil)) {
            b(proof.sign)
            span {
                if let question { small(question) }
                text(proof.word)
                if !proof.date.isEmpty { small(proof.date) }
                if isFull, !proof.criterion.isEmpty { small(proof.criterion) }
            }
        }
    }
}
