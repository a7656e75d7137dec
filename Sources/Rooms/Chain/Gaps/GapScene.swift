import Areas
import Indicators
import Prevention
import Texts

/// What a gap page shows: the table as one visit sees it.
struct GapScene: Sendable {
    let tree: AreaTree
    let gaps: ChainGaps
    let filter: GapFilter
    let today: Day
    let outlines: [ID<Area>: Outline]
    let outlineSource: String
    /// What may be chosen to measure need by.
    var indices: [IndexDefinition] = []

    var area: Area { gaps.area }
    /// The one part shown alone.
    var part: Area? { filter.part.flatMap { key in gaps.parts.first { $0.key == key } } }
}

/// One cell of the table as its pages show it.
struct GapCellScene: Sendable {
    let scene: GapScene
    let stage: LifeStage
    let field: FieldOfAction
    let cell: GapCell
    let number: Int
    /// Searches without result in the last year; `nil` below 5.
    let searches: ClosedRange<Int>?
    let practices: GapPractices

    var chainCell: ChainCell { ChainCell(.only(stage), .only(field)) }
    var group: GapGroup { scene.gaps.basis.group(stage, field) }
}

/// How the gap pages write numbers and cells.
struct GapWords {
    let texts: GapTexts
    let chain: ChainTexts
    let language: Language
    let formats: Formats
    let words: Vocabulary

    init(_ chain: ChainTexts, _ language: Language) {
        self.chain = chain
        texts = chain.gaps
        self.language = language
        formats = Formats(language)
        words = Vocabulary(language)
    }

    /// Places without decimals, for sentences.
    func places(_ value: Double) -> String { formats.decimal(value.magnitude, places: 0) }
    /// Places with one decimal, for tables.
    func fine(_ value: Double?) -> String { value.map { formats.decimal($0, places: 1) } ?? "–" }
    /// 0…1 with two decimals.
    func share(_ value: Double?) -> String { value.map { formats.decimal($0, places: 2) } ?? "–" }
    func people(_ value: Double?) -> String { value.map { formats.decimal($0, places: 0) } ?? "–" }
    func count(_ value: Double) -> Int { Int(min(max(value.magnitude.rounded(), 0), 1e9)) }

    /// The sentence that a cell's page begins with.
    func finding(_ cell: GapCell, _ stage: LifeStage, _ field: FieldOfAction) -> String {
        let places = count(cell.gap ?? 0)
        let sentence =
            switch cell.state {
            case .gap: texts.cell.gap(places, in: language)
            case .tight: texts.cell.tight(places, in: language)
            case .oversupply: texts.cell.oversupply(places, in: language)
            case .fits: texts.cell.fits
            case .unknown: texts.cell.unknown
            }
        return sentence.filled(["field": words[field], "stage": chain[stage], "area": cell.name])
    }
}
