import Areas
import Practice
import Prevention
import Texts

/// Programmheft: chosen sheets between a cover, contents with page numbers and an index.
struct Magazine: Sendable {
    static let longestName = 60
    static let longestForeword = 1_200
    /// Lines of contents on one page, with room for titles of two lines.
    static let linesPerPage = 24

    var name = ""
    var issue = ""
    var programme = ""
    /// Empty: no page for it.
    var foreword = ""
    var sheets: [SheetFacts] = []

    /// Stelle im Register: a word with the pages on which it is found.
    struct IndexLine: Hashable, Sendable {
        let word: String
        let places: [Place]
    }

    struct Place: Hashable, Sendable {
        let title: String
        let slug: String
        let page: Int
    }

    // MARK: Pages

    var contentsPages: Int { (sheets.count + Self.linesPerPage - 1) / Self.linesPerPage }
    private var firstSheetPage: Int { 2 + contentsPages + (foreword.isEmpty ? 0 : 1) }
    var forewordPage: Int { 2 + contentsPages }
    /// Every sheet has exactly two pages.
    func page(ofSheet number: Int) -> Int { firstSheetPage + 2 * number }
    var indexPage: Int { page(ofSheet: sheets.count) }

    // MARK: Contents and index

    var contents: [Place] {
        sheets.enumerated().map { number, facts in
            Place(title: facts.sheet.title.listed, slug: facts.entry.slug, page: page(ofSheet: number))
        }
    }

    /// Words with their places: words and titles in German order.
    func index(_ words: (SheetFacts) -> [String]) -> [IndexLine] {
        var lines: [String: [Place]] = [:]
        for (facts, place) in zip(sheets, contents) {
            for word in Set(words(facts)) where !word.isEmpty { lines[word, default: []].append(place) }
        }
        return lines.keys.sorted(by: GermanOrder.precedes).map { word in
            IndexLine(
                word: word,
                places: (lines[word] ?? []).sorted { GermanOrder.precedes($0.title, $1.title) })
        }
    }

    func indexByPlace() -> [IndexLine] { index { $0.place.names } }

    func indexByField(_ vocabulary: Vocabulary) -> [IndexLine] {
        index { $0.practice.place.fields.list.map { vocabulary[$0] } }
    }

    /// In the order of life, not of the alphabet.
    func indexByStage(_ vocabulary: Vocabulary) -> [IndexLine] {
        let lines = index { $0.practice.place.lifeStages.map { vocabulary[$0] } }
        return LifeStage.allCases.compactMap { stage in lines.first { $0.word == vocabulary[stage] } }
    }
}

/// Blatt zur Wahl: what the list of the magazine says of a practice, without the sheet itself.
struct MagazineChoice: Sendable {
    let entry: PracticeEntry
    let title: String
    let towns: [String]
    /// By place, then by title.
    let order: (key: String, text: String)

    init(_ entry: PracticeEntry, _ tree: AreaTree, _ language: Language) {
        self.entry = entry
        title = PracticeSheet.title(of: entry.practice, language).listed
        let place = SheetPlace(entry.practice.municipalities, tree)
        towns = place.names
        let text = place.name + " " + title
        order = (GermanOrder.key(text), text)
    }
}
