import HTML
package import Texts

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

extension ChoroplethLegend {
    /// The classes from low to high, then the two states where they occur.
    package func entries(_ words: ChartTexts, _ formats: Formats, _ language: Language) -> [LegendEntry] {
        var entries = scale.words(unit, words, formats).enumerated().map { index, text in
            let count = counts.indices.contains(index) ? counts[index] : nil
            return Self.entry(scale.paint(level: index + 1), text, count.map { words.areas($0, in: language) })
        }
        for (paint, text, count) in [
            (AreaPaint.unknown, words.unknown, unknownCount), (.secret, words.secret, secretCount),
        ] where count > 0 { entries.append(Self.entry(paint, text, words.areas(count, in: language))) }
        if let comparison = scale.comparison {
            let values = ["title": comparisonTitle ?? words.mean, "value": unit.words(comparison, formats)]
            entries.append(LegendEntry(words.parting.filled(values)))
        }
        return entries
    }

    private static func entry(_ paint: AreaPaint, _ words: String, _ detail: String?) -> LegendEntry {
        LegendEntry(words, width: 34, detail: detail) { $0.areaPatch(paint) }
    }
}

extension HTML {
    /// The legend under a map; nothing but the two states if there are no classes.
    package func choroplethLegend(_ legend: ChoroplethLegend) {
        need("areas")
        chartLegend(legend.entries(chartWords, formats, language))
    }

    /// A field of 34 by 24 in the paint of an area, inside of a drawing.
    func areaPatch(_ paint: AreaPaint) {
        for name in [paint.name, paint.overlay].compactMap({ $0 }) {
            rect(
                .class(name), .attribute("x", "1"), .attribute("y", "1"), .attribute("width", "32"),
                .attribute("height", "22"), .attribute("rx", "9"), .attribute("stroke-width", "2")
            ) {}
        }
    }
}
