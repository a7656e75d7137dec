import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts

/// Herleitung of a cell: every value and every offer, with the numbers in the formula.
struct GapDerivation {
    private let model: GapCellScene
    private let words: GapWords
    private let texts: GapTexts.Cell
    private var cell: GapCell { model.cell }
    private var rule: GapRule { model.scene.gaps.basis.rule }

    init(_ model: GapCellScene, _ words: GapWords) {
        self.model = model
        self.words = words
        texts = words.texts.cell
    }

    func write(to h: HTML) {
        h.section(.labelledBy("herleitung")) {
            h.h2(texts.how, .id("herleitung"))
            h.h3(texts.step1)
            h.p(children)
            h.h3(texts.step2)
            need(h)
            h.h3(texts.step3)
            places(h)
            h.h3(texts.step4)
            share(h)
            h.h3(texts.step5)
            verdict(h)
        }
    }

    // MARK: Children and need

    private var children: String {
        guard let reading = model.group.populationReading else { return texts.childrenNone }
        let value = reading.isSuppressed[model.number] ? texts.suppressed : words.people(reading.values[model.number])
        let line = texts.childrenLine.filled([
            "name": reading.indicator.name, "period": reading.period.description, "value": value,
            "area": cell.name, "source": source(reading),
        ])
        return reading.isSummed[model.number] ? "\(line) \(texts.childrenSummed)" : line
    }

