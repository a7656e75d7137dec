import Areas
import Practice
import Prevention

/// Merkmal, nach dem sich Praxen eingrenzen lassen; the raw value is the name of its field in the address.
///
/// Of one facet any chosen value counts, of several facets all must be met.
enum PracticeFacet: String, CaseIterable, Sendable {
    case stage = "phase"
    case field = "feld"
    case targetGroup = "zielgruppe"
    case setting = "umfeld"
    case access = "zugang"
    case strategy = "linie"
    case status
    case effect = "wirkung"
    case readiness = "reife"
    case trust = "vertrauen"
    case validity = "stand"
    case cost = "kosten"
    case staff = "personal"
    case place = "gemeinde"
    case size = "groesse"
    /// Coaching free in this half-year.
    case coaching
    /// How much of what it cannot do without the chosen municipality has.
    case fit = "passt"

    /// The values in the order in which they are shown.
    var values: [String] {
        switch self {
        case .stage: LifeStage.allCases.map(\.rawValue)
        case .field: FieldOfAction.allCases.map(\.rawValue)
        case .targetGroup: TargetGroup.allCases.map(\.rawValue)
        case .setting: Setting.allCases.map(\.rawValue)
        case .access: AccessMode.allCases.map(\.rawValue)
        case .strategy: StrategyLine.allCases.map(\.rawValue)
        case .status: PracticeStanding.allCases.map(\.rawValue)
        case .effect: EffectLevel.allCases.reversed().map(\.rawValue) + [Self.none]
        case .readiness: TransferReadiness.allCases.reversed().map { "T\($0.rawValue)" } + [Self.none]
        case .trust: TrustLevel.allCases.reversed().map { "V\($0.rawValue)" } + [Self.none]
        case .validity: ["gueltig", "abgelaufen", Self.none]
        case .cost: AmountClass.costs.map(\.key) + [Self.none]
        case .staff: AmountClass.hours.map(\.key) + [Self.none]
        case .place: [AreaLevel.city, .municipality, .kreis].map(\.rawValue)
        case .size: AmountClass.people.map(\.key) + [Self.none]
        case .coaching: ["frei"]
        case .fit: PracticeFit.Share.allCases.map(\.rawValue)
        }
    }

    /// The entry says nothing about it.
    static let none = "ohne"
}

/// Stand einer Praxis without the reason.
enum PracticeStanding: String, CaseIterable, Sendable {
    case standard, rollout, pilot
    case notStated = "not_stated"
    case ended, failed

    init(_ status: PracticeStatus) {
        self =
            switch status {
            case .pilot: .pilot
            case .rollout: .rollout
            case .standard: .standard
            case .notStated: .notStated
            case .ended: .ended
            case .failed: .failed
            }
    }
}

/// Größenklasse of an amount.
struct AmountClass: Sendable {
    let key: String
    /// Below this amount; `nil`: no upper end.
    let below: Int?

    /// Euro in a year.
    static let costs = [
        AmountClass(key: "bis-10", below: 10_000), AmountClass(key: "bis-50", below: 50_000),
        AmountClass(key: "bis-100", below: 100_000), AmountClass(key: "ab-100", below: nil),
    ]
    /// Hours of staff in a year: a quarter, a half and a whole post.
    static let hours = [
        AmountClass(key: "viertel", below: 400), AmountClass(key: "halb", below: 800),
        AmountClass(key: "ganz", below: 1_600), AmountClass(key: "mehr", below: nil),
    ]
    /// Inhabitants.
    static let people = [
        AmountClass(key: "bis-20", below: 20_000), AmountClass(key: "bis-50", below: 50_000),
        AmountClass(key: "bis-100", below: 100_000), AmountClass(key: "bis-500", below: 500_000),
        AmountClass(key: "ab-500", below: nil),
    ]

    static func key(of amount: Int?, in classes: [AmountClass]) -> String {
        guard let amount else { return PracticeFacet.none }
        return classes.first { $0.below.map { amount < $0 } ?? true }?.key ?? PracticeFacet.none
    }
}

extension PracticeEntry {
    /// What of each facet holds for the entry; those that depend on the question are left out.
    func facets(_ tree: AreaTree, on today: Day) -> [PracticeFacet: [String]] {
        let place = practice.place
        let towns = practice.municipalities.compactMap { tree[$0] }
        let effort = practice.effort
        let euros = effort.costPerYear.map { Int($0.cents / 100) }
        return [
            .stage: place.lifeStages.map(\.rawValue), .field: place.fields.list.map(\.rawValue),
            .targetGroup: place.targetGroups.list.map(\.rawValue), .setting: place.settings.list.map(\.rawValue),
            .access: place.access.list.map(\.rawValue), .strategy: place.strategies.list.map(\.rawValue),
            .status: [PracticeStanding(practice.status).rawValue], .effect: effects,
            .readiness: [practice.readiness.map { "T\($0.level.rawValue)" } ?? PracticeFacet.none],
            .trust: [practice.trust.map { "V\($0.level.rawValue)" } ?? PracticeFacet.none],
            .validity: [validity(on: today)], .cost: [AmountClass.key(of: euros, in: AmountClass.costs)],
            .staff: [AmountClass.key(of: effort.staffHours, in: AmountClass.hours)],
            .place: Set(towns.map(\.level.rawValue)).sorted(),
            .size: Set(towns.map { AmountClass.key(of: $0.population?.total, in: AmountClass.people) }).sorted(),
        ]
    }

    /// The best level, and beside it no or an adverse effect if one outcome shows that.
    private var effects: [String] {
        let levels = practice.outcomes.map(\.effect.level)
        guard !levels.isEmpty else { return [PracticeFacet.none] }
        let best = levels.filter { $0 != .noneOrAdverse }.max { $0.points < $1.points }
        return [best?.rawValue, levels.contains(.noneOrAdverse) ? EffectLevel.noneOrAdverse.rawValue : nil]
            .compactMap { $0 }
    }

    /// Whether what the entry claims has been looked at within its time.
    func validity(on today: Day) -> String {
        if state == .due { return "abgelaufen" }
        if let expires { return expires < today ? "abgelaufen" : "gueltig" }
        guard let trust = practice.trust else { return PracticeFacet.none }
        return trust.isExpired(on: today) ? "abgelaufen" : "gueltig"
    }

    /// The outcome that proves most; of none or an adverse effect only if there is no other.
    var bestOutcome: PracticeOutcome? {
        func weight(_ level: EffectLevel) -> Int { level == .noneOrAdverse ? -1 : level.points }
        return practice.outcomes.max { weight($0.effect.level) < weight($1.effect.level) }
    }
}
