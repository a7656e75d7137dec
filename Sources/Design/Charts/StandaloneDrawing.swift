package import HTML
package import Texts

/// Zeichnung für eine Datei: a chart or map with its title, its legend and its source in one drawing.
///
/// The classes in it are those of the style sheet; who writes the file puts the rules in.
package struct StandaloneDrawing: Sendable {
    /// One `svg` element of SVG 1.1 with its own name space.
    package let markup: [UInt8]

    private static let margin = 20.0
    private static let line = 20.0

    /// - Parameters:
    ///   - size: of the view box of the drawing.
    ///   - name: class of the surrounding element, for rules that ask for one: "outlinemap".
    ///   - lines: source, uncertainty, licence; written below.
    ///   - draw: writes one `svg` element with a view box of the given size.
    package init(
        _ title: String, size: (width: Double, height: Double), name: String? = nil, legend: [LegendEntry] = [],
        lines: [String], language: Language, draw: (HTML) -> Void
    ) {
        let width = max(size.width, 560)
        let content = HTML(pathPrefix: language.pathPrefix)
        draw(content)
        let heads = Self.wrapped(title, Int(width / 10.5))
        let feet = lines.flatMap { Self.wrapped($0, Int(width / 6.6)) }
        let places = Self.places(legend, width: width)
        let top = Self.margin + Double(heads.count) * 26 + 10
        let legendTop = top + size.height + 12
        let feetTop = legendTop + (places.last.map { $0.y + 34 } ?? 0)
        let height = feetTop + Double(feet.count) * Self.line + Self.margin
        let h = HTML(pathPrefix: language.pathPrefix)
        let whole = width + 2 * Self.margin
        h.svg(
            .attribute("xmlns", "http://www.w3.org/2000/svg"), .class(name), .attribute("width", Points.text(whole)),
            .attribute("height", Points.text(height)),
            .attribute("viewBox", "0 0 \(Points.text(whole)) \(Points.text(height))"),
            .attribute("font-family", "system-ui, 'Noto Sans', 'DejaVu Sans', sans-serif"),
            .lang(language.tag), .role("img"), .label(title)
        ) {
            h.element("title", [], text: title)
            h.element("defs", []) { h.patterns(for: content.needs.union(["areas", "hatch", "classes"])) }
            h.raw(##"<rect width="100%" height="100%" fill="#ffffff"/>"##)
            Self.write(h, heads, top: Self.margin + 18, step: 26, size: "20", weight: "700", fill: "#000000")
            h.svg(
                .attribute("x", Points.text(Self.margin)), .attribute("y", Points.text(top)),
                .attribute("width", Points.text(size.width)), .attribute("height", Points.text(size.height))
            ) { h.append(content) }
            for (entry, place) in zip(legend, places) {
                let x = Self.margin + place.x
                let y = legendTop + place.y
                if entry.width > 0 { h.legendDrawing(entry, x: x, y: y) }
                Self.write(
                    h, [[entry.words, entry.detail].compactMap { $0 }.joined(separator: "  ")],
                    left: x + (entry.width > 0 ? entry.width + 8 : 0), top: y + 17, step: 0, size: "14",
                    fill: "#000000")
            }
            Self.write(h, feet, top: feetTop + 14, step: Self.line, size: "13", fill: "#333333")
        }
        markup = h.bytes
    }

    private static func write(
        _ h: HTML, _ lines: [String], left: Double = margin, top: Double, step: Double, size: String,
        weight: String? = nil, fill: String
    ) {
        for (index, line) in lines.enumerated() {
            h.svgText(
                line, .attribute("x", Points.text(left)), .attribute("y", Points.text(top + Double(index) * step)),
                .attribute("font-size", size), .attribute("font-weight", weight), .attribute("fill", fill))
        }
    }

    /// The words on lines of at most `count` characters.
    static func wrapped(_ text: String, _ count: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, line.count + 1 + word.count > count {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return line.isEmpty ? lines : lines + [line]
    }

    /// Where the entries stand, from left to right, then on the next row.
    private static func places(_ legend: [LegendEntry], width: Double) -> [(x: Double, y: Double)] {
        var places: [(x: Double, y: Double)] = []
        var x = 0.0
        var y = 0.0
        for entry in legend {
            let letters = entry.words.count + (entry.detail.map { $0.count + 2 } ?? 0)
            let length = entry.width + 8 + Double(letters) * 7.6
            if x > 0, x + length > width {
                x = 0
                y += 30
            }
            places.append((x, y))
            x += length + 20
        }
        return places
    }
}

extension Chart {
    /// The chart for a file, in its wide form.
    package func standalone(in language: Language, lines: [String] = []) -> StandaloneDrawing {
        let probe = HTML(pathPrefix: language.pathPrefix)
        let entries = legend(probe.chartWords, probe.formats).filter { !$0.isSlim }
        return StandaloneDrawing(
            title, size: fileSize, legend: entries,
            lines: remarks + [note.map { probe.sourceWords($0) }].compactMap { $0 } + lines, language: language
        ) { draw($0, .wide) }
    }
}
