package import Texts

/// Farbe einer Fläche by what is known about it. Colours are those of the style sheet, safe for colour-blind people.
package enum AreaPaint: Sendable, Hashable {
    /// Class 1 lowest … `of` highest.
    case sequential(Int, of: Int)
    /// Class 1 far below the comparison … `of` far above.
    case diverging(Int, of: Int)
    /// Nicht bekannt: hatched.
    case unknown
    /// Geheim gehalten: dotted.
    case secret

    /// Which of the seven colours of the ramp each class takes, by number of classes.
    private static let ramps: [Int: [Int]] = [
        1: [4], 2: [2, 6], 3: [2, 4, 6], 4: [1, 3, 5, 7], 5: [1, 2, 4, 6, 7], 6: [1, 2, 3, 5, 6, 7],
        7: [1, 2, 3, 4, 5, 6, 7],
    ]

    private static func step(_ level: Int, _ count: Int) -> Int {
        let ramp = ramps[min(max(count, 1), 7)] ?? [4]
        return ramp[min(max(level, 1), ramp.count) - 1]
    }

    /// Class of the shape in the style sheet.
    package var name: String {
        switch self {
        case .sequential(let level, let count): "q\(Self.step(level, count))"
        case .diverging(let level, let count): "d\(Self.step(level, count))"
        case .unknown: "unk"
        case .secret: "sec"
        }
    }

    /// Class of a second shape over the first, which tells it from others without colour; `nil` if it needs none.
    package var overlay: String? {
        guard case .diverging(let level, let count) = self, Self.step(level, count) < 4 else { return nil }
        return "below"
    }

    /// Whether words on it are light.
    package var isDark: Bool {
        switch self {
        case .sequential(let level, let count): Self.step(level, count) >= 5
        case .diverging(let level, let count): [1, 2, 6, 7].contains(Self.step(level, count))
        case .unknown, .secret: false
        }
    }
}

/// Klasseneinteilung: bounds that cut numbers into 1 to 7 classes, the same for all years and areas they are used for.
package struct ClassScale: Sendable, Hashable {
    /// Upper bound of each class, ascending; a value equal to a bound belongs to the class that it closes.
    package let bounds: [Double]
    /// Least value, shown at the beginning of the legend.
    package let least: Double?
    /// The value around which colours part; `nil` for one ramp from low to high.
    package let comparison: Double?

    /// Takes at most seven bounds, sorted and each once.
    package init(bounds: [Double], least: Double? = nil, comparison: Double? = nil) {
        self.bounds = Array(Set(bounds.filter(ChartScale.isDrawable)).sorted().prefix(7))
        self.least = least.flatMap { ChartScale.isDrawable($0) ? $0 : nil }
        self.comparison = comparison
    }

    package var count: Int { max(bounds.count, 1) }

    /// 1 … `count`; values above the last bound belong to the last class.
    package func level(of value: Double) -> Int {
        (bounds.firstIndex { value <= $0 } ?? count - 1) + 1
    }

    package func paint(_ value: ChartValue) -> AreaPaint {
        switch value {
        case .value(let number, _, _): paint(level: level(of: number))
        case .unknown: .unknown
        case .secret: .secret
        }
    }

    package func paint(level: Int) -> AreaPaint {
        comparison == nil ? .sequential(level, of: count) : .diverging(level, of: count)
    }

    /// Words of each class: `bis 12,5 %`, `über 12,5 bis 18 %`, `über 31 %`.
    package func words(_ unit: ChartUnit, _ texts: ChartTexts, _ formats: Formats) -> [String] {
        bounds.indices.map { index in
            let upper = unit.words(bounds[index], formats)
            if index == 0 {
                guard let least, least < bounds[0] else { return texts.classFirst.filled(["to": upper]) }
                return texts.classFrom.filled([
                    "from": formats.decimal(least, places: unit.places), "to": upper,
                ])
            }
            return texts.classNext.filled([
                "from": formats.decimal(bounds[index - 1], places: unit.places), "to": upper,
            ])
        }
    }
}
