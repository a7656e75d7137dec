package import Prevention

/// Verlauf: what has happened to one thing so far, step by step, each with who, when and why.
///
/// A state cannot be set: it is the end of the steps taken, and only steps that the workflow knows can be taken.
package struct Course<Flow: Workflow>: Hashable, Sendable {
    /// One step that was taken.
    package struct Entry: Hashable, Sendable {
        package let step: Flow.Step
        /// The state that the step led to.
        package let state: Flow.State
        package let actor: Reference
        package let at: Instant
        package let reason: String
    }

    /// All steps, oldest first.
    package private(set) var entries: [Entry] = []

    /// A course that has not begun.
    package init() {}

    /// The course with these steps, for instance read from storage.
    ///
    /// - Throws: `CourseRefusal` at the first step that could not have been taken.
    package init(
        replaying steps: some Sequence<(step: Flow.Step, actor: Reference, at: Instant, reason: String)>
    ) throws(CourseRefusal) {
        for (step, actor, at, reason) in steps { try take(step, by: actor, at: at, because: reason) }
    }

    package var state: Flow.State { entries.last?.state ?? Flow.first }

    /// The steps that can be taken now.
    package var possible: [Flow.Step] { Flow.steps.filter { Flow.state(after: $0, in: state) != nil } }

    /// Takes a step.
    ///
    /// - Throws: `CourseRefusal`; the course is then unchanged.
    package mutating func take(
        _ step: Flow.Step, by actor: Reference, at instant: Instant, because reason: String
    ) throws(CourseRefusal) {
        guard let next = Flow.state(after: step, in: state) else { throw .impossible }
        guard reason.contains(where: { !$0.isWhitespace }) else { throw .reasonMissing }
        guard entries.last.map({ $0.at <= instant }) ?? true else { throw .timeRunsBack }
        entries.append(Entry(step: step, state: next, actor: actor, at: instant, reason: reason))
    }

    /// When the thing last came into `state`; `nil` if never.
    package func reached(_ state: Flow.State) -> Instant? { entries.last { $0.state == state }?.at }
}

/// Warum ein Schritt nicht geht: the reasons for which a course refuses a step.
package enum CourseRefusal: Error, Hashable, Sendable {
    /// The workflow has no such step in this state.
    case impossible
    case reasonMissing
    /// The step is older than the one before it.
    case timeRunsBack
}
