import Clearing
package import Prevention
package import Transfers

extension RoundOutcome {
    /// Nachbesetzung: clears again after declines; everything that is signed stays as it is.
    ///
    /// What was declined or signed in an earlier resolution of the same round stays declined or signed.
    ///
    /// - Parameters:
    ///   - declined: proposals that one side has declined.
    ///   - signed: proposals that stay; `nil` for all others, also those not answered yet.
    ///   - gone: participants that have left in between; nothing new is proposed to them.
    package func resolved(
        declining declined: Set<RoundPair>, signed: Set<RoundPair>? = nil, without gone: Set<ID<Participant>> = []
    ) -> RoundOutcome {
        guard let clearing else { return self }
        var draft = ClearingDraft(plan)
        draft.round = clearing.round
        let kept = signed ?? Set(proposals.map(\.pair)).subtracting(declined)
        for (place, pair) in draft.pairs.enumerated() {
            let (offer, request) = draft.ends(place)
            if kept.contains(pair) {
                draft.round.signed.insert(place)
            } else if declined.contains(pair) || gone.contains(request.receiver)
                || !gone.isDisjoint(with: offer.givers)
            {
                draft.round.signed.remove(place)
                draft.round.declined.insert(place)
            }
        }
        let remarks = draft.remarks + plan.findings.map { .finding($0) }
        return RoundOutcome(solving: draft, plan, remarks)
    }
}
