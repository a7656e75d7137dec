package import Clearing

/// Rechnung einer Runde: the numbers that were cleared, the result, and the check of its certificate.
package struct RoundClearing: Sendable {
    /// As it went into the computation; with what was signed and declined.
    package let round: ClearingRound
    package let mode: RoundMode
    package let result: ClearingResult
    package let check: ClearingCheck

    /// - Throws: `ClearingRefusal` with everything that keeps the round from being computed.
    init(_ round: ClearingRound, _ mode: RoundMode) throws(ClearingRefusal) {
        self.round = round
        self.mode = mode
        switch mode {
        case .weighted:
            result = try round.cleared()
            check = Self.check(round, result)
        case .strategyProof:
            let choice = PriorityClearing(round)
            result = try choice.cleared()
            check = Self.check(choice.round, result)
        }
    }

    private static func check(_ round: ClearingRound, _ result: ClearingResult) -> ClearingCheck {
        ClearingCheck(
            round, transfers: result.transfers.map { $0 }, objective: result.objective,
            balances: result.balances.map { $0 }, certificate: result.certificate)
    }
}
