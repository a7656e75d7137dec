package import Prevention

/// Empfehlung: what the rules say about a transfer; a human decides.
package enum Recommendation: Hashable, Sendable {
    /// Übertragungsplan.
    case plan
    /// Erst klein beginnen: these requirements leave an orange risk.
    case pilot([ID<Requirement>])
    /// Wertschätzende Erkundung zuerst: too little is known.
    case inquiryBefore(unknown: Int, of: Int)
    /// Nicht übertragen, Wertschätzende Erkundung danach: these requirements leave a red risk.
    case doNotTransfer([ID<Requirement>])
    /// There are no requirements to check.
    case nothingToCheck

    /// From what share of unknown requirements on an inquiry comes first, in percent.
    package static let mostUnknown = 30
}

extension ContextCheck {
    /// The rules in their order: a red risk that is known ends it; where three of ten are unknown, ask first; a red
    /// risk because a single constitutive requirement is unknown ends it too until it is clarified; then orange, then
    /// the plan.
    package var recommendation: Recommendation {
        guard !rows.isEmpty else { return .nothingToCheck }
        func left(_ colour: RiskColour) -> [Row] { rows.filter { $0.residual == colour } }
        let red = left(.red)
        if red.contains(where: { $0.fulfilment != .unknown }) { return .doNotTransfer(red.map(\.requirement.id)) }
        let unknown = rows.count { $0.fulfilment == .unknown }
        if unknown * 100 >= Recommendation.mostUnknown * rows.count {
            return .inquiryBefore(unknown: unknown, of: rows.count)
        }
        if !red.isEmpty { return .doNotTransfer(red.map(\.requirement.id)) }
        let orange = left(.orange)
        return orange.isEmpty ? .plan : .pilot(orange.map(\.requirement.id))
    }
}

/// Entscheidung: what people chose, with their reason, beside what the rules recommended.
package struct ContextDecision: Hashable, Sendable {
    package enum Choice: String, CaseIterable, Sendable {
        case plan, pilot
        case inquiryBefore = "inquiry_before"
        case inquiryAfter = "inquiry_after"
        case noTransfer = "no_transfer"
    }

    package let choice: Choice
    package let recommended: Recommendation
    package let reason: String
    package let by: Reference
    package let at: Instant

    /// `nil` without a reason.
    package init?(_ choice: Choice, recommended: Recommendation, because reason: String, by: Reference, at: Instant) {
        guard reason.contains(where: { !$0.isWhitespace }) else { return nil }
        self.choice = choice
        self.recommended = recommended
        self.reason = reason
        self.by = by
        self.at = at
    }

    /// Whether people chose otherwise than recommended; shown, and allowed.
    package var deviates: Bool {
        switch (recommended, choice) {
        case (.plan, .plan), (.pilot, .pilot), (.inquiryBefore, .inquiryBefore), (.doNotTransfer, .noTransfer),
            (.doNotTransfer, .inquiryAfter):
            false
        default: true
        }
    }
}
