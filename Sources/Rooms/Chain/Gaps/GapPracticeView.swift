import Areas
import Design
import HTML
import Indicators
import Prevention
import Similarity
import Texts

/// Who has solved it already: practices of similar municipalities first, with the reason.
func gapPractices(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    let texts = words.texts.practices
    let all = ChainPath.practices(model.scene, model.stage, model.field, model.cell.part)
    let wider = ChainPath.practices(model.scene, model.stage, model.field, model.cell.part, anyField: true)
    h.section(.labelledBy("praxis")) {
        h.h2(texts.title, .id("praxis"))
        guard !model.practices.items.isEmpty else {
            h.p(texts.none)
            h.p { h.a(texts.all, .href(wider)) }
            return
        }
        h.p(gapPracticeLead(model, words))
        h.dataTable(
            DataTable(
                texts.title, columns: [Column(texts.practice), Column(texts.place), Column(texts.why)],
                rows: model.practices.items.prefix(6).map { item in
                    [
                        .link(item.practice.title, ChainPath.practice(item.practice.key, model)),
                        .text(words.formats.list(item.practice.places)),
                        .text(gapPracticeReason(item, model.practices.town, words)),
                    ]
                }, isCaptionHidden: true))
        h.p { h.a(texts.allOf, .href(all)) }
    }
}

private func gapPracticeLead(_ model: GapCellScene, _ words: GapWords) -> String {
    let texts = words.texts.practices
    guard let town = model.practices.town, let similar = model.practices.similar, !similar.areas.isEmpty else {
        return texts.leadPlain
    }
    let text = model.practices.items.contains { $0.similar != nil } ? texts.lead : texts.leadOther
    return text.filled([
        "town": town.name, "similar": words.formats.list(similar.areas.map(\.name)),
        "indicators": words.formats.list(similar.indicators.map(\.name)),
    ])
}

/// Why a practice is listed; of a similar municipality how near it is, what it differs in and what is not known there.
func gapPracticeReason(_ item: GapPractices.Item, _ town: Area?, _ words: GapWords) -> String {
    let texts = words.texts.practices
    if let town, item.practice.places.contains(town.name) { return texts.own }
    guard let match = item.similar else { return texts.other }
    let parts = [(texts.differing, match.differing), (texts.missing, match.missing.compactMap(\.indicator))].filter {
        !$0.1.isEmpty
    }
    let sentences = parts.map { $0.filled(["indicators": words.formats.list($1.map(\.name))]) }
    return ([texts.closeness[match.closeness.rawValue] ?? ""] + sentences).joined(separator: "; ")
}
