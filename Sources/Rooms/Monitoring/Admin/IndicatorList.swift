import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/kenngroessen`
func indicatorList(_ visit: Visit, _ entries: [IndicatorOverview], _ words: MonitoringTexts.Admin) -> Answer {
    let head = PageHead(words.title, section: MonitoringRoom.name, isPrivate: true)
    return visit.page(head) { h in
        h.backLink(to: MonitoringPath.start.link())
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        if let key = visit.query.text("gespeichert"), let one = entries.first(where: { $0.indicator.key == key }) {
            h.alert(.good, words.saved.filled(["name": one.indicator.name]), isAnswer: true)
        }
        h.div(.class("row actions")) {
            h.linkButton(words.new, to: AdminPath.new.link(), icon: .plus)
            h.linkButton(words.imports, to: MonitoringPath.imports.link(), icon: .upload)
        }
        guard !entries.isEmpty else { return h.emptyState(words.empty, words.emptyHint, icon: .chart) }
        h.dataTable(
            DataTable(
                words.listTitle,
                columns: [
                    Column(words.columnName), Column(words.columnKind), Column(words.columnMeasure),
                    Column(words.columnSource), Column(words.columnValues, isNumeric: true),
                    Column(words.columnPublished),
                ],
                rows: entries.map { row($0, visit, h.formats, words) }, isCaptionHidden: true))
    }
}

private func row(
    _ entry: IndicatorOverview, _ visit: Visit, _ formats: Formats, _ words: MonitoringTexts.Admin
) -> [TableCell] {
    let indicator = entry.indicator
    let unit = indicator.unit.isEmpty ? "" : " (\(indicator.unit))"
    return [
        .link(indicator.name, AdminPath.indicator.link(indicator.key)), .text(words.words.kind(indicator.kind)),
        .text(words.words.measure(indicator.measure) + unit),
        .text(indicator.source.isEmpty ? words.unsaid : indicator.source),
        .number(formats.number(entry.values), Double(entry.values)),
        entry.publishedAt.map { .text(formats.day($0.berlinDay)) } ?? .badge(words.never, .info),
    ]
}

extension MonitoringTexts.Admin.Words {
    /// The kind in people's words.
    func kind(_ kind: Indicator.Kind) -> String {
        switch kind {
        case .outcome: outcome
        case .reach: reach
        case .process: process
        case .milestone: milestone
        case .context: context
        }
    }

    /// The measure in people's words.
    func measure(_ measure: Indicator.Measure) -> String {
        switch measure {
        case .count: count
        case .share: share
        case .ratio: ratio
        case .score: score
        case .yesNo: yesNo
        }
    }
}
