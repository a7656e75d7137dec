package import Prevention

/// Auffälligkeit: numbers of a file that do not fit together or to what is known; taken all the same, to be looked at.
package struct ValueFinding: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The parts of a whole (age groups) do not add up to it.
        case breakdown
        /// The areas below do not add up to the one above.
        case hierarchy
        /// Far from the period before.
        case jump
        /// An area that has no row, although most of its neighbours have one.
        case missingArea
        /// An area that did not exist in the period.
        case boundaries
        /// The stated share is not events divided by base.
        case quotient
    }

    package let kind: Kind
    package let indicator: ID<Indicator>
    package let area: ID<Area>
    package let period: Period
    /// Parts less whole, or new less old; `nil` where nothing is subtracted, and where it would tell a stored number that is not published.
    package let difference: Double?
    let row: Int?
    let found: String
    let expected: String
    let hint: String
}
