package import HTML
package import Texts

/// Rangspannen: between which places an area lies when everything uncertain is drawn again and again.
package struct RankBands: Chart {
    package struct Row: Sendable, Hashable {
        package let title: String
        /// Best and worst place, from 1.
        package let places: ClosedRange<Int>
        package let median: Int?
        package let link: Link?
        package let isMarked: Bool

        package init(
            _ title: String, _ places: ClosedRange<Int>, median: Int? = nil, link: Link? = nil, isMarked: Bool = false
        ) {
            self.title = title
            self.places = places
            self.median = median
            self.link = link
            self.isMarked = isMarked
        }
    }

    package let title: String
    package let rows: [Row]
    /// How many areas share the places.
    package let count: Int
    package let note: SourceNote?
    package let remarks: [String]

    package init(_ title: String, rows: [Row], count: Int, note: SourceNote? = nil, remarks: [String] = []) {
        self.title = title
        self.rows = rows
        self.count = max(count, rows.map(\.places.upperBound).max() ?? 1, 2)
        self.note = note
        self.remarks = remarks
    }

    private func share(_ place: Int) -> Double { (Double(place) - 1) / Double(count - 1) }

    private func words(_ row: Row, _ words: ChartTexts, _ formats: Formats) -> String {
        let from = formats.number(row.places.lowerBound)
        if row.places.count == 1 { return words.rankBandOne.filled(["place": from]) }
        return words.rankBand.filled(["from": from, "to": formats.number(row.places.upperBound)])
    }

    private func chart(_ h: HTML) -> RowChart {
        let half = 0.5 / Double(count)
        return RowChart(
            title: title, label: h.chartWords.area, unit: h.chartWords.rank,
            scale: ChartScale(places: count), scaleUnit: .plain,
            rows: rows.map { row in
                var marks: [RowMark] = [
                    .track, .band(share(row.places.lowerBound) - half, share(row.places.upperBound) + half),
                ]
                if let median = row.median { marks.append(.dot(share(median), isHollow: false)) }
                return ChartRow(
                    title: row.title, link: row.link, words: words(row, h.chartWords, h.formats), marks: marks,
                    name: row.isMarked ? "marked" : nil)
            })
    }

    package var fileSize: (width: Double, height: Double) { RowChart.fileSize(rows.count) }

    package func draw(_ h: HTML, _ width: ChartWidth) { chart(h).draw(h) }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        DataTable(
            title,
            columns: [
                Column(words.area, sort: .text), Column(words.rank, isNumeric: true, sort: .number),
                Column(words.median, isNumeric: true, sort: .number),
            ],
            rows: rows.map { row in
                [
                    row.link.map { .link(row.title, $0) } ?? .text(row.title),
                    .number(self.words(row, words, formats), Double(row.places.lowerBound)),
                    .number(row.median.map(formats.number) ?? "–", row.median.map(Double.init)),
                ]
            })
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        var entries = [LegendEntry.marks([.band(0, 1)], words.legendRange)]
        if rows.contains(where: { $0.median != nil }) {
            entries.append(.marks([.dot(0.5, isHollow: false)], words.median))
        }
        return entries
    }

    fileprivate func write(_ h: HTML, _ extra: () -> Void) { h.rowFigure(self, chart(h), extra: extra) }
}

extension ChartScale {
    /// The places 1 to `count`.
    init(places count: Int) {
        low = 1
        high = Double(max(count, 2))
        ticks = [1, high]
        places = 0
    }
}

extension HTML {
    /// Places as bands, a table with one bar per area.
    package func rankBands(_ chart: RankBands, extra: () -> Void = {}) { chart.write(self, extra) }
}
