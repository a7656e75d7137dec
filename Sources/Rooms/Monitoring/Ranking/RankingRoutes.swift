import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the ranking with intervals (Rangliste).
    func addRankingRoutes(to routes: inout RouteTable) {
        routes.get("/monitoring/rangliste", allow: .everyone, rankingStart)
        routes.get(MonitoringPath.ranking.pattern, allow: .everyone, ranking)
        routes.get(MonitoringPath.ranking.pattern + "/{file}", allow: .everyone, rankingFile)
    }

    /// What the start page offers of it.
    func rankingTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.ranking.title, texts.ranking.about, .to("/monitoring/rangliste"))]
    }

    /// `GET /monitoring/rangliste?kenngroesse=…`: leads to the chart.
    private func rankingStart(_ visit: Visit) async throws -> Answer {
        try await figureStart(visit, MonitoringPath.ranking, texts[visit.language].ranking.title) { $0.isCompared }
    }

    /// `GET /monitoring/rangliste/kinder-sgb2?gebiet=05913&ebene=stadtteile&zeit=2022`
    private func ranking(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await rankingModel(series, visit) else {
            return figureNothing(
                visit, series.indicator.name,
                series.indicator.isCompared ? texts.figures.tooFew : texts.figures.milestone,
                part: texts.ranking.title, texts)
        }
        let indicators = try await indicators(for: visit).filter(\.isCompared)
        return visit.page(
            PageHead(page.title, description: page.lead, section: Self.name, isPrivate: visit.query.all.count > 3)
        ) { h in page.write(h, indicators) }
    }

    private func rankingFile(_ visit: Visit) async throws -> Answer {
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await rankingModel(series, visit) else { throw NotFound() }
        return try await FigureFile(
            name: "rangliste-" + page.scope.fileName(series.indicator), chart: page.chart,
            indicators: [series.indicator], page.texts, visit.language
        ).answer(visit.parameters["file"], pictures, visit, back: .to(page.path, query: page.scope.fields))
    }

    private func rankingModel(_ series: PublishedSeries, _ visit: Visit) async throws -> RankingPage? {
        let tree = try await directory.current().tree
        guard series.indicator.isCompared, let scope = FigureScope(series, visit.query, tree) else { return nil }
        return RankingPage(series: series, scope: scope, texts: texts[visit.language], language: visit.language)
    }

    /// Leads to the page of the indicator that was asked for, or of the first that fits.
    func figureStart(
        _ visit: Visit, _ path: Path, _ part: String, _ fits: (Indicator) -> Bool
    ) async throws -> Answer {
        let indicators = try await indicators(for: visit).filter(fits)
        let asked = visit.query.text("kenngroesse").flatMap { key in indicators.first { $0.key == key } }
        guard let indicator = asked ?? indicators.first else {
            return figureNothing(
                visit, part, texts[visit.language].figures.tooFew, part: part, texts[visit.language])
        }
        let fields = visit.query.all.filter { $0.name != "kenngroesse" }.map { ($0.name, $0.value) }
        return .redirect(to: .to(path.path(indicator.key), query: fields), in: visit.language)
    }
}

/// `/monitoring/rangliste/{indicator}`: areas by value, each with its interval, and no order where there is none.
struct RankingPage: Sendable {
    let series: PublishedSeries
    let scope: FigureScope
    let texts: MonitoringTexts
    let language: Language

    private var indicator: Indicator { series.indicator }
    var path: String { MonitoringPath.ranking.path(indicator.key) }

    var title: String { "\(indicator.name): \(scope.root.name), \(scope.period.words(language))" }

    /// How many differ from the mean by more than chance.
    var lead: String {
        let standings = chart.rows.filter { $0.value.number != nil }.map(chart.standing)
        let sure = standings.count { $0 != .unsure }
        guard chart.mean != nil else { return texts.ranking.noMean }
        let values = ["sure": Formats(language).number(sure), "all": Formats(language).number(standings.count)]
        return (sure == 0 ? texts.ranking.leadNone : texts.ranking.lead).filled(values)
    }

    var chart: RankingChart {
        RankingChart(
            title, unit: indicator.chartUnit, valueTitle: indicator.name,
            rows: scope.areas.map { area in
                RankingChart.Row(
                    area.name, series[area.id, scope.period].shown(indicator.measure),
                    link: MonitoringPath.profile.link(AreaSlug.text(area.key)), isMarked: area.id == scope.marked?.id)
            }, mean: RegionMean.of(series, scope),
            note: SourceNote(
                indicator.source, date: scope.period.words(language),
                base: indicator.denominator.isEmpty ? nil : indicator.denominator),
            remarks: [texts.uncertainty(indicator)])
    }

    func write(_ h: HTML, _ indicators: [Indicator]) {
        h.figureHead(title, lead: lead, part: texts.ranking.title, indicators: [indicator], texts)
        h.form(.class("chooser no-print"), .action(.to("/monitoring/rangliste"))) {
            let pickers = Pickers(texts: texts.shared, language: language)
            pickers.indicator(h, indicators, chosen: indicator.key)
            scope.pickers(h, pickers, periods: series.periods)
            h.button(texts.shared.show, .class("btn btn-2"))
        }
        h.rankingChart(chart) { h.downloads(path, scope.fields, texts) }
        if indicator.measure.isRate {
            h.p {
                h.a(
                    texts.ranking.toFunnel,
                    .href(.to(MonitoringPath.funnel.path(indicator.key), query: scope.fields)))
            }
        }
        readingAid(h, indicator, texts)
    }
}
