package import Prevention

/// Bedingungsprofil: what one municipality has, asked once and good for every practice.
package struct ConditionProfile: Hashable, Sendable {
    package let values: [ID<Condition>: ConditionValue]

    package init(_ values: [ID<Condition>: ConditionValue]) { self.values = values }

    /// How far one requirement is met by what the profile says; `unknown` where it says nothing.
    package func fulfilment(of requirement: Requirement) -> Fulfilment {
        requirement.suggested(for: values[requirement.condition.id])
    }

    /// Constitutive requirements met, of how many: "passt zu uns" before anybody has looked closely.
    package func fit(_ requirements: [Requirement]) -> (met: Int, of: Int) {
        let own = requirements.filter { $0.weight == .constitutive }
        return (own.count { fulfilment(of: $0) == .met }, own.count)
    }

    /// Conditions that are there: yes, or at least level 2 of 3. A quantity says so only beside a threshold.
    package var strengths: Set<ID<Condition>> {
        Set(
            values.compactMap { id, value in
                switch value {
                case .yesNo(true): id
                case .level(let level) where level >= 2: id
                default: nil
                }
            })
    }
}
