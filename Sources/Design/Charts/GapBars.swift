package import HTML
package import Texts

/// Bedarf und Angebot: capacity as a bar, the fair share as a stroke, what lies between as gap or surplus.
package struct GapBars: Chart {
    package struct Row: Sendable, Hashable {
        package let title: String
        /// Places that exist; `nil`: not known.
        package let capacity: Double?
        /// Places that the area should have by its need; `nil`: not known, then no gap is shown.
        package let share: Double?
        /// Places that it would have if need did not count: shows what the weight does.
        package let plainShare: Double?
        package let link: Link?

        package init(
            _ title: String, capacity: Double?, share: Double?, plainShare: Double? = nil, link: Link? = nil
        ) {
            self.title = title
            self.capacity = capacity.flatMap { ChartScale.isDrawable($0) ? $0 : nil }
            self.share = share.flatMap { ChartScale.isDrawable($0) ? $0 : nil }
            self.plainShare = plainShare.flatMap { ChartScale.isDrawable($0) ? $0 : nil }
            self.link = link
        }

        /// Above 0 places are missing, below 0 there are more than the share.
        package var gap: Double? { share.flatMap { share in capacity.map { share - $0 } } }
    }

    package let title: String
    package let unit: ChartUnit
    package let rows: [Row]
    /// Gaps smaller than this count as fitting.
    package let tolerance: Double
    package let note: SourceNote?
    package let remarks: [String]

    package init(
        _ title: String, unit: ChartUnit = ChartUnit("", places: 0), rows: [Row], tolerance: Double = 0.5,
        note: SourceNote? = nil, remarks: [String] = []
    ) {
        self.title = title
        self.unit = unit
        self.rows = rows
        self.tolerance = tolerance
        self.note = note
        self.remarks = remarks
    }

    private var scale: ChartScale {
        ChartScale(
            covering: rows.flatMap { [$0.capacity, $0.share, $0.plainShare].compactMap { $0 } }, isFromZero: true,
            about: 4)
    }

    private func finding(_ row: Row, _ words: ChartTexts, _ formats: Formats) -> (words: String, icon: Icon?) {
        guard let gap = row.gap else { return (words.unmeasured, nil) }
        if abs(gap) < tolerance { return (words.fits, .check) }
        let amount = unit.words(abs(gap), formats)
        return gap > 0
            ? (words.missing.filled(["amount": amount]), .gap) : (words.tooMuch.filled(["amount": amount]), .up)
    }

    private func chart(_ h: HTML) -> RowChart {
        let scale = scale
        return RowChart(
            title: title, label: h.chartWords.area, unit: h.chartWords.capacity, scale: scale, scaleUnit: unit,
            rows: rows.map { row in
                let finding = finding(row, h.chartWords, h.formats)
                return ChartRow(
                    title: row.title, link: row.link, detail: finding.words, icon: finding.icon,
                    words: row.capacity.map { unit.words($0, h.formats) } ?? h.chartWords.unknown,
                    range: row.share.map {
                        h.chartWords.need.filled(["amount": unit.words($0, h.formats)])
                    }, marks: marks(row, scale), name: name(row))
            })
    }

    private func name(_ row: Row) -> String? {
        guard let gap = row.gap, abs(gap) >= tolerance else { return nil }
        return gap > 0 ? "isgap" : "ismore"
    }

    private func marks(_ row: Row, _ scale: ChartScale) -> [RowMark] {
        var marks: [RowMark] = [.track]
        let zero = scale.share(0)
        if let capacity = row.capacity {
            let end = scale.share(capacity)
            if let share = row.share, capacity - share >= tolerance {
                marks.append(.bar(zero, scale.share(share), name: "sup"))
                marks.append(.bar(scale.share(share), end, name: "surplus"))
            } else {
                marks.append(.bar(zero, end, name: "sup"))
                if let share = row.share, share - capacity >= tolerance {
                    marks.append(.bar(end, scale.share(share), name: "lack"))
                }
            }
        }
        if let plain = row.plainShare { marks.append(.rule(scale.share(plain), name: "meanline")) }
        if let share = row.share { marks.append(.rule(scale.share(share), name: "need")) }
        return marks
    }

    package var fileSize: (width: Double, height: Double) { RowChart.fileSize(rows.count) }

    package func draw(_ h: HTML, _ width: ChartWidth) {
        h.need("hatch")
        chart(h).draw(h)
    }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        DataTable(
            title,
            columns: [
                Column(words.area, sort: .text), Column(words.capacity, isNumeric: true, sort: .number),
                Column(words.need.filled(["amount": ""]), isNumeric: true, sort: .number),
                Column(words.difference, isNumeric: true, sort: .number), Column(words.value),
            ],
            rows: rows.map { row in
                [
                    row.link.map { .link(row.title, $0) } ?? .text(row.title),
                    .number(row.capacity.map { unit.words($0, formats) } ?? words.unknown, row.capacity),
                    .number(row.share.map { unit.words($0, formats) } ?? words.unknown, row.share),
                    .number(row.gap.map { unit.words($0, formats) } ?? "–", row.gap),
                    .text(finding(row, words, formats).words),
                ]
            })
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        var entries: [LegendEntry] = [
            .marks([.bar(0, 1, name: "sup")], words.capacity),
            .marks([.bar(0, 1, name: "lack"), .rule(1, name: "need")], words.gapLegend),
            .marks([.bar(0, 1, name: "surplus"), .rule(0, name: "need")], words.moreLegend),
        ]
        if rows.contains(where: { $0.plainShare != nil }) {
            entries.append(.marks([.rule(0.5, name: "meanline")], words.plainShare))
        }
        return entries
    }

    fileprivate func write(_ h: HTML, _ extra: () -> Void) {
        h.need("hatch")
        h.rowFigure(self, chart(h), extra: extra)
    }
}

extension HTML {
    /// Need against capacity, a table with one bar per area.
    package func gapBars(_ chart: GapBars, extra: () -> Void = {}) { chart.write(self, extra) }
}
