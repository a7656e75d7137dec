import Areas
import Design
import HTML
import Prevention
import Statistics
import Texts
import Web

/// `/kette/{area}/luecken/{stage}/{field}`
func gapFieldPage(
    _ visit: Visit, _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ chain: ChainTexts
) -> Answer {
    let words = GapWords(chain, visit.language)
    let cells = scene.gaps.cells(stage, field).sorted(by: gapOrder)
    let finding = gapFieldFinding(scene, cells, stage, field, words)
    let head = PageHead(finding, section: ChainRoom.name, isPrivate: true)
    return visit.page(head) { h in
        gapCrumbs(h, scene, words, last: "\(words.words[field]), \(words.words[stage])")
        h.h1(finding)
        if let range = stage.range { h.ageRibbon([RibbonBand(range)], ticks: false) }
        if scene.gaps.isInvented { h.alert(.info, words.texts.page.invented) }
        let cell = ChainCell(.only(stage), .only(field))
        gapControl(
            h, scene, words,
            action: .to(ChainPath.gapField.path(AreaSlug.text(scene.area.key), cell.stageSlug, cell.fieldSlug)),
            hasPart: false)
        gapMap(h, scene, cells, cell, words)
        gapBars(h, scene, stage, field, cells, words)
        gapTable(h, scene, cells, cell, words)
        gapSites(h, scene, stage, field, words)
        h.backLink(
            words.texts.field.back.filled(["area": scene.area.name]),
            to: ChainPath.gaps(scene.area, scene.filter.with(part: nil)))
    }
}

/// Most missing first, unknown last.
private func gapOrder(_ left: GapCell, _ right: GapCell) -> Bool {
    let rank = { (cell: GapCell) in cell.state == .unknown ? -Double.infinity : cell.gap ?? -.infinity }
    return rank(left) != rank(right) ? rank(left) > rank(right) : left.part.key < right.part.key
}

private func gapFieldFinding(
    _ scene: GapScene, _ cells: [GapCell], _ stage: LifeStage, _ field: FieldOfAction, _ words: GapWords
) -> String {
    let gaps = cells.count { $0.state == .gap }
    let texts = words.texts.field
    let sentence =
        gaps > 0
        ? texts.gaps(gaps, in: words.language) : cells.allSatisfy { $0.state == .unknown } ? texts.unknown : texts.none
    return sentence.filled([
        "field": words.words[field], "stage": words.chain[stage], "all": words.formats.number(cells.count),
    ])
}

private func gapMap(_ h: HTML, _ scene: GapScene, _ cells: [GapCell], _ cell: ChainCell, _ words: GapWords) {
    let texts = words.texts.field
    let levels: [GapState: Int] = [.unknown: 0, .oversupply: 1, .fits: 2, .tight: 3, .gap: 4]
    let present = Set(cells.map { levels[$0.state] ?? 0 })
    let legend = texts.mapLevels.compactMap { key, value in Int(key).map { ($0, value) } }
    let source = [words.texts.page.source, scene.outlineSource].filter { !$0.isEmpty }.joined(separator: "; ")
    h.areaMap(
        AreaMap(
            texts.map,
            entries: cells.map { item in
                AreaMap.Entry(
                    item.part, level: levels[item.state] ?? 0,
                    words: scene.outlines.isEmpty ? words.texts[item.state] : gapWords(item, words),
                    link: ChainPath.gapCell(scene.area, cell, item.part, scene.filter),
                    outline: scene.outlines[item.part.id])
            }, legend: Dictionary(uniqueKeysWithValues: legend.filter { present.contains($0.0) }),
            note: SourceNote(source, date: words.formats.day(scene.today)), placeHead: texts.area,
            valueHead: texts.state))
}

/// "Lücke, 34 fehlen".
private func gapWords(_ cell: GapCell, _ words: GapWords) -> String {
    guard cell.state != .unknown, let gap = cell.gap else { return words.texts[.unknown] }
    let texts = words.texts.field
    let places = words.places(gap)
    if places == "0" { return "\(words.texts[cell.state]), \(texts.even)" }
    return "\(words.texts[cell.state]), " + (gap > 0 ? texts.missing : texts.surplus).filled(["places": places])
}

