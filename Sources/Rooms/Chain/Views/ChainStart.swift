import Areas
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kette`
func chainStart(_ visit: Visit, _ model: ChainStartModel, _ texts: ChainTexts) -> Answer {
    let count = model.regions.reduce(0) { $0 + $1.entries.count }
    let places = texts.start.places(count, in: visit.language)
    let finding = texts.start.finding(model.total, in: visit.language).filled(["places": places])
    let head = PageHead(texts.start.title, description: texts.start.lead, section: ChainRoom.name)
    return visit.page(head) { h in
        h.header(.class("masthead")) {
            h.h1(model.total > 0 ? finding : texts.start.title)
            h.p(texts.start.lead, .class("lead"))
        }
        h.form(.action(ChainPath.start.link()), .role("search")) {
            h.searchField(FieldState("ort", model.asked), label: texts.start.search, button: texts.start.show)
        }
        if let answer = model.answer { placeChoices(h, model.asked, answer, texts.start) }
        if model.regions.isEmpty {
            h.emptyState(texts.start.empty, texts.start.emptyHint, icon: .chain)
        }
        for region in model.regions { startRegion(h, region, texts, visit.language) }
    }
}

private func placeChoices(_ h: HTML, _ asked: String, _ answer: PlaceAnswer, _ texts: ChainTexts.Start) {
    let sentence =
        switch answer {
        case .ambiguous: texts.ambiguous
        default: answer.choices.isEmpty ? texts.unknownAll : texts.unknown
        }
    let short = asked.count > 60 ? asked.prefix(59) + "…" : asked
    h.alert(.info, isAnswer: true) {
        h.text(sentence.filled(["text": short]))
        for (index, place) in answer.choices.enumerated() {
            h.text(index == 0 ? " " : ", ")
            h.a(place.label, .href(ChainPath.link(place.area, ChainFilter())))
        }
    }
}

private func startRegion(_ h: HTML, _ region: ChainStartModel.Region, _ texts: ChainTexts, _ language: Language) {
    let title = texts.start.map.filled(["area": region.root.name])
    h.section(.label(title)) {
        h.h2(title)
        if region.entries.count > 1 { countMap(h, title, region.entries, [:], source: "", texts, language) }
        h.dataTable(startTable(region, texts, language))
    }
}

private func startTable(_ region: ChainStartModel.Region, _ texts: ChainTexts, _ language: Language) -> DataTable {
    let formats = Formats(language)
    return DataTable(
        "\(texts.start.list): \(region.root.name)",
        columns: [
            Column(texts.start.place, sort: .text), Column(texts.start.kind, sort: .text),
            Column(texts.figures.offers, isNumeric: true, sort: .number), Column(texts.start.densest),
        ],
        rows: region.entries.map { entry in
            [
                .link(entry.area.name, ChainPath.link(entry.area, ChainFilter())),
                .text(entry.area.kind.isEmpty ? Vocabulary(language)[entry.area.level] : entry.area.kind),
                .number(formats.number(entry.offers.count), Double(entry.offers.count)),
                .text(entry.densest.map { texts[$0] } ?? ""),
            ]
        })
}

/// A map of areas by number of offers, each a link to its chain.
func countMap(
    _ h: HTML, _ title: String, _ entries: [ChainOverview], _ outlines: [ID<Area>: Outline], source: String,
    _ texts: ChainTexts, _ language: Language
) {
    let classes = CountClasses(entries.map(\.offers.count))
    let formats = Formats(language)
    var legend: [Int: String] = [:]
    for range in classes.ranges {
        let text = range.from < range.to ? texts.figures.levels.range : texts.figures.levels.single
        legend[range.level] = text.filled(["from": formats.number(range.from), "to": formats.number(range.to)])
    }
    if entries.contains(where: { $0.offers.isEmpty }) { legend[0] = texts.figures.levels.none }
    let tiles = outlines.isEmpty
    h.areaMap(
        AreaMap(
            title,
            entries: entries.map { entry in
                let count = entry.offers.count
                let words = tiles ? formats.number(count) : texts.figures.offersWords(count, in: language)
                return AreaMap.Entry(
                    entry.area, level: classes.level(count),
                    words: count == 0 && !tiles ? texts.figures.levels.none : words,
                    link: ChainPath.link(entry.area, entry.filter), outline: outlines[entry.area.id])
            }, legend: legend,
            note: source.isEmpty ? SourceNote(texts.area.source) : SourceNote("\(texts.area.source); \(source)"),
            placeHead: texts.start.place, valueHead: texts.figures.offers))
}
