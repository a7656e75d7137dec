package import HTML
package import Texts

/// Punktwolke: two indicators of the same areas. What it shows about areas it does not show about children.
package struct ScatterChart: Chart {
    package struct Point: Sendable, Hashable {
        package let title: String
        package let x: Double
        package let y: Double
        /// Children behind it; larger bases are drawn larger. `nil`: not known.
        package let base: Double?
        package let isMarked: Bool

        package init(_ title: String, x: Double, y: Double, base: Double? = nil, isMarked: Bool = false) {
            self.title = title
            self.x = x
            self.y = y
            self.base = base
            self.isMarked = isMarked
        }
    }

    package struct Axis: Sendable, Hashable {
        package let title: String
        package let unit: ChartUnit

        package init(_ title: String, _ unit: ChartUnit) {
            self.title = title
            self.unit = unit
        }

        var words: String { unit.name.isEmpty ? title : "\(title) (\(unit.name))" }
    }

    package let title: String
    package let across: Axis
    package let up: Axis
    package let points: [Point]
    /// What the size of the points stands for; `nil`: all are of one size.
    package let baseTitle: String?
    package let note: SourceNote?
    /// Correlation with its interval, and that it is no cause.
    package let remarks: [String]

    package init(
        _ title: String, across: Axis, up: Axis, points: [Point], baseTitle: String? = nil, note: SourceNote? = nil,
        remarks: [String] = []
    ) {
        self.title = title
        self.across = across
        self.up = up
        self.points = points.filter { ChartScale.isDrawable($0.x) && ChartScale.isDrawable($0.y) }
        self.baseTitle = baseTitle
        self.note = note
        self.remarks = remarks
    }

    /// Radius whose area grows with the base, 3.5 to 12.
    private func radius(_ point: Point) -> Double {
        let most = points.compactMap(\.base).max() ?? 0
        guard baseTitle != nil, let base = point.base, most > 0, base > 0 else { return 5 }
        return max((base / most).squareRoot() * 12, 3.5)
    }

    package func draw(_ h: HTML, _ width: ChartWidth) {
        let size = PlotSize.of(width, right: 24)
        let box = size.box(
            across: ChartScale(covering: points.map(\.x), about: width == .wide ? 6 : 3),
            up: ChartScale(covering: points.map(\.y)))
        h.plot(size, title) {
            h.uprightAxis(box, title: up.words)
            h.levelAxis(box, title: across.words, places: box.across.places)
            for point in points.sorted(by: { radius($0) > radius($1) }) {
                h.sign(
                    point.isMarked ? 2 : 0, box.atX(point.x), box.atY(point.y), size: radius(point),
                    name: point.isMarked ? "dot mine" : "dot see")
            }
            PointLabel.write(
                h, box, around: points.map { (box.atX($0.x), box.atY($0.y), radius($0)) },
                named(width == .wide ? 16 : 5).map {
                    PointLabel(
                        title: $0.title, x: box.atX($0.x) + max(radius($0) - 5, 0), y: box.atY($0.y),
                        isStrong: $0.isMarked)
                })
        }
    }

    /// The marked point and those at the edges of the cloud.
    private func named(_ count: Int) -> [Point] {
        let edges = [
            points.max { $0.x < $1.x }, points.min { $0.x < $1.x }, points.max { $0.y < $1.y },
            points.min { $0.y < $1.y },
        ].compactMap { $0 }
        var chosen: [Point] = []
        for point in points.filter(\.isMarked) + edges + points where !chosen.contains(point) { chosen.append(point) }
        return Array(chosen.prefix(count))
    }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        DataTable(
            title,
            columns: [
                Column(words.area, sort: .text), Column(across.title, isNumeric: true, sort: .number),
                Column(up.title, isNumeric: true, sort: .number),
            ] + (baseTitle.map { [Column($0, isNumeric: true, sort: .number)] } ?? []),
            rows: points.map { point in
                [
                    .text(point.title), .number(across.unit.words(point.x, formats), point.x),
                    .number(up.unit.words(point.y, formats), point.y),
                ]
                    + (baseTitle == nil
                        ? []
                        : [.number(point.base.map { formats.decimal($0, places: 0) } ?? words.unknown, point.base)])
            })
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        guard let baseTitle else { return [] }
        return [
            LegendEntry(words.larger.filled(["base": baseTitle]), width: 44) { h in
                h.sign(0, 8, 12, size: 4, name: "dot see")
                h.sign(0, 30, 12, size: 11, name: "dot see")
            }
        ]
    }
}
