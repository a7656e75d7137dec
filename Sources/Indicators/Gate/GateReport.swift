package import Disclosure
package import Prevention

/// Prüfbericht: what would be published, what hidden and why, and whether anybody could work it out.
package struct GateReport: Hashable, Sendable {
    /// Why a cell is shown or not.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case published
        /// The count is below the threshold.
        case small
        /// Those who do not belong to it are fewer than the threshold.
        case smallComplement
        /// Those out of whom it is counted are fewer than the threshold.
        case smallBase
        /// It differs by fewer than the threshold from what was published before.
        case smallChange
        /// Single facilities hold so much of the amount that theirs could be estimated.
        case dominant
        /// Counts behind a ready-made rate or the base of a mean are unknown, so the rule cannot be checked.
        case notCheckable
        /// Shown, it would give another hidden number away.
        case secondary
        /// Its source has hidden it.
        case source
        case notAvailable

        /// Hidden for its own sake.
        package var isPrimary: Bool {
            switch self {
            case .small, .smallComplement, .smallBase, .smallChange, .dominant, .notCheckable, .source: true
            case .published, .secondary, .notAvailable: false
            }
        }
    }

    /// One cell of the request.
    package struct Cell: Hashable, Sendable {
        package let indicator: String
        package let place: MeasuredValue.Place
        package let period: Period
        package let verdict: Verdict
        /// What would be seen.
        package let value: PublishedValue
        /// What others could find out about the hidden count; for planners' eyes only. Infinite where nothing limits it.
        package let lower: Double?
        package let upper: Double?

        /// `nil` for a facility.
        package var area: ID<Area>? { place.area }
    }

    /// Offene Stelle: a number that could be worked out.
    package struct Exposure: Hashable, Sendable {
        package let indicator: String
        package let place: MeasuredValue.Place
        package let period: Period
        /// Whether the complement, the base or a remainder is meant instead of the count itself.
        package let part: Part

        package enum Part: String, Hashable, Sendable { case count, complement, base, remainder }

        /// `nil` for a facility.
        package var area: ID<Area>? { place.area }
    }

    /// Unstimmigkeit: a total smaller than its parts; nothing is concluded from it.
    package struct Mismatch: Hashable, Sendable {
        package let indicator: String
        package let place: MeasuredValue.Place
        package let period: Period
    }

    /// The rule of one indicator.
    package struct Rule: Hashable, Sendable {
        package let indicator: String
        package let threshold: Int
        package let hidesZero: Bool
        package let dominance: DominanceRule?

        package init(indicator: String, threshold: Int, hidesZero: Bool, dominance: DominanceRule? = nil) {
            self.indicator = indicator
            self.threshold = threshold
            self.hidesZero = hidesZero
            self.dominance = dominance
        }
    }

    package let request: PublicationRequest
    package let rules: [Rule]
    /// By indicator, period and area.
    package let cells: [Cell]
    package let exposures: [Exposure]
    package let mismatches: [Mismatch]
    /// Periods examined besides those asked for, because they overlap them and were published before.
    package let linkedPeriods: [Period]
    /// Facilities that were asked for, by name.
    package let facilities: [MeasuredFacility]
    /// Indicators examined together because they share numbers with the request.
    package let linked: [String]
    /// How many numbers were examined together, and how many sums between them.
    package let examined: Int
    package let sums: Int
    /// How many numbers everybody knows from earlier publications, withdrawn ones too.
    package let known: Int
    /// Whether the attack found nothing.
    package let isSafe: Bool
    /// Whether it is proven that fewer or smaller cells cannot do.
    package let isProvenBest: Bool
    /// Fingerprint of rules and cells.
    package let hash: String

    package func count(_ verdict: Verdict) -> Int { cells.count { $0.verdict == verdict } }
    package var primary: Int { cells.count { $0.verdict.isPrimary } }
}
