import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of time series (Verlauf).
    func addSeriesRoutes(to routes: inout RouteTable) {
        addRoutes(of: SeriesPage.self, to: &routes)
    }

    /// What the start page offers of it.
    func seriesTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [tool(SeriesPage.self, texts)]
    }
}

/// `/monitoring/verlauf/{indicator}`: one area over the years, with up to four others to compare it with.
///
/// `GET /monitoring/verlauf/kinder-sgb2?gebiet=05913~1&mit1=05913&mit2=05913~2`
struct SeriesPage: IndicatorFigure {
    static let address = MonitoringPath.series
    static let fileWord = "verlauf"
    static let plainFields = 2

    let series: PublishedSeries
    let area: Area
    let others: [Area]
    /// Every area of which something is published, from above.
    let known: [Area]
    let names: AreaNames
    let tree: AreaTree
    let texts: MonitoringTexts
    let language: Language

    static let mostOthers = 4

    static func words(_ texts: MonitoringTexts) -> FigureWords {
        FigureWords(title: texts.series.title, about: texts.series.about, unfit: texts.figures.milestone)
    }

    static func fits(_ indicator: Indicator) -> Bool { indicator.isCompared }

    /// - Returns: `nil` for milestones, and if nothing is published.
    init?(
        _ series: PublishedSeries, _ tree: AreaTree, _ fields: Fields, _ texts: MonitoringTexts, _ language: Language
    ) {
        let known = series.areas.compactMap { tree[$0] }.sorted {
            (tree.ancestors(of: $0.id).count, $0.name, $0.key) < (tree.ancestors(of: $1.id).count, $1.name, $1.key)
        }
        let asked = fields.text("gebiet").flatMap(AreaSlug.key).flatMap { key in
            known.first { $0.id == ID<Area>(key: key) }
        }
        guard Self.fits(series.indicator), !series.periods.isEmpty, let area = asked ?? known.first else {
            return nil
        }
        self.series = series
        self.area = area
        self.known = known
        names = AreaNames(known, tree)
        self.tree = tree
        self.texts = texts
        self.language = language
        let asksOthers = fields.all.contains { $0.name.hasPrefix("mit") }
        let named = (1...Self.mostOthers).flatMap { fields.values("mit\($0)") }.compactMap(AreaSlug.key).compactMap {
            key in
            known.first { $0.id == ID<Area>(key: key) }
        }
        let above = tree.ancestors(of: area.id).filter { each in known.contains { $0.id == each.id } }
        let isCount = series.indicator.measure == .count
        var seen: Set<ID<Area>> = [area.id]
        others = Array(
            (asksOthers ? named : isCount ? [] : above).filter { seen.insert($0.id).inserted }
                .prefix(Self.mostOthers))
    }

    var title: String { chart.title }
    var drawing: any Chart { chart }
    var fileName: String { "\(series.indicator.key)-\(AreaSlug.text(area.key))" }

    var fields: [(String, String)] {
        [("gebiet", AreaSlug.text(area.key))]
            + (others.isEmpty
                ? [("mit1", "keine")]
                : others.enumerated().map { ("mit\($0.offset + 1)", AreaSlug.text($0.element.key)) })
    }

    private func values(_ area: Area) -> [ChartValue] {
        series.periods.map { series[area.id, $0].shown(series.indicator.measure) }
    }

    var chart: LineChart {
        let indicator = series.indicator
        return LineChart(
            texts.series.heading.filled([
                "indicator": indicator.name, "area": names[area], "from": series.periods.first?.words(language) ?? "",
                "to": series.periods.last?.words(language) ?? "",
            ]), unit: indicator.chartUnit, valueTitle: indicator.name,
            periods: series.periods.map { $0.kind == .day ? String($0.lastDay.year) : $0.words(language) },
            places: series.periods.map { Double($0.lastDay.daysSince1970) / 365.25 },
            lines: [LineChart.Line(names[area], values(area), isMain: true)]
                + others.map { LineChart.Line(names[$0], values($0)) },
            levels: Self.levels(indicator, area, language),
            note: SourceNote(
                indicator.source, date: series.periods.last?.words(language),
                base: indicator.denominator.isEmpty ? nil : indicator.denominator),
            remarks: [texts.uncertainty(indicator)])
    }

    /// Target and baseline of the area, or those of all areas.
    static func levels(_ indicator: Indicator, _ area: Area, _ language: Language) -> [LineChart.Level] {
        let own = indicator.targets.first { $0.areaID == area.id } ?? indicator.targets.first { $0.areaID == nil }
        guard let own else { return [] }
        return [LineChart.Level(.target, own.value, period: own.period.words(language))]
            + [own.baseline].compactMap { $0 }.map {
                LineChart.Level(.baseline, $0, period: own.baselinePeriod?.words(language))
            }
    }

    /// From the first to the last number: changed by more than chance, or not to be told.
    var lead: String {
        let shown = values(area)
        let indicator = series.indicator
        guard let first = shown.firstIndex(where: { $0.number != nil }),
            let last = shown.lastIndex(where: { $0.number != nil }), first < last,
            let before = shown[first].number, let after = shown[last].number
        else { return texts.series.leadShort }
        let formats = Formats(language)
        let values = [
            "area": names[area], "from": series.periods[first].words(language),
            "to": series.periods[last].words(language), "before": indicator.chartUnit.words(before, formats),
            "after": indicator.chartUnit.words(after, formats),
        ]
        let isApart =
            if let a = shown[first].interval, let b = shown[last].interval { a.high < b.low || b.high < a.low } else {
                !indicator.measure.isRate
            }
        return (isApart ? texts.series.lead : texts.series.leadUnsure).filled(values)
    }

    func write(_ h: HTML, _ indicators: [Indicator]) {
        let indicator = series.indicator
        h.figureHead(title, lead: lead, part: texts.series.title, indicators: [indicator], texts)
        chooser(h, indicators) { pickers in
            pickers.region(h, known, chosen: area, tree: tree, label: texts.shared.area)
            for index in 0..<min(others.count + 1, Self.mostOthers) {
                let chosen = index < others.count ? AreaSlug.text(others[index].key) : ""
                h.selectField(
                    FieldState("mit\(index + 1)", chosen), label: texts.series.compareWith,
                    choices: known.map { Choice(AreaSlug.text($0.key), names[$0]) },
                    emptyChoice: texts.figures.nobody, isOptional: true)
            }
        }
        h.howTo(texts.series.howTo, texts)
        h.chart(chart) { h.downloads(path, fields, texts) }
        readingAid(h, indicator, texts)
    }
}
