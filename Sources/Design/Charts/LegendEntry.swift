package import HTML

/// Zeichen der Legende: a drawing 24 high, and what it means.
package struct LegendEntry: Sendable {
    /// Width of the drawing, 0 for words alone.
    package let width: Double
    package let words: String
    /// Behind the words, less important: "3 Gebiete".
    package let detail: String?
    /// Shown on narrow screens only, because the wide drawing says it itself.
    package let isSlim: Bool
    package let draw: @Sendable (HTML) -> Void

    package init(
        _ words: String, width: Double = 0, detail: String? = nil, isSlim: Bool = false,
        draw: @escaping @Sendable (HTML) -> Void = { _ in }
    ) {
        self.width = width
        self.words = words
        self.detail = detail
        self.isSlim = isSlim
        self.draw = draw
    }

    /// Marks of a row on a short line.
    static func marks(_ marks: [RowMark], _ words: String) -> LegendEntry {
        LegendEntry(words, width: 48) { h in for mark in marks { mark.write(h) } }
    }

    /// A line with a sign on it, or without.
    static func line(_ name: String, _ words: String, sign: (form: Int, name: String)? = nil, isSlim: Bool = false)
        -> LegendEntry
    {
        LegendEntry(words, width: 44, isSlim: isSlim) { h in
            h.plotLine(name, 2, 12, 42, 12)
            if let sign { h.sign(sign.form, 22, 12, size: 4.5, name: sign.name) }
        }
    }

    static func sign(_ form: Int, _ name: String, _ words: String) -> LegendEntry {
        LegendEntry(words, width: 20) { $0.sign(form, 10, 12, size: 5.5, name: name) }
    }
}

extension HTML {
    func chartLegend(_ entries: [LegendEntry]) {
        guard !entries.isEmpty else { return }
        ul(.class("legend")) {
            for entry in entries {
                li(.class(entry.isSlim ? "slim-only" : nil)) {
                    if entry.width > 0 { legendDrawing(entry) }
                    text(entry.words)
                    if let detail = entry.detail { span(detail, .class("muted")) }
                }
            }
        }
    }

    func legendDrawing(_ entry: LegendEntry, x: Double? = nil, y: Double? = nil) {
        svg(
            .class("rowmarks"), .attribute("x", x.map(Points.text)), .attribute("y", y.map(Points.text)),
            .attribute("width", Points.text(entry.width)), .attribute("height", "24"), .hidden()
        ) { entry.draw(self) }
    }
}
