package import Clearing
package import Prevention
package import Transfers

/// Bemerkung zu einer Runde: what its outcome needs to be understood; also why there is none.
package enum RoundRemark: Hashable, Sendable {
    /// Known before anything was computed.
    case finding(RoundFinding)
    /// The numbers contradict each other; nothing is proposed.
    case contradiction(ClearingProblem)
    /// Below the floor, and nothing in this round brings them back: the steering body decides whether they are excused.
    case stuckBelowFloor([ID<Participant>])
    /// Lower than its limit, because what it gives counts fewer points than a whole transfer.
    case receivesAtMost(ID<Participant>, Int)
    /// Gives so many of its own at most, because it also takes part in a joint offer.
    case givesAtMost(ID<Participant>, Int)
    /// Lower than its capacity, because one of its givers is at its limit.
    case jointOfferAtMost(ID<TransferOffer>, Int)
    /// Two with the same key: only the first one is looked at.
    case namedTwice(String)
}
