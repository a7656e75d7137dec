package import Prevention
package import Transfers
package import Workflow

/// Runde der Transferbörse: one half-year's clearing, with everything published before its deadline.
package struct Round: Hashable, Sendable {
    package let id: ID<Round>
    /// A half-year.
    package let period: Period
    package let kind: RoundKind
    package let mode: RoundMode
    package let rules: ExchangeRules
    /// Startwert: decides among equally good results; nobody can choose it after seeing the offers.
    package let seed: String
    /// The day on which rules and seed were published, before the deadline.
    package let publishedOn: Day
    /// The last day on which offers and requests can be handed in.
    package let deadline: Day
    package private(set) var course: Course<RoundFlow>

    /// - Throws: `RoundRefusal` unless the period is a half-year, the seed is stated and published before the deadline.
    package init(
        id: ID<Round>, period: Period, kind: RoundKind, mode: RoundMode = .weighted, rules: ExchangeRules,
        seed: String, publishedOn: Day, deadline: Day, course: Course<RoundFlow> = Course()
    ) throws(RoundRefusal) {
        guard period.kind == .halfYear else { throw .noHalfYear }
        guard seed.contains(where: { !$0.isWhitespace }) else { throw .seedMissing }
        guard publishedOn < deadline else { throw .publishedTooLate }
        self.id = id
        self.period = period
        self.kind = kind
        self.mode = mode
        self.rules = rules
        self.seed = seed
        self.publishedOn = publishedOn
        self.deadline = deadline
        self.course = course
    }

    package var state: RoundFlow.State { course.state }

    /// The steps that this kind of round can take now.
    package var possible: [RoundFlow.Step] { course.possible.filter { refusal(of: $0) == nil } }

    /// Takes a step.
    ///
    /// - Throws: `RoundRefusal`; the round is then unchanged.
    package mutating func take(
        _ step: RoundFlow.Step, by actor: Reference, at instant: Instant, because reason: String
    ) throws(RoundRefusal) {
        guard RoundFlow.state(after: step, in: state) != nil else { throw .course(.impossible) }
        if let refusal = refusal(of: step) { throw refusal }
        if step == .close, instant.berlinDay <= deadline { throw .tooEarly(until: deadline.adding(days: 1)) }
        do { try course.take(step, by: actor, at: instant, because: reason) } catch { throw .course(error) }
    }

    /// Checks whether it can be announced: of several binding rounds under way with a seed each, the one with the most
    /// welcome result could be chosen.
    ///
    /// - Throws: `RoundRefusal.anotherIsUnderWay`.
    package func checkAnnouncement(beside others: [Round]) throws(RoundRefusal) {
        let isOpen = others.contains { $0.kind == .binding && [.announced, .closed, .cleared].contains($0.state) }
        if kind == .binding, isOpen { throw .anotherIsUnderWay }
    }

    private func refusal(of step: RoundFlow.Step) -> RoundRefusal? {
        switch (step, kind, state) {
        case (.decide, .rehearsal, _): .rehearsalBindsNothing
        case (.finish, .binding, .cleared): .notDecided
        default: nil
        }
    }
}

/// Ablauf einer Runde: announced, closed, cleared, decided, over; until it is decided it can be cancelled.
///
/// A rehearsal is over once it is cleared: there is nothing to decide.
package enum RoundFlow: Workflow {
    package enum State: String, CaseIterable, Sendable { case announced, closed, cleared, decided, over, cancelled }

    package enum Step: String, CaseIterable, Sendable {
        /// Offers and requests are complete.
        case close
        case clear
        /// The steering body has seen the result; proposals go out.
        case decide
        case finish, cancel
    }

    package static let first = State.announced

    package static func state(after step: Step, in state: State) -> State? {
        switch (state, step) {
        case (.announced, .close): .closed
        case (.closed, .clear): .cleared
        case (.cleared, .decide): .decided
        case (.cleared, .finish), (.decided, .finish): .over
        case (.announced, .cancel), (.closed, .cancel), (.cleared, .cancel): .cancelled
        default: nil
        }
    }
}

/// Warum eine Runde nicht angelegt werden oder ein Schritt nicht getan werden kann.
package enum RoundRefusal: Error, Hashable, Sendable {
    case noHalfYear
    case seedMissing
    /// Rules and seed must be known before the deadline.
    case publishedTooLate
    case tooEarly(until: Day)
    case rehearsalBindsNothing
    /// The steering body has not seen the result.
    case notDecided
    /// One binding round after the other.
    case anotherIsUnderWay
    case course(CourseRefusal)
}
