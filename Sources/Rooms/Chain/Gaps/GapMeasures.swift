import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// The gap in three ways: against the fair share, against the reader's own target, and by children who use a place.
struct GapMeasures {
    private let model: GapCellScene
    private let words: GapWords
    private let texts: GapTexts.Measures
    private var cell: GapCell { model.cell }
    private var filter: GapFilter { model.scene.filter }

    init(_ model: GapCellScene, _ words: GapWords) {
        self.model = model
        self.words = words
        texts = words.texts.measures
    }

    func write(to h: HTML) {
        let absolute = GapAbsolute(cell, target: filter.target)
        let reached = GapReached(cell, model.group.supply, part: model.number)
        h.section(.labelledBy("drei-arten")) {
            h.h2(texts.title, .id("drei-arten"))
            h.p(texts.lead)
            h.sourcedFigure(note) {
                h.dataTable(
                    DataTable(
                        texts.title, columns: [Column(texts.kind), Column(texts.sum), Column(texts.result)],
                        rows: [share, target(absolute), reach(reached)], isCaptionHidden: true))
            }
            notes(h, absolute, reached)
            form(h)
        }
    }

    private var note: SourceNote {
        let reading = model.group.populationReading
        let source = [words.texts.page.register, reading.map { "\($0.indicator.name) (\($0.indicator.source))" }]
            .compactMap { $0 }.joined(separator: "; ")
        let days = [reading?.period.description, words.formats.day(model.scene.today)].compactMap { $0 }
        return SourceNote(source, date: words.formats.list(days))
    }

    // MARK: Rows

    private var share: [TableCell] {
        guard cell.unknown == nil, let expected = cell.expected, let gap = cell.gap else {
            return [.text(texts.share), .text("–"), .text(cell.unknown.map { words.texts[$0] } ?? unknown)]
        }
        return [
            .text(texts.share),
            .text(
                texts.shareSum.filled([
                    "expected": words.fine(expected), "capacity": words.fine(cell.capacity), "gap": words.fine(gap),
                ])), .text(places(gap)),
        ]
    }

    private func target(_ absolute: GapAbsolute?) -> [TableCell] {
        guard let target = filter.target else { return [.text(texts.target), .text("–"), .text(texts.targetUnset)] }
        let head = texts.targetOf.filled(["target": percent(target)])
        guard let absolute else { return [.text(head), .text("–"), .text(unknownChildren)] }
        let bound = absolute.isUpperBound ? (absolute.gap >= 0 ? texts.atMost : texts.atLeast) + " " : ""
        return [
            .text(head),
            .text(
                texts.targetSum.filled([
                    "children": words.people(absolute.children), "target": percent(target),
                    "capacity": words.fine(absolute.capacity), "gap": words.fine(absolute.gap),
                ])), .text(bound + places(absolute.gap)),
        ]
    }

    private func reach(_ reached: GapReached?) -> [TableCell] {
        guard let reached else {
            return [
                .text(texts.reach), .text("–"),
                .text(cell.population == nil ? unknownChildren : texts.reachUnknown),
            ]
        }
        let unserved = max(0, reached.gap)
        let bound = reached.isLowerBound ? texts.atMost + " " : ""
        return [
            .text(texts.reach),
            .text(
                texts.reachSum.filled([
                    "used": words.fine(reached.used), "places": words.fine(reached.places),
                    "children": words.people(reached.eligible),
                    "share": words.formats.percent(reached.share),
                ])), .text(bound + texts.unserved(words.count(unserved), in: words.language)),
        ]
    }

    private var unknown: String { words.texts.cell.unknownValue }
    private var unknownChildren: String {
        words.texts[cell.unknown == .populationSuppressed ? .populationSuppressed : .populationMissing]
    }

    private func places(_ gap: Double) -> String {
        let count = words.count(gap)
        if count == 0 { return texts.even }
        return gap > 0 ? texts.missing(count, in: words.language) : texts.more(count, in: words.language)
    }

    private func percent(_ target: Double) -> String {
        words.formats.decimal(target, places: target == target.rounded() ? 0 : 1)
    }

    // MARK: What to know about them

    private func notes(_ h: HTML, _ absolute: GapAbsolute?, _ reached: GapReached?) {
        var lines: [String] = []
        if let absolute, absolute.isUpperBound {
            lines.append(texts.withoutPlaces(absolute.offersWithoutPlaces, in: words.language))
        }
        if let reached {
            lines.append(texts.taken)
            if reached.silent > 0 { lines.append(texts.silent(reached.silent, in: words.language)) }
            if let since = reached.since {
                lines.append(texts.since.filled(["day": words.formats.day(since)]))
            }
        }
        guard !lines.isEmpty else { return }
        h.ul(.class("small")) { for line in lines { h.li(line) } }
    }

    private func form(_ h: HTML) {
        let path = ChainPath.gapCell.path(
            AreaSlug.text(model.scene.area.key), model.chainCell.stageSlug, model.chainCell.fieldSlug,
            AreaSlug.text(cell.part.key))
        h.form(.class("row no-print"), .flag("data-keep-place"), .action(.to(path))) {
            for (name, value) in filter.with(part: nil).query where name != "ziel" { h.hiddenField(name, value) }
            h.textField(
                FieldState("ziel", filter.target.map(percent) ?? ""), label: texts.ask, hint: texts.askHint,
                kind: .number, width: .short, isOptional: true)
            h.submitButton(texts.show, .side, isSmall: true)
        }
    }
}
