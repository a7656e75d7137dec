package import Prevention
package import Rounds

/// Runde der Börse, as stored: the pure round, and what was computed at each resolution.
package struct RoundRecord: Hashable, Sendable {
    package let round: Round
    package let title: String
    /// Assumptions of a rehearsal, a sentence each.
    package let assumptions: [String]
    package let steps: [StepRecord]
    /// How often it was resolved; 0 before it is cleared.
    package let resolutions: Int

    package init(
        _ round: Round, title: String, assumptions: [String] = [], steps: [StepRecord] = [], resolutions: Int = 0
    ) {
        self.round = round
        self.title = title
        self.assumptions = assumptions
        self.steps = steps
        self.resolutions = resolutions
    }

    package var id: ID<Round> { round.id }
}
