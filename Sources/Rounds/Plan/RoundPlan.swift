package import Prevention
package import Transfers
import Workflow

/// Vorlage einer Runde: everything that goes into it, as it stands on the day of the deadline.
///
/// Two checks guard a round, each rule in one of them only. `RoundInput.findings` knows the exchange: rules that cannot
/// be published, nobody there, no admissible pair, accounts that nothing can serve. `ClearingRound.problems` knows the
/// numbers: the same key twice, counts out of range, sums beyond 64 bits, agreements that contradict each other. Both
/// end up in `RoundOutcome.remarks`, never as an error.
package struct RoundPlan: Sendable {
    package let round: Round
    package let participants: [Participant]
    /// As they stand on pages; a participant without one shows its key.
    package let names: [ID<Participant>: String]
    package let offers: [TransferOffer]
    package let requests: [TransferRequest]
    /// What is known of each offer and request together; a pair without facts is not admissible.
    package let facts: [RoundPair: PairFacts]
    package let ledger: Ledger
    /// Participants below the floor that the steering body lets stay there in this round (Ausnahme).
    package let excused: Set<ID<Participant>>

    package init(
        _ round: Round, participants: [Participant], names: [ID<Participant>: String] = [:], offers: [TransferOffer],
        requests: [TransferRequest], facts: [RoundPair: PairFacts], ledger: Ledger,
        excused: Set<ID<Participant>> = []
    ) {
        self.round = round
        self.participants = participants
        self.names = names
        self.offers = offers
        self.requests = requests
        self.facts = facts
        self.ledger = ledger
        self.excused = excused
    }

    package func name(_ participant: ID<Participant>) -> String { names[participant] ?? participant.text }

    /// The day on which admissibility is judged.
    package var day: Day { round.deadline }

    /// What `Transfers` has to say before anything is computed.
    package var findings: [RoundFinding] {
        RoundInput(
            participants: participants, offers: offers, requests: requests,
            pairs: facts.sorted { $0.key < $1.key }.map(\.value)
        ).findings(on: day, ledger: ledger)
    }

    /// What stands in the way of a pair; a pair that nobody has looked at does not fit.
    package func obstacles(_ pair: RoundPair) -> [Obstacle] {
        facts[pair]?.obstacles(on: day, round.rules) ?? [.notWhatIsAsked]
    }

    /// The points that make a pair worth while, term by term; `nil` for a pair without facts.
    package func weight(_ pair: RoundPair) -> PairWeight? {
        facts[pair].map { PairWeight($0, round.rules.weights) }
    }

    /// Clears the round; what keeps it from being cleared stands in the outcome.
    package func cleared() -> RoundOutcome { RoundOutcome(self) }
}
