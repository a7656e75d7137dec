package import HTML
package import Texts

/// Zeitreihe: one line with its interval, others to compare it with, baseline and target.
package struct LineChart: Chart {
    package struct Line: Sendable, Hashable {
        package let title: String
        /// One per period of the chart.
        package let values: [ChartValue]
        /// The area itself; all other lines are there for comparison.
        package let isMain: Bool

        package init(_ title: String, _ values: [ChartValue], isMain: Bool = false) {
            self.title = title
            self.values = values
            self.isMain = isMain
        }
    }

    /// Waagerechte Linie with words: target, baseline.
    package struct Level: Sendable, Hashable {
        package enum Kind: Sendable, Hashable { case target, baseline }
        package let kind: Kind
        package let value: Double
        /// Period in words, if any.
        package let period: String?

        package init(_ kind: Kind, _ value: Double, period: String? = nil) {
            self.kind = kind
            self.value = value
            self.period = period
        }
    }

    package let title: String
    package let unit: ChartUnit
    /// What is measured, at the upright axis.
    package let valueTitle: String
    /// In order; `places` say how far apart they are, in years.
    package let periods: [String]
    package let places: [Double]
    package let lines: [Line]
    package let levels: [Level]
    package let note: SourceNote?
    package let remarks: [String]

    package init(
        _ title: String, unit: ChartUnit, valueTitle: String, periods: [String], places: [Double]? = nil,
        lines: [Line], levels: [Level] = [], note: SourceNote? = nil, remarks: [String] = []
    ) {
        self.title = title
        self.unit = unit
        self.valueTitle = valueTitle
        self.periods = periods
        self.places = places.flatMap { $0.count == periods.count ? $0 : nil } ?? periods.indices.map(Double.init)
        self.lines = lines
        self.levels = levels.filter { ChartScale.isDrawable($0.value) }
        self.note = note
        self.remarks = remarks
    }

    /// Values of a line at their places; missing ones at the end of short lines are unknown.
    private func points(_ line: Line) -> [(Double, ChartValue)] {
        places.indices.map { (places[$0], line.values.indices.contains($0) ? line.values[$0] : .unknown) }
    }

    package func draw(_ h: HTML, _ width: ChartWidth) {
        let size = PlotSize.of(width, right: width == .wide && lines.count > 0 ? 168 : 16)
        let values = lines.flatMap { line in
            line.values.flatMap { line.isMain ? $0.extent : [$0.number].compactMap { $0 } }
        }
        let box = size.box(
            across: ChartScale(low: places.first ?? 0, high: places.last ?? 1),
            up: ChartScale(covering: values + levels.map(\.value), isFromZero: isNearZero(values)))
        h.plot(size, title) {
            h.uprightAxis(box, title: axisTitle)
            periodAxis(h, box, width)
            for line in lines where line.isMain { intervals(h, line, box) }
            for level in levels {
                h.plotLine(
                    level.kind == .target ? "targetline" : "baseline", box.x, box.atY(level.value), box.right,
                    box.atY(level.value))
            }
            for (index, line) in drawingOrder { draw(h, line, index, box) }
            for level in levels { name(h, level, box) }
            if width == .wide { labels(h, box) }
        }
    }

    private var axisTitle: String { unit.name.isEmpty ? valueTitle : "\(valueTitle) (\(unit.name))" }

    /// Comparison lines first, so that the main line lies on top.
    private var drawingOrder: [(Int, Line)] {
        let all = Array(lines.enumerated()).map { ($0.offset, $0.element) }
        return all.filter { !$0.1.isMain } + all.filter(\.1.isMain)
    }

    /// Whether 0 is close enough to belong on the axis.
    private func isNearZero(_ values: [Double]) -> Bool {
        guard let least = values.min(), let most = values.max() else { return true }
        return least >= 0 && least <= (most - least) * 1.5
    }

    private func name(_ line: Line, _ index: Int) -> String {
        line.isMain ? "series main" : "series cmp\(lines[..<index].count { !$0.isMain } % 3 + 1)"
    }

    private func draw(_ h: HTML, _ line: Line, _ index: Int, _ box: PlotBox) {
        h.path(
            .class(name(line, index)), .attribute("d", box.line(points(line).map { ($0.0, $0.1.number) }))
        ) {}
        for (place, value) in points(line) {
            if let number = value.number {
                h.sign(
                    index, box.atX(place), box.atY(number), size: line.isMain ? 5 : 4,
                    name: line.isMain ? "dot" : "dot cmp")
            } else if line.isMain {
                h.svgText(
                    value == .secret ? "●" : "?", .class("mid strong"), .attribute("x", box.x(place)),
                    .attribute("y", Points.text(box.bottom - 6)))
            }
        }
    }

    /// The band of the main line; a point without neighbours has a stroke instead.
    private func intervals(_ h: HTML, _ line: Line, _ box: PlotBox) {
        let points = points(line)
        h.path(.class("interval"), .attribute("d", box.band(points.map { ($0.0, $0.1.interval) }))) {}
        for index in points.indices {
            let isAlone = [index - 1, index + 1].allSatisfy {
                !points.indices.contains($0) || points[$0].1.interval == nil
            }
            if isAlone, let interval = points[index].1.interval {
                let x = box.atX(points[index].0)
                h.plotLine("interval alone", x, box.atY(interval.low), x, box.atY(interval.high))
            }
        }
    }

    /// The target above its line (below where there is no room), the baseline below.
    private func name(_ h: HTML, _ level: Level, _ box: PlotBox) {
        let y = box.atY(level.value)
        h.svgText(
            words(level, h.chartWords, h.formats), .class("levelname"), .attribute("x", Points.text(box.x + 8)),
            .attribute("y", Points.text(level.kind == .baseline || y - box.y < 20 ? y + 17 : y - 6)))
    }

    private func words(_ level: Level, _ words: ChartTexts, _ formats: Formats) -> String {
        (level.kind == .target ? words.target : words.baseline).filled([
            "period": level.period.map { " " + $0 } ?? "", "value": unit.words(level.value, formats),
        ])
    }

    /// As many periods as have room, always the first and the last.
    private func periodAxis(_ h: HTML, _ box: PlotBox, _ width: ChartWidth) {
        h.plotLine("axisline", box.x, box.bottom, box.right, box.bottom)
        let room = Double(periods.map(\.count).max() ?? 4) * 8 + 14
        var right = -Double.infinity
        let lastX = places.last.map(box.atX) ?? 0
        for (index, period) in periods.enumerated() {
            let x = box.atX(places[index])
            h.plotLine("axisline", x, box.bottom, x, box.bottom + 5)
            let isLast = index == periods.count - 1
            guard isLast || (x - right >= room && lastX - x >= room) else { continue }
            right = x
            let anchor = periods.count == 1 ? "mid" : index == 0 ? nil : isLast ? "to" : "mid"
            h.svgText(
                period, .class(anchor), .attribute("x", Points.text(index == 0 && periods.count > 1 ? x - 8 : x)),
                .attribute("y", Points.text(box.bottom + 22)))
        }
    }

    /// Names at the end of the lines, each with its sign.
    private func labels(_ h: HTML, _ box: PlotBox) {
        let ends = lines.map { line in
            points(line).last { $0.1.number != nil }.flatMap { $0.1.number }.map(box.atY) ?? box.bottom
        }
        let heights = LabelStack.spread(ends, gap: 20, within: (box.y + 4)...max(box.bottom, box.y + 5))
        for (index, line) in lines.enumerated() {
            let y = heights[index]
            h.plotLine("leader", box.right + 3, ends[index], box.right + 12, y)
            h.sign(index, box.right + 18, y, size: 4.5, name: line.isMain ? "dot" : "dot cmp")
            h.svgText(
                shortened(line.title, 16), .class(line.isMain ? "strong" : nil),
                .attribute("x", Points.text(box.right + 28)), .attribute("y", Points.text(y + 5)))
        }
    }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        let hasInterval = lines.contains { $0.isMain && $0.values.contains { $0.interval != nil } }
        return DataTable(
            title,
            columns: [Column(words.period, sort: .text)]
                + lines.flatMap { line in
                    [Column(line.title, isNumeric: true, sort: .number)]
                        + (line.isMain && hasInterval ? [Column(words.interval, isNumeric: true)] : [])
                },
            rows: periods.indices.map { index in
                [.text(periods[index])]
                    + lines.flatMap { line -> [TableCell] in
                        let value = line.values.indices.contains(index) ? line.values[index] : .unknown
                        let cell = TableCell.number(value.words(unit, words, formats), value.number)
                        guard line.isMain, hasInterval else { return [cell] }
                        return [
                            cell, .number(value.interval.map { unit.range($0.low, $0.high, formats) } ?? "–", nil),
                        ]
                    }
            })
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        let main = lines.first(where: \.isMain)?.values ?? []
        var entries = lines.enumerated().map { index, line in
            LegendEntry.line(
                name(line, index), line.title, sign: (index, line.isMain ? "dot" : "dot cmp"), isSlim: true)
        }
        if main.contains(where: { $0.interval != nil }) {
            entries.append(
                LegendEntry(words.range, width: 34) {
                    $0.raw(#"<rect class="interval" y="2" width="34" height="20" rx="6"/>"#)
                })
        }
        if main.contains(.unknown) { entries.append(LegendEntry("? " + words.unknownHere)) }
        if main.contains(.secret) { entries.append(LegendEntry("● " + words.secretHere)) }
        return entries
    }
}

/// A title that fits beside a drawing.
func shortened(_ title: String, _ count: Int) -> String {
    title.count <= count ? title : title.prefix(count - 1).trimmingSuffix(while: { $0 == " " }) + "…"
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
        var text = String(self)
        while let last = text.last, isDropped(last) { text.removeLast() }
        return text
    }
}
