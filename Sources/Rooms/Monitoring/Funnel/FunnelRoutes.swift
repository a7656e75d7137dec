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
        addRoutes(of: FunnelPage.self, to: &routes)
    }

    /// What the start page offers of it.
    func funnelTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [tool(FunnelPage.self, texts)]
    }
}

/// `/monitoring/trichter/{indicator}`: which areas lie further from the mean than chance explains at their size.
struct FunnelPage: IndicatorFigure {
    static let address = MonitoringPath.funnel
    static let fileWord = "trichter"
    static let plainFields = 3

    let series: PublishedSeries
    let scope: FigureScope
    let texts: MonitoringTexts
    let language: Language
    let chart: FunnelChart

    static func words(_ texts: MonitoringTexts) -> FigureWords {
        FigureWords(title: texts.funnel.title, about: texts.funnel.about, unfit: texts.funnel.noRate)
    }

    static func fits(_ indicator: Indicator) -> Bool { indicator.isCompared && indicator.measure.isRate }

    /// - Returns: `nil` if the indicator is no rate, or fewer than three areas know events and base.
    init?(
        _ series: PublishedSeries, _ tree: AreaTree, _ fields: Fields, _ texts: MonitoringTexts, _ language: Language
    ) {
        guard Self.fits(series.indicator), let scope = FigureScope(series, fields, tree) else { return nil }
        let measure = series.indicator.measure
        let known = scope.areas.compactMap { area -> (area: Area, events: Double, base: Double)? in
            let value = series[area.id, scope.period]
            guard let events = value.events, let base = value.base, base > 0 else { return nil }
            return (area, events, base)
        }
        let kind: FunnelPlot.Kind = if case .share = measure { .share } else { .ratio }
        guard known.count >= 3,
            let plot = FunnelPlot(events: known.map(\.events), bases: known.map(\.base), kind: kind)
        else { return nil }
        self.series = series
        self.scope = scope
        self.texts = texts
        self.language = language
        let indicator = series.indicator
        chart = FunnelChart(
            "\(indicator.name): \(scope.regionName), \(scope.period.words(language))", unit: indicator.chartUnit,
            valueTitle: indicator.name,
            baseTitle: indicator.denominator.isEmpty ? texts.shared.base : indicator.denominator,
            points: known.map { each in
                FunnelChart.Point(
                    scope.names[each.area], base: each.base, value: each.events / each.base * measure.per,
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

    var title: String { chart.title }
    var drawing: any Chart { chart }
    var fields: [(String, String)] { scope.fields }
    var fileName: String { scope.fileName(series.indicator) }

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
        chooser(h, indicators) { scope.pickers(h, $0, periods: series.periods) }
        h.howTo(texts.funnel.howTo, texts)
        h.chart(chart) { h.downloads(path, fields, texts) }
        readingAid(h, indicator, texts)
    }
}
