import ContextModel
import Design
import HTML
import Prevention
import Texts

/// Was der Ausgleich bewirkt: each condition as a line from the risk before to the risk that is left.
struct DescentDrawing {
    private struct Point {
        let number: Int
        let before: RiskColour
        let after: RiskColour
    }

    private let points: [Point]
    private static let step = 38.0
    private static let width = 560.0
    private static let left = 150.0
    private static let right = 410.0

    init(_ rows: [ContextCheck.Row]) {
        points = rows.enumerated().map {
            Point(number: $0.offset + 1, before: $0.element.colour, after: $0.element.residual)
        }
    }

    /// Top and height of each lane, highest risk first.
    private var lanes: [(colour: RiskColour, top: Double, height: Double)] {
        var top = 34.0
        return RiskColour.falling.map { colour in
            let most = max(
                points.count { $0.before == colour }, points.count { $0.after == colour }, 1)
            defer { top += Double(most) * Self.step + 8 }
            return (colour, top, Double(most) * Self.step)
        }
    }

    private func places(_ colour: KeyPath<Point, RiskColour>) -> [Int: Double] {
        var found: [Int: Double] = [:]
        for lane in lanes {
            let own = points.filter { $0[keyPath: colour] == lane.colour }
            let start = lane.top + (lane.height - Double(own.count) * Self.step) / 2 + Self.step / 2
            for (place, point) in own.enumerated() { found[point.number] = start + Double(place) * Self.step }
        }
        return found
    }

    func write(_ h: HTML, _ words: ContextWords) {
        let height = (lanes.last.map { $0.top + $0.height } ?? 60) + 6
        let label = words.texts.check.descentText.filled([
            "before": sentence(\.before, words), "after": sentence(\.after, words),
        ])
        h.svg(
            .class("ctx-descent"), .attribute("viewBox", "0 0 \(Int(Self.width)) \(Int(height))"), .role("img"),
            .label(label)
        ) {
            heads(h, words)
            for lane in lanes { write(lane, h, words) }
            lines(h)
        }
    }

    /// `3 gering, 1 mäßig`.
    func sentence(_ side: Bool, _ words: ContextWords) -> String {
        side ? sentence(\.before, words) : sentence(\.after, words)
    }

    private func sentence(_ colour: KeyPath<Point, RiskColour>, _ words: ContextWords) -> String {
        let parts = RiskColour.falling.compactMap { wanted -> String? in
            let count = points.count { $0[keyPath: colour] == wanted }
            guard count > 0 else { return nil }
            return words.texts.check.countOf.filled([
                "count": words.formats.number(count), "word": words.short(wanted),
            ])
        }
        return words.formats.list(parts)
    }

    private func heads(_ h: HTML, _ words: ContextWords) {
        for (x, title) in [(Self.left, words.texts.check.before), (Self.right, words.texts.check.after)] {
            h.svgText(
                title, .class("ctx-head"), .attribute("x", "\(Int(x))"), .attribute("y", "18"),
                .attribute("text-anchor", "middle"))
        }
    }

    private func write(
        _ lane: (colour: RiskColour, top: Double, height: Double), _ h: HTML, _ words: ContextWords
    ) {
        h.rect(
            .class("ctx-lane " + lane.colour.style), .attribute("y", "\(Int(lane.top))"),
            .attribute("width", "\(Int(Self.width))"), .attribute("height", "\(Int(lane.height))"),
            .attribute("rx", "14")
        ) {}
        let middle = Int(lane.top + lane.height / 2 + 6)
        h.svgText(
            words.short(lane.colour), .class("ctx-word " + lane.colour.style), .attribute("x", "16"),
            .attribute("y", "\(middle)"))
        let count = points.count { $0.after == lane.colour }
        h.svgText(
            "\(count)", .class("ctx-count " + lane.colour.style), .attribute("x", "\(Int(Self.width) - 18)"),
            .attribute("y", "\(middle + 2)"), .attribute("text-anchor", "end"))
    }

    private func lines(_ h: HTML) {
        let (before, after) = (places(\.before), places(\.after))
        for point in points {
            guard let y1 = before[point.number], let y2 = after[point.number] else { continue }
            let middle = Int((Self.left + Self.right) / 2)
            h.path(
                .class(point.before == point.after ? "ctx-line same" : "ctx-line"),
                .attribute(
                    "d",
                    "M\(Int(Self.left) + 18),\(Int(y1))C\(middle),\(Int(y1)) \(middle),\(Int(y2)) \(Int(Self.right) - 18),\(Int(y2))"
                )
            ) {}
        }
        for point in points {
            if let y = before[point.number] { h.riskNode(point.before, point.number, x: Self.left, y: y) }
            if let y = after[point.number] { h.riskNode(point.after, point.number, x: Self.right, y: y) }
        }
    }
}
