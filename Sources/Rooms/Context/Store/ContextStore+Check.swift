package import ContextModel
package import Prevention
package import Storage
import Workflow

extension ContextStore {
    /// Adds a rating; whether it is allowed says the pure rule, read together with those before it.
    ///
    /// - Throws: `AssessmentRefusal`; `StorageError.stale` if the practice does not need this condition any more.
    package func rate(
        _ id: ID<CheckRecord>, _ line: RatingLine, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.rate", by: actor, at: now) { file, w in
            guard var assessment = file.assessments.first(where: { $0.requirement == line.requirement }) else {
                throw StorageError.stale
            }
            try assessment.add(line.rating)
            let last = try w.value("SELECT max(number) FROM contextRating WHERE checkID = \(id)", as: Int.self)
            let content = try ContextJSON.text(line.rating)
            let rater = "\(line.rating.rater.kind.rawValue)/\(line.rating.rater.id)"
            try w.run(
                """
                INSERT INTO contextRating (checkID, number, requirementID, rater, role, content, isAssumed)
                VALUES (\(id), \(Self.next(last)), \(line.requirement), \(rater), \(line.role), \(content),
                    \(line.isAssumed))
                """)
        }
    }

    /// Lays the ratings open although second ones are missing.
    ///
    /// - Throws: `StorageError.stale` where a first one is missing as well, or nothing is.
    package func open(
        _ id: ID<CheckRecord>, because reason: String, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.open", because: reason, by: actor, at: now) { file, w in
            guard file.canBeOpened else { throw StorageError.stale }
            try w.run("UPDATE contextCheck SET openedBecause = \(reason) WHERE id = \(id)")
        }
    }

    /// Creates or replaces a compensation.
    package func save(
        _ line: CompensationLine, in id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.compensate", by: actor, at: now) { file, w in
            guard file.requirements.line(line.compensation.requirement) != nil else { throw StorageError.stale }
            let content = try ContextJSON.text(line.compensation)
            let key = line.compensation.id
            let changed = try w.run(
                """
                UPDATE contextCompensation SET content = \(content), isAssumed = \(line.isAssumed)
                WHERE id = \(key) AND checkID = \(id)
                """)
            if changed > 0 { return }
            let last = try w.value("SELECT max(number) FROM contextCompensation WHERE checkID = \(id)", as: Int.self)
            try w.run(
                """
                INSERT INTO contextCompensation (id, checkID, number, content, isAssumed)
                VALUES (\(key), \(id), \(Self.next(last)), \(content), \(line.isAssumed))
                """)
        }
    }

    /// Takes a compensation out.
    package func remove(
        _ key: ID<Compensation>, from id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.compensation.remove", by: actor, at: now) { _, w in
            try w.runOnFresh("DELETE FROM contextCompensation WHERE id = \(key) AND checkID = \(id)")
        }
    }

    /// Adds a change of the practice to the log.
    package func add(
        _ adaptation: Adaptation, to id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        try await addStep("adaptation", try ContextJSON.text(adaptation), to: id, by: actor, at: now)
    }

    /// Notes what people decided.
    package func add(
        _ decision: ContextDecision, to id: ID<CheckRecord>, by actor: AuditActor
    ) async throws {
        try await addStep(
            "decision", try ContextJSON.text(StoredDecision(decision)), to: id, by: actor, at: decision.at)
    }

    /// Adds an agreed meeting to the plan.
    package func add(
        _ session: TransferPlan.Session, to id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        let content = try ContextJSON.text(StoredSession(day: session.day, topic: session.topic))
        try await addStep("session", content, to: id, by: actor, at: now)
    }

    private func addStep(
        _ kind: String, _ content: String, to id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.\(kind)", by: actor, at: now) { _, w in
            let last = try w.value("SELECT max(number) FROM contextStep WHERE checkID = \(id)", as: Int.self)
            try w.run(
                """
                INSERT INTO contextStep (checkID, number, kind, content)
                VALUES (\(id), \(Self.next(last)), \(kind), \(content))
                """)
        }
    }

    /// Sets when the plan begins and when it ends early.
    ///
    /// - Throws: `PlanRefusal` as long as the rules refuse a plan; then nothing is stored.
    package func save(_ plan: PlanRecord, of id: ID<CheckRecord>, by actor: AuditActor, at now: Instant) async throws {
        try await change(id, "context.plan", by: actor, at: now) { file, w in
            guard let decision = file.decision else { throw PlanRefusal.notDecidedFor(.noTransfer) }
            _ = try file.check.plan(
                file.record.practice, decision, start: plan.start, exitCriterion: plan.exitCriterion,
                adaptations: file.adaptations, sessions: file.sessions)
            try w.run(
                """
                UPDATE contextCheck SET planStart = \(plan.start), exitCriterion = \(plan.exitCriterion)
                WHERE id = \(id)
                """)
        }
    }

    /// Creates or replaces an answer of a later look.
    package func save(_ line: FindingLine, in id: ID<CheckRecord>, by actor: AuditActor, at now: Instant) async throws {
        try await change(id, "context.finding", by: actor, at: now) { _, w in
            let content = try ContextJSON.text(line.finding)
            try w.run(
                """
                INSERT INTO contextFinding (checkID, months, dimension, content, seenOn)
                VALUES (\(id), \(line.months), \(line.finding.dimension.rawValue), \(content), \(line.day))
                ON CONFLICT (checkID, months, dimension) DO UPDATE SET content = excluded.content,
                    seenOn = excluded.seenOn
                """)
        }
    }

    /// Creates or replaces an inquiry.
    package func save(
        _ stored: StoredInquiry, in id: ID<CheckRecord>, by actor: AuditActor, at now: Instant
    ) async throws {
        try await change(id, "context.inquiry", by: actor, at: now) { _, w in
            let content = try ContextJSON.text(stored.inquiry)
            try w.run(
                """
                INSERT INTO contextInquiry (id, checkID, content, startedAt)
                VALUES (\(stored.id), \(id), \(content), \(now))
                ON CONFLICT (id) DO UPDATE SET content = excluded.content
                """)
        }
    }
}
