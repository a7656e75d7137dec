import Design
import HTML
import Indicators
import Prevention
import Print
import Texts
import Web

/// Diagramm als Datei: the same chart as picture (SVG, PNG) and as numbers (CSV, ODS).
struct FigureFile: Sendable {
    enum Format: String, CaseIterable, Sendable {
        case svg = "bild.svg"
        case png = "bild.png"
        case csv = "werte.csv"
        case ods = "werte.ods"

        /// Name on the page.
        var words: String {
            switch self {
            case .svg: "SVG"
            case .png: "PNG"
            case .csv: "CSV"
            case .ods: "ODS"
            }
        }
    }

    /// `rangliste-kinder-sgb2-05913-2022`
    let name: String
    let title: String
    /// `nil` for tables that are no chart: then there are no pictures.
    let picture: PictureFile?
    let table: DataTable
    /// What stands under the numbers: uncertainty, source, that they are invented, licence.
    let sources: [String]
    let texts: MonitoringTexts
    let language: Language

    init(name: String, chart: any Chart, indicators: [Indicator], _ texts: MonitoringTexts, _ language: Language) {
        let probe = HTML(pathPrefix: language.pathPrefix)
        let notes = Self.notes(indicators, texts)
        self.name = name
        title = chart.title
        let drawing = chart.standalone(in: language, lines: notes)
        picture = PictureFile(drawing: drawing.markup, styleSheet: Assets.printStyleSheet)
        table = chart.table(probe.chartWords, probe.formats)
        sources = chart.remarks + [chart.note.map { "\(texts.shared.source): \($0.source)" }].compactMap { $0 } + notes
        self.texts = texts
        self.language = language
    }

    /// A table without a picture.
    init(
        name: String, table: DataTable, indicators: [Indicator], _ texts: MonitoringTexts, _ language: Language
    ) {
        self.name = name
        title = table.caption
        picture = nil
        self.table = table
        sources =
            Set(indicators.map(\.source)).sorted().map { "\(texts.shared.source): \($0)" }
            + Self.notes(indicators, texts)
        self.texts = texts
        self.language = language
    }

    /// A picture and a table that are made already.
    init(
        name: String, picture: PictureFile, table: DataTable, sources: [String], _ texts: MonitoringTexts,
        _ language: Language
    ) {
        self.name = name
        title = table.caption
        self.picture = picture
        self.table = table
        self.sources = sources
        self.texts = texts
        self.language = language
    }

    static func notes(_ indicators: [Indicator], _ texts: MonitoringTexts) -> [String] {
        let licences = Set(indicators.map(\.licence).filter { !$0.isEmpty }).sorted()
        return (indicators.contains(where: \.isInvented) ? [texts.shared.invented] : [])
            + (licences.isEmpty ? [] : [texts.shared.licence + ": " + licences.joined(separator: "; ")])
    }

    /// - Throws: `NotFound` for a file that there is not.
    func answer(_ file: String?, _ engine: PrintEngine, _ visit: Visit, back: Link) async throws -> Answer {
        let format = file.flatMap(Format.init(rawValue:))
        switch format {
        case .svg:
            guard let picture else { throw NotFound() }
            return .download(picture.bytes, name: name + ".svg", contentType: PictureFile.contentType)
        case .csv: return .download(csv, name: name + ".csv", contentType: "text/csv; charset=utf-8")
        case .ods: return .download(ods, name: name + ".ods", contentType: Spreadsheet.contentType)
        case .png:
            guard let picture else { throw NotFound() }
            let result = await engine.png(from: picture)
            if case .png(let bytes) = result {
                return .download(bytes, name: name + ".png", contentType: "image/png")
            }
            return visit.page(
                PageHead(texts.figures.noPicture, section: MonitoringRoom.name, isPrivate: true),
                status: result == .notInstalled ? 200 : 503
            ) { h in
                h.h1(texts.figures.noPicture)
                h.alert(.info, result.message(in: language) ?? "")
                h.p { h.a(texts.figures.back, .href(back)) }
            }
        case nil: throw NotFound()
        }
    }

    private var csv: [UInt8] {
        let mark = language == .english ? "." : ","
        var text = CSVText(head: table.columns.map(\.title))
        for row in table.rows {
            text.append(
                row.map { cell in
                    if case .number(_, let number?) = cell { return .decimal(number, mark: mark) }
                    return Self.words(cell).isEmpty ? .empty : .text(Self.words(cell))
                })
        }
        for source in sources { text.append([.text(source)]) }
        return text.bytes
    }

    private var ods: [UInt8] {
        let rows = table.rows.map { row in
            row.map { cell -> Spreadsheet.Cell in
                if case .number(_, let number?) = cell { return .number(number) }
                return .text(Self.words(cell))
            }
        }
        return Spreadsheet(
            title, language: language.tag,
            sheets: [
                Spreadsheet.Sheet(texts.figures.values, head: table.columns.map(\.title), rows: rows),
                Spreadsheet.Sheet(
                    texts.shared.source, head: [], rows: ([title] + sources).map { [.text($0)] }),
            ]
        ).bytes
    }

    private static func words(_ cell: TableCell) -> String {
        switch cell {
        case .text(let words), .number(let words, _), .link(let words, _), .badge(let words, _): words
        case .links(let links): links.map(\.0).joined(separator: ", ")
        case .empty: ""
        }
    }
}

extension HTML {
    /// Files of a chart and its permanent address, below it.
    func downloads(
        _ path: String, _ fields: [(String, String)], _ texts: MonitoringTexts,
        formats: [FigureFile.Format] = FigureFile.Format.allCases
    ) {
        p(.class("downloads no-print")) {
            span(texts.figures.save)
            for format in formats {
                a(format.words, .href(.to(path + "/" + format.rawValue, query: fields)), .flag("download"))
            }
            a(texts.figures.permalink, .href(.to(path, query: fields)))
        }
    }

    /// One plain sentence on how a chart or map is read.
    func howTo(_ sentence: String, _ texts: MonitoringTexts) {
        p(.class("small")) {
            strong(texts.figures.howTo + " ")
            text(sentence)
        }
    }

    /// The head of a page of the room: where it stands, what it is, that its numbers are invented.
    func figureHead(_ title: String, lead: String, part: String, indicators: [Indicator], _ texts: MonitoringTexts) {
        breadcrumb([Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(part)])
        header(.class("masthead")) {
            h1(title, .class("h2"))
            p(lead, .class("lead"))
        }
        if indicators.contains(where: \.isInvented) { alert(.info, texts.shared.invented) }
    }
}

/// Instead of a chart: the indicator is no number, or too little is published.
func figureNothing(
    _ visit: Visit, _ title: String, _ words: String, part: String, _ texts: MonitoringTexts,
    form: (HTML) -> Void = { _ in }
) -> Answer {
    visit.page(PageHead(title, section: MonitoringRoom.name, isPrivate: true)) { h in
        h.breadcrumb([Crumb(texts.navigation, MonitoringPath.start.link()), Crumb(part)])
        h.h1(title)
        h.p(words, .class("lead"))
        form(h)
    }
}

extension MonitoringTexts {
    /// Words that all charts share.
    struct Figures: Decodable, Sendable {
        let save, howTo, permalink, values, noPicture, back, wilson, poisson, noInterval, tooFew, milestone,
            nobody: String
    }

    /// How the interval of an indicator was found.
    func uncertainty(_ indicator: Indicator) -> String {
        switch indicator.measure {
        case .share: figures.wilson
        case .ratio: figures.poisson
        case .count, .score, .yesNo: figures.noInterval
        }
    }
}
