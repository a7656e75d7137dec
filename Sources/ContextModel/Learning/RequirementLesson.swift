package import Prevention

/// Lernschleife: what adopters without a condition teach about its weight; people confirm or refuse.
package struct RequirementLesson: Hashable, Sendable {
    /// How one transfer went.
    package struct Experience: Hashable, Sendable {
        package let fulfilment: [ID<Requirement>: Fulfilment]
        /// Whether it works there after the evaluation.
        package let hasSucceeded: Bool

        package init(_ fulfilment: [ID<Requirement>: Fulfilment], hasSucceeded: Bool) {
            self.fulfilment = fulfilment
            self.hasSucceeded = hasSucceeded
        }
    }

    package enum Proposal: Hashable, Sendable {
        case downgrade(to: Requirement.Weight)
        case upgrade(to: Requirement.Weight)
        case keep
    }

    package let requirement: ID<Requirement>
    /// Success among adopters where the condition was not met, also not partly.
    package let without: BetaPosterior
    /// Success among adopters where it was met.
    package let with: BetaPosterior
    package let proposal: Proposal

    /// Fewest adopters without the condition before anything is proposed.
    package static let fewest = 3

    /// Downgrade: even the low end of the interval says that more than half succeed without it. Upgrade: even the high
    /// end says that fewer than half do. `nil` for more experiences than anybody will have.
    package init?(_ requirement: Requirement, _ experiences: [Experience]) {
        func posterior(_ fulfilment: Fulfilment) -> BetaPosterior? {
            let own = experiences.filter { $0.fulfilment[requirement.id] == fulfilment }
            return BetaPosterior(successes: own.count(where: \.hasSucceeded), of: own.count)
        }
        guard let without = posterior(.notMet), let with = posterior(.met) else { return nil }
        self.requirement = requirement.id
        self.without = without
        self.with = with
        let (lower, higher) = (
            Requirement.Weight(rawValue: requirement.weight.rawValue - 1),
            Requirement.Weight(rawValue: requirement.weight.rawValue + 1)
        )
        let interval = without.interval
        proposal =
            if without.trials < Self.fewest {
                .keep
            } else if let lower, interval.lowerBound > 0.5 {
                .downgrade(to: lower)
            } else if let higher, interval.upperBound < 0.5 {
                .upgrade(to: higher)
            } else {
                .keep
            }
    }
}
