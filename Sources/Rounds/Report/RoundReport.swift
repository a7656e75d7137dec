package import Prevention
package import Transfers
import Workflow

/// Rundenbericht: what the Lenkungsgruppe needs to know of a round; patterns and numbers, no order of towns.
///
/// - Source: Antrag 2011, 7.2 (Ergebnisse der Börse als Grundlage der Lenkungsgruppe).
package struct RoundReport: Sendable {
    /// Nachfrage nach einem Kettenglied.
    package struct Demand: Hashable, Sendable {
        package let link: ID<LinkType>
        package let requests: Int
        package let met: Int
        /// Open offers of it by those who may pass it on.
        package let offers: Int

        package var unmet: Int { requests - met }
    }

    /// Most wanted links first; equal ones by key.
    package let demand: [Demand]
    /// By name of the receiver.
    package let unmet: [UnmetWish]
    /// Load and account of everybody, by name.
    package let standings: [RoundOutcome.Standing]
    /// Why proposals of this round were declined; only sums, nobody's name.
    package let declines: [(reason: DeclineReason, count: Int)]
    package let notes: [BoardNote]
    package let remarks: [RoundRemark]
    /// What was assumed where the sources are silent; empty for a binding round.
    package let assumptions: [RoundAssumption]
    package let forecast: RoundForecast?
    package let transfers: Int
    package let objective: Int
    package let isVerified: Bool
    package let seed: String

    /// - Parameters:
    ///   - transfers: those that came from this round, with their answers.
    ///   - notes: `BoardNote.all` of the exchange.
    package init(
        _ outcome: RoundOutcome, transfers: [Transfer] = [], notes: [BoardNote] = [],
        assumptions: [RoundAssumption] = [], forecast: RoundForecast? = nil
    ) {
        let plan = outcome.plan
        let met = outcome.proposals.reduce(into: [ID<LinkType>: Int]()) { $0[$1.linkType, default: 0] += 1 }
        let empty = outcome.unmet.reduce(into: [ID<LinkType>: Int]()) { $0[$1.linkType, default: 0] += 1 }
        let offers = plan.offers.filter { $0.course.state == .open }
        demand = Set(met.keys).union(empty.keys).map { link in
            Demand(
                link: link, requests: (met[link] ?? 0) + (empty[link] ?? 0), met: met[link] ?? 0,
                offers: offers.count { $0.linkType == link })
        }.sorted { ($1.requests, $1.unmet, $0.link) < ($0.requests, $0.unmet, $1.link) }
        unmet = outcome.unmet.sorted { (plan.name($0.receiver), $0.request) < (plan.name($1.receiver), $1.request) }
        standings = outcome.standings
        let reasons = transfers.reduce(into: [DeclineReason: Int]()) { counts, transfer in
            if case .declined(_, let reason) = transfer.state { counts[reason, default: 0] += 1 }
        }
        declines = DeclineReason.allCases.compactMap { reason in reasons[reason].map { (reason, $0) } }
        self.notes = notes
        remarks = outcome.remarks
        self.assumptions = assumptions
        self.forecast = forecast
        self.transfers = outcome.proposals.count
        objective = outcome.objective
        isVerified = outcome.isVerified
        seed = plan.round.seed
    }
}

/// Annahme eines Planspiels: what was assumed because no source says it.
package enum RoundAssumption: Hashable, Sendable {
    /// Everybody can give and receive so many transfers in a half-year.
    case limits(give: Int, receive: Int)
    /// Every account begins at 0.
    case accountsAtZero
    /// Levels are read from what the sources report; who reports nothing counts as missing.
    case levelsFromSources
    /// Who runs a described practice may pass it on and would.
    case giversAgree
    /// Who misses a duty link asks for it, a choice only where a goal names it.
    case missingIsWanted
    /// The practices count as reviewed and written down, without proof of effect.
    case reviewed
    /// Conditions on the spot and similarity were not compared.
    case contextNotCompared
    /// Ways are estimated from the distance as the crow flies.
    case travelEstimated
    /// Which practice belongs to which link is the project's classification.
    case ownClassification
}
