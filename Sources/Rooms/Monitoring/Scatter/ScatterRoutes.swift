import Areas
import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

extension MonitoringRoom {
    /// Addresses of the comparison of two indicators (Streudiagramm).
    func addScatterRoutes(to routes: inout RouteTable) {
        routes.get(MonitoringPath.scatter.pattern, allow: .everyone, scatter)
        routes.get(MonitoringPath.scatter.pattern + "/{file}", allow: .everyone, scatterFile)
    }

    /// What the start page offers of it.
    func scatterTools(_ texts: MonitoringTexts) -> [MonitoringTool] {
        [MonitoringTool(texts.scatter.title, texts.scatter.about, MonitoringPath.scatter.link())]
    }

    /// `GET /monitoring/vergleich?quer=kinder-sgb2&hoch=u8&gebiet=05913&ebene=stadtteile&zeit=2022`
    private func scatter(_ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let indicators = try await indicators(for: visit).filter(\.isCompared)
        guard let page = try await scatterModel(visit, indicators) else {
            return figureNothing(
                visit, texts.scatter.title, texts.figures.tooFew, part: texts.scatter.title, texts
            ) { h in
                guard indicators.count > 1 else { return }
                h.form(.class("chooser no-print"), .action(MonitoringPath.scatter.link())) {
                    scatterPickers(
                        h, indicators, visit.query.text("quer") ?? "", visit.query.text("hoch") ?? "", texts,
                        visit.language)
                    h.button(texts.shared.show, .class("btn btn-2"))
                }
            }
        }
        let head = PageHead(
            page.chart.title, description: page.lead, section: Self.name, isPrivate: visit.query.all.count > 2)
        return visit.page(head) { h in page.write(h, indicators) }
    }

    private func scatterFile(_ visit: Visit) async throws -> Answer {
        let indicators = try await indicators(for: visit).filter(\.isCompared)
        guard let page = try await scatterModel(visit, indicators) else { throw NotFound() }
        return try await FigureFile(
            name: "vergleich-\(page.across.indicator.key)-" + page.scope.fileName(page.up.indicator),
            chart: page.chart, indicators: [page.across.indicator, page.up.indicator], page.texts, visit.language
        ).answer(
            visit.parameters["file"], pictures, visit, back: .to(MonitoringPath.scatter.path(), query: page.fields))
    }

    /// The two that were asked for, else the first two that share areas and a period.
    private func scatterModel(_ visit: Visit, _ indicators: [Indicator]) async throws -> ScatterPage? {
        let asked = ["quer", "hoch"].map { field in
            visit.query.text(field).flatMap { key in indicators.first { $0.key == key } }
        }
        guard let first = asked[0] ?? indicators.first(where: { $0.measure.isRate && $0 != asked[1] }),
            let second = asked[1] ?? indicators.first(where: { $0.measure.isRate && $0 != first })
        else { return nil }
        let across = try await series(first.key, for: visit)
        let up = try await series(second.key, for: visit)
        let tree = try await directory.current().tree
        return ScatterPage(
            across, up, tree, visit.query, texts[visit.language], visit.language)
    }
}

private func scatterPickers(
    _ h: HTML, _ indicators: [Indicator], _ across: String, _ up: String, _ texts: MonitoringTexts,
    _ language: Language
) {
    for (name, label, chosen) in [("quer", texts.scatter.across, across), ("hoch", texts.scatter.up, up)] {
        let groups = Indicator.Kind.allCases.compactMap { kind -> (title: String, choices: [Choice])? in
            let own = indicators.filter { $0.kind == kind }
            return own.isEmpty ? nil : (texts.shared[kind], own.map { Choice($0.key, $0.name) })
        }
        h.selectField(FieldState(name, chosen), label: label, groups: groups)
    }
}

