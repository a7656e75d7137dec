import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `/kette/{area}/luecken/{stage}/{field}/{part}`: the finding, how it came about and what to do.
func gapCellPage(_ visit: Visit, _ model: GapCellScene, _ chain: ChainTexts) -> Answer {
    let words = GapWords(chain, visit.language)
    let finding = words.finding(model.cell, model.stage, model.field)
    return visit.page(PageHead(finding, section: ChainRoom.name, isPrivate: true)) { h in
        gapCrumbs(
            h, model.scene, words,
            last: "\(words.words[model.field]), \(words.words[model.stage]), \(model.cell.name)")
        h.p(.class("row")) {
            h.badge(words.texts[model.cell.state], model.cell.state.tone, icon: model.cell.state.icon)
            h.span("\(words.words[model.field]) · \(words.words[model.stage])", .class("muted"))
        }
        h.h1(finding)
        if let reason = model.cell.unknown {
            h.p("\(words.texts[reason]) \(words.texts.cell.unknownLead)", .class("lead"))
        }
        if model.scene.gaps.isInvented { h.alert(.info, words.texts.page.invented) }
        if let range = model.stage.range {
            h.ageRibbon([RibbonBand(range, model.cell.state == .gap ? .gap : .offer)], ticks: false)
        }
        gapKeyFacts(h, model.cell, words)
        h.sourceNote(gapNote(model, words))
        gapNext(h, model, words)
        GapMeasures(model, words).write(to: h)
        gapPractices(h, model, words)
        GapDerivation(model, words).write(to: h)
        gapLambdas(h, model, words)
        gapConfidence(h, model, words)
        gapSignal(h, model, words)
        h.backLink(
            words.texts.cell.back.filled(["area": model.scene.area.name]),
            to: ChainPath.gaps(model.scene.area, model.scene.filter))
    }
}

private func gapKeyFacts(_ h: HTML, _ cell: GapCell, _ words: GapWords) {
    let texts = words.texts.cell
    let people =
        cell.unknown == .populationSuppressed
        ? texts.suppressed : cell.population == nil ? texts.unknownValue : words.people(cell.population)
    let need =
        cell.unknown == .needSuppressed
        ? texts.suppressed
        : cell.need == nil ? texts.unknownValue : texts.needOf.filled(["need": words.share(cell.need)])
    let isShared = cell.expected != nil && cell.unknown != .nothingToShare
    h.keyFacts([
        KeyFact(texts.children, people, icon: .people), KeyFact(texts.need, need, icon: .chart),
        KeyFact(texts.capacity, words.fine(cell.capacity), icon: .place),
        KeyFact(texts.expected, isShared ? words.fine(cell.expected) : texts.unknownValue, icon: .flag),
    ])
}

/// Sources and days of the numbers that the page begins with.
func gapNote(_ model: GapCellScene, _ words: GapWords) -> SourceNote {
    let need = model.group.need
    var sources = [words.texts.page.register]
    if let reading = model.group.populationReading { sources.append(gapSource(reading)) }
    sources +=
        need.index.map { [words.texts.control.needIndex.filled(["name": $0.name])] }
        ?? need.readings.map(gapSource)
    return SourceNote(sources.joined(separator: "; "), date: words.formats.day(model.scene.today))
}

/// "Kinder in SGB II 2025 (Bundesagentur)".
func gapSource(_ reading: GapReading) -> String {
    "\(reading.indicator.name) \(reading.period) (\(reading.indicator.source))"
}

private func gapNext(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    let texts = words.texts.cell
    let (area, filter) = (model.scene.area, model.scene.filter)
    let practice = ChainPath.practices(
        model.scene, model.stage, model.field, model.cell.part, anyField: model.practices.items.isEmpty)
    h.section(.labelledBy("weiter")) {
        h.h2(texts.next, .id("weiter"))
        h.actions {
            h.linkButton(texts.practice, to: practice, .next, icon: .arrow)
            h.a(texts.ask, .href(ChainPath.gapSurvey(area, model.chainCell, model.cell.part, filter)))
            h.a(texts.goal, .href(ChainPath.gapGoal(area, model.chainCell, model.cell.part, filter)))
            h.a(texts.others, .href(ChainPath.gapField(area, model.chainCell, filter)))
        }
    }
}

