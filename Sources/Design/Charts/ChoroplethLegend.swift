package import HTML
import Texts

/// Legende einer Wertekarte: the classes, and the two states without a number where they occur.
package struct ChoroplethLegend: Sendable {
    package var scale: ClassScale
    package var unit: ChartUnit
    /// Areas per class, lowest first; empty: not shown.
    package var counts: [Int]
    package var unknownCount: Int
    package var secretCount: Int
    /// Name of the comparison value: "Stadt insgesamt".
    package var comparisonTitle: String?

    package init(
        _ scale: ClassScale, unit: ChartUnit, counts: [Int] = [], unknownCount: Int = 0, secretCount: Int = 0,
        comparisonTitle: String? = nil
    ) {
        self.scale = scale
        self.unit = unit
        self.counts = counts
        self.unknownCount = unknownCount
        self.secretCount = secretCount
        self.comparisonTitle = comparisonTitle
    }

    /// Counts the values itself.
    package init(_ scale: ClassScale, unit: ChartUnit, values: [ChartValue], comparisonTitle: String? = nil) {
        var counts = Array(repeating: 0, count: scale.count)
        for value in values { if let number = value.number { counts[scale.level(of: number) - 1] += 1 } }
        self.init(
            scale, unit: unit, counts: counts, unknownCount: values.count { $0 == .unknown },
            secretCount: values.count { $0 == .secret }, comparisonTitle: comparisonTitle)
    }
}

extension HTML {
    /// The legend under a map; nothing but the two states if there are no classes.
    package func choroplethLegend(_ legend: ChoroplethLegend) {
        need("areas")
        ul(.class("legend classes")) {
            for (index, words) in legend.scale.words(legend.unit, chartWords, formats).enumerated() {
                let count = legend.counts.indices.contains(index) ? legend.counts[index] : nil
                legendEntry(legend.scale.paint(level: index + 1), words, count)
            }
            if legend.unknownCount > 0 { legendEntry(.unknown, chartWords.unknown, legend.unknownCount) }
            if legend.secretCount > 0 { legendEntry(.secret, chartWords.secret, legend.secretCount) }
            if let comparison = legend.scale.comparison {
                li(
                    chartWords.parting.filled([
                        "title": legend.comparisonTitle ?? chartWords.mean,
                        "value": legend.unit.words(comparison, formats),
                    ]), .class("muted"))
            }
        }
    }

    private func legendEntry(_ paint: AreaPaint, _ words: String, _ count: Int?) {
        li {
            areaPatch(paint)
            text(words)
            if let count { span(chartWords.areas(count, in: language), .class("muted")) }
        }
    }

    /// A small field in the paint of an area, without words.
    package func areaPatch(_ paint: AreaPaint) {
        need("areas")
        svg(.attribute("width", "34"), .attribute("height", "24"), .attribute("viewBox", "0 0 34 24"), .hidden()) {
            for name in [paint.name, paint.overlay].compactMap({ $0 }) {
                rect(
                    .class(name), .attribute("x", "1"), .attribute("y", "1"), .attribute("width", "32"),
                    .attribute("height", "22"), .attribute("rx", "9"), .attribute("stroke-width", "2")
                ) {}
            }
        }
    }
}
