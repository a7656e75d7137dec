package import LearningNetwork
package import Prevention
package import Storage
package import Workflow

/// Reads and writes the learning network. Every change is one audit entry in the same transaction.
package struct LearningStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }
}

/// What the steps of a course hang on.
enum CourseKind: String, SQLConvertible, Sendable {
    case meeting, task, product, conference

    var reference: Reference.Kind {
        switch self {
        case .meeting, .conference: .meeting
        case .task: .group
        case .product: .product
        }
    }
}

extension LearningFlow {
    /// The step of this stored name.
    static func step(_ name: String) -> Step? { Step(rawValue: name) }
}

/// A course whose steps are stored by their names.
package protocol LearningFlow: Workflow where Step: RawRepresentable, Step.RawValue == String {}

extension MeetingFlow: LearningFlow {}
extension TaskFlow: LearningFlow {}
extension ProductFlow: LearningFlow {}
extension ConferenceFlow: LearningFlow {}
extension GroupKind: SQLConvertible {}
extension DigestRhythm: SQLConvertible {}

// MARK: Courses

extension Reader {
    /// The courses of all objects of a kind, by key; objects without steps are missing.
    func courses<Flow: LearningFlow>(_ kind: CourseKind, of ids: [String]) throws -> [String: Course<Flow>] {
        var result: [String: Course<Flow>] = [:]
        try each(
            """
            SELECT objectId, step, actor, at, reason FROM learningStep
            WHERE kind = \(kind) AND objectId IN \(list: ids)
            ORDER BY objectId, n
            """
        ) { row in
            let name: String = try row.get(1)
            guard let step = Flow.step(name) else { throw StorageError.column("step", "hat einen unbekannten Wert") }
            try result[try row.get(0), default: Course()].take(
                step, by: Reference(.user, try row.get(2, as: String.self)), at: try row.get(3),
                because: try row.get(4))
        }
        return result
    }

    func course<Flow: LearningFlow>(_ kind: CourseKind, of id: String) throws -> Course<Flow> {
        try courses(kind, of: [id])[id] ?? Course()
    }
}

extension Writer {
    /// Takes the next step of an object and stores it.
    ///
    /// - Throws: `LearningRefusal.notNow` if the course does not know it here.
    @discardableResult
    func take<Flow: LearningFlow>(
        _ step: Flow.Step, _ kind: CourseKind, of id: String, as flow: Flow.Type, _ trace: Trace
    ) throws -> Course<Flow> {
        var course: Course<Flow> = try course(kind, of: id)
        do {
            try course.take(step, by: Reference(.user, trace.actor.text), at: trace.at, because: trace.reason)
        } catch { throw LearningRefusal.notNow }
        try run(
            """
            INSERT INTO learningStep (kind, objectId, n, step, actor, at, reason)
            VALUES (\(kind), \(id), \(course.entries.count), \(step.rawValue), \(trace.actor.text), \(trace.at),
                \(trace.reason))
            """)
        try audit(trace.entry("learning.\(kind.rawValue).\(step.rawValue)", Reference(kind.reference, id)))
        return course
    }
}

/// Spur: who acts, when and why.
package struct Trace: Sendable {
    package let actor: AuditActor
    package let at: Instant
    package let reason: String

    package init(_ actor: AuditActor, at: Instant, because reason: String = "Lernnetzwerk") {
        self.actor = actor
        self.at = at
        self.reason = reason
    }

    func entry(_ action: String, _ object: Reference) -> AuditEntry {
        AuditEntry(actor: actor, action: action, object: object, at: at)
    }
}
