/// Art einer Runde: whether it leads to proposals, or only shows what would come of it.
package enum RoundKind: String, CaseIterable, Sendable, Codable {
    /// Proposals that both sides answer.
    case binding
    /// Planspiel: computed with stated assumptions; nothing is proposed, nothing booked.
    case rehearsal
}
