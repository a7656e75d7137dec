/// Gewichte: how much each reason counts for bringing an offer and a request together.
package struct PairWeights: Hashable, Sendable, Codable {
    package var base = 1_000
    /// Added where the link is a duty.
    package var duty = 2_500
    /// For each of the four steps of urgency.
    package var urgency = 700
    /// For each round a request went away empty, up to `waitingRounds`.
    package var waiting = 250
    package var waitingRounds = 4
    /// For all constitutive conditions met; in proportion for some.
    package var fit = 900
    /// For the best effect, readiness and trust, a third each.
    package var evidence = 600
    /// For a receiver that may pass the practice on.
    package var multiplier = 300
    /// For the nearest structure.
    package var similarity = 400
    /// Taken off for two hours of travel or more; in proportion for less.
    package var travel = 400
    /// For a giver that itself looks for something of the receiver's.
    package var mutualInterest = 150

    package init() {}

    /// Highest value of any term; keeps sums of costs far inside 64 bits.
    package static let highestTerm = 1_000_000
    /// Minutes from which travel counts in full.
    package static let farthestMinutes = 120

    /// The lowest weight a pair can have.
    package var lowest: Int { base - travel }
    /// The highest weight a pair can have.
    package var highest: Int {
        base + duty + 4 * urgency + waitingRounds * waiting + fit + evidence + multiplier + similarity + mutualInterest
    }
}

/// Gewicht eines Paares: its terms, each named so that a page can say why, and their sum.
package struct PairWeight: Hashable, Sendable {
    /// What a term stands for.
    package enum Term: String, CaseIterable, Sendable {
        case base, duty, urgency, waiting, fit, evidence, multiplier, similarity, travel
        case mutualInterest = "mutual_interest"
    }

    /// In the order of `Term`; `nil` where the fact is not known, which counts 0.
    package let terms: [(term: Term, value: Int?)]

    package var total: Int { terms.reduce(0) { $0 + ($1.value ?? 0) } }

    package subscript(term: Term) -> Int? { terms.first { $0.term == term }?.value }

    package init(_ facts: PairFacts, _ weights: PairWeights) {
        let evidence = facts.evidence.map { evidence in
            weights.evidence * evidence.effect / 15 + weights.evidence * evidence.readiness / 12
                + weights.evidence * evidence.trust / 9
        }
        let travel = facts.travelMinutes.map { minutes in
            -weights.travel * min(max(0, minutes), PairWeights.farthestMinutes) / PairWeights.farthestMinutes
        }
        terms = [
            (.base, weights.base), (.duty, facts.obligation == .duty ? weights.duty : 0),
            (.urgency, weights.urgency * facts.urgency.value),
            (.waiting, weights.waiting * min(facts.waitingRounds, weights.waitingRounds)),
            (.fit, facts.fit.map { weights.fit * $0.met / $0.of }), (.evidence, evidence),
            (.multiplier, facts.receiverMayPassOn ? weights.multiplier : 0),
            (.similarity, facts.closeness.map { weights.similarity * min(max(0, $0), 100) / 100 }),
            (.travel, travel), (.mutualInterest, facts.isMutual ? weights.mutualInterest : 0),
        ]
    }

    package static func == (left: PairWeight, right: PairWeight) -> Bool {
        left.terms.map(\.value) == right.terms.map(\.value)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(terms.map(\.value)) }
}
