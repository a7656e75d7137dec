import Practice
import Prevention
import Texts

/// Regeln des Blatts: the three blocks of text from the entry, where it has no words of its own for them.
struct SheetRules {
    private let practice: Practice
    private let vocabulary: Vocabulary
    private let formats: Formats
    private let words: SheetTexts.Sheet

    init(_ practice: Practice, _ language: Language, _ words: SheetTexts.Sheet) {
        self.practice = practice
        self.words = words
        vocabulary = Vocabulary(language)
        formats = Formats(language)
    }

    private var told: PracticeBackground { practice.background ?? PracticeBackground() }

    /// Need and goal; for whom, where and in which fields.
    func what(leadIsWhole: Bool) -> SheetText {
        let place = practice.place
        let groups = told.audience.isEmpty ? place.targetGroups.list.map { vocabulary[$0] } : told.audience
        let places = told.locations.isEmpty ? place.settings.list.map { vocabulary[$0] } : told.locations
        let fields = told.topics.isEmpty ? place.fields.list.map { vocabulary[$0] } : told.topics
        return SheetText(sentences: [
            leadIsWhole ? "" : practice.lead, practice.need, practice.goal, line(words.forWhom, groups),
            line(words.places, places), line(words.fields, fields),
        ])
    }

    /// Means and activities, what must stay, when and how families take part.
    func how() -> SheetText {
        let access = practice.place.access.list.map { vocabulary[$0] }
        return SheetText(sentences: [
            practice.effectModel.input, practice.effectModel.output,
            line(words.core, practice.coreElements.map(\.text).filter { !$0.isBlank }), line(words.access, access),
            line(words.area, [told.area]), line(words.since, [since]), line(words.languages, told.languages),
            line(words.costForFamilies, [told.costForFamilies]),
        ])
    }

    private var since: String { told.period.isEmpty ? practice.since.map(String.init) ?? "" : told.period }

    /// What was found, in the order of the entry, then figures of the source that say something else.
    func change() -> SheetText {
        let found = practice.outcomes.map { outcome in
            outcome.finding.isBlank ? outcome.indicator : "\(outcome.indicator): \(outcome.finding)"
        }
        let known = Set(practice.outcomes.map(\.indicator))
        let figures = told.figures.filter { !known.contains($0.label) }.map(figure)
        return SheetText(sentences: found + told.achieved.filter { !known.contains($0) } + figures + [told.evaluation])
    }

    private func figure(_ figure: PracticeFigure) -> String {
        guard let value = figure.value else { return "\(figure.label): \(figure.note)" }
        let number =
            value == value.rounded() ? formats.number(Int(clamping: Int64(value))) : formats.decimal(value, places: 1)
        let year = figure.year.map { " (\($0))" } ?? ""
        return "\(figure.label): \([number, figure.unit].filter { !$0.isEmpty }.joined(separator: " "))\(year)"
    }

    private func line(_ pattern: String, _ values: [String]) -> String {
        let values = values.filter { !$0.isBlank }
        return values.isEmpty ? "" : pattern.filled(["values": formats.list(values)])
    }
}
