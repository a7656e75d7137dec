import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/kette/{area}/luecken`
func gapPage(_ visit: Visit, _ scene: GapScene, _ chain: ChainTexts) -> Answer {
    let words = GapWords(chain, visit.language)
    let finding = gapFinding(scene, words)
    let head = PageHead(
        "\(scene.part?.name ?? scene.area.name): \(words.texts.page.title)", description: finding,
        section: ChainRoom.name, isPrivate: !scene.filter.query.isEmpty)
    return visit.page(head) { h in
        gapCrumbs(h, scene, words, last: scene.part?.name)
        h.header(.class("masthead")) {
            h.h1(finding)
            let lead = scene.part == nil ? words.texts.page.leadParts : words.texts.page.lead
            h.p(scene.gaps.parts.isEmpty ? words.texts.page.noPartsHint : lead, .class("lead"))
        }
        if scene.gaps.isInvented { h.alert(.info, words.texts.page.invented) }
        guard !scene.gaps.parts.isEmpty else {
            h.emptyState(words.texts.page.noParts, words.texts.page.noPartsHint, icon: .chain) {
                h.linkButton(words.texts.page.offers, to: ChainPath.link(scene.area, ChainFilter()), .side)
            }
            return
        }
        gapControl(h, scene, words, action: ChainPath.gaps.link(AreaSlug.text(scene.area.key)))
        gapMatrix(h, scene, words)
        if scene.gaps.found.allSatisfy({ $0.cell.state == .unknown }) { gapNeeds(h, scene, words) }
        gapLargest(h, scene, words)
        gapActions(h, scene, words)
    }
}

/// The sentence that the page begins with.
func gapFinding(_ scene: GapScene, _ words: GapWords) -> String {
    let found = scene.gaps.found.filter { scene.part == nil || $0.cell.part.id == scene.part?.id }
    let name = scene.part?.name ?? scene.area.name
    guard found.contains(where: { $0.cell.state != .unknown }) else {
        return words.texts.page.unknown.filled(["area": name])
    }
    let gaps = found.filter { $0.cell.state == .gap }
    guard !gaps.isEmpty else { return words.texts.page.none.filled(["area": name]) }
    let sentence = words.texts.page.finding(gaps.count, in: words.language).filled(["area": name])
    guard scene.part == nil else { return sentence }
    let parts = Set(gaps.map(\.cell.part.id)).count
    let where_ = words.texts.page.inParts(parts, in: words.language)
        .filled(["all": words.formats.number(scene.gaps.parts.count)])
    return "\(sentence), \(where_)"
}

func gapCrumbs(_ h: HTML, _ scene: GapScene, _ words: GapWords, last: String?) {
    var crumbs = [Crumb(words.chain.kette, ChainPath.start.link())]
    for above in scene.tree.ancestors(of: scene.area.id).reversed() {
        crumbs.append(Crumb(above.name, ChainPath.link(above, ChainFilter())))
    }
    crumbs.append(Crumb(scene.area.name, ChainPath.link(scene.area, ChainFilter())))
    let all = ChainPath.gaps(scene.area, scene.filter.with(part: nil))
    crumbs.append(Crumb(words.texts.page.title, last == nil ? nil : all))
    if let last { crumbs.append(Crumb(last)) }
    h.breadcrumb(crumbs)
}

/// Weight of need, the part to look at and what is compared; one form, the address says everything.
func gapControl(_ h: HTML, _ scene: GapScene, _ words: GapWords, action: Link, hasPart: Bool = true) {
    let texts = words.texts.control
    h.form(.class("card no-print"), .action(action), .flag("data-keep-place")) {
        h.rangeField(
            FieldState("lambda", scene.filter.lambdaText), label: texts.lambda, in: GapRule.lambdas, step: 0.5,
            hint: texts.hint, ends: (texts.even, texts.strong))
        needField(h, scene, words)
        h.div(.class("row")) {
            if hasPart {
                h.selectField(
                    FieldState("gebiet", scene.part.map { AreaSlug.text($0.key) } ?? ""), label: texts.part,
                    choices: scene.gaps.parts.map { Choice(AreaSlug.text($0.key), scene.gaps.basis.frame.names[$0]) },
                    emptyChoice: texts.all,
                    width: .half)
            }
            if hasPart, scene.area.level < .municipality {
                h.selectField(
                    FieldState("ebene", scene.filter.isFinest ? "fein" : ""), label: texts.level,
                    choices: [Choice("fein", texts.levelFinest)], emptyChoice: texts.levelParts, width: .half)
            } else if scene.filter.isFinest {
                h.hiddenField("ebene", "fein")
            }
            h.submitButton(texts.show, .confirm, isSmall: true)
        }
    }
    h.p(.class("small")) {
        let now = texts.now.filled(["lambda": words.formats.decimal(scene.filter.lambda, places: 1)])
        let need = scene.gaps.basis.index.map { " " + texts.needNow.filled(["name": $0.name]) } ?? ""
        h.text(now + need + " " + texts.zero)
    }
}

/// What need is measured by: the indicators of each cell, an index or a sub-index.
private func needField(_ h: HTML, _ scene: GapScene, _ words: GapWords) {
    let texts = words.texts.control
    guard !scene.indices.isEmpty else { return }
    let choices = scene.indices.flatMap { index in
        [Choice(GapNeedChoice(index.id).text, texts.needIndex.filled(["name": index.name]))]
            + index.groups.enumerated().map { number, group in
                Choice(
                    GapNeedChoice(index.id, group: number).text,
                    texts.needGroup.filled(["name": index.name, "group": group.name]))
            }
    }
    h.selectField(
        FieldState("bedarf", scene.gaps.basis.index?.choice.text ?? ""), label: texts.needBy, choices: choices,
        hint: texts.needHint, emptyChoice: texts.needCell)
}

private func gapMatrix(_ h: HTML, _ scene: GapScene, _ words: GapWords) {
    let texts = words.texts.page
    let rows = FieldOfAction.allCases.map { field in
        Matrix.Row(
            words.words[field],
            cells: LifeStage.allCases.map { stage in
                scene.part.map { gapPartCell(scene, stage, field, $0, words) }
                    ?? gapAreaCell(scene, stage, field, words)
            })
    }
    let name = scene.part?.name ?? scene.area.name
    let note = SourceNote(
        texts.source, date: words.formats.day(scene.today),
        base: texts.base(scene.gaps.parts.count, in: words.language))
    let unknown = rows.flatMap(\.cells).count { $0.caption == texts.unknownCell }
    h.sourcedFigure(note) {
        h.matrix(Matrix(texts.caption.filled(["area": name]), rows: rows))
        if unknown > 0 { h.p(texts.unknownCells(unknown, in: words.language), .class("small")) }
    }
}

/// A cell of one part: its places beside its share.
private func gapPartCell(
    _ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ part: Area, _ words: GapWords
) -> MatrixCell {
    guard let cell = scene.gaps[stage, field, part.id] else { return MatrixCell(count: 0, state: .none) }
    let link = ChainPath.gapCell(scene.area, ChainCell(.only(stage), .only(field)), part, scene.filter)
    guard cell.state != .unknown, let expected = cell.expected else {
        return MatrixCell(count: cell.offers, state: .unknown, link: link, caption: words.texts.page.unknownCell)
    }
    return MatrixCell(
        count: cell.offers, state: cell.state.supply, supply: words.count(cell.capacity), need: words.count(expected),
        link: link)
}

/// A cell of all parts together: how many of them have a gap.
private func gapAreaCell(_ scene: GapScene, _ stage: LifeStage, _ field: FieldOfAction, _ words: GapWords) -> MatrixCell
{
    let summary = GapSummary(scene.gaps, stage, field)
    let link = ChainPath.gapField(scene.area, ChainCell(.only(stage), .only(field)), scene.filter)
    let texts = words.texts.page
    let all = ["all": words.formats.number(summary.all)]
    let caption =
        switch summary.state {
        case .gap:
            texts.missingIn(words.count(summary.missing), in: words.language)
                .filled(all.merging(["gaps": words.formats.number(summary.gaps)]) { $1 })
        case .tight: texts.tightIn(summary.tight, in: words.language).filled(all)
        case .oversupply: texts.moreIn(summary.oversupply, in: words.language).filled(all)
        case .fits: texts.fitsIn.filled(all.merging(["count": words.formats.number(summary.fits)]) { $1 })
        case .unknown: texts.unknownCell
        }
    let most =
        LifeStage.allCases.flatMap { stage in
            FieldOfAction.allCases.map { scene.gaps.basis.group(stage, $0).supply.total }
        }.max() ?? 0
    return MatrixCell(
        count: summary.offers, state: summary.state.supply,
        share: summary.state != .unknown && most > 0 ? summary.capacity / most : nil, link: link, caption: caption)
}

extension GapState {
    /// As the table of the chain draws it.
    var supply: SupplyState {
        switch self {
        case .gap: .gap
        case .tight: .scarce
        case .fits: .fits
        case .oversupply: .more
        case .unknown: .unknown
        }
    }

    var tone: Tone? {
        switch self {
        case .gap: .danger
        case .tight: .warning
        case .fits: .good
        case .oversupply: .info
        case .unknown: nil
        }
    }

    var icon: Icon {
        switch self {
        case .gap: .gap
        case .tight: .down
        case .fits: .check
        case .oversupply: .up
        case .unknown: .question
        }
    }
}

/// What has to be known before any cell can be judged.
private func gapNeeds(_ h: HTML, _ scene: GapScene, _ words: GapWords) {
    let texts = words.texts.page
    let groups = scene.gaps.basis.groups
    h.section(.labelledBy("fehlt-noch")) {
        h.h2(texts.needed, .id("fehlt-noch"))
        h.p(texts.noneKnownHint)
        h.ul {
            if groups.allSatisfy({ $0.populationReading == nil }) { h.li(texts.noPopulation) }
            if groups.allSatisfy({ $0.need.isEmpty }) { h.li(texts.noNeed) }
            if groups.allSatisfy({ $0.supply.entries.allSatisfy { $0.places == nil } }) { h.li(texts.noPlaces) }
        }
    }
}

/// The largest gap with its ways on, the next ones as a table.
private func gapLargest(_ h: HTML, _ scene: GapScene, _ words: GapWords) {
    let gaps = scene.gaps.largestGaps.filter { scene.part == nil || $0.cell.part.id == scene.part?.id }
    guard let first = gaps.first else { return }
    let texts = words.texts.page
    h.section(.labelledBy("groesste")) {
        h.h2(texts.largest, .id("groesste"))
        gapCard(h, scene, first, words)
        if gaps.count > 1 {
            h.dataTable(
                DataTable(
                    texts.largest,
                    columns: [
                        Column(texts.area, sort: .text), Column(texts.field, sort: .text),
                        Column(texts.stage, sort: .text), Column(texts.places, isNumeric: true, sort: .number),
                    ],
                    rows: gaps.dropFirst().prefix(19).map { gap in
                        let cell = ChainCell(.only(gap.stage), .only(gap.field))
                        return [
                            .link(
                                gap.cell.name, ChainPath.gapCell(scene.area, cell, gap.cell.part, scene.filter)),
                            .text(words.words[gap.field]), .text(words.words[gap.stage]),
                            .number(words.places(gap.cell.gap ?? 0), gap.cell.gap),
                        ]
                    }, isCaptionHidden: true))
        }
    }
}

private func gapCard(_ h: HTML, _ scene: GapScene, _ gap: ChainGaps.Found, _ words: GapWords) {
    let cell = ChainCell(.only(gap.stage), .only(gap.field))
    let texts = words.texts.page
    h.card {
        h.p(.class("row")) {
            h.badge(words.texts[.gap], .danger, icon: .gap)
            h.span("\(words.words[gap.field]) · \(words.words[gap.stage])", .class("muted"))
        }
        h.h3(words.finding(gap.cell, gap.stage, gap.field))
        if let range = gap.stage.range { h.ageRibbon([RibbonBand(range, .gap)], ticks: false) }
        h.actions {
            h.linkButton(
                texts.practice, to: ChainPath.practices(scene, gap.stage, gap.field, gap.cell.part), .next, icon: .arrow
            )
            h.a(texts.openCell, .href(ChainPath.gapCell(scene.area, cell, gap.cell.part, scene.filter)))
            h.a(texts.goal, .href(ChainPath.gapGoal(scene.area, cell, gap.cell.part, scene.filter)))
        }
    }
}

private func gapActions(_ h: HTML, _ scene: GapScene, _ words: GapWords) {
    let texts = words.texts.page
    h.div(.class("row actions no-print")) {
        h.linkButton(
            texts.saveCSV, to: ChainPath.gapFile(scene.area, scene.filter), .side, icon: .download, isSmall: true)
        h.linkButton(
            texts.saveJSON, to: ChainPath.gapJSON(scene.area, scene.filter), .side, icon: .download, isSmall: true)
        h.linkButton(texts.offers, to: ChainPath.link(scene.area, ChainFilter()), .side, icon: .chain, isSmall: true)
        h.printButton()
        h.shareButton()
    }
}
