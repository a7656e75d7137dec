import Prevention

/// Kontext-Check: the requirements of a practice beside what was found at one receiver, and what follows.
///
/// - Source: Expertise Kontextmodell, Abschlussbericht 2016, Teil A, Kap. 2 (Bedingungen, Abgleich, Risiko, Ausgleich).
package struct ContextCheck: Hashable, Sendable {
    /// One requirement with what was found.
    package struct Row: Hashable, Sendable {
        package let requirement: Requirement
        package let verdict: Assessment.Verdict
        /// What the risk is judged by.
        package let fulfilment: Fulfilment
        package let colour: RiskColour
        package let compensations: [Compensation]
        /// The risk that is left: the lowest that any compensation leaves, never more than before.
        package let residual: RiskColour
    }

    /// In the order of the requirements.
    package let rows: [Row]
    private let strays: [CheckFinding]

    package init(requirements: [Requirement], assessments: [Assessment], compensations: [Compensation]) {
        var seen: Set<ID<Requirement>> = []
        var strays: [CheckFinding] = []
        var rows: [Row] = []
        for requirement in requirements {
            guard seen.insert(requirement.id).inserted else {
                strays.append(.doubledRequirement(requirement.id))
                continue
            }
            let assessment = assessments.last { $0.requirement == requirement.id } ?? Assessment(requirement.id)
            let fulfilment = assessment.judged(requirement.weight)
            let colour = RiskColour(requirement.weight, fulfilment)
            let own = compensations.filter { $0.requirement == requirement.id }
            rows.append(
                Row(
                    requirement: requirement, verdict: assessment.verdict, fulfilment: fulfilment, colour: colour,
                    compensations: own, residual: min(colour, own.map(\.residual).min() ?? colour)))
        }
        let others = Set(assessments.map(\.requirement) + compensations.map(\.requirement)).subtracting(seen)
        self.rows = rows
        self.strays = strays + others.sorted().map { .unknownRequirement($0) }
    }

    /// The share of requirements about which nobody knows; 0 without any.
    package var unknownShare: Double {
        rows.isEmpty ? 0 : Double(rows.count { $0.fulfilment == .unknown }) / Double(rows.count)
    }

    /// Constitutive requirements met, of how many: "passt zu uns".
    package var constitutive: (met: Int, of: Int) {
        let own = rows.filter { $0.requirement.weight == .constitutive }
        return (own.count { $0.fulfilment == .met }, own.count)
    }

    /// Whether a red risk is left that nothing compensates; then no transfer is proposed.
    package var hasRedRisk: Bool { rows.contains { $0.residual == .red } }

    /// What is missing or does not fit together; `adaptations` are the entries of the adaptation log.
    package func findings(adaptations: [Adaptation] = []) -> [CheckFinding] {
        let logged = Set(adaptations.compactMap(\.coreElement))
        return strays
            + rows.flatMap { row -> [CheckFinding] in
                let id = row.requirement.id
                var findings: [CheckFinding] = []
                switch row.verdict {
                case .open, .agreed: break
                case .single: findings.append(.secondRaterMissing(id))
                case .disputed(let first, let second): findings.append(.ratersDisagree(id, first, second))
                }
                return findings + row.compensations.flatMap { Self.findings($0, row.colour, logged) }
            }
    }

    private static func findings(
        _ compensation: Compensation, _ colour: RiskColour, _ logged: Set<String>
    ) -> [CheckFinding] {
        func isEmpty(_ text: String?) -> Bool { !(text ?? "").contains { !$0.isWhitespace } }
        let id = compensation.id
        var findings: [CheckFinding] = []
        if isEmpty(compensation.measure) { findings.append(.measureMissing(id)) }
        if isEmpty(compensation.owner) { findings.append(.ownerMissing(id)) }
        if compensation.due == nil { findings.append(.dueMissing(id)) }
        if compensation.residual > colour { findings.append(.residualAboveRisk(id, colour, compensation.residual)) }
        if let core = compensation.touchesCore {
            if isEmpty(compensation.giversComment) { findings.append(.giversCommentMissing(id)) }
            if !logged.contains(core) { findings.append(.adaptationNotLogged(id)) }
        }
        return findings
    }
}
