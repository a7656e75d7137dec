package import HTML
import Texts

/// Verlauf in klein: a series without axes, beside its last value in words.
package struct Sparkline: Sendable, Hashable {
    package let values: [ChartValue]
    /// First and last period in words.
    package let from: String
    package let to: String
    package let unit: ChartUnit

    package init(_ values: [ChartValue], from: String, to: String, unit: ChartUnit) {
        self.values = values
        self.from = from
        self.to = to
        self.unit = unit
    }
}

extension HTML {
    /// A small line with a dot at the last number; gaps stay gaps. Nothing to see: a dash.
    package func sparkline(_ line: Sparkline) {
        let numbers = line.values.compactMap(\.number)
        guard let first = numbers.first, let last = numbers.last else {
            span("–", .class("muted"))
            return
        }
        let label = chartWords.sparkline.filled([
            "from": line.from, "to": line.to, "first": line.unit.words(first, formats),
            "last": line.unit.words(last, formats),
        ])
        svg(
            .class("spark"), .attribute("viewBox", "0 0 120 30"), .attribute("width", "120"),
            .attribute("height", "30"), .role("img"), .label(label)
        ) {
            let box = PlotBox(
                x: 5, y: 5, width: 110, height: 20,
                across: ChartScale(low: 0, high: Double(max(line.values.count - 1, 1))),
                up: ChartScale(low: numbers.min() ?? 0, high: numbers.max() ?? 1))
            path(.class("series main"), .attribute("d", box.line(line.values.map(\.number)))) {}
            if let index = line.values.lastIndex(where: { $0.number != nil }) {
                circle(
                    .class("dot"), .attribute("cx", box.x(Double(index))), .attribute("cy", box.y(last)),
                    .attribute("r", "3.5")
                ) {}
            }
        }
    }
}
