import ContextModel
package import Prevention
package import Storage

/// Reads and writes everything of the context model.
package struct ContextStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    // MARK: Checks

    /// A check with all that belongs to it; `nil` if there is none.
    package func file(_ id: ID<CheckRecord>) async throws -> CheckFile? {
        try await database.read { r in try Self.file(id, r) }
    }

    /// Checks, newest first.
    package func checks() async throws -> [CheckRecord] {
        try await database.read { r in
            try r.rows(Self.checkColumns("ORDER BY startedAt DESC, id"), Self.record)
        }
    }

    /// All checks of a practice, or of all practices, with what belongs to them, newest first.
    package func files(of practice: Reference? = nil) async throws -> [CheckFile] {
        try await database.read { r in
            let condition: SQL = practice.map { "WHERE practiceID = \($0.id)" } ?? ""
            let ids = try r.rows("SELECT id FROM contextCheck \(condition) ORDER BY startedAt DESC, id") {
                try $0.get(0, as: ID<CheckRecord>.self)
            }
            return try ids.compactMap { try Self.file($0, r) }
        }
    }

    /// Begins a check.
    package func insert(_ record: CheckRecord, by actor: AuditActor) async throws {
        try await database.write { w in
            try w.run(
                """
                INSERT INTO contextCheck (id, practiceID, practiceSlug, practiceTitle, requirementVersion, giverID,
                    receiverID, transferID, isInvented, occasion, startedAt, openedBecause)
                VALUES (\(record.id), \(record.practice.id), \(record.practiceSlug), \(record.practiceTitle),
                    \(record.requirementVersion), \(record.giver), \(record.receiver), \(record.transfer),
                    \(record.isInvented), \(record.occasion), \(record.startedAt), \(record.openedBecause))
                """)
            try w.audit(
                AuditEntry(
                    actor: actor, action: "context.begin", object: record.reference, at: record.startedAt))
        }
    }

    /// Changes what belongs to a check in one step: reads it, hands it to `change`, notes it.
    ///
    /// - Throws: what `change` throws; then nothing has happened. `StorageError.stale` if the check is gone.
    func change(
        _ id: ID<CheckRecord>, _ action: String, because reason: String = "", by actor: AuditActor, at now: Instant,
        _ change: @escaping @Sendable (CheckFile, Writer) throws -> Void
    ) async throws {
        try await database.write { w in
            guard let file = try Self.file(id, w) else { throw StorageError.stale }
            try change(file, w)
            try w.audit(
                AuditEntry(actor: actor, action: action, object: file.record.reference, at: now, reason: reason))
        }
    }

    // MARK: Reading

    private static func checkColumns(_ ending: SQL) -> SQL {
        """
        SELECT id, practiceID, practiceSlug, practiceTitle, requirementVersion, giverID, receiverID, transferID,
            isInvented, occasion, startedAt, openedBecause, planStart, exitCriterion
        FROM contextCheck
        \(ending)
        """
    }

    private static func record(_ row: Row) throws -> CheckRecord {
        CheckRecord(
            id: try row.get(0), practice: Reference(.practice, try row.get(1, as: String.self)),
            practiceSlug: try row.get(2), practiceTitle: try row.get(3), requirementVersion: try row.get(4),
            giver: try row.get(5), receiver: try row.get(6), transfer: try row.optional(7), isInvented: try row.get(8),
            occasion: try row.get(9), startedAt: try row.get(10), openedBecause: try row.optional(11))
    }

    private static func file(_ id: ID<CheckRecord>, _ r: Reader) throws -> CheckFile? {
        guard let row = try r.row(checkColumns("WHERE id = \(id)")) else { return nil }
        let record = try record(row)
        guard let set = try requirementSet(record.practice, version: record.requirementVersion, r) else { return nil }
        var file = CheckFile(record: record, requirements: set)
        if let start: Day = try row.optional(12) {
            file.plan = PlanRecord(start: start, exitCriterion: try row.optional(13) ?? "")
        }
        file.ratings = try r.rows(
            """
            SELECT requirementID, content, role, isAssumed FROM contextRating WHERE checkID = \(id) ORDER BY number
            """
        ) {
            RatingLine(
                try $0.get(0), try ContextJSON.value($0.get(1)), role: try $0.get(2), isAssumed: try $0.get(3))
        }
        file.compensations = try r.rows(
            "SELECT content, isAssumed FROM contextCompensation WHERE checkID = \(id) ORDER BY number, id"
        ) {
            CompensationLine(try ContextJSON.value($0.get(0)), isAssumed: try $0.get(1))
        }
        try readSteps(id, r, into: &file)
        try readFollowing(id, r, into: &file)
        return file
    }

    private static func readSteps(_ id: ID<CheckRecord>, _ r: Reader, into file: inout CheckFile) throws {
        let steps = try r.rows("SELECT kind, content FROM contextStep WHERE checkID = \(id) ORDER BY number") {
            (kind: try $0.get(0, as: String.self), content: try $0.get(1, as: String.self))
        }
        for step in steps {
            switch step.kind {
            case "adaptation": file.adaptations.append(try ContextJSON.value(step.content))
            case "decision":
                let stored: StoredDecision = try ContextJSON.value(step.content)
                if let decision = stored.decision { file.decisions.append(decision) }
            default:
                let stored: StoredSession = try ContextJSON.value(step.content)
                file.sessions.append(TransferPlan.Session(day: stored.day, topic: stored.topic))
            }
        }
        file.sessions.sort { ($0.day, $0.topic) < ($1.day, $1.topic) }
    }

    private static func readFollowing(_ id: ID<CheckRecord>, _ r: Reader, into file: inout CheckFile) throws {
        file.findings = try r.rows(
            "SELECT months, content, seenOn FROM contextFinding WHERE checkID = \(id) ORDER BY months, dimension"
        ) {
            FindingLine(months: try $0.get(0), try ContextJSON.value($0.get(1)), day: try $0.get(2))
        }
        file.inquiries = try r.rows(
            "SELECT id, content FROM contextInquiry WHERE checkID = \(id) ORDER BY startedAt, id"
        ) {
            StoredInquiry(id: try $0.get(0), try ContextJSON.value($0.get(1)))
        }
        file.outcome = try experiences("WHERE checkID = \(id)", r).first
    }

    /// The next number in a numbered list of a check.
    static func next(_ last: Int?) -> Int { (last ?? 0) + 1 }
}
