package import Tables

/// Angabe: one field of an offer, the unit of differences, of acceptance and of restoring.
///
/// Raw values are the member names of the record in JSON and never change.
package enum OfferField: String, CaseIterable, Sendable, Hashable {
    case title, summary, description
    case provider = "providerId"
    case ageRange = "age"
    case fields, topics, settings, targetGroups, audience, accessMode, tier, languages
    case hasInterpreter = "interpreter"
    case cost, registration, needsReferral, legalBasis, fundingNote, capacity, reachPerYear, areaScope, sites, schedules
    case contacts, website, status, visibleFrom, visibleTo, alert, check, sources
    case isInvented = "invented"
    case external, followsOn, leadsTo, internalNote

    /// Planners and editors only; no page, feed or export for others shows it.
    package var isInternal: Bool {
        switch self {
        case .tier, .legalBasis, .fundingNote, .reachPerYear, .internalNote, .external: true
        default: false
        }
    }

    /// What a provider may propose through a personal link; the rest belongs to the register.
    package var isOpenToProviders: Bool {
        switch self {
        case .provider, .status, .check, .sources, .isInvented, .external, .internalNote, .tier, .followsOn, .leadsTo:
            false
        default: true
        }
    }
}

/// Unterschied: one field before and after a change.
package struct OfferDifference: Sendable, Hashable {
    package let field: OfferField
    package let before: JSONValue
    package let after: JSONValue
}

/// A stored or sent record that cannot be read back; the field says where.
package struct RecordProblem: Error, Hashable {
    package let field: OfferField
}
