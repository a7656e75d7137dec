import Areas
import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// Seite mit einem Diagramm einer Kenngröße: what ranking, funnel and time series have in common.
protocol IndicatorFigure: Sendable {
    /// `/monitoring/rangliste/{indicator}`; its files lie below, without the key it leads to the first indicator.
    static var address: Path { get }
    /// What file names begin with.
    static var fileWord: String { get }
    /// Fields with which the page is still one for search engines.
    static var plainFields: Int { get }

    static func words(_ texts: MonitoringTexts) -> FigureWords
    /// Indicators that may be chosen.
    static func fits(_ indicator: Indicator) -> Bool

    /// - Returns: `nil` if too little is published to be drawn.
    init?(
        _ series: PublishedSeries, _ tree: AreaTree, _ fields: Fields, _ texts: MonitoringTexts, _ language: Language)

    var series: PublishedSeries { get }
    var texts: MonitoringTexts { get }
    var language: Language { get }
    var title: String { get }
    var lead: String { get }
    var drawing: any Chart { get }
    /// What an address must say to ask for the same again.
    var fields: [(String, String)] { get }
    /// Name of its files without the first word and the ending.
    var fileName: String { get }

    func write(_ h: HTML, _ indicators: [Indicator])
}

/// What a page with a chart is called, and why it cannot be drawn for an indicator that does not fit.
struct FigureWords {
    let title: String
    let about: String
    let unfit: String
}

extension IndicatorFigure {
    /// `/monitoring/rangliste`
    static var start: String { "/" + address.pattern.split(separator: "/").dropLast().joined(separator: "/") }

    var path: String { Self.address.path(series.indicator.key) }

    /// Indicator and what the page asks for besides.
    func chooser(_ h: HTML, _ indicators: [Indicator], more: (Pickers) -> Void) {
        h.form(.class("chooser no-print"), .action(.to(Self.start))) {
            let pickers = Pickers(texts: texts.shared, language: language)
            pickers.indicator(h, indicators, chosen: series.indicator.key)
            more(pickers)
            h.button(texts.shared.show, .class("btn btn-2"))
        }
    }
}

extension MonitoringRoom {
    /// Start, page and files of a chart.
    func addRoutes<Figure: IndicatorFigure>(of figure: Figure.Type, to routes: inout RouteTable) {
        routes.get(Figure.start, allow: .everyone) { visit in try await start(figure, visit) }
        routes.get(Figure.address.pattern, allow: .everyone) { visit in try await page(figure, visit) }
        routes.get(Figure.address.pattern + "/{file}", allow: .everyone) { visit in try await file(figure, visit) }
    }

    /// What the start page offers of it.
    func tool<Figure: IndicatorFigure>(_ figure: Figure.Type, _ texts: MonitoringTexts) -> MonitoringTool {
        let words = Figure.words(texts)
        return MonitoringTool(words.title, words.about, .to(Figure.start))
    }

    /// `GET /monitoring/rangliste?kenngroesse=…`: leads to the indicator that was asked for, or to the first that fits.
    private func start<Figure: IndicatorFigure>(_ figure: Figure.Type, _ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let indicators = try await indicators(for: visit).filter(Figure.fits)
        let asked = visit.query.text("kenngroesse").flatMap { key in indicators.first { $0.key == key } }
        guard let indicator = asked ?? indicators.first else {
            let title = Figure.words(texts).title
            return figureNothing(visit, title, texts.figures.tooFew, part: title, texts)
        }
        let fields = visit.query.all.filter { $0.name != "kenngroesse" }.map { ($0.name, $0.value) }
        return .redirect(to: .to(Figure.address.path(indicator.key), query: fields), in: visit.language)
    }

    /// `GET /monitoring/rangliste/kinder-sgb2?gebiet=05913&ebene=stadtteile&zeit=2022`
    private func page<Figure: IndicatorFigure>(_ figure: Figure.Type, _ visit: Visit) async throws -> Answer {
        let texts = texts[visit.language]
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await model(figure, series, visit) else {
            let words = Figure.words(texts)
            return figureNothing(
                visit, series.indicator.name, Figure.fits(series.indicator) ? texts.figures.tooFew : words.unfit,
                part: words.title, texts)
        }
        let indicators = try await indicators(for: visit).filter(Figure.fits)
        let head = PageHead(
            "\(Figure.words(texts).title): \(page.title)", description: page.lead, section: Self.name,
            isPrivate: visit.query.all.count > Figure.plainFields)
        return visit.page(head) { h in page.write(h, indicators) }
    }

    private func file<Figure: IndicatorFigure>(_ figure: Figure.Type, _ visit: Visit) async throws -> Answer {
        let series = try await series(visit.parameters["indicator"], for: visit)
        guard let page = try await model(figure, series, visit) else { throw NotFound() }
        return try await FigureFile(
            name: "\(Figure.fileWord)-\(page.fileName)", chart: page.drawing, indicators: [series.indicator],
            page.texts, visit.language
        ).answer(visit.parameters["file"], pictures, visit, back: .to(page.path, query: page.fields))
    }

    private func model<Figure: IndicatorFigure>(
        _ figure: Figure.Type, _ series: PublishedSeries, _ visit: Visit
    ) async throws -> Figure? {
        let tree = try await directory.current().tree
        return Figure(series, tree, visit.query, texts[visit.language], visit.language)
    }
}
