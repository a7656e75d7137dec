import ContextModel
package import Prevention
package import Storage
import Workflow

extension ContextStore {
    /// The newest requirements of a practice; `nil` if nobody has stated any.
    package func requirements(of practice: Reference) async throws -> RequirementSet? {
        try await database.read { r in try Self.newestSet(practice, r) }
    }

    /// The newest requirements of every practice that has some.
    package func requirementSets() async throws -> [RequirementSet] {
        try await database.read { r in
            let ids = try r.rows("SELECT DISTINCT practiceID FROM contextRequirementSet ORDER BY practiceID") {
                try $0.get(0, as: String.self)
            }
            return try ids.compactMap { try Self.newestSet(Reference(.practice, $0), r) }
        }
    }

    /// All versions of a practice's requirements, newest first.
    package func history(of practice: Reference) async throws -> [RequirementSet] {
        try await database.read { r in
            try r.rows(Self.setColumns("WHERE practiceID = \(practice.id) ORDER BY version DESC")) {
                try Self.set(practice, $0)
            }
        }
    }

    /// Stores the next version of a practice's requirements.
    ///
    /// - Parameter seen: version that the writer saw; 0 for the first.
    /// - Returns: number of the version that holds; the old one where nothing has changed.
    /// - Throws: `StorageError.stale` if another version came in between.
    @discardableResult
    package func save(
        _ lines: [RequirementSet.Line], of practice: Reference, seen: Int, because reason: String,
        by actor: AuditActor, at now: Instant
    ) async throws -> Int {
        try await database.write { w in
            let last = try Self.newestSet(practice, w)
            guard (last?.version ?? 0) == seen else { throw StorageError.stale }
            if last?.lines == lines { return seen }
            let content = try ContextJSON.text(lines)
            try w.run(
                """
                INSERT INTO contextRequirementSet (practiceID, version, content, reason, changedBy, changedAt)
                VALUES (\(practice.id), \(seen + 1), \(content), \(reason), \(actor.text), \(now))
                """)
            try w.audit(
                AuditEntry(actor: actor, action: "context.requirements", object: practice, at: now, reason: reason))
            return seen + 1
        }
    }

    static func requirementSet(_ practice: Reference, version: Int, _ r: Reader) throws -> RequirementSet? {
        try r.row(setColumns("WHERE practiceID = \(practice.id) AND version = \(version)")).map {
            try set(practice, $0)
        }
    }

    private static func newestSet(_ practice: Reference, _ r: Reader) throws -> RequirementSet? {
        try r.row(setColumns("WHERE practiceID = \(practice.id) ORDER BY version DESC LIMIT 1")).map {
            try set(practice, $0)
        }
    }

    private static func setColumns(_ ending: SQL) -> SQL {
        "SELECT version, content, changedAt, reason FROM contextRequirementSet \(ending)"
    }

    private static func set(_ practice: Reference, _ row: Row) throws -> RequirementSet {
        RequirementSet(
            practice: practice, version: try row.get(0), lines: try ContextJSON.value(row.get(1)),
            changedAt: try row.get(2), reason: try row.get(3))
    }

    // MARK: Experiences

    /// How transfers of a practice went, oldest first.
    package func experiences(of practice: Reference) async throws -> [ExperienceLine] {
        try await database.read { r in
            try Self.experiences("WHERE practiceID = \(practice.id) ORDER BY seenOn, id", r)
        }
    }

    /// Notes how a transfer went; of one receiver the newest counts, so that many checks do not make many adopters.
    package func add(
        _ line: ExperienceLine, id: ID<ExperienceLine> = ID(), by actor: AuditActor, at now: Instant
    ) async throws {
        try await database.write { w in
            let content = try ContextJSON.text(StoredFulfilment(line.fulfilment))
            if let check = line.check {
                try w.run(
                    """
                    DELETE FROM contextExperience WHERE practiceID = \(line.practice.id) AND checkID IN (
                        SELECT other.id FROM contextCheck AS other
                        JOIN contextCheck AS own ON own.receiverID = other.receiverID
                        WHERE own.id = \(check))
                    """)
            }
            try w.run(
                """
                INSERT INTO contextExperience (id, practiceID, checkID, origin, content, hasSucceeded, seenOn)
                VALUES (\(id), \(line.practice.id), \(line.check), \(line.origin), \(content), \(line.hasSucceeded),
                    \(line.day))
                ON CONFLICT (id) DO NOTHING
                """)
            try w.audit(AuditEntry(actor: actor, action: "context.experience", object: line.practice, at: now))
        }
    }

    static func experiences(_ ending: SQL, _ r: Reader) throws -> [ExperienceLine] {
        try r.rows(
            "SELECT practiceID, checkID, origin, content, hasSucceeded, seenOn FROM contextExperience \(ending)"
        ) { row in
            let found: StoredFulfilment = try ContextJSON.value(row.get(3))
            return ExperienceLine(
                practice: Reference(.practice, try row.get(0, as: String.self)), check: try row.optional(1),
                origin: try row.get(2), fulfilment: found.fulfilment, hasSucceeded: try row.get(4),
                day: try row.get(5))
        }
    }
}
