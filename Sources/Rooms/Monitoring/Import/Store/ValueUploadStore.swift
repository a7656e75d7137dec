import Indicators
import Prevention
import Storage
import Tables

/// Reads and writes the waiting files.
struct ValueUploadStore: Sendable {
    let database: Database

    /// A waiting file of this account; `nil` if there is none, also if it is somebody else's.
    func upload(_ id: ID<ValueUpload>, of accountID: String) async throws -> ValueUpload? {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, accountId, fileName, mapping, content, uploadedAt
                FROM valueUpload WHERE id = \(id) AND accountId = \(accountID)
                """
            ) { row in
                let text: String = try row.get(3)
                let mapping = JSONValue(json: text).flatMap { try? ValueMapping(json: $0) }
                return ValueUpload(
                    id: try row.get(0), accountID: try row.get(1), fileName: try row.get(2),
                    mapping: mapping ?? ValueMapping(), bytes: try row.get(4), uploadedAt: try row.get(5))
            }
            .first
        }
    }

    /// What an account has waiting, youngest first, without the files' content.
    func waiting(of accountID: String) async throws -> [(id: ID<ValueUpload>, fileName: String, at: Instant)] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, fileName, uploadedAt FROM valueUpload WHERE accountId = \(accountID)
                ORDER BY uploadedAt DESC, id
                """
            ) { (id: try $0.get(0), fileName: try $0.get(1), at: try $0.get(2)) }
        }
    }

    /// Keeps a file until it is taken over; an account's oldest ones make room.
    func insert(_ upload: ValueUpload, by actor: AuditActor) async throws {
        try await database.write { w in
            try w.run(
                """
                INSERT INTO valueUpload (id, accountId, fileName, mapping, content, uploadedAt)
                VALUES (\(upload.id), \(upload.accountID), \(upload.fileName), \(upload.mapping.json.description),
                    \(upload.bytes), \(upload.uploadedAt))
                """)
            let old = try w.rows(
                "SELECT id FROM valueUpload WHERE accountId = \(upload.accountID) ORDER BY uploadedAt DESC, id"
            ) { try $0.get(0, as: ID<ValueUpload>.self) }.dropFirst(ValueUpload.mostWaiting)
            for id in old { try w.run("DELETE FROM valueUpload WHERE id = \(id)") }
            try w.audit(Self.entry("values.upload", upload, by: actor, at: upload.uploadedAt))
        }
    }

    /// Notes how the file's columns are to be read.
    func save(_ mapping: ValueMapping, of upload: ValueUpload, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try w.run("UPDATE valueUpload SET mapping = \(mapping.json.description) WHERE id = \(upload.id)")
            try w.audit(Self.entry("values.mapping", upload, by: actor, at: now))
        }
    }

    func remove(_ upload: ValueUpload, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try w.run("DELETE FROM valueUpload WHERE id = \(upload.id)")
            try w.audit(Self.entry("values.remove", upload, by: actor, at: now))
        }
    }

    /// Throws away what has waited for a day.
    func tidy(at now: Instant) async throws {
        let oldest = now.adding(seconds: -ValueUpload.hours * 3_600)
        try await database.write { w in try w.run("DELETE FROM valueUpload WHERE uploadedAt < \(oldest)") }
    }

    private static func entry(
        _ action: String, _ upload: ValueUpload, by actor: AuditActor, at now: Instant
    ) -> AuditEntry {
        AuditEntry(actor: actor, action: action, object: Reference(.indicator, upload.mapping.origin), at: now)
    }
}