    private func source(_ reading: GapReading) -> String {
        [reading.indicator.source, reading.indicator.office].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func need(_ h: HTML) {
        if let index = model.group.need.index {
            GapIndexDerivation(index, model, words).write(to: h)
            return
        }
        let readings = model.group.need.readings
        guard !readings.isEmpty else {
            h.p(texts.needNone)
            return
        }
        h.p(texts.needLead)
        h.dataTable(
            DataTable(
                texts.need,
                columns: [
                    Column(texts.indicator), Column(texts.period), Column(texts.value, isNumeric: true),
                    Column(texts.least, isNumeric: true), Column(texts.most, isNumeric: true),
                    Column(texts.scaled, isNumeric: true), Column(texts.source),
                ], rows: readings.map(needRow), isCaptionHidden: true))
        if let need = cell.need { h.p(texts.mean.filled(["need": words.share(need), "area": cell.part.name])) }
    }

    private func needRow(_ reading: GapReading) -> [TableCell] {
        let scaled = reading.scaled
        let value = { (number: Double?) in
            number.map {
                words.formats.decimal($0, places: 1)
                    + (reading.indicator.unit.isEmpty ? "" : " " + reading.indicator.unit)
            }
        }
        let bound = { (best: Double?) in
            zip(scaled, reading.values).first { $0.0 == best }.flatMap { value($0.1) } ?? "–"
        }
        let known = scaled.compactMap { $0 }
        let own =
            reading.isSuppressed[model.number]
            ? texts.suppressed : value(reading.values[model.number]) ?? texts.unknownValue
        return [
            .link(reading.indicator.name, ChainPath.figure(reading.indicator.key)), .text(reading.period.description),
            .number(own, reading.values[model.number]), .text(bound(known.min())), .text(bound(known.max())),
            .number(words.share(scaled[model.number]), scaled[model.number]), .text(source(reading)),
        ]
    }

    // MARK: Places

    private func places(_ h: HTML) {
        let steps = GapRule.catchment(of: model.stage).steps
        let kilometres = { (place: Int) in
            steps.indices.contains(place)
                ? words.formats.decimal(
                    steps[place].upTo, places: steps[place].upTo == steps[place].upTo.rounded() ? 0 : 1) : ""
        }
        h.p(
            texts.placesLead.filled([
                "near": kilometres(0), "middle": kilometres(1), "far": kilometres(2),
                "reason": texts.rings[model.stage.rawValue] ?? "",
                "detour": words.formats.decimal(GapRule.detour, places: 1),
            ]))
        let entries = model.group.supply.entries.filter { $0.weights[model.number] > 0 }
            .sorted { $0.reached[model.number] > $1.reached[model.number] }
        if entries.isEmpty { h.p(texts.noOffers) } else { h.dataTable(offerTable(entries)) }
        offerNotes(h)
    }

    private func offerTable(_ entries: [GapSupply.Entry]) -> DataTable {
        DataTable(
            texts.capacity,
            columns: [
                Column(texts.offer, sort: .text), Column(texts.allPlaces, isNumeric: true, sort: .number),
                Column(texts.weight, isNumeric: true), Column(texts.reached, isNumeric: true, sort: .number),
                Column(texts.placesDay),
            ],
            rows: entries.map { entry in
                let reached = entry.places == nil ? nil : entry.reached[model.number]
                return [
                    .link(entry.offer.title, ChainPath.offer(entry.offer.id.text)),
                    .number(entry.places.map { words.fine($0) } ?? texts.noPlacesKnown, entry.places),
                    .number(words.share(entry.weights[model.number]), entry.weights[model.number]),
                    .number(reached.map { words.fine($0) } ?? texts.noPlacesKnown, reached),
                    .text(entry.offer.placesDay.map { words.formats.day($0) } ?? "–"),
                ]
            },
            foot: [
                .text(texts.sumPlaces), .empty, .empty, .number(words.fine(cell.capacity), cell.capacity), .empty,
            ], isCaptionHidden: true)
    }

    private func offerNotes(_ h: HTML) {
        if cell.offersWithoutPlaces > 0 {
            let median = model.group.supply.median
            let text = median == nil ? texts.noMedian : texts.withoutPlaces
            h.p(
                text(cell.offersWithoutPlaces, in: words.language)
                    .filled(["median": words.fine(median)]))
        }
        let larger = model.scene.gaps.basis.left.larger.count { offer in
            offer.isIn(model.chainCell)
        }
        if larger > 0 {
            h.p(texts.larger(larger, in: words.language).filled(["area": model.scene.area.name]), .class("small"))
        }
    }

    // MARK: Share and verdict

    private func share(_ h: HTML) {
        let share = model.scene.gaps.share(model.stage, model.field)
        h.p(texts.formula, .class("small muted"))
        guard let expected = cell.expected, let weight = share.weights[model.number], let mean = share.meanNeed,
            let need = cell.need, let people = cell.population
        else {
            h.p(cell.unknown.map { words.texts[$0] } ?? texts.unknownValue)
            return
        }
        let sum = zip(model.group.population, share.weights).lazy.compactMap { people, weight in
            people.flatMap { people in weight.map { people * $0 } }
        }.compensatedSum()
        h.p(
            texts.weightLine.filled([
                "lambda": words.formats.decimal(model.scene.gaps.lambda, places: 1), "need": words.share(need),
                "mean": words.share(mean), "weight": words.share(weight),
            ]))
        h.p(
            texts.filled.filled([
                "total": words.fine(share.total), "children": words.people(people), "weight": words.share(weight),
                "sum": words.fine(sum), "expected": words.fine(expected),
            ]))
        h.p(
            texts.gapLine.filled([
                "expected": words.fine(expected), "capacity": words.fine(cell.capacity), "gap": words.fine(cell.gap),
            ]))
    }

    private func verdict(_ h: HTML) {
        let percent = { (share: Double) in words.formats.decimal(share * 100, places: 0) }
        h.p(
            texts.rule.filled([
                "share": percent(rule.gapShare), "places": words.formats.decimal(rule.minimumPlaces, places: 0),
                "tight": percent(rule.tightShare),
            ]))
        if let reason = cell.unknown {
            h.p(words.texts[reason])
        } else if let expected = cell.expected, let gap = cell.gap, expected > 0 {
            h.p(
                (gap >= 0 ? texts.verdict : texts.verdictOver).filled([
                    "percent": percent(gap.magnitude / expected), "state": words.texts[cell.state],
                ]))
        }
    }
}
