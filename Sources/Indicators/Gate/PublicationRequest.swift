package import Prevention

/// Antrag: which indicators are to be published for which periods.
package struct PublicationRequest: Hashable, Sendable {
    /// Keys.
    package var indicators: [String]
    package var periods: [Period]
    /// Whether values of single facilities are to be shown as well.
    package var withFacilities: Bool
    /// First day on which everybody may see them; `nil` = at once.
    package var embargoUntil: Day?

    package init(indicators: [String], periods: [Period], withFacilities: Bool = false, embargoUntil: Day? = nil) {
        self.indicators = indicators
        self.periods = periods
        self.withFacilities = withFacilities
        self.embargoUntil = embargoUntil
    }
}

/// Ablehnung: why the gate did not publish.
package enum GateRefusal: Error, Hashable, Sendable {
    case nothingRequested
    case unknownIndicator(String)
    /// No value of the indicators is there for the periods.
    case nothingMeasured
    /// Hidden numbers could still be worked out; the report says which.
    case unsafe(GateReport)
    /// Values or publications changed while the table was examined: examine again.
    case changed
}