/// `/monitoring/vergleich`: two indicators of the same areas, with what this does not say.
struct ScatterPage: Sendable {
    let across: PublishedSeries
    let up: PublishedSeries
    let scope: FigureScope
    let periods: [Period]
    let texts: MonitoringTexts
    let language: Language
    let correlation: Correlation?
    private let points: [ScatterChart.Point]

    /// - Returns: `nil` if the two share no period, or fewer than three areas know both.
    init?(
        _ across: PublishedSeries, _ up: PublishedSeries, _ tree: AreaTree, _ fields: Fields,
        _ texts: MonitoringTexts, _ language: Language
    ) {
        let shared = Set(up.periods)
        periods = across.periods.filter(shared.contains)
        guard let scope = FigureScope(across, fields, tree, periods: periods) else { return nil }
        points = scope.areas.compactMap { area in
            guard let x = across[area.id, scope.period].value, let y = up[area.id, scope.period].value else {
                return nil
            }
            return ScatterChart.Point(
                scope.names[area], x: x, y: y, base: across[area.id, scope.period].base,
                isMarked: area.id == scope.marked?.id)
        }
        guard points.count >= 3 else { return nil }
        self.across = across
        self.up = up
        self.scope = scope
        self.texts = texts
        self.language = language
        correlation = Correlation(points.map { (x: $0.x, y: $0.y) })
    }

    var fields: [(String, String)] {
        [("quer", across.indicator.key), ("hoch", up.indicator.key)] + scope.fields
    }

    var lead: String {
        guard let correlation else { return texts.scatter.tooFew }
        let names = ["across": across.indicator.name, "up": up.indicator.name]
        switch correlation.finding {
        case .together: return texts.scatter.together.filled(names)
        case .opposed: return texts.scatter.opposed.filled(names)
        case .unsure: return texts.scatter.unsure.filled(names)
        }
    }

    var chart: ScatterChart {
        let formats = Formats(language)
        let values = correlation.map { found in
            [
                "value": formats.decimal(found.value, places: 2),
                "from": formats.decimal(found.limits.lower, places: 2),
                "to": formats.decimal(found.limits.upper, places: 2), "count": formats.number(found.count),
            ]
        }
        let base = across.indicator.denominator
        return ScatterChart(
            texts.scatter.heading.filled([
                "across": across.indicator.name, "up": up.indicator.name, "region": scope.regionName,
                "period": scope.period.words(language),
            ]), across: ScatterChart.Axis(across.indicator.name, across.indicator.chartUnit),
            up: ScatterChart.Axis(up.indicator.name, up.indicator.chartUnit), points: points,
            baseTitle: points.allSatisfy { $0.base != nil } && !base.isEmpty ? base : nil,
            note: SourceNote(
                Set([across.indicator.source, up.indicator.source]).sorted().joined(separator: "; "),
                date: scope.period.words(language), base: base.isEmpty ? nil : base),
            remarks: [
                values.map { texts.scatter.correlation.filled($0) } ?? texts.scatter.tooFew, texts.scatter.noCause,
            ])
    }

    func write(_ h: HTML, _ indicators: [Indicator]) {
        h.figureHead(
            chart.title, lead: lead, part: texts.scatter.title, indicators: [across.indicator, up.indicator], texts)
        h.form(.class("chooser no-print"), .action(MonitoringPath.scatter.link())) {
            scatterPickers(h, indicators, across.indicator.key, up.indicator.key, texts, language)
            scope.pickers(h, Pickers(texts: texts.shared, language: language), periods: periods)
            h.button(texts.shared.show, .class("btn btn-2"))
        }
        h.howTo(texts.scatter.howTo, texts)
        h.chart(chart) { h.downloads(MonitoringPath.scatter.path(), fields, texts) }
        for indicator in [across.indicator, up.indicator] where !indicator.readingAid.isEmpty {
            h.p {
                h.strong(indicator.name + ": ")
                h.text([indicator.readingAid, indicator.caveat].filter { !$0.isEmpty }.joined(separator: " "))
            }
        }
    }
}
