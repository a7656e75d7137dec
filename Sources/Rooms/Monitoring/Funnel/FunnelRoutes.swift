import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the funnel plot (Trichterdiagramm).
    func addFunnelRoutes(to routes: inout RouteTable) {
        routes.get("/monitoring/trichter", allow: .everyone, funnelStart)
        routes.get(MonitoringPath.funnel.pattern, allow: .everyone, funnel)
        routes.get(MonitoringPath.funnel.pattern + "/{file}", allow: .everyone, funnelFile)
    }

    /// What the start page offers of it.
    func funnelTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.funnel.title, texts.funnel.about, .to("/monitoring/trichter"))]
    }

    private func funnelStart(_ visit: Visit) async throws -> Answer {
        try await figureStart(visit, MonitoringPath.funnel, texts[visit.language].funnel.title) { $0.measure.isRate }
    }

    /// `GET /monitoring/trichter/kinder-sgb2?gebiet=05913&ebene=stadtteile&zeit=2022`
    private func funnel(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await funnelModel(series, visit) else {
            return figureNothing(
                visit, series.indicator.name,
                series.indicator.measure.isRate ? texts.figures.tooFew : texts.funnel.noRate,
                part: texts.funnel.title, texts)
        }
        let indicators = try await indicators(for: visit).filter { $0.isCompared && $0.measure.isRate }
        return visit.page(
            PageHead(page.title, description: page.lead, section: Self.name, isPrivate: visit.query.all.count > 3)
        ) { h in page.write(h, indicators) }
    }

    private func funnelFile(_ visit: Visit) async throws -> Answer {
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await funnelModel(series, visit) else { throw NotFound() }
        return try await FigureFile(
            name: "trichter-" + page.scope.fileName(series.indicator), chart: page.chart,
            indicators: [series.indicator], page.texts, visit.language
        ).answer(visit.parameters["file"], pictures, visit, back: .to(page.path, query: page.scope.fields))
    }

    private func funnelModel(_ series: PublishedSeries, _ visit: Visit) async throws -> FunnelPage? {
        let tree = try await directory.current().tree
        guard series.indicator.isCompared, let scope = FigureScope(series, visit.query, tree) else { return nil }
        return FunnelPage(series, scope, texts[visit.language], visit.language)
    }
}

/// `/monitoring/trichter/{indicator}`: which areas lie further from the mean than chance explains at their size.
struct FunnelPage: Sendable {
    let series: PublishedSeries
    let scope: FigureScope
    let texts: MonitoringTexts
    let language: Language
    let chart: FunnelChart

    /// - Returns: `nil` if the indicator is no rate, or fewer than three areas know events and base.
    init?(_ series: PublishedSeries, _ scope: FigureScope, _ texts: MonitoringTexts, _ language: Language) {
        let measure = series.indicator.measure
        let known = scope.areas.compactMap { area -> (area: Area, events: Double, base: Double)? in
            let value = series[area.id, scope.period]
            guard let events = value.events, let base = value.base, base > 0 else { return nil }
            return (area, events, base)
        }
        let kind: FunnelPlot.Kind = if case .share = measure { .share } else { .ratio }
        guard measure.isRate, known.count >= 3,
            let plot = FunnelPlot(events: known.map(\.events), bases: known.map(\.base), kind: kind)
        else { return nil }
        self.series = series
        self.scope = scope
        self.texts = texts
        self.language = language
        let indicator = series.indicator
        chart = FunnelChart(
            "\(indicator.name): \(scope.root.name), \(scope.period.words(language))", unit: indicator.chartUnit,
            valueTitle: indicator.name,
            baseTitle: indicator.denominator.isEmpty ? texts.shared.base : indicator.denominator,
            points: known.map { each in
                FunnelChart.Point(
                    each.area.name, base: each.base, value: each.events / each.base * measure.per,
                    standing: Self.standing(plot, each.events, each.base), isMarked: each.area.id == scope.marked?.id)
            }, mean: plot.overall * measure.per,
            limits: Self.limits(plot, most: known.map(\.base).max() ?? 1, per: measure.per),
            note: SourceNote(
                indicator.source, date: scope.period.words(language),
                base: indicator.denominator.isEmpty ? nil : indicator.denominator),
            remarks: [texts.funnel.explained])
    }

    private static func standing(_ plot: FunnelPlot, _ events: Double, _ base: Double) -> FunnelChart.Standing {
        let isOutside = { (width: FunnelPlot.Width) in
            plot.place(events: events, base: base, width).map { $0 != .alike } ?? false
        }
        return isOutside(.three) ? .beyondThree : isOutside(.two) ? .beyondTwo : .inside
    }

    /// Limits at sixty sizes, closer together where they bend.
    private static func limits(_ plot: FunnelPlot, most: Double, per: Double) -> [FunnelChart.Limit] {
        (1...60).compactMap { step in
            let share = Double(step) / 60
            let base = max(most * 1.25 * share * share, 1)
            guard let two = plot.limits(base: base, .two), let three = plot.limits(base: base, .three) else {
                return nil
            }
            return FunnelChart.Limit(
                base: base, two: two.lower * per...two.upper * per, three: three.lower * per...three.upper * per)
        }
    }

    var path: String { MonitoringPath.funnel.path(series.indicator.key) }
    var title: String { chart.title }

    var lead: String {
        let outside = chart.points.count { $0.standing == .beyondThree }
        let values = [
            "outside": Formats(language).number(outside), "all": Formats(language).number(chart.points.count),
        ]
        return (outside == 0 ? texts.funnel.leadNone : texts.funnel.lead).filled(values)
    }

    func write(_ h: HTML, _ indicators: [Indicator]) {
        let indicator = series.indicator
        h.figureHead(title, lead: lead, part: texts.funnel.title, indicators: [indicator], texts)
        h.form(.class("chooser no-print"), .action(.to("/monitoring/trichter"))) {
            let pickers = Pickers(texts: texts.shared, language: language)
            pickers.indicator(h, indicators, chosen: indicator.key)
            scope.pickers(h, pickers, periods: series.periods)
            h.button(texts.shared.show, .class("btn btn-2"))
        }
        h.chart(chart) { h.downloads(path, scope.fields, texts) }
        readingAid(h, indicator, texts)
    }
}
