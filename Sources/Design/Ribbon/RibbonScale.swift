package import Prevention

/// Maßstab of the age ribbon: where on the ribbon an age lies.
///
/// Each of the four life stages gets a quarter of the width, linear inside a stage.
package struct RibbonScale: Sendable, Hashable {
    package let width: Double

    package init(width: Double) { self.width = width }

    /// Ends of the stages in months.
    private static let ends = [-9, 12, 72, 192, 324]

    /// Distance of `age` from the ribbon's beginning, 0…`width`.
    package func x(_ age: AgeInMonths) -> Double {
        let months = age.months
        let stage = (0..<4).first { months <= Self.ends[$0 + 1] } ?? 3
        let from = Double(Self.ends[stage])
        let to = Double(Self.ends[stage + 1])
        return width / 4 * (Double(stage) + (Double(months) - from) / (to - from))
    }
}

/// Abschnitt: an amber band (something exists) or a hollow one (a gap) threaded through the ribbon.
package struct RibbonBand: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        case offer
        /// Lücke.
        case gap
    }

    package let range: AgeRange
    package let kind: Kind

    package init(_ range: AgeRange, _ kind: Kind = .offer) {
        self.range = range
        self.kind = kind
    }
}

/// The two sizes in which the ribbon is drawn, with all measures in its own units.
package enum RibbonSize: Sendable, Hashable {
    /// Page head, matrix head.
    case large
    /// Cards and lists.
    case compact

    var width: Double { self == .large ? 960 : 320 }
    var height: Double { self == .large ? 64 : 28 }
    var ring: Double { self == .large ? 50 : 23 }
    var stroke: Double { self == .large ? 7.5 : 3 }
    var overlap: Double { self == .large ? 12 : 6 }
    var halo: Double { self == .large ? 14.5 : 5.5 }
    var band: Double { self == .large ? 22 : 11 }
    var bandStroke: Double { self == .large ? 2.5 : 1.5 }
    /// Space between a band and the join of two links.
    var gap: Double { self == .large ? 3.4 : 1.4 }
    /// Space between a band and the ends of the ribbon.
    var endGap: Double { self == .large ? 11.6 : 4.6 }
    var symbol: String { self == .large ? "kette-gross" : "kette-klein" }
    var need: String { self == .large ? "ribbon-large" : "ribbon-compact" }
    var scale: RibbonScale { RibbonScale(width: width) }

    /// Begin and end of the band for `range`, at least as long as it is high and inside the outer rings.
    func span(_ range: AgeRange) -> (x: Double, width: Double) {
        let edge = { (age: AgeInMonths, isStart: Bool) -> Double in
            let x = scale.x(age)
            return isStart ? max(x + gap, endGap) : min(x - gap, width - endGap)
        }
        var start = edge(range.from, true)
        var end = edge(range.to, false)
        if end - start < band {
            let middle = min(
                max((scale.x(range.from) + scale.x(range.to)) / 2, endGap + band / 2), width - endGap - band / 2)
            start = middle - band / 2
            end = middle + band / 2
        }
        return (start, end - start)
    }
}
