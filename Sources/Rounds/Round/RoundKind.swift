/// Art einer Runde: whether it leads to proposals, or only shows what would come of it.
package enum RoundKind: String, CaseIterable, Sendable, Codable {
    /// Proposals that both sides answer.
    case binding
    /// Planspiel: computed with stated assumptions; nothing is proposed, nothing booked.
    case rehearsal
}

/// Verfahren einer Runde: how it decides; published with its rules.
package enum RoundMode: String, CaseIterable, Sendable, Codable {
    /// The most points: weights less load and credit.
    case weighted
    /// Modus B: acceptable or not, a published order; nobody gains by telling less than the truth.
    case strategyProof = "strategy_proof"
}
