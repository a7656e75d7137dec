import HTML

/// Farben der Karte as they stand in files, which know no style sheet: the light palette of the house.
package enum MapColours {
    package static let sequential = ["#eef5f0", "#d3e7e1", "#aad1c9", "#74b2ab", "#2a7b78", "#145c5d", "#063a3d"]
    package static let diverging = ["#6b3f00", "#a4681a", "#ebcf9c", "#f5efe3", "#aad1c9", "#2a7b78", "#063a3d"]
    static let ink = "#1b2a2b"
    static let line = "#fffdf9"
    static let edge = "#7b7260"

    static func fill(_ step: Int, _ palette: ClassMap.Palette) -> String {
        let colours = palette == .sequential ? sequential : diverging
        switch step {
        case ClassMap.unknown: return "url(#unbekannt)"
        case ClassMap.keptBack: return "url(#geheim)"
        default: return colours[min(max(step, 1), colours.count) - 1]
        }
    }
}

extension ClassMap {
    /// The map as a drawing of its own with title, legend and source, for files and other houses' pages (SVG).
    ///
    /// - Parameter notes: lines under the legend.
    package func file(notes: [String]) -> [UInt8] {
        let h = HTML()
        let head = 52
        let keys = (legend.count + 1) / 2 * 30
        let foot = keys + notes.count * 20 + 30
        let full = max(width, 480)
        h.raw(#"<?xml version="1.0" encoding="UTF-8"?>"#)
        h.svg(
            .attribute("xmlns", "http://www.w3.org/2000/svg"), .attribute("width", "\(full)"),
            .attribute("height", "\(head + height + foot)"),
            .attribute("viewBox", "0 0 \(full) \(head + height + foot)"),
            .attribute("font-family", "sans-serif"), .attribute("fill", MapColours.ink)
        ) {
            h.title(title)
            h.defs { h.raw(Self.patterns) }
            h.rect(.attribute("width", "100%"), .attribute("height", "100%"), .attribute("fill", "#ffffff")) {}
            h.svgText(
                title, .attribute("x", "12"), .attribute("y", "32"), .attribute("font-size", "19"),
                .attribute("font-weight", "600"))
            h.g(.attribute("transform", "translate(0 \(head))")) { drawing(h) }
            h.g(.attribute("transform", "translate(0 \(head + height + 12))")) { fileLegend(h, full) }
            for (index, note) in notes.enumerated() {
                h.svgText(
                    note, .attribute("x", "12"), .attribute("y", "\(head + height + keys + 26 + index * 20)"),
                    .attribute("font-size", "12"))
            }
        }
        return h.bytes
    }

    private static let patterns: StaticString =
        ##"<pattern id="unbekannt" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="8" height="8" fill="#ffffff"/><path d="M0 0v8" stroke="#ddd2bd" stroke-width="3"/></pattern><pattern id="geheim" width="7" height="7" patternUnits="userSpaceOnUse"><rect width="7" height="7" fill="#f3ebdc"/><circle cx="2" cy="2" r="1.400" fill="#7b7260"/></pattern>"##

    private func drawing(_ h: HTML) {
        for shape in shapes where !shape.path.isEmpty {
            h.path(
                .attribute("d", shape.path), .attribute("fill", MapColours.fill(shape.step, palette)),
                .attribute("fill-rule", "evenodd"),
                .attribute("stroke", shape.step % 9 == 0 ? MapColours.edge : MapColours.line),
                .attribute("stroke-linejoin", "round")
            ) { h.title("\(shape.name): \(shape.words)") }
        }
        for point in points {
            h.circle(
                .attribute("cx", "\(point.x)"), .attribute("cy", "\(point.y)"), .attribute("r", "\(point.radius)"),
                .attribute("fill", "#f4ab33"), .attribute("stroke", "#965800"), .attribute("stroke-width", "2")
            ) { h.title(point.title) }
        }
        for shape in shapes {
            for caption in shape.captions {
                h.svgText(
                    caption.words, .attribute("x", "\(caption.x)"), .attribute("y", "\(caption.y)"),
                    .attribute("font-size", caption.isValue ? "16" : "13"), .attribute("font-weight", "600"),
                    .attribute("text-anchor", "middle"), .attribute("stroke", "#ffffff"),
                    .attribute("stroke-width", "3"), .attribute("paint-order", "stroke"))
            }
        }
    }

    private func fileLegend(_ h: HTML, _ full: Int) {
        for (index, key) in legend.enumerated() {
            let (x, y) = (12 + index % 2 * full / 2, index / 2 * 30)
            h.rect(
                .attribute("x", "\(x)"), .attribute("y", "\(y)"), .attribute("width", "32"),
                .attribute("height", "20"), .attribute("fill", MapColours.fill(key.step, palette)),
                .attribute("stroke", MapColours.edge)
            ) {}
            h.svgText(
                key.words, .attribute("x", "\(x + 42)"), .attribute("y", "\(y + 15)"), .attribute("font-size", "14"))
        }
    }
}
