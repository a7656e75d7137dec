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
        addRoutes(of: RankingPage.self, to: &routes)
    }

    /// What the start page offers of it.
    func rankingTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [tool(RankingPage.self, texts)]
    }
}

/// `/monitoring/rangliste/{indicator}`: areas by value, each with its interval, and no order where there is none.
struct RankingPage: IndicatorFigure {
    static let address = MonitoringPath.ranking
    static let fileWord = "rangliste"
    static let plainFields = 3

    let series: PublishedSeries
    let scope: FigureScope
    let texts: MonitoringTexts
    let language: Language

    static func words(_ texts: MonitoringTexts) -> FigureWords {
        FigureWords(title: texts.ranking.title, about: texts.ranking.about, unfit: texts.figures.milestone)
    }

    static func fits(_ indicator: Indicator) -> Bool { indicator.isCompared }

    init?(
        _ series: PublishedSeries, _ tree: AreaTree, _ fields: Fields, _ texts: MonitoringTexts, _ language: Language
    ) {
        guard Self.fits(series.indicator), let scope = FigureScope(series, fields, tree) else { return nil }
        self.series = series
        self.scope = scope
        self.texts = texts
        self.language = language
    }

    private var indicator: Indicator { series.indicator }
    var drawing: any Chart { chart }
    var fields: [(String, String)] { scope.fields }
    var fileName: String { scope.fileName(indicator) }

    var title: String { "\(indicator.name): \(scope.regionName), \(scope.period.words(language))" }

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
            title, unit: indicator.chartUnit, valueTitle: texts.shared.value,
            rows: scope.areas.map { area in
                RankingChart.Row(
                    scope.names[area], series[area.id, scope.period].shown(indicator.measure),
                    link: MonitoringPath.profile.link(AreaSlug.text(area.key)), isMarked: area.id == scope.marked?.id)
            }, mean: RegionMean.of(series, scope),
            note: SourceNote(
                indicator.source, date: scope.period.words(language),
                base: indicator.denominator.isEmpty ? nil : indicator.denominator),
            remarks: [texts.uncertainty(indicator)])
    }

    func write(_ h: HTML, _ indicators: [Indicator]) {
        h.figureHead(title, lead: lead, part: texts.ranking.title, indicators: [indicator], texts)
        chooser(h, indicators) { scope.pickers(h, $0, periods: series.periods) }
        h.howTo(texts.ranking.howTo, texts)
        h.rankingChart(chart) { h.downloads(path, fields, texts) }
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
