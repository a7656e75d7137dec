import HTML
import Texts

/// Zeichen einer Zeile: marks on one line, placed in percent of its length, so that they keep their form at any width.
enum RowMark {
    case track
    /// Line from a to b.
    case whisker(Double, Double)
    /// A bar of full height from a to b.
    case bar(Double, Double, name: String)
    /// Vertical stroke over the whole height.
    case rule(Double, name: String)
    case dot(Double, isHollow: Bool)
    /// Rectangle of uncertain extent, drawn lower than a bar.
    case band(Double, Double)

    static let height = 24.0

    func write(_ h: HTML) {
        switch self {
        case .track: Self.rect(h, "trk", 0, 1, top: 11, height: 2)
        case .whisker(let from, let to):
            Self.line(h, "whisker", (from, 12), (to, 12))
            Self.line(h, "whisker", (from, 8), (from, 16))
            Self.line(h, "whisker", (to, 8), (to, 16))
        case .bar(let from, let to, let name): Self.rect(h, name, from, to, top: 5, height: 14)
        case .band(let from, let to): Self.rect(h, "rankband", from, to, top: 7, height: 10)
        case .rule(let at, let name): Self.line(h, name, (at, 0), (at, Self.height))
        case .dot(let at, let isHollow):
            h.circle(
                .class(isHollow ? "dot open" : "dot"), .attribute("cx", Self.percent(at)), .attribute("cy", "12"),
                .attribute("r", "6")
            ) {}
        }
    }

    /// Marks at the very ends stay inside: the line is drawn from 2 to 98 percent.
    static func percent(_ share: Double) -> String { Points.text(2 + min(max(share, 0), 1) * 96) + "%" }

    private static func rect(
        _ h: HTML, _ name: String, _ from: Double, _ to: Double, top: Double, height: Double
    ) {
        guard to > from else { return }
        let width = max(min(max(to, 0), 1) - min(max(from, 0), 1), 0.006) * 96
        h.rect(
            .class(name), .attribute("x", percent(from)), .attribute("y", Points.text(top)),
            .attribute("width", Points.text(width) + "%"), .attribute("height", Points.text(height)),
            .attribute("rx", Points.text(min(height / 2, 4)))
        ) {}
    }

    private static func line(_ h: HTML, _ name: String, _ from: (Double, Double), _ to: (Double, Double)) {
        h.line(
            .class(name), .attribute("x1", percent(from.0)), .attribute("y1", Points.text(from.1)),
            .attribute("x2", percent(to.0)), .attribute("y2", Points.text(to.1))
        ) {}
    }
}

/// One row of a chart whose table is the chart.
struct ChartRow {
    let title: String
    let link: Link?
    /// Below the title, smaller.
    var detail: String?
    /// Sign before the detail.
    var icon: Icon?
    let words: String
    /// Below the value, smaller.
    var range: String?
    let marks: [RowMark]
    var name: String?
}

/// A chart of rows: on pages a table with one drawing per row, in files one drawing.
struct RowChart {
    let title: String
    let label: String
    let unit: String
    let scale: ChartScale
    let scaleUnit: ChartUnit
    let rows: [ChartRow]
    /// Behind the marks of every row.
    var behind: [RowMark] = []

    func write(_ h: HTML) {
        h.table(.class("bars marks")) {
            h.caption(title)
            h.thead {
                h.tr {
                    h.th(label, .scope("col"))
                    h.th(unit, .scope("col"), .class("num"))
                    h.td(.class("barcell"), .hidden()) { axis(h) }
                }
            }
            h.tbody { for row in rows { self.row(h, row) } }
        }
    }

    private func row(_ h: HTML, _ row: ChartRow) {
        h.tr(.class(row.name)) {
            h.th(.scope("row")) {
                if let link = row.link { h.a(row.title, .href(link)) } else { h.text(row.title) }
                if let detail = row.detail {
                    h.small(.class("detail")) {
                        if let icon = row.icon { h.icon(icon) }
                        h.text(detail)
                    }
                }
            }
            h.td(.class("num")) {
                h.text(row.words)
                if let range = row.range { h.small(range, .class("detail")) }
            }
            h.td(.class("barcell"), .hidden()) { marks(h, row, width: "100%") }
        }
    }

    private func marks(_ h: HTML, _ row: ChartRow, width: String, x: String? = nil, y: String? = nil) {
        h.svg(
            .class("rowmarks"), .attribute("x", x), .attribute("y", y), .attribute("width", width),
            .attribute("height", "24"), .hidden()
        ) { for mark in behind + row.marks { mark.write(h) } }
    }

    /// Numbers of the scale: the first, the middle and the last tick that fit.
    private func axis(_ h: HTML, width: String = "100%", x: String? = nil, y: String? = nil) {
        h.svg(
            .class("rowmarks axis"), .attribute("x", x), .attribute("y", y), .attribute("width", width),
            .attribute("height", "24"), .hidden()
        ) {
            let ends = [scale.ticks.first, scale.ticks.last].compactMap { $0 }
            for (index, tick) in ends.enumerated() {
                h.svgText(
                    h.formats.decimal(tick, places: scale.places), .class(index == 0 ? "from" : "to"),
                    .attribute("x", RowMark.percent(scale.share(tick))), .attribute("y", "17"))
            }
        }
    }

    static func fileSize(_ count: Int) -> (width: Double, height: Double) { (720, Double(40 + count * 30)) }

    /// The whole chart as one drawing, 720 wide.
    func draw(_ h: HTML) {
        let top = 34
        h.svg(
            .class("chart rowchart"), .attribute("viewBox", "0 0 720 \(top + rows.count * 30 + 6)"), .role("img"),
            .label(title)
        ) {
            h.svgText(label, .class("strong"), .attribute("x", "0"), .attribute("y", "18"))
            h.svgText(unit, .class("strong to"), .attribute("x", "420"), .attribute("y", "18"))
            axis(h, width: "280", x: "440", y: "2")
            for (index, row) in rows.enumerated() {
                let y = top + index * 30
                h.svgText(shortened(row.title, 30), .attribute("x", "0"), .attribute("y", "\(y + 17)"))
                h.svgText(
                    [row.words, row.range.map { "(\($0))" }].compactMap { $0 }.joined(separator: " "), .class("to"),
                    .attribute("x", "420"), .attribute("y", "\(y + 17)"))
                h.g(.class(row.name)) { marks(h, row, width: "280", x: "440", y: "\(y)") }
            }
        }
    }
}

extension HTML {
    /// A chart whose rows are the table: no second table below it.
    func rowFigure(_ chart: some Chart, _ rows: RowChart, extra: () -> Void) {
        figure(.class("sourced figure")) {
            rows.write(self)
            chartLegend(chart.legend(chartWords, formats))
            figcaption {
                for remark in chart.remarks { p(remark, .class("small remark")) }
                if let note = chart.note { sourceNote(note) }
            }
        }
        extra()
    }
}
