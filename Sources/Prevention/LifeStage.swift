/// Altersphase: one of the four stretches of the way from nine months before birth to 27 years.
///
/// - Source: DOMAIN.md; Abschlussbericht 2016, Teil C (Kapitel 6 bis 9).
package enum LifeStage: String, CaseIterable, Sendable, Hashable {
    case pregnancyAndBirth = "pregnancy_birth"
    case aroundKita = "kita"
    case school = "school_to_secondary"
    case youth

    /// Ages of the stage in months; a stage ends where the next one begins.
    package var ages: Range<Int> {
        switch self {
        case .pregnancyAndBirth: -9..<12
        case .aroundKita: 12..<72
        case .school: 72..<192
        case .youth: 192..<325
        }
    }

    /// The stage in which a child of `age` lives.
    package init(at age: AgeInMonths) {
        self = Self.allCases.first { $0.ages.contains(age.months) } ?? .youth
    }

    /// The stages an offer with these ages belongs to, in order.
    ///
    /// An offer that merely ends at the first month of a stage ("0 bis 6 Jahre" = 0…72) does not belong to it.
    package static func stages(of range: AgeRange) -> [LifeStage] {
        allCases.filter { stage in
            let start = max(range.from.months, stage.ages.lowerBound)
            let end = min(range.to.months, stage.ages.upperBound)
            return start < end || (range.from == range.to && stage.ages.contains(range.from.months))
        }
    }
}

/// Meilenstein, Übergang: the moments at which children change institutions and get lost.
package enum Transition: Int, CaseIterable, Sendable, Hashable {
    case birth = 0
    case kita = 12
    case primarySchool = 72
    case secondarySchool = 120
    case work = 192

    /// Age of the transition in months.
    package var age: AgeInMonths { AgeInMonths(clamping: rawValue) }
}
