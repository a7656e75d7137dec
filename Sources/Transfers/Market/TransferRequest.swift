package import Prevention
package import Workflow

/// Transfergesuch: a participant's wish for one link of the chain, born from a gap.
package struct TransferRequest: Hashable, Sendable {
    package let id: ID<TransferRequest>
    package let receiver: ID<Participant>
    package let linkType: ID<LinkType>
    /// The practices that would do; empty: any of the link.
    package let practices: Set<Reference>
    package let urgency: Urgency
    /// Rounds in which it was open and went away empty.
    package let waitingRounds: Int
    package private(set) var course: Course<RequestFlow>

    package init(
        id: ID<TransferRequest>, receiver: ID<Participant>, linkType: ID<LinkType>, practices: Set<Reference> = [],
        urgency: Urgency = .unknown, waitingRounds: Int = 0, course: Course<RequestFlow> = Course()
    ) {
        self.id = id
        self.receiver = receiver
        self.linkType = linkType
        self.practices = practices
        self.urgency = urgency
        self.waitingRounds = max(0, waitingRounds)
        self.course = course
    }

    /// So many of one receiver can be unfinished at once; a round asks for every pair, so nobody can flood it.
    package static let mostOpen = 50

    package func accepts(_ offer: TransferOffer) -> Bool {
        offer.linkType == linkType && (practices.isEmpty || practices.contains(offer.practice))
    }

    /// - Throws: `CourseRefusal`; the request is then unchanged.
    package mutating func take(
        _ step: RequestFlow.Step, by actor: Reference, at instant: Instant, because reason: String
    ) throws(CourseRefusal) {
        try course.take(step, by: actor, at: instant, because: reason)
    }
}

/// Dringlichkeit: 0 to 4, and only ever what the gap analysis says; nobody can declare a need urgent.
package struct Urgency: Hashable, Sendable {
    package let value: Int
    /// The gap cell it was read from; `nil` where no analysis knows.
    package let cell: Reference?

    package static let unknown = Urgency(value: 0, cell: nil)

    private init(value: Int, cell: Reference?) {
        self.value = value
        self.cell = cell
    }

    /// - Parameter missing: share of the need in the cell that nothing meets, 0…1; 0 is not urgent, 0.8 and more is 4.
    package init(missing: Double, in cell: Reference) {
        let share = missing.isFinite ? min(max(missing, 0), 1) : 0
        self.init(value: min(4, Int((share * 5).rounded(.down))), cell: cell)
    }
}

/// Ablauf eines Transfergesuchs: draft, clarified, open, matched, met; it can be withdrawn until it is met.
package enum RequestFlow: Workflow {
    package enum State: String, CaseIterable, Sendable { case draft, clarified, open, matched, met, withdrawn }

    package enum Step: String, CaseIterable, Sendable {
        case clarify, open, match
        /// The proposal was declined or the transfer stopped: the request is open again.
        case release
        case meet, withdraw
    }

    package static let first = State.draft

    package static func state(after step: Step, in state: State) -> State? {
        switch (state, step) {
        case (.draft, .clarify): .clarified
        case (.clarified, .open), (.matched, .release): .open
        case (.open, .match): .matched
        case (.matched, .meet): .met
        case (.draft, .withdraw), (.clarified, .withdraw), (.open, .withdraw), (.matched, .withdraw): .withdrawn
        default: nil
        }
    }
}
