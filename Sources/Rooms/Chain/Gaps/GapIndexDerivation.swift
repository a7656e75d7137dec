import Design
import HTML
import Indicators
import Prevention
import Texts

/// Herleitung of a need that comes from an index: from the whole over its sub-indices to each published value.
struct GapIndexDerivation {
    private let index: GapIndexNeed
    private let model: GapCellScene
    private let words: GapWords
    private let texts: GapTexts.Cell
    private var part: Int { model.number }

    init(_ index: GapIndexNeed, _ model: GapCellScene, _ words: GapWords) {
        self.index = index
        self.model = model
        self.words = words
        texts = words.texts.cell
    }

    func write(to h: HTML) {
        h.p(sentence)
        h.dataTable(groupTable)
        h.dataTable(partTable)
        h.p { h.a(texts.toIndex, .href(ChainPath.index(index.definition.id))) }
    }

    private func score(_ id: String) -> Double? { index.evaluation.scores(of: id)[part] }

    private var sentence: String {
        let node = index.choice.node
        guard let score = score(node), let need = index.values[part], let ends = index.evaluation.ends(of: node) else {
            return texts.needNoScore.filled(names)
        }
        return texts.needByIndex.filled(
            names.merging([
                "score": words.fine(score), "need": words.share(need), "best": words.fine(ends.upperBound),
                "worst": words.fine(ends.lowerBound),
            ]) { $1 })
    }

    private var names: [String: String] { ["name": index.name, "version": "\(index.definition.version)"] }

    private var groupTable: DataTable {
        DataTable(
            texts.indexGroups,
            columns: [
                Column(texts.group), Column(texts.score, isNumeric: true), Column(texts.share, isNumeric: true),
            ],
            rows: index.groups.map { number, group in
                let id = IndexDefinition.id(ofGroup: number)
                return [.text(group.name), points(score(id)), share(id)]
            })
    }

    private var partTable: DataTable {
        DataTable(
            texts.indexParts,
            columns: [
                Column(texts.indicator), Column(texts.group), Column(texts.value, isNumeric: true),
                Column(texts.period), Column(texts.score, isNumeric: true), Column(texts.share, isNumeric: true),
                Column(texts.source),
            ], rows: index.groups.flatMap { _, group in group.parts.map { row($0, in: group) } })
    }

    private func row(_ item: IndexDefinition.Part, in group: IndexDefinition.Group) -> [TableCell] {
        let series = index.series[item.indicator]
        let indicator = series?.indicator
        let value = index.evaluation.values[item.indicator]?[part] ?? .notAvailable
        let shown =
            switch value.state {
            case .available:
                [value.value.map { words.formats.decimal($0, places: 1) }, indicator?.unit].compactMap { $0 }
                    .filter { !$0.isEmpty }.joined(separator: " ")
            case .suppressed: texts.suppressed
            case .notAvailable: texts.unknownValue
            }
        return [
            indicator.map { .link($0.name, ChainPath.figure($0.key)) } ?? .text(item.indicator), .text(group.name),
            .number(shown, value.value), .text(index.evaluation.periods[item.indicator]?.description ?? "–"),
            points(score(item.indicator)), share(item.indicator),
            .text([indicator?.source ?? "", indicator?.office ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
        ]
    }

    private func points(_ value: Double?) -> TableCell { .number(words.fine(value), value) }

    private func share(_ id: String) -> TableCell {
        let share = index.share(of: id)
        return .number(share.map { words.formats.percent($0 * 100) } ?? "–", share)
    }
}