private func gapBars(
    _ h: HTML, _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ cells: [GapCell], _ words: GapWords
) {
    guard cells.contains(where: { $0.state != .unknown }) else { return }
    let plain = ChainGaps(scene.gaps.basis, lambda: 0)
    let isWeighted = scene.gaps.lambda > 0
    h.gapBars(
        GapBars(
            words.texts.field.bars,
            rows: cells.map { item in
                let isKnown = item.state != .unknown
                return GapBars.Row(
                    item.name, capacity: item.capacity, share: isKnown ? item.expected : nil,
                    plainShare: isKnown && isWeighted ? plain[stage, field, item.part.id]?.expected : nil,
                    link: ChainPath.gapCell(
                        scene.area, ChainCell(.only(stage), .only(field)), item.part, scene.filter))
            }, note: SourceNote(words.texts.page.source, date: words.formats.day(scene.today))))
}

private func gapTable(_ h: HTML, _ scene: GapScene, _ cells: [GapCell], _ cell: ChainCell, _ words: GapWords) {
    let texts = words.texts.field
    let number = { (title: String) in Column(title, isNumeric: true, sort: .number) }
    h.dataTable(
        DataTable(
            texts.table,
            columns: [
                Column(texts.area, sort: .text), Column(texts.state, sort: .text), number(texts.gap),
                number(texts.expected), number(texts.places), number(texts.children), number(texts.need),
                number(texts.offers), number(texts.without),
            ],
            rows: cells.map { item in
                let isKnown = item.state != .unknown
                return [
                    .link(item.name, ChainPath.gapCell(scene.area, cell, item.part, scene.filter)),
                    .badge(words.texts[item.state], item.state.tone),
                    .number(words.fine(isKnown ? item.gap : nil), isKnown ? item.gap : nil),
                    .number(words.fine(item.expected), item.expected),
                    .number(words.fine(item.capacity), item.capacity),
                    .number(words.people(item.population), item.population),
                    .number(words.share(item.need), item.need),
                    .number(words.formats.number(item.offers), Double(item.offers)),
                    .number(words.formats.number(item.offersWithoutPlaces), Double(item.offersWithoutPlaces)),
                ]
            }))
    h.p(words.texts.control.zero, .class("small muted"))
}

/// "Wo sollte das nächste Angebot sein?"
private func gapSites(_ h: HTML, _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ words: GapWords) {
    let texts = words.texts.sites
    let cell = ChainCell(.only(stage), .only(field))
    h.section(.labelledBy("standort")) {
        h.h2(texts.title, .id("standort"))
        guard let sites = GapSites(scene.gaps, stage, field, count: scene.filter.sites) else {
            h.p(texts.none)
            return
        }
        h.p(sites.isByGap ? texts.lead : "\(texts.lead) \(texts.leadNeed)")
        h.form(
            .class("row no-print"), .flag("data-keep-place"),
            .action(.to(ChainPath.gapField.path(AreaSlug.text(scene.area.key), cell.stageSlug, cell.fieldSlug)))
        ) {
            h.hiddenField("lambda", scene.filter.lambdaText)
            if scene.filter.isFinest { h.hiddenField("ebene", "fein") }
            if let need = scene.filter.need { h.hiddenField("bedarf", need.text) }
            h.selectField(
                FieldState("anzahl", "\(scene.filter.sites)"), label: texts.count,
                choices: (1...3).map { Choice("\($0)", "\($0)") }, width: .short)
            h.submitButton(texts.show, .side, isSmall: true)
        }
        gapSiteLines(h, sites, words)
        h.p(texts.limits.filled(["detour": words.formats.decimal(GapRule.detour, places: 1)]), .class("small muted"))
    }
}

private func gapSiteLines(_ h: HTML, _ sites: GapSites, _ words: GapWords) {
    let texts = words.texts.sites
    let formats = words.formats
    let bestWay = formats.distance(metres: max(0, sites.median.objective - sites.median.bound) / sites.total * 1_000)
    let proof = { (choice: SiteChoice, gap: String) in
        choice.isProven ? texts.proven : texts.unproven.filled(["gap": gap])
    }
    let share = sites.cover.objective / sites.total * 100
    let more = formats.percent((sites.cover.bound - sites.cover.objective) / sites.total * 100, places: 0)
    h.descriptionList([
        (
            texts.median,
            texts.medianLine.filled([
                "places": formats.list(sites.names(sites.median)),
                "distance": formats.distance(metres: sites.meanWay * 1_000),
            ]) + " " + proof(sites.median, bestWay)
        ),
        (
            texts.cover,
            (sites.isByGap ? texts.coverLine : texts.coverLineNeed).filled([
                "places": formats.list(sites.names(sites.cover)), "share": formats.percent(share, places: 0),
                "limit": formats.decimal(sites.limit, places: sites.limit == sites.limit.rounded() ? 0 : 1),
            ]) + " " + proof(sites.cover, more)
        ),
    ])
}
