package import Prevention

/// Übertragungsplan: what is to be done so that a practice works at the receiver.
package struct TransferPlan: Hashable, Sendable {
    /// How far one begins.
    package enum Scope: String, Sendable { case pilot, full }

    /// Something to be done by a day.
    package struct Milestone: Hashable, Sendable {
        package let day: Day
        package let what: String
        package let owner: String
    }

    /// An agreed meeting of giver and receiver.
    package struct Session: Hashable, Sendable {
        package let day: Day
        package let topic: String

        package init(day: Day, topic: String) {
            self.day = day
            self.topic = topic
        }
    }

    package let practice: Reference
    package let scope: Scope
    package let start: Day
    /// What is done about each condition that is not met, with the risk that is left; in the order of the requirements.
    package let compensations: [Compensation]
    /// The risk left per requirement, of those above green.
    package let residual: [ID<Requirement>: RiskColour]
    package var adaptations: [Adaptation]
    package var sessions: [Session]
    package var checks: [ReAimCheck]
    /// When to stop: agreed before the start, so that nobody has to lose face.
    package let exitCriterion: String

    /// What is due, earliest first; compensations without a day are due at the start.
    package var milestones: [Milestone] {
        compensations.map { Milestone(day: $0.due ?? start, what: $0.measure, owner: $0.owner) }
            .enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }.map(\.element)
    }
}

/// Warum es keinen Übertragungsplan gibt.
package enum PlanRefusal: Error, Hashable, Sendable {
    case notDecidedFor(ContextDecision.Choice)
    case exitCriterionMissing
    case findings([CheckFinding])
}

extension ContextCheck {
    /// The plan for what was decided.
    ///
    /// - Throws: `PlanRefusal` unless people decided for a transfer, gave an exit criterion, and every compensation has
    ///   measure and owner and, where it changes a core element, the giver's comment and its log entry.
    package func plan(
        _ practice: Reference, _ decision: ContextDecision, start: Day, exitCriterion: String,
        adaptations: [Adaptation] = [], sessions: [TransferPlan.Session] = []
    ) throws(PlanRefusal) -> TransferPlan {
        guard decision.choice == .plan || decision.choice == .pilot else { throw .notDecidedFor(decision.choice) }
        guard exitCriterion.contains(where: { !$0.isWhitespace }) else { throw .exitCriterionMissing }
        let blocking = findings(adaptations: adaptations).filter(\.blocksPlan)
        guard blocking.isEmpty else { throw .findings(blocking) }
        var residual: [ID<Requirement>: RiskColour] = [:]
        for row in rows where row.residual > .green { residual[row.requirement.id] = row.residual }
        return TransferPlan(
            practice: practice, scope: decision.choice == .pilot ? .pilot : .full, start: start,
            compensations: rows.flatMap(\.compensations), residual: residual, adaptations: adaptations,
            sessions: sessions, checks: ReAimCheck.months.map { ReAimCheck(months: $0, start: start) },
            exitCriterion: exitCriterion)
    }
}

extension CheckFinding {
    /// Whether it must be settled before there is a plan; the rest is shown beside it.
    package var blocksPlan: Bool {
        switch self {
        case .measureMissing, .ownerMissing, .residualAboveRisk, .giversCommentMissing, .adaptationNotLogged,
            .unknownRequirement, .doubledRequirement:
            true
        case .secondRaterMissing, .ratersDisagree, .dueMissing: false
        }
    }
}
