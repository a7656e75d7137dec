import Design
import HTML
import Prevention
import Rounds
import Texts
import Transfers
import Web

/// `/boerse/runden/{id}/bericht`: one or two sheets of paper for the Lenkungsgruppe; patterns, no order of towns.
func reportPage(_ scene: Scene, _ record: RoundRecord, _ outcome: RoundOutcome, _ report: RoundReport) -> Answer {
    let texts = scene.texts.report
    let names = RoundNames(scene: scene, outcome: outcome)
    let mayRead = scene.caller != nil || record.round.kind == .rehearsal
    let title = texts.title.filled(["round": record.title])
    return scene.page(title, isPrivate: scene.caller != nil) { h in
        h.div(.class("exreport")) {
            h.backLink(texts.back, to: ExchangePath.round.link(record.id.text))
            if record.round.kind == .rehearsal {
                h.p(.class("row")) { h.badge(scene.texts.planspiel, icon: .info) }
            }
            h.h1(title)
            h.p(texts.lead, .class("lead"))
            h.actions {
                h.printButton()
                if mayRead {
                    h.linkButton(
                        texts.csv, to: .file(ExchangePath.reportFile.path(record.id.text)), icon: .download,
                        isSmall: true)
                }
            }
            summary(h, scene, record, report)
            demand(h, scene, report)
            if mayRead { loads(h, scene, report, names) }
            if mayRead { declines(h, scene, report) }
            if let found = report.forecast {
                h.section(.labelledBy("prognose")) {
                    h.h2(texts.forecast, .id("prognose"))
                    h.p(texts.forecastLead)
                    forecast(h, scene, found, scene.title)
                }
            }
            notes(h, scene, record, report, names)
        }
    }
}

private func summary(_ h: HTML, _ scene: Scene, _ record: RoundRecord, _ report: RoundReport) {
    let (texts, formats) = (scene.texts.report, scene.formats)
    let missing = report.demand.reduce(0) { $0 + $1.unmet }
    h.keyFacts([
        KeyFact(texts.transfers, formats.number(report.transfers), icon: .exchange),
        KeyFact(texts.unmet, formats.number(missing), icon: .gap),
        KeyFact(scene.texts.round.deadline, formats.day(record.round.deadline), icon: .calendar),
        KeyFact(scene.texts.round.certificate, report.isVerified ? texts.certified : texts.uncertified, icon: .check),
    ])
    let wanted = report.demand.filter { $0.unmet > 0 }.prefix(3).map { scene.title($0.link) }
    h.p {
        h.strong(texts.conclusion + " ")
        h.text(
            wanted.isEmpty ? texts.conclusionNone : texts.conclusionNeed.filled(["links": formats.list(Array(wanted))]))
    }
}

private func demand(_ h: HTML, _ scene: Scene, _ report: RoundReport) {
    let (texts, formats) = (scene.texts.report, scene.formats)
    guard !report.demand.isEmpty else { return }
    h.section(.labelledBy("nachfrage")) {
        h.h2(texts.demand, .id("nachfrage"))
        h.dataTable(
            DataTable(
                texts.demand,
                columns: [
                    Column(texts.link), Column(texts.requests, isNumeric: true), Column(texts.met, isNumeric: true),
                    Column(texts.unmet, isNumeric: true), Column(texts.offers, isNumeric: true),
                ],
                rows: report.demand.map { one in
                    [
                        .text(scene.title(one.link)), .number(formats.number(one.requests), Double(one.requests)),
                        .number(formats.number(one.met), Double(one.met)),
                        .number(formats.number(one.unmet), Double(one.unmet)),
                        .number(formats.number(one.offers), Double(one.offers)),
                    ]
                }, isCaptionHidden: true))
    }
}

private func loads(_ h: HTML, _ scene: Scene, _ report: RoundReport, _ names: RoundNames) {
    let (texts, formats, words) = (scene.texts.report, scene.formats, scene.texts.round)
    h.section(.labelledBy("last")) {
        h.h2(texts.loads, .id("last"))
        h.dataTable(
            DataTable(
                texts.loads,
                columns: [
                    Column(scene.texts.offer.municipality), Column(words.gives, isNumeric: true),
                    Column(words.receives, isNumeric: true), Column(words.before, isNumeric: true),
                    Column(words.after, isNumeric: true),
                ],
                rows: report.standings.map { one in
                    [
                        .text(names(one.participant)),
                        .number("\(one.gives) / \(one.limits.give)", Double(one.gives)),
                        .number("\(one.receives) / \(one.limits.receive)", Double(one.receives)),
                        .number(formats.number(one.before), Double(one.before)),
                        .number(formats.number(one.after), Double(one.after)),
                    ]
                }, isCaptionHidden: true))
        h.p(words.loads, .class("small muted"))
    }
}

private func declines(_ h: HTML, _ scene: Scene, _ report: RoundReport) {
    let texts = scene.texts.report
    h.section(.labelledBy("absagen")) {
        h.h2(texts.declines, .id("absagen"))
        guard !report.declines.isEmpty else { return h.p(texts.declinesNone) }
        h.ul {
            for (reason, count) in report.declines {
                h.li("\(scene.texts.words.declineReasons[reason.rawValue] ?? ""): \(scene.formats.number(count))")
            }
        }
    }
}

private func notes(
    _ h: HTML, _ scene: Scene, _ record: RoundRecord, _ report: RoundReport, _ names: RoundNames
) {
    let lines = report.remarks.map { sentence(scene, $0, names) }.filter { !$0.isEmpty }
    let mayRead = scene.caller != nil || record.round.kind == .rehearsal
    if mayRead, !lines.isEmpty {
        h.section(.labelledBy("bemerkungen")) {
            h.h2(scene.texts.round.remarks, .id("bemerkungen"))
            h.ul { for line in lines { h.li(line) } }
        }
    }
    if !record.assumptions.isEmpty {
        h.section(.labelledBy("annahmen")) {
            h.h2(scene.texts.round.assumptions, .id("annahmen"))
            h.ul { for line in record.assumptions { h.li(line) } }
        }
    }
    h.p(
        scene.texts.report.source.filled([
            "round": record.title, "rules": record.round.rules.version, "seed": report.seed,
            "deadline": scene.formats.day(record.round.deadline), "today": scene.formats.day(scene.market.day),
        ]), .class("small muted"))
}
