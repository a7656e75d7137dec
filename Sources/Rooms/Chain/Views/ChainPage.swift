import Areas
import Design
import HTML
import Offers
import Prevention
import Texts
import Web

/// `/kette/{area}`
func chainPage(_ visit: Visit, _ model: ChainPageModel, _ texts: ChainTexts) -> Answer {
    let overview = model.overview
    let finding = ChainFinding(overview, texts, visit.language)
    let head = PageHead(
        "\(overview.area.name): \(texts.kette)", description: finding.sentence, section: ChainRoom.name,
        isPrivate: !overview.filter.isEmpty)
    return visit.page(head) { h in
        chainCrumbs(h, model.scene, texts, last: nil)
        h.header(.class("masthead")) {
            h.h1(finding.sentence)
            h.p(overview.offers.isEmpty ? texts.area.noneHint : texts.area.lead, .class("lead"))
        }
        inventedNotice(h, overview, texts, visit.language)
        if !overview.offers.isEmpty || overview.filter.isEmpty { chainMatrix(h, model.scene, texts, visit.language) }
        chainActions(h, overview, texts)
        chainFilter(h, model.scene, texts, visit.language)
        if !overview.offers.isEmpty {
            unknownSection(h, model.scene, texts, visit.language)
            figuresSection(h, model, texts, visit.language)
            compareSection(h, model.scene, texts, visit.language)
        }
    }
}

/// The sentence that a page about an area begins with.
struct ChainFinding {
    let sentence: String

    init(_ overview: ChainOverview, _ texts: ChainTexts, _ language: Language) {
        let count = overview.offers.count
        if count == 0 {
            sentence = texts.area.none.filled(["area": overview.area.name])
        } else if let stage = overview.densest {
            sentence = texts.area.finding(count, in: language).filled([
                "area": overview.area.name, "stage": texts[stage],
            ])
        } else {
            sentence = texts.area.withoutAge(count, in: language).filled(["area": overview.area.name])
        }
    }
}

/// Where the area lies; the last crumb is the page itself.
func chainCrumbs(_ h: HTML, _ scene: ChainScene, _ texts: ChainTexts, last: String?) {
    let area = scene.overview.area
    var crumbs = [Crumb(texts.kette, ChainPath.start.link())]
    for above in scene.tree.ancestors(of: area.id).reversed() {
        crumbs.append(Crumb(above.name, ChainPath.link(above, scene.overview.filter)))
    }
    crumbs.append(Crumb(area.name, last == nil ? nil : ChainPath.link(area, scene.overview.filter)))
    if let last { crumbs.append(Crumb(last)) }
    h.breadcrumb(crumbs)
}

private func inventedNotice(_ h: HTML, _ overview: ChainOverview, _ texts: ChainTexts, _ language: Language) {
    let invented = overview.count(where: \.isInvented)
    guard invented > 0 else { return }
    h.alert(
        .info,
        invented == overview.offers.count
            ? texts.area.invented : texts.area.someInvented(invented, in: language))
}

/// The table of the chain with its source.
private func chainMatrix(_ h: HTML, _ scene: ChainScene, _ texts: ChainTexts, _ language: Language) {
    let overview = scene.overview
    let words = Vocabulary(language)
    let empty = texts.area.emptyCells(overview.emptyCells, in: language)
        .filled(["all": "\(LifeStage.allCases.count * FieldOfAction.allCases.count)"])
    let most = Double(
        FieldOfAction.allCases.flatMap { field in LifeStage.allCases.map { overview[$0, field].offers } }.max() ?? 0)
    let rows = FieldOfAction.allCases.map { field in
        Matrix.Row(
            words[field], link: ChainPath.link(overview.area, ChainCell(.any, .only(field)), overview.filter),
            cells: LifeStage.allCases.map { stage in
                let supply = overview[stage, field]
                return MatrixCell(
                    count: supply.offers, state: supply.offers > 0 ? .unknown : .none,
                    supply: supply.need == nil ? nil : supply.places, need: supply.need,
                    share: supply.offers > 0 ? Double(supply.offers) / most : nil,
                    link: ChainPath.link(overview.area, ChainCell(.only(stage), .only(field)), overview.filter),
                    caption: supply.offers > 0 ? texts.figures.offersNoun(supply.offers, in: language) : nil)
            })
    }
    let note = SourceNote(
        texts.area.source, date: Formats(language).day(scene.today),
        base: texts.area.base(overview.offers.count, in: language))
    h.sourcedFigure(note) {
        h.matrix(
            Matrix(texts.area.caption.filled(["area": overview.area.name]), rows: rows, hasLegend: false))
        h.p(overview.emptyCells > 0 ? "\(texts.area.reading) \(empty)" : texts.area.reading, .class("small"))
    }
}

