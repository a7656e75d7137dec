package import Prevention
package import Workflow

/// Transferangebot: know-how that a participant, or several together, pass on. (Not `Offer`: that is for families.)
package struct TransferOffer: Hashable, Sendable {
    /// What is passed on; who has no whole practice to give can give a part of one.
    package enum Kind: String, CaseIterable, Sendable {
        case practice
        case failureStory = "failure_story"
        case tool
        case moderatorDay = "moderator_day"
    }

    package let id: ID<TransferOffer>
    package let kind: Kind
    /// Who gives; several give together and share the points.
    package let givers: [ID<Participant>]
    package let linkType: ID<LinkType>
    package let practice: Reference
    /// The parts that are offered, in order, each once.
    package let parts: [TransferPart]
    /// How many transfers at a time.
    package let capacity: Int
    package private(set) var course: Course<OfferFlow>

    /// So many of one giver can be unfinished at once; a round asks for every pair, so nobody can flood it.
    package static let mostOpen = 50

    /// `nil` without giver, part or capacity, or with a giver named twice.
    package init?(
        id: ID<TransferOffer>, kind: Kind, givers: [ID<Participant>], linkType: ID<LinkType>, practice: Reference,
        parts: Set<TransferPart>, capacity: Int, course: Course<OfferFlow> = Course()
    ) {
        guard !givers.isEmpty, Set(givers).count == givers.count, !parts.isEmpty, capacity > 0 else { return nil }
        self.id = id
        self.kind = kind
        self.givers = givers.sorted()
        self.linkType = linkType
        self.practice = practice
        self.parts = parts.sorted()
        self.capacity = capacity
        self.course = course
    }

    /// Whom a joint offer names without its yes; as long as there is anybody it must not be opened.
    package func waiting(for agreed: Set<ID<Participant>>) -> [ID<Participant>] {
        givers.count > 1 ? givers.filter { !agreed.contains($0) } : []
    }

    /// - Throws: `CourseRefusal`; the offer is then unchanged.
    package mutating func take(
        _ step: OfferFlow.Step, by actor: Reference, at instant: Instant, because reason: String
    ) throws(CourseRefusal) {
        try course.take(step, by: actor, at: instant, because: reason)
    }

    /// What each giver gets for `points`: equal shares, what is left over goes one by one to the first.
    package func shares(of points: Int) -> [(giver: ID<Participant>, points: Int)] {
        let (each, rest) = points.quotientAndRemainder(dividingBy: givers.count)
        return givers.enumerated().map { ($1, each + ($0 < rest ? 1 : 0)) }
    }
}

/// Ablauf eines Transferangebots: draft, reviewed, open, then full or paused for a while, and expired in the end.
package enum OfferFlow: Workflow {
    package enum State: String, CaseIterable, Sendable { case draft, reviewed, open, full, paused, expired }

    package enum Step: String, CaseIterable, Sendable {
        case review, open, fill, free, pause, resume, expire
        /// Back to the author.
        case sendBack = "send_back"
    }

    package static let first = State.draft

    package static func state(after step: Step, in state: State) -> State? {
        switch (state, step) {
        case (.draft, .review): .reviewed
        case (.reviewed, .sendBack): .draft
        case (.reviewed, .open), (.full, .free), (.paused, .resume): .open
        case (.open, .fill): .full
        case (.open, .pause), (.full, .pause): .paused
        case (.draft, .expire), (.reviewed, .expire), (.open, .expire), (.full, .expire), (.paused, .expire): .expired
        default: nil
        }
    }
}
