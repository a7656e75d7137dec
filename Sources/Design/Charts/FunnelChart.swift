package import HTML
package import Texts

/// Trichterdiagramm: rates by the size of their base, with the limits between which chance alone would scatter them.
package struct FunnelChart: Chart {
    package struct Point: Sendable, Hashable {
        package let title: String
        /// What the rate refers to, above 0.
        package let base: Double
        package let value: Double
        package let standing: Standing
        package let isMarked: Bool

        package init(_ title: String, base: Double, value: Double, standing: Standing, isMarked: Bool = false) {
            self.title = title
            self.base = base
            self.value = value
            self.standing = standing
            self.isMarked = isMarked
        }
    }

    /// Where a point lies.
    package enum Standing: Int, Sendable, Hashable { case inside, beyondTwo, beyondThree }

    /// Limits at one size of the base.
    package struct Limit: Sendable, Hashable {
        package let base: Double
        /// Two and three standard deviations around the mean.
        package let two: ClosedRange<Double>
        package let three: ClosedRange<Double>

        package init(base: Double, two: ClosedRange<Double>, three: ClosedRange<Double>) {
            self.base = base
            self.two = two
            self.three = three
        }
    }

    package let title: String
    package let unit: ChartUnit
    package let valueTitle: String
    /// What the base counts: "Kinder unter 15".
    package let baseTitle: String
    package let points: [Point]
    package let mean: Double
    /// By growing base.
    package let limits: [Limit]
    package let note: SourceNote?
    package let remarks: [String]

    package init(
        _ title: String, unit: ChartUnit, valueTitle: String, baseTitle: String, points: [Point], mean: Double,
        limits: [Limit], note: SourceNote? = nil, remarks: [String] = []
    ) {
        self.title = title
        self.unit = unit
        self.valueTitle = valueTitle
        self.baseTitle = baseTitle
        self.points = points.filter { ChartScale.isDrawable($0.base) && ChartScale.isDrawable($0.value) && $0.base > 0 }
        self.mean = ChartScale.isDrawable(mean) ? mean : 0
        self.limits = limits.sorted { $0.base < $1.base }
        self.note = note
        self.remarks = remarks
    }

    private var outside: [Point] { points.filter { $0.standing != .inside } }

    package func draw(_ h: HTML, _ width: ChartWidth) {
        let size = PlotSize.of(width, right: 24)
        // Limits of tiny bases reach far beyond the points: they are cut where the points end, with some room.
        let most = points.map(\.value).max() ?? mean
        let least = points.map(\.value).min() ?? mean
        let room = max(most - least, abs(mean) * 0.2) * 0.35
        let edges = limits.flatMap { [$0.three.lowerBound, $0.three.upperBound] }
            .filter { $0 < most + room && $0 > least - room && (unit.name != "%" || (0...100).contains($0)) }
        let box = size.box(
            across: ChartScale(covering: points.map(\.base), isFromZero: true, about: width == .wide ? 6 : 3),
            up: ChartScale(covering: points.map(\.value) + edges + [mean], isFromZero: least <= (most - least) * 1.5))
        h.plot(size, title) {
            h.uprightAxis(box, title: unit.name.isEmpty ? valueTitle : "\(valueTitle) (\(unit.name))")
            h.levelAxis(box, title: baseTitle, places: box.across.places)
            limitLine(h, box, "limit three", \.three)
            limitLine(h, box, "limit two", \.two)
            h.plotLine("meanline", box.x, box.atY(mean), box.right, box.atY(mean))
            for point in points.sorted(by: { $0.standing.rawValue < $1.standing.rawValue }) { draw(h, point, box) }
            labels(h, box, width)
        }
    }

    private func limitLine(_ h: HTML, _ box: PlotBox, _ name: String, _ limit: KeyPath<Limit, ClosedRange<Double>>) {
        for edge in [\ClosedRange<Double>.lowerBound, \ClosedRange<Double>.upperBound] {
            // A limit outside of the drawing is no line along its edge.
            let line = limits.filter { $0.base <= box.across.high }.map { each -> (Double, Double?) in
                let value = each[keyPath: limit][keyPath: edge]
                return (each.base, value >= box.up.low && value <= box.up.high ? value : nil)
            }
            h.path(.class(name), .attribute("d", box.line(line))) {}
        }
    }

    private func draw(_ h: HTML, _ point: Point, _ box: PlotBox) {
        let name = point.isMarked ? "dot mine" : point.standing == .inside ? "dot open" : "dot"
        h.sign(
            point.standing == .inside ? 0 : point.standing == .beyondTwo ? 1 : 2, box.atX(point.base),
            box.atY(point.value), size: point.standing == .inside ? 4.5 : 5.5, name: name)
    }

    /// Names of the points outside and of the marked one, beside them.
    private func labels(_ h: HTML, _ box: PlotBox, _ width: ChartWidth) {
        let named = points.filter { $0.standing == .beyondThree || $0.isMarked }
        PointLabel.write(
            h, box, around: points.map { (box.atX($0.base), box.atY($0.value), 5) },
            (named + outside.filter { !named.contains($0) }).prefix(width == .wide ? 14 : 6).map {
                PointLabel(title: $0.title, x: box.atX($0.base), y: box.atY($0.value), isStrong: $0.isMarked)
            })
    }

    package func table(_ words: ChartTexts, _ formats: Formats) -> DataTable {
        DataTable(
            title,
            columns: [
                Column(words.area, sort: .text), Column(valueTitle, isNumeric: true, sort: .number),
                Column(baseTitle, isNumeric: true, sort: .number), Column(words.mean),
            ],
            rows: points.sorted { $0.value > $1.value }.map { point in
                [
                    .text(point.title), .number(unit.words(point.value, formats), point.value),
                    .number(formats.decimal(point.base, places: 0), point.base),
                    .text(self.words(point.standing, words)),
                ]
            })
    }

    private func words(_ standing: Standing, _ words: ChartTexts) -> String {
        switch standing {
        case .inside: words.inside
        case .beyondTwo: words.beyondTwo
        case .beyondThree: words.beyondThree
        }
    }

    package func legend(_ words: ChartTexts, _ formats: Formats) -> [LegendEntry] {
        [
            .sign(0, "dot open", words.inside), .sign(1, "dot", words.beyondTwo),
            .sign(2, "dot", words.beyondThree), .line("limit two", words.limitsTwo),
            .line("limit three", words.limitsThree),
            .line("meanline", words.legendMean.filled(["value": unit.words(mean, formats)])),
        ]
    }
}

