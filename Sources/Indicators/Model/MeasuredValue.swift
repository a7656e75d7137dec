package import Prevention

/// Messwert: one value as it was measured or delivered, before anything is hidden.
///
/// Goes in by import; comes out only to the publish gate and to the checks of the next import.
package struct MeasuredValue: Hashable, Sendable {
    /// Ort: what a value is about.
    package enum Place: Hashable, Sendable {
        case area(ID<Area>)
        /// A Kita, school or other facility, by its key in the register.
        case facility(Reference)

        /// For orders and fingerprints: the area's key, or the facility's with its kind before it.
        var text: String {
            switch self {
            case .area(let id): id.text
            case .facility(let reference): "facility:\(reference.id)"
            }
        }

        package var area: ID<Area>? { if case .area(let id) = self { id } else { nil } }
        package var facility: Reference? { if case .facility(let reference) = self { reference } else { nil } }
    }

    package let indicator: ID<Indicator>
    package let place: Place
    package let period: Period
    /// `suppressed` if the source itself has hidden it.
    package let state: PublishedValue.State
    /// In the unit of the indicator; `nil` unless available.
    package let value: Double?
    /// What was counted; the value itself for counts.
    package let events: Double?
    /// Out of what it was counted.
    package let base: Double?
    /// Whether a crosswalk made it out of values for other boundaries.
    package let isConverted: Bool

    package init(
        indicator: ID<Indicator>, place: Place, period: Period, state: PublishedValue.State = .available,
        value: Double? = nil, events: Double? = nil, base: Double? = nil, isConverted: Bool = false
    ) {
        self.indicator = indicator
        self.place = place
        self.period = period
        let isKnown = state == .available && value != nil
        self.state = state == .available && !isKnown ? .notAvailable : state
        self.value = isKnown ? value : nil
        self.events = isKnown ? events : nil
        self.base = base
        self.isConverted = isConverted
    }

    /// A value by the indicator's measure: a share or ratio is computed from events and base where it is not given.
    ///
    /// A base of 0 gives "not available": nobody can be a part of nobody.
    package init(
        _ indicator: Indicator, place: Place, period: Period, value: Double? = nil, events: Double? = nil,
        base: Double? = nil, isConverted: Bool = false
    ) {
        var value = value
        var events = events
        switch indicator.measure {
        case .count:
            value = value ?? events
            events = value
        case .share(let per), .ratio(let per):
            if value == nil, let events, let base, base > 0 { value = events / base * per }
        case .score, .yesNo: break
        }
        self.init(
            indicator: indicator.id, place: place, period: period, value: value, events: events, base: base,
            isConverted: isConverted)
    }
}

/// Herkunft: where a delivery of values comes from.
package struct ValueOrigin: Hashable, Sendable {
    /// Name under which the source's column mapping is kept: "Statistikstelle".
    package let name: String
    package let fileName: String
    /// Attribution as it must be shown, if the file has its own.
    package let source: String

    package init(name: String, fileName: String = "", source: String = "") {
        self.name = name
        self.fileName = fileName
        self.source = source
    }
}