private func gapLambdas(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    guard model.cell.expected != nil, model.cell.unknown == nil else { return }
    let texts = words.texts.cell
    let basis = model.scene.gaps.basis
    h.section(.labelledBy("gewicht")) {
        h.h2(texts.lambdas, .id("gewicht"))
        h.dataTable(
            DataTable(
                texts.lambdasCaption,
                columns: [
                    Column(texts.lambda), Column(texts.expected, isNumeric: true),
                    Column(texts.gapHead, isNumeric: true),
                    Column(texts.state),
                ],
                rows: [0.0, 1, 2].compactMap { lambda in
                    let gaps = ChainGaps(basis, lambda: lambda)
                    guard let cell = gaps[model.stage, model.field, model.cell.part.id] else { return nil }
                    let name = words.formats.decimal(lambda, places: 0)
                    return [
                        .link(
                            "\(name) · \(texts.lambdaWords[name] ?? "")",
                            ChainPath.gapCell(
                                model.scene.area, model.chainCell, cell.part, model.scene.filter.with(lambda: lambda))),
                        .number(words.fine(cell.expected), cell.expected), .number(words.fine(cell.gap), cell.gap),
                        .badge(words.texts[cell.state], cell.state.tone),
                    ]
                }))
        h.p(words.texts.control.hint, .class("small muted"))
    }
}

private func gapConfidence(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    guard model.cell.expected != nil else { return }
    let confidence = GapConfidence(
        model.cell, model.group, part: model.number, today: model.scene.today, rule: model.scene.gaps.basis.rule)
    let texts = words.texts.cell
    let (title, tone): (String, Tone) =
        switch confidence.level {
        case .sure: (texts.sure, .good)
        case .careful: (texts.careful, .info)
        case .unsure: (texts.unsure, .warning)
        }
    h.section(.labelledBy("sicherheit")) {
        h.h2(texts.confidence, .id("sicherheit"))
        h.p { h.badge(title, tone) }
        h.ul { for line in gapFacts(confidence, model.scene.gaps.basis.rule, words) { h.li(line) } }
    }
}

private func gapFacts(_ confidence: GapConfidence, _ rule: GapRule, _ words: GapWords) -> [String] {
    let texts = words.texts.cell.facts
    let years = ["years": "\(rule.oldYears)"]
    var lines: [String] = []
    if confidence.withoutPlaces > 0 {
        lines.append(
            texts.places(confidence.withoutPlaces, in: words.language)
                .filled(["all": words.formats.number(confidence.offers)]))
    } else if confidence.offers > 0 {
        lines.append(texts.allPlaces)
    }
    if confidence.oldPlaces > 0 {
        lines.append(texts.oldPlaces(confidence.oldPlaces, in: words.language).filled(years))
    }
    if let oldest = confidence.oldest {
        lines.append(
            (confidence.isOld ? texts.old : texts.age).filled(years.merging(["period": oldest.description]) { $1 }))
    }
    if let range = confidence.range, range.upperBound - range.lowerBound >= 0.05 {
        lines.append(
            texts.range.filled(["low": words.fine(range.lowerBound), "high": words.fine(range.upperBound)]))
    }
    return lines
}

private func gapSignal(_ h: HTML, _ model: GapCellScene, _ words: GapWords) {
    let texts = words.texts.cell
    h.section(.labelledBy("suchen")) {
        h.h2(texts.signal, .id("suchen"))
        let some = model.searches.map { found in
            texts.signalSome.filled([
                "from": words.formats.number(found.lowerBound), "to": words.formats.number(found.upperBound),
            ])
        }
        h.p(some ?? texts.signalNone)
    }
}
