package import Texts

/// Einheit: how the numbers of an axis are written.
package struct ChartUnit: Sendable, Hashable {
    /// "%", "je 1.000", "Plätze"; empty for plain numbers.
    package let name: String
    /// Decimals, 0 to 3.
    package let places: Int

    package init(_ name: String, places: Int = 1) {
        self.name = name
        self.places = min(max(places, 0), 3)
    }

    package static let percent = ChartUnit("%")
    package static let plain = ChartUnit("", places: 0)

    /// `31,8 %`, `12,4 je 1.000`; `–` for a number that is none.
    package func words(_ value: Double, _ formats: Formats) -> String { words(value, formats, places: places) }

    func words(_ value: Double, _ formats: Formats, places: Int) -> String {
        guard value.isFinite else { return "–" }
        if name == "%" { return formats.percent(value, places: places) }
        return formats.decimal(value, places: places) + (name.isEmpty ? "" : "\u{A0}" + name)
    }

    /// `24,1–30,9`, without the unit.
    package func range(_ low: Double, _ high: Double, _ formats: Formats) -> String {
        formats.decimal(low, places: places) + "–" + formats.decimal(high, places: places)
    }
}

/// Wert eines Diagramms: a number, or one of the two reasons for having none. Zero is a number.
package enum ChartValue: Sendable, Hashable {
    /// With its interval, if known.
    case value(Double, low: Double?, high: Double?)
    /// Nicht bekannt.
    case unknown
    /// Geheim gehalten: known, but kept back so that nobody can be recognised.
    case secret

    /// A number; one that is not finite counts as unknown.
    package static func of(_ value: Double, low: Double? = nil, high: Double? = nil) -> ChartValue {
        guard ChartScale.isDrawable(value) else { return .unknown }
        guard let low, let high, ChartScale.isDrawable(low), ChartScale.isDrawable(high), low <= high else {
            return .value(value, low: nil, high: nil)
        }
        return .value(value, low: low, high: high)
    }

    package var number: Double? {
        if case .value(let value, _, _) = self, ChartScale.isDrawable(value) { value } else { nil }
    }

    package var interval: (low: Double, high: Double)? {
        guard number != nil, case .value(_, let low?, let high?) = self, low <= high, ChartScale.isDrawable(low),
            ChartScale.isDrawable(high)
        else { return nil }
        return (low, high)
    }

    /// Everything that the scale has to cover.
    var extent: [Double] { [number, interval?.low, interval?.high].compactMap { $0 } }

    func words(_ unit: ChartUnit, _ texts: ChartTexts, _ formats: Formats) -> String {
        switch self {
        case .value(let value, _, _): unit.words(value, formats)
        case .unknown: texts.unknown
        case .secret: texts.secret
        }
    }
}
