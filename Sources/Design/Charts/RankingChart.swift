package import HTML
package import Texts

/// Vergleich der Gebiete: sorted dots with their intervals around the overall mean.
///
/// What cannot be told from the mean is drawn hollow: the order of such areas says nothing.
package struct RankingChart: Chart {
    package struct Row: Sendable, Hashable {
        package let title: String
        package let value: ChartValue
        package let link: Link?
        /// The area that the page is about.
        package let isMarked: Bool

        package init(_ title: String, _ value: ChartValue, link: Link? = nil, isMarked: Bool = false) {
            self.title = title
            self.value = value
            self.link = link
            self.isMarked = isMarked
        }
    }

    /// How an area stands to the mean.
    package enum Standing: Sendable, Hashable { case higher, lower, unsure }

    package let title: String
    package let unit: ChartUnit
    /// What the numbers are, head of their column.
    package let valueTitle: String
    /// Highest first, areas without a number last by name.
    package let rows: [Row]
    package let mean: Double?
    package let note: SourceNote?
    package let remarks: [String]

    package init(
        _ title: String, unit: ChartUnit, valueTitle: String, rows: [Row], mean: Double?, note: SourceNote? = nil,
        remarks: [String] = []
    ) {
        self.title = title
        self.unit = unit
        self.valueTitle = valueTitle
        self.rows = rows.sorted { left, right in
            switch (left.value.number, right.value.number) {
            case (let a?, let b?) where a != b: a > b
            case (_?, nil): true
            case (nil, _?): false
            default: left.title < right.title
            }
        }
        self.mean = mean.flatMap { ChartScale.isDrawable($0) ? $0 : nil }
        self.note = note
        self.remarks = remarks
    }

    /// Without an interval nothing is sure.
    package func standing(_ row: Row) -> Standing {
        guard let mean, let interval = row.value.interval else { return .unsure }
        return interval.low > mean ? .higher : interval.high < mean ? .lower : .unsure
    }

    private var scale: ChartScale {
        ChartScale(covering: rows.flatMap(\.value.extent) + [mean].compactMap { $0 }, about: 4)
    }

    private func chart(_ h: HTML) -> RowChart {
        let scale = scale
        return RowChart(
            title: title, label: h.chartWords.area, unit: valueTitle, scale: scale, scaleUnit: unit,
            rows: rows.map { row in
                let standing = standing(row)
                return ChartRow(
                    title: row.title, link: row.link, detail: words(standing, h.chartWords),
                    icon: standing == .higher ? .up : standing == .lower ? .down : nil,
                    words: row.value.words(unit, h.chartWords, h.formats),
                    range: row.value.interval.map { unit.range($0.low, $0.high, h.formats) },
                    marks: marks(row, scale, standing), name: row.isMarked ? "marked" : nil)
            }, behind: mean.map { [.rule(scale.share($0), name: "meanline")] } ?? [])
    }

    private func words(_ standing: Standing, _ words: ChartTexts) -> String? {
        switch standing {
        case .higher: words.higher
        case .lower: words.lower
        case .unsure: nil
        }
    }

    private func marks(_ row: Row, _ scale: ChartScale, _ standing: Standing) -> [RowMark] {
        guard let value = row.value.number else { return [] }
        let whisker = row.value.interval.map { RowMark.whisker(scale.share($0.low), scale.share($0.high)) }
        return [whisker, .dot(scale.share(value), isHollow: standing == .unsure)].compactMap { $0 }
    }

    package var fileSize: (width: Double, height: Double) { RowChart.fileSize(rows.count) }

    package func draw(_ h: HTML, _ width: ChartWidth) { chart(h).draw(h) }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        DataTable(
            title,
            columns: [
                Column(words.area, sort: .text), Column(valueTitle, isNumeric: true, sort: .number),
                Column(words.interval, isNumeric: true), Column(words.mean),
            ],
            rows: rows.map { row in
                [
                    row.link.map { .link(row.title, $0) } ?? .text(row.title),
                    .number(row.value.words(unit, words, formats), row.value.number),
                    .number(row.value.interval.map { unit.range($0.low, $0.high, formats) } ?? "–", nil),
                    .text(row.value.number == nil ? "–" : self.words(standing(row), words) ?? words.similar),
                ]
            })
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        [
            .marks([.whisker(0, 1), .dot(0.5, isHollow: false)], words.legendSure),
            .marks([.whisker(0, 1), .dot(0.5, isHollow: true)], words.legendUnsure),
        ]
            + [mean].compactMap { $0 }.map {
                .marks(
                    [.rule(0.5, name: "meanline")], words.legendMean.filled(["value": unit.words($0, formats)]))
            }
    }

    fileprivate func write(_ h: HTML, _ extra: () -> Void) { h.rowFigure(self, chart(h), extra: extra) }
}

extension HTML {
    /// The ranking as a table with its dots.
    package func rankingChart(_ chart: RankingChart, extra: () -> Void = {}) { chart.write(self, extra) }
}
