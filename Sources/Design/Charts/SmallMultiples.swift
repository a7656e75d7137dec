package import HTML
import Texts

/// Kleine Bilder nebeneinander: the same drawing for many areas or years, all on one scale.
package struct SmallMultiples: Sendable {
    package struct Panel: Sendable {
        package let title: String
        /// Below the title: the last value.
        package let words: String
        package let content: Content
        package let link: Link?
        package let isMarked: Bool

        package init(
            _ title: String, words: String = "", _ content: Content, link: Link? = nil, isMarked: Bool = false
        ) {
            self.title = title
            self.words = words
            self.content = content
            self.link = link
            self.isMarked = isMarked
        }
    }

    package enum Content: Sendable {
        /// A series over the shared periods.
        case line([ChartValue])
        /// The paint of each shape, in the order of the shapes.
        case map([AreaPaint])
    }

    package let title: String
    package let unit: ChartUnit
    /// Periods of the lines, or areas of the maps; heads of the table.
    package let heads: [String]
    package let panels: [Panel]
    /// SVG path data of the areas of the maps, in a drawing of the given size.
    package let shapes: [String]
    package let width: Int
    package let height: Int
    /// Values of the maps, one list per panel; for the table.
    package let values: [[ChartValue]]
    package let note: SourceNote?

    /// Mini lines.
    package init(lines title: String, unit: ChartUnit, periods: [String], panels: [Panel], note: SourceNote? = nil) {
        self.title = title
        self.unit = unit
        heads = periods
        self.panels = panels
        shapes = []
        width = 160
        height = 70
        values = panels.map { if case .line(let values) = $0.content { values } else { [] } }
        self.note = note
    }

    /// Mini maps of the same areas with one shared class scale.
    package init(
        maps title: String, unit: ChartUnit, scale: ClassScale, areas: [String], shapes: [String], width: Int,
        height: Int, panels: [(title: String, values: [ChartValue], link: Link?)], note: SourceNote? = nil
    ) {
        self.title = title
        self.unit = unit
        heads = areas
        self.shapes = shapes
        self.width = max(width, 1)
        self.height = max(height, 1)
        self.panels = panels.map { panel in
            Panel(panel.title, .map(panel.values.map(scale.paint)), link: panel.link)
        }
        values = panels.map(\.values)
        self.note = note
    }
}

extension HTML {
    /// The panels in a grid, each with its words, and one table for all.
    package func smallMultiples(_ multiples: SmallMultiples) {
        need("areas")
        let stem = uniqueID("form")
        let scale = ChartScale(covering: multiples.values.joined().compactMap(\.number))
        figure(.class("sourced figure")) {
            p(multiples.title, .class("charttitle"))
            if !multiples.shapes.isEmpty { shapeStore(multiples, stem) }
            ul(.class("multiples")) {
                for panel in multiples.panels {
                    li(.class(panel.isMarked ? "mine" : nil)) {
                        b { if let link = panel.link { a(panel.title, .href(link)) } else { text(panel.title) } }
                        self.panel(panel, multiples, scale, stem)
                        if !panel.words.isEmpty { small(panel.words) }
                    }
                }
            }
            figcaption {
                if multiples.shapes.isEmpty, let low = scale.ticks.first, let high = scale.ticks.last {
                    p(
                        chartWords.allSame.filled([
                            "low": multiples.unit.words(low, formats), "high": multiples.unit.words(high, formats),
                        ]), .class("small remark"))
                }
                if let note = multiples.note { sourceNote(note) }
            }
        }
        disclosure(words.figure.asTable) { dataTable(table(multiples)) }
    }

    /// The outlines once; every panel uses them with its own paint.
    private func shapeStore(_ multiples: SmallMultiples, _ stem: String) {
        svg(.class("sprite"), .attribute("width", "0"), .attribute("height", "0"), .hidden()) {
            element("defs", []) {
                for (index, shape) in multiples.shapes.enumerated() where !shape.isEmpty {
                    path(.id("\(stem)-\(index)"), .attribute("fill-rule", "evenodd"), .attribute("d", shape)) {}
                }
            }
        }
    }

    private func panel(
        _ panel: SmallMultiples.Panel, _ multiples: SmallMultiples, _ scale: ChartScale, _ stem: String
    ) {
        svg(
            .class("chart mini"), .attribute("viewBox", "0 0 \(multiples.width) \(multiples.height)"), .role("img"),
            .label([panel.title, panel.words].filter { !$0.isEmpty }.joined(separator: ": "))
        ) {
            switch panel.content {
            case .line(let values): miniLine(values, scale)
            case .map(let paints):
                for (index, paint) in paints.enumerated()
                where multiples.shapes.indices.contains(index) && !multiples.shapes[index].isEmpty {
                    element(
                        "use", [.class("shape " + paint.name), .href(.fragment("\(stem)-\(index)"))]
                    ) {}
                }
            }
        }
    }

    private func miniLine(_ values: [ChartValue], _ scale: ChartScale) {
        let box = PlotBox(
            x: 6, y: 6, width: 148, height: 56,
            across: ChartScale(low: 0, high: Double(max(values.count - 1, 1))), up: scale)
        plotLine("axisline", 0, 66, 160, 66)
        path(.class("series main"), .attribute("d", box.line(values.map(\.number)))) {}
        if let index = values.lastIndex(where: { $0.number != nil }), let number = values[index].number {
            sign(0, box.atX(Double(index)), box.atY(number), size: 4, name: "dot")
        }
    }

    private func table(_ multiples: SmallMultiples) -> DataTable {
        DataTable(
            multiples.title,
            columns: [Column(multiples.shapes.isEmpty ? chartWords.area : chartWords.period, sort: .text)]
                + multiples.heads.map { Column($0, isNumeric: true, sort: .number) },
            rows: multiples.panels.enumerated().map { index, panel in
                [panel.link.map { .link(panel.title, $0) } ?? .text(panel.title)]
                    + multiples.values[index].map { .number($0.words(multiples.unit, chartWords, formats), $0.number) }
            })
    }
}
