package import Prevention

/// Befund: what an offer still lacks or what looks wrong in it; the register's worklist is made of these.
package enum QualityFinding: String, CaseIterable, Sendable, Hashable {
    case noSummary = "no_summary"
    case noAge = "no_age"
    case noField = "no_field"
    case noPlace = "no_place"
    case noTimes = "no_times"
    case noCost = "no_cost"
    case noRegistration = "no_registration"
    /// Nobody whom families may reach: no contact with consent for the web.
    case noContact = "no_contact"
    /// Active, but its last day has passed.
    case isOver = "is_over"
}

extension Offer {
    /// What the offer lacks on `today`, in the order of the form.
    package func findings(on today: Day) -> [QualityFinding] {
        QualityFinding.allCases.filter { finding in
            switch finding {
            case .noSummary: summary.isEmpty
            case .noAge: ageRange == nil
            case .noField: fields.isEmpty
            case .noPlace: sites.isEmpty && areaScope.isEmpty
            case .noTimes: allSchedules.isEmpty
            case .noCost: cost.kind == .unknown
            case .noRegistration: registration.need == .unknown
            case .noContact:
                !contacts.contains { $0.consent.contains(.web) }
                    && !sites.contains { $0.contact?.consent.contains(.web) == true }
            case .isOver: status == .active && visibleTo.map { $0 < today } == true
            }
        }
    }
}
