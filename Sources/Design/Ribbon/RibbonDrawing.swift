import Foundation
import HTML
import Prevention

/// Draws the chain itself, once per page as a `symbol` that every ribbon uses.
struct RibbonDrawing {
    let size: RibbonSize

    /// Beginnings and ends of the six links: the joins are the transitions.
    private var joins: [Double] {
        [AgeInMonths.conception.months, 0, 12, 72, 120, 192, 324].map { size.scale.x(AgeInMonths(clamping: $0)) }
    }
    private var radius: Double { size.ring / 2 }
    private var middle: Double { size.height / 2 }
    private static let isSecondColour = [false, false, true, false, false, true]

    func writeSymbols(_ h: HTML) {
        h.symbol(.id(size.symbol), .attribute("viewBox", viewBox)) {
            for link in 0..<6 { ring(h, link) }
            for link in 0..<5 { backArc(h, link) }
        }
        h.symbol(.id(size.symbol + "-vorn"), .attribute("viewBox", viewBox)) {
            for link in 1..<6 { frontArc(h, link) }
        }
    }

    var viewBox: String { "0 0 \(Points.text(size.width)) \(Points.text(size.height))" }

    private func left(_ link: Int) -> Double { link == 0 ? size.stroke / 2 : joins[link] - size.overlap }
    private func right(_ link: Int) -> Double {
        link == 5 ? size.width - size.stroke / 2 : joins[link + 1] + size.overlap
    }
    private func ringClass(_ link: Int) -> String { Self.isSecondColour[link] ? "ring b" : "ring" }

    private func ring(_ h: HTML, _ link: Int) {
        for isHalo in [true, false] {
            h.rect(
                .class(isHalo ? "halo" : ringClass(link)),
                .attribute("stroke-width", Points.text(isHalo ? size.halo : size.stroke)),
                .attribute("x", Points.text(left(link))), .attribute("y", Points.text(middle - radius)),
                .attribute("width", Points.text(right(link) - left(link))),
                .attribute("height", Points.text(size.ring)),
                .attribute("rx", Points.text(radius))
            ) {}
        }
    }

    /// The left link's end again, over the lower crossing with its neighbour.
    private func backArc(_ h: HTML, _ link: Int) {
        let centre = right(link) - radius
        arc(h, "halo", size.halo, centre, from: 82, to: 34)
        arc(h, ringClass(link), size.stroke, centre, from: 90, to: 24.4)
    }

    /// The right link's beginning, which lies over the band.
    private func frontArc(_ h: HTML, _ link: Int) {
        arc(h, ringClass(link), size.stroke, left(link) + radius, from: 218.2, to: 141.8)
    }

    /// An arc of the ring around `centre`, against the clock; angles in degrees, 0 to the right, 90 down.
    private func arc(_ h: HTML, _ name: String, _ stroke: Double, _ centre: Double, from: Double, to: Double) {
        let point = { (degrees: Double) -> String in
            let angle = degrees * .pi / 180
            return "\(Points.text(centre + radius * cos(angle))),\(Points.text(middle + radius * sin(angle)))"
        }
        let r = Points.text(radius)
        h.path(
            .class(name), .attribute("stroke-width", Points.text(stroke)),
            .attribute("d", "M\(point(from))A\(r),\(r) 0 0 0 \(point(to))")
        ) {}
    }
}

/// Numbers of drawings: at most one decimal, always with a point.
enum Points {
    static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        if tenths % 10 == 0 { return "\(tenths / 10)" }
        let whole = tenths.magnitude / 10
        return (tenths < 0 ? "-" : "") + "\(whole).\(tenths.magnitude % 10)"
    }
}
