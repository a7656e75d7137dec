import Indicators
import Statistics
import Texts

/// Werte in Worten: numbers of an indicator as people read them, the three states told apart.
struct ValueWords: Sendable {
    let indicator: Indicator
    let formats: Formats
    let texts: MonitoringTexts.Shared
    /// Decimals.
    let places: Int

    init(_ indicator: Indicator, _ language: Language, _ texts: MonitoringTexts.Shared, places: Int? = nil) {
        self.indicator = indicator
        formats = Formats(language)
        self.texts = texts
        self.places = places ?? (indicator.measure == .count ? 0 : 1)
    }

    /// "31,8 %", "1.204 Kinder"; without the unit where it stands in the head of the table.
    func number(_ value: Double, unit: String? = nil) -> String {
        let number = formats.decimal(value, places: places)
        let unit = unit ?? indicator.unit
        if unit.isEmpty { return number }
        return number + (formats.language == .english && unit == "%" ? "" : "\u{A0}") + unit
    }

    func bare(_ value: Double) -> String { formats.decimal(value, places: places) }

    /// With its sign: "+2,3".
    func difference(_ value: Double) -> String {
        let words = formats.decimal(value, places: places)
        return value > 0 && words.contains { $0 != "0" && $0.isNumber } ? "+" + words : words
    }

    func state(_ state: PublishedValue.State) -> String {
        switch state {
        case .available: ""
        case .notAvailable: texts.notKnown
        case .suppressed: texts.keptBack
        }
    }

    func value(_ value: PublishedValue) -> String {
        guard value.state == .available, let number = value.value else {
            return state(value.state == .available ? .notAvailable : value.state)
        }
        return self.number(number)
    }

    /// "29,1 bis 34,6".
    func range(_ limits: Limits) -> String {
        texts.range.filled(["from": bare(limits.lower), "to": bare(limits.upper)])
    }
}

extension PublishedValue {
    /// Between which limits the true value lies with 95 % (Wilson for shares, Poisson or Byar for ratios); `nil` for
    /// counts, scores and where events or base are not published.
    func limits(_ measure: Indicator.Measure) -> Limits? {
        guard let events, let base else { return nil }
        return switch measure {
        case .share(let per): Rate(events: events, base: base, method: .wilson, per: per)?.limits
        case .ratio(let per): Rate(events: events, base: base, method: .count, per: per)?.limits
        case .count, .score, .yesNo: nil
        }
    }
}
