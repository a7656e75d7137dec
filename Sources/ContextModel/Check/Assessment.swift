package import Prevention
import Workflow

/// Urteil: how one person sees one requirement at the receiver.
package struct Rating: Hashable, Sendable, Codable {
    package let rater: Reference
    package let fulfilment: Fulfilment
    package let value: ConditionValue?
    /// On what it rests: who was asked, what was seen.
    package let evidence: String
    package let day: Day

    package init(
        rater: Reference, fulfilment: Fulfilment, value: ConditionValue? = nil, evidence: String, day: Day
    ) {
        self.rater = rater
        self.fulfilment = fulfilment
        self.value = value
        self.evidence = evidence
        self.day = day
    }
}

/// Abgleich einer Anforderung: what two people found; where they disagree, both stand there.
package struct Assessment: Hashable, Sendable, Codable {
    /// What the ratings together say.
    package enum Verdict: Hashable, Sendable {
        /// Nobody has looked yet.
        case open
        /// One person has looked; a second one is to.
        case single(Fulfilment)
        case agreed(Fulfilment)
        /// Shown side by side, never averaged.
        case disputed(Fulfilment, Fulfilment)
    }

    package let requirement: ID<Requirement>
    /// The newest rating of each of two raters, in the order in which they first rated.
    package private(set) var ratings: [Rating] = []

    package init(_ requirement: ID<Requirement>) { self.requirement = requirement }

    /// Adds a rating; a person's newer one takes the place of the older.
    ///
    /// - Throws: `AssessmentRefusal`; the assessment is then unchanged.
    package mutating func add(_ rating: Rating) throws(AssessmentRefusal) {
        guard rating.fulfilment == .unknown || rating.evidence.contains(where: { !$0.isWhitespace }) else {
            throw .evidenceMissing
        }
        if let place = ratings.firstIndex(where: { $0.rater == rating.rater }) {
            guard ratings[place].day <= rating.day else { throw .olderThanLast }
            ratings[place] = rating
        } else {
            guard ratings.count < 2 else { throw .twoRatersAlready }
            ratings.append(rating)
        }
    }

    mutating func keep(_ ratings: [Rating]) { self.ratings = ratings }

    package var verdict: Verdict {
        switch ratings.map(\.fulfilment) {
        case let both where both.count == 2:
            both[0] == both[1] ? .agreed(both[0]) : .disputed(both[0], both[1])
        case let one where one.count == 1: .single(one[0])
        default: .open
        }
    }

    /// What the risk is judged by: where two disagree, the one that is more careful.
    func judged(_ weight: Requirement.Weight) -> Fulfilment {
        switch verdict {
        case .open: .unknown
        case .single(let one), .agreed(let one): one
        case .disputed(let first, let second):
            // What somebody knows outweighs the other's not knowing only if it is the worse of the two.
            RiskColour(weight, first) > RiskColour(weight, second)
                || (RiskColour(weight, first) == RiskColour(weight, second) && first != .unknown) ? first : second
        }
    }
}

/// Warum ein Urteil nicht angenommen wird.
package enum AssessmentRefusal: Error, Hashable, Sendable {
    case evidenceMissing
    case olderThanLast
    case twoRatersAlready
}
