package import HTML
import Texts

/// Fläche: one area of an outline map, already in units of the drawing.
package struct MapShape: Sendable, Hashable {
    package let name: String
    /// SVG path data; empty for an area without an outline, which then stands in the table only.
    package let path: String
    /// Class of the value: 1 lowest … 4 highest, 0 for suppressed or unknown.
    package let level: Int
    /// The value in words: "14 Angebote".
    package let words: String
    package let link: Link?
    /// Where the name is written; `nil` if there is no room for it.
    package let label: Label?

    package struct Label: Sendable, Hashable {
        package let x: Int
        package let y: Int

        package init(x: Int, y: Int) {
            self.x = x
            self.y = y
        }
    }

    package init(_ name: String, path: String, level: Int, words: String, link: Link? = nil, label: Label? = nil) {
        self.name = name
        self.path = path
        self.level = min(max(level, 0), 4)
        self.words = words
        self.link = link
        self.label = label
    }
}

/// Umrisskarte: areas as they lie, coloured by class.
package struct OutlineMap: Sendable {
    package var title: String
    package var shapes: [MapShape]
    /// Size of the drawing.
    package var width: Int
    package var height: Int
    /// Words for the levels 0…4 that the legend shows; levels without words are left out.
    package var legend: [Int: String]
    package var note: SourceNote?
    /// Heads of the table with the same content.
    package var placeHead: String?
    package var valueHead: String?

    package init(
        _ title: String, shapes: [MapShape], width: Int, height: Int, legend: [Int: String] = [:],
        note: SourceNote? = nil, placeHead: String? = nil, valueHead: String? = nil
    ) {
        self.title = title
        self.shapes = shapes
        self.width = width
        self.height = height
        self.legend = legend
        self.note = note
        self.placeHead = placeHead
        self.valueHead = valueHead
    }
}

extension HTML {
    /// The map with its legend, its source and a table of the same values.
    package func outlineMap(_ map: OutlineMap) {
        need("classes")
        figure(.class("sourced outlinemap")) {
            svg(
                .attribute("viewBox", "0 0 \(map.width) \(map.height)"), .role("group"),
                .label(map.title + " " + words.figure.asTable)
            ) {
                for shape in map.shapes where !shape.path.isEmpty { mapShape(shape) }
                for shape in map.shapes {
                    if let label = shape.label {
                        svgText(
                            shape.name, .class(shape.level >= 3 ? "hi" : nil), .attribute("x", "\(label.x)"),
                            .attribute("y", "\(label.y)"), .hidden())
                    }
                }
            }
            if !map.legend.isEmpty { levelLegend(map.legend) }
            if let note = map.note { figcaption { sourceNote(note) } }
        }
        disclosure(words.figure.asTable) { mapTable(map) }
    }

    private func mapShape(_ shape: MapShape) {
        let content = { [self] in
            path(.class("k\(shape.level)"), .attribute("fill-rule", "evenodd"), .attribute("d", shape.path)) {}
            if shape.level == 4 {
                path(.class("k4x"), .attribute("fill-rule", "evenodd"), .attribute("d", shape.path)) {}
            }
        }
        let name = "\(shape.name): \(shape.words)"
        if let link = shape.link {
            a(.class("tile"), .href(link), .label(name), content: content)
        } else {
            g(.class("tile"), .role("img"), .label(name), content: content)
        }
    }

    private func mapTable(_ map: OutlineMap) {
        dataTable(
            DataTable(
                map.title,
                columns: [
                    Column(map.placeHead ?? words.figure.place, sort: .text),
                    Column(map.valueHead ?? words.figure.value, isNumeric: true),
                ],
                rows: map.shapes.map { shape in
                    [
                        shape.link.map { .link(shape.name, $0) } ?? .text(shape.name),
                        .text(shape.level == 0 && shape.words.isEmpty ? words.figure.suppressed : shape.words),
                    ]
                }, isCaptionHidden: true))
    }
}
