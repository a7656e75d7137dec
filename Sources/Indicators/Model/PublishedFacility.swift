package import Prevention

/// Veröffentlichte Einrichtung: what the publish gate let through for one Kita, school or other facility.
package struct PublishedFacility: Hashable, Sendable {
    package let facility: MeasuredFacility
    private let values: [Period: PublishedValue]

    package init(facility: MeasuredFacility, values: [Period: PublishedValue]) {
        self.facility = facility
        self.values = values
    }

    /// Oldest first.
    package var periods: [Period] { values.keys.sorted() }

    /// "Not available" for what nobody published.
    package subscript(period: Period) -> PublishedValue { values[period] ?? .notAvailable }
}
