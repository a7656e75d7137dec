import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// What the start page shows.
struct StartModel: Sendable {
    let series: [PublishedSeries]
    let tools: [MonitoringTool]
    let tree: AreaTree
    let stage: LifeStage?

    /// Those of the chosen stage; numbers that name no stage belong to all of them.
    var shown: [PublishedSeries] {
        series.filter { stage.map($0.indicator.stages.contains) ?? true || $0.indicator.stages.isEmpty }
    }

    /// The newest number for the region that the numbers are about: the highest area with a value.
    func latest(_ series: PublishedSeries) -> (area: Area, period: Period, value: PublishedValue)? {
        let areas = series.areas.compactMap { tree[$0] }.sorted {
            (tree.ancestors(of: $0.id).count, $0.name, $0.key) < (tree.ancestors(of: $1.id).count, $1.name, $1.key)
        }
        guard let first = areas.first, let period = series.latest,
            areas.dropFirst().first.map({ tree.ancestors(of: $0.id).contains { $0.id == first.id } }) ?? true
        else { return nil }
        return (first, period, series[first.id, period])
    }
}

/// `/monitoring`
func monitoringStart(_ visit: Visit, _ model: StartModel, _ texts: MonitoringTexts) -> Answer {
    let title = model.series.isEmpty ? texts.start.title : texts.start.finding(model.series.count, in: visit.language)
    let head = PageHead(texts.start.title, description: texts.start.lead, section: MonitoringRoom.name)
    return visit.page(head) { h in
        h.header(.class("masthead")) {
            h.h1(title)
            h.p(texts.start.lead, .class("lead"))
        }
        if model.series.contains(where: \.indicator.isInvented) { h.alert(.info, texts.shared.invented) }
        if model.series.isEmpty { h.emptyState(texts.start.empty, texts.start.emptyHint, icon: .chain) }
        toolList(h, texts.start.tools, model.tools.filter { !$0.isInternal })
        if !model.series.isEmpty { knownNumbers(h, visit, model, texts) }
        toolList(h, texts.start.internal, model.tools.filter(\.isInternal))
    }
}

private func knownNumbers(_ h: HTML, _ visit: Visit, _ model: StartModel, _ texts: MonitoringTexts) {
    let words = Vocabulary(visit.language)
    h.section(.labelledBy("bekannt")) {
        h.h2(texts.start.known, .id("bekannt"))
        h.segments(
            texts.start.stageLabel,
            [(texts.start.allStages, MonitoringPath.start.link(), model.stage == nil)]
                + LifeStage.allCases.map { stage in
                    (
                        words[stage], .to("/monitoring", query: [("phase", stage.rawValue)]),
                        model.stage == stage
                    )
                })
        for kind in Indicator.Kind.allCases {
            let own = model.shown.filter { $0.indicator.kind == kind }
            if !own.isEmpty {
                h.h3(texts.shared[kind])
                h.dataTable(numbersTable(own, texts.shared[kind], visit, model, texts))
            }
        }
    }
}

private func numbersTable(
    _ series: [PublishedSeries], _ caption: String, _ visit: Visit, _ model: StartModel, _ texts: MonitoringTexts
) -> DataTable {
    DataTable(
        caption,
        columns: [
            Column(texts.start.indicator, sort: .text), Column(texts.start.latest), Column(texts.start.period),
            Column(texts.start.source),
        ],
        rows: series.map { series in
            let indicator = series.indicator
            let values = ValueWords(indicator, visit.language, texts.shared)
            let latest = model.latest(series)
            let value =
                indicator.measure == .yesNo
                ? texts.start.milestone
                : latest.map { "\($0.area.name): \(values.value($0.value))" }
                    ?? texts.start.areas(series.areas.count, in: visit.language)
            let period = latest?.period ?? series.latest
            return [
                .link(indicator.name, .to("\(AtlasLink.start)/\(indicator.key)")), .text(value),
                .text(period.map { $0.words(visit.language) } ?? ""), .text(indicator.source),
            ]
        }, isCaptionHidden: true)
}

private func toolList(_ h: HTML, _ title: String, _ tools: [MonitoringTool]) {
    guard !tools.isEmpty else { return }
    h.section(.label(title)) {
        h.h2(title)
        h.div(.class("grid")) {
            for tool in tools {
                h.div(.class("card")) {
                    h.h3(.class("h4")) { h.a(tool.title, .href(tool.link)) }
                    h.p(tool.about)
                }
            }
        }
    }
}
