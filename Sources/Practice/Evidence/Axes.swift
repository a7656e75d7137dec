package import Prevention
import Workflow

/// Wirkung eines Ergebnisses: W0 to W5, and W− for none or an adverse one.
///
/// - Source: scale after Grüne Liste Prävention, EIF and Blueprints; their levels are named at the cases.
package enum EffectLevel: String, CaseIterable, Sendable, Codable {
    case noneOrAdverse = "W-"
    /// An idea.
    case idea = "W0"
    /// Plausible: the effect model is stated (Grüne Liste 1).
    case plausible = "W1"
    /// Tried: reach and process data.
    case tried = "W2"
    /// Indication: before and after, or beside a comparison area.
    case indication = "W3"
    /// A controlled study (Grüne Liste 2 to 3, EIF 3, Promising).
    case controlled = "W4"
    /// Replicated or long-term (EIF 4, Model, Model Plus).
    case replicated = "W5"

    /// 0…5; no or an adverse effect is 0.
    package var points: Int {
        switch self {
        case .noneOrAdverse, .idea: 0
        case .plausible: 1
        case .tried: 2
        case .indication: 3
        case .controlled: 4
        case .replicated: 5
        }
    }
}

/// Transferreife: T0 to T4.
package enum TransferReadiness: Int, CaseIterable, Sendable, Codable, Comparable {
    case onePlace, writtenDown, giverCoaches, transferredOnce, manyAdopters

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Up to where the adopters bear it: T3 needs one with follow-up, T4 three of two kinds.
    package static func highest(with adopters: [Adopter]) -> TransferReadiness {
        let followed = adopters.filter { $0.followedUp != nil }
        if followed.count >= 3, Set(followed.map(\.kind)).count >= 2 { return .manyAdopters }
        return followed.isEmpty ? .giverCoaches : .transferredOnce
    }
}

/// Vertrauen: V0 to V3.
package enum TrustLevel: Int, CaseIterable, Sendable, Codable, Comparable {
    case selfReport
    /// A second municipality that was no trade partner of the last 24 months.
    case secondMunicipality
    /// Fachstelle.
    case specialistOffice
    case independent

    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Einstufung: a level on one axis with the criterion that decided, its day and its expiry.
package struct Graded<Level: Hashable & Sendable & Codable>: Hashable, Sendable, Codable {
    package let level: Level
    /// What decided; two registries differ mainly in this.
    package let criterion: String
    package let day: Day
    /// Last day of its validity.
    package let expires: Day

    /// Months for which a grading holds.
    package static var months: Int { 24 }

    /// - Parameter expires: `nil`: 24 months after `day`.
    package init(_ level: Level, criterion: String, on day: Day, expires: Day? = nil) {
        self.level = level
        self.criterion = criterion
        self.day = day
        self.expires = expires ?? day.adding(months: Self.months)
    }

    /// Shown greyed, never hidden.
    package func isExpired(on today: Day) -> Bool { expires < today }
}

/// Ergebnis: what one indicator says about the practice, and how much that proves.
package struct PracticeOutcome: Hashable, Sendable, Codable {
    package let indicator: String
    package let finding: String
    package let effect: Graded<EffectLevel>
    /// The document in which it stands; empty: none.
    package let source: String

    package init(indicator: String, finding: String, effect: Graded<EffectLevel>, source: String) {
        self.indicator = indicator
        self.finding = finding
        self.effect = effect
        self.source = source
    }
}

/// Fremde Einstufung: what another registry says, in its own words; kept beside ours, never overwritten.
package struct ExternalRating: Hashable, Sendable, Codable {
    package let registry: String
    package let rating: String
    /// Where it would stand on our scale; `nil` where it cannot be mapped.
    package let mapped: EffectLevel?
    package let day: Day?
    package let address: String?

    package init(registry: String, rating: String, mapped: EffectLevel?, day: Day?, address: String?) {
        self.registry = registry
        self.rating = rating
        self.mapped = mapped
        self.day = day
        self.address = address
    }
}