/// Name beside a point.
struct PointLabel {
    let title: String
    let x: Double
    let y: Double
    let isStrong: Bool

    /// Writes the names to the right of their points, to the left where the room ends; a name without room is left out.
    ///
    /// - Parameter points: centres and radii that stay free.
    static func write(
        _ h: HTML, _ box: PlotBox, around points: [(x: Double, y: Double, radius: Double)],
        _ labels: some Sequence<PointLabel>
    ) {
        var taken = points.map { (x: $0.x - $0.radius...$0.x + $0.radius, y: $0.y + 5) }
        for label in labels {
            let length = Double(label.title.count) * 7.4
            let isLeft = label.x + 10 + length > box.right + 14
            let from = isLeft ? label.x - 10 - length : label.x + 10
            let tries = [label.y + 5, label.y - 10, label.y + 20, label.y - 24, label.y + 34]
            let place = tries.first { y in
                y > box.y - 6 && y < box.bottom
                    && !taken.contains { abs($0.y - y) < 15 && $0.x.overlaps(from...(from + length)) }
            }
            guard let place, from >= 0 else { continue }
            taken.append((from...(from + length), place))
            h.svgText(
                label.title, .class("name" + (isLeft ? " to" : "") + (label.isStrong ? " strong" : "")),
                .attribute("x", Points.text(isLeft ? label.x - 10 : label.x + 10)),
                .attribute("y", Points.text(place)))
        }
    }
}
