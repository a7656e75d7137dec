import HTML
import Texts

extension ChartScale {
    /// Exactly from `low` to `high`, without ticks; a stretch without length is widened on both sides.
    init(low: Double, high: Double) {
        let isFlat = high - low < max(abs(low), abs(high), 1e-6) * 1e-9
        self.low = isFlat ? low - 1 : low
        self.high = isFlat ? high + 1 : high
        ticks = []
        places = 0
    }
}

/// Zeichenfläche of a chart with two axes.
struct PlotBox {
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    let across: ChartScale
    let up: ChartScale

    func atX(_ value: Double) -> Double { x + across.share(value) * width }
    func atY(_ value: Double) -> Double { y + (1 - up.share(value)) * height }
    func x(_ value: Double) -> String { Points.text(atX(value)) }
    func y(_ value: Double) -> String { Points.text(atY(value)) }
    func point(_ horizontal: Double, _ vertical: Double) -> String { "\(x(horizontal)),\(y(vertical))" }
    var right: Double { x + width }
    var bottom: Double { y + height }

    /// A line through the numbers at 0, 1, 2 …; interrupted where there is none.
    func line(_ numbers: [Double?]) -> String {
        line(numbers.enumerated().map { (Double($0.offset), $0.element) })
    }

    func line(_ points: [(Double, Double?)]) -> String {
        var path = ""
        var isDrawing = false
        for (place, number) in points {
            guard let number else {
                isDrawing = false
                continue
            }
            path += (isDrawing ? "L" : "M") + point(place, number)
            isDrawing = true
        }
        return path
    }

    /// One closed area for each stretch of points with an interval.
    func band(_ points: [(Double, (low: Double, high: Double)?)]) -> String {
        var path = ""
        for stretch in points.split(whereSeparator: { $0.1 == nil }) where stretch.count > 1 {
            let upper = stretch.compactMap { place, range in range.map { point(place, $0.high) } }
            let lower = stretch.reversed().compactMap { place, range in range.map { point(place, $0.low) } }
            path += "M" + (upper + lower).joined(separator: "L") + "Z"
        }
        return path
    }
}

extension PlotBox {
    /// The words in at most two lines of at most `most` characters; where even that is too short, the second is longer.
    static func lines(_ title: String, most: Int) -> [String] {
        guard title.count > most else { return [title] }
        var first = ""
        var rest = title.split(separator: " ")[...]
        while let word = rest.first, first.isEmpty || first.count + 1 + word.count <= most {
            first += (first.isEmpty ? "" : " ") + word
            rest.removeFirst()
        }
        return rest.isEmpty ? [first] : [first, rest.joined(separator: " ")]
    }
}

/// Sizes of a drawing with axes.
struct PlotSize {
    let width: Double
    let height: Double
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    static func of(_ width: ChartWidth, right: Double = 16) -> PlotSize {
        switch width {
        case .wide: PlotSize(width: 760, height: 400, left: 58, right: right, top: 30, bottom: 46)
        case .narrow: PlotSize(width: 340, height: 336, left: 44, right: 12, top: 46, bottom: 46)
        }
    }

    func box(across: ChartScale, up: ChartScale) -> PlotBox {
        PlotBox(
            x: left, y: top, width: width - left - right, height: height - top - bottom, across: across, up: up)
    }
}

extension HTML {
    /// The drawing of a chart with axes; `words` say what is to be seen.
    func plot(_ size: PlotSize, _ words: String, content: () -> Void) {
        svg(
            .class("chart"), .attribute("viewBox", "0 0 \(Points.text(size.width)) \(Points.text(size.height))"),
            .role("img"), .label(words), content: content)
    }

    /// Numbers and lines of the upright axis, its title above.
    func uprightAxis(_ box: PlotBox, title: String) {
        for tick in box.up.ticks {
            plotLine("gridline", box.x, box.atY(tick), box.right, box.atY(tick))
            svgText(
                formats.decimal(tick, places: box.up.places), .class("to"), .attribute("x", Points.text(box.x - 8)),
                .attribute("y", Points.text(box.atY(tick) + 5)))
        }
        // The lines end above the plot; a long title in a narrow drawing takes two.
        let lines = PlotBox.lines(title, most: Int(box.right / 7.2))
        for (place, line) in lines.enumerated() {
            let above = Double(lines.count - place - 1) * 16
            svgText(line, .class("axistitle"), .attribute("x", "0"), .attribute("y", Points.text(box.y - 15 - above)))
        }
    }

    /// Numbers of the level axis, its title below.
    func levelAxis(_ box: PlotBox, title: String, places: Int) {
        plotLine("axisline", box.x, box.bottom, box.right, box.bottom)
        for tick in box.across.ticks {
            plotLine("axisline", box.atX(tick), box.bottom, box.atX(tick), box.bottom + 5)
            svgText(
                formats.decimal(tick, places: places), .class("mid"), .attribute("x", box.x(tick)),
                .attribute("y", Points.text(box.bottom + 20)))
        }
        svgText(
            title, .class("axistitle to"), .attribute("x", Points.text(box.right)),
            .attribute("y", Points.text(box.bottom + 40)))
    }

    func plotLine(_ name: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
        line(
            .class(name), .attribute("x1", Points.text(x1)), .attribute("y1", Points.text(y1)),
            .attribute("x2", Points.text(x2)), .attribute("y2", Points.text(y2))
        ) {}
    }

    /// A sign of the given form: 0 circle, 1 square, 2 diamond, 3 triangle; then again.
    func sign(_ form: Int, _ x: Double, _ y: Double, size: Double, name: String) {
        let p = { (dx: Double, dy: Double) in "\(Points.text(x + dx * size)),\(Points.text(y + dy * size))" }
        if form % 4 == 0 {
            circle(
                .class(name), .attribute("cx", Points.text(x)), .attribute("cy", Points.text(y)),
                .attribute("r", Points.text(size))
            ) {}
            return
        }
        let d =
            switch form % 4 {
            case 1: "M\(p(-0.9, -0.9))L\(p(0.9, -0.9))L\(p(0.9, 0.9))L\(p(-0.9, 0.9))Z"
            case 2: "M\(p(0, -1.25))L\(p(1.25, 0))L\(p(0, 1.25))L\(p(-1.25, 0))Z"
            default: "M\(p(0, -1.15))L\(p(1.1, 0.85))L\(p(-1.1, 0.85))Z"
            }
        path(.class(name), .attribute("d", d)) {}
    }
}

/// Beschriftungen, pushed apart so that none lies over another.
enum LabelStack {
    /// Heights near the wanted ones, at least `gap` apart, within `range`; same order as given.
    static func spread(_ wanted: [Double], gap: Double, within range: ClosedRange<Double>) -> [Double] {
        let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
        var placed = wanted
        var floor = range.lowerBound
        for index in order {
            placed[index] = max(wanted[index], floor)
            floor = placed[index] + gap
        }
        var ceiling = range.upperBound
        for index in order.reversed() {
            placed[index] = min(placed[index], ceiling)
            ceiling = placed[index] - gap
        }
        return placed
    }
}