private func chainActions(_ h: HTML, _ overview: ChainOverview, _ texts: ChainTexts) {
    h.div(.class("row actions no-print")) {
        h.linkButton(
            texts.gaps.page.link, to: ChainPath.gaps(overview.area, GapFilter()), .next, icon: .arrow, isSmall: true)
        if !overview.offers.isEmpty {
            h.linkButton(
                texts.area.all, to: ChainPath.link(overview.area, ChainCell(.any, .any), overview.filter), .confirm,
                icon: .list, isSmall: true)
        }
        h.linkButton(
            texts.area.saveMatrix, to: ChainPath.matrixFile(overview.area, overview.filter), .side, icon: .download,
            isSmall: true)
        h.linkButton(
            texts.area.saveOffers, to: ChainPath.offersFile(overview.area, overview.filter), .side, icon: .download,
            isSmall: true)
        h.printButton()
    }
}

/// Missing details with links to the offers that lack them: not known is not the same as not there.
private func unknownSection(_ h: HTML, _ scene: ChainScene, _ texts: ChainTexts, _ language: Language) {
    let overview = scene.overview
    var lines: [(text: String, link: Link?)] = []
    let add = { (text: PluralText, cell: ChainCell?, condition: (ChainOffer) -> Bool) in
        let count = overview.count(where: condition)
        guard count > 0 else { return }
        lines.append(
            (text(count, in: language), cell.map { ChainPath.link(overview.area, $0, overview.filter) }))
    }
    add(texts.unknown.ages, ChainCell(.unknown, .any)) { $0.ages == nil }
    add(texts.unknown.fields, ChainCell(.any, .unknown)) { $0.fields.isEmpty }
    add(texts.unknown.setting, nil) { $0.settings.isEmpty }
    add(texts.unknown.access, nil) { $0.access == nil }
    add(texts.unknown.checked, nil) { $0.visibility.checkedOn == nil }
    add(texts.unknown.places, nil) { $0.places == nil }
    if scene.isStaff { add(texts.unknown.tier, nil) { $0.tier == nil } }
    h.section(.labelledBy("nicht-bekannt")) {
        h.h2(texts.unknown.title, .id("nicht-bekannt"))
        if lines.isEmpty {
            h.p(texts.unknown.nothing)
        } else {
            h.p(texts.unknown.lead)
            h.ul {
                for line in lines {
                    h.li { if let link = line.link { h.a(line.text, .href(link)) } else { h.text(line.text) } }
                }
            }
        }
    }
}

/// The area beside its Kreis or Land: which stage weighs how much.
private func compareSection(_ h: HTML, _ scene: ChainScene, _ texts: ChainTexts, _ language: Language) {
    guard let other = scene.around, !other.offers.isEmpty else { return }
    let overview = scene.overview
    let formats = Formats(language)
    let share = { (overview: ChainOverview, stage: LifeStage) -> TableCell in
        guard !overview.offers.isEmpty else { return .text("–") }
        let count = overview.byStage[stage] ?? 0
        let percent = Double(count) * 100 / Double(overview.offers.count)
        return .number("\(formats.decimal(percent, places: 0)) % (\(formats.number(count)))", percent)
    }
    let title = texts.compare.title.filled(["area": overview.area.name, "other": other.area.name])
    h.section(.labelledBy("vergleich")) {
        h.h2(title, .id("vergleich"))
        h.dataTable(
            DataTable(
                texts.compare.caption,
                columns: [Column(texts.compare.stage)]
                    + [overview, other].map { Column($0.area.name, isNumeric: true) },
                rows: LifeStage.allCases.map { stage in
                    [.text(Vocabulary(language)[stage])] + [overview, other].map { share($0, stage) }
                }))
        h.p(texts.compare.note, .class("small muted"))
    }
}
