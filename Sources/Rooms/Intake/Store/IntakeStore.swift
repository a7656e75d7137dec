import Offers
import Prevention
import Storage
import Tables

/// Reads and writes the waiting tables and the mappings of known lists.
struct IntakeStore: Sendable {
    let database: Database

    /// A waiting table of this account; `nil` if there is none, also if it is somebody else's.
    func table(_ id: ID<UploadedTable>, of accountID: String) async throws -> UploadedTable? {
        try await database.read { r in try Self.tables(r, "id = \(id) AND accountId = \(accountID)").first }
    }

    /// What an account has waiting, youngest first, without the files' content.
    func waiting(of accountID: String) async throws -> [(id: ID<UploadedTable>, fileName: String, at: Instant)] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, fileName, uploadedAt FROM intakeUpload WHERE accountId = \(accountID)
                ORDER BY uploadedAt DESC, id
                """
            ) { (id: try $0.get(0), fileName: try $0.get(1), at: try $0.get(2)) }
        }
    }

    /// How a list was read last time.
    func mapping(_ kind: UploadedTable.Kind, origin: String) async throws -> OfferMapping? {
        try await database.read { r in
            let text = try r.value(
                "SELECT mapping FROM intakeMapping WHERE kind = \(kind) AND origin = \(origin)", as: String.self)
            return text.map { Self.mapping($0, origin) }
        }
    }

    /// Keeps a table until it is taken over; an account's oldest ones make room.
    func insert(_ table: UploadedTable, by actor: AuditActor) async throws {
        try await database.write { w in
            try w.run(
                """
                INSERT INTO intakeUpload (id, accountId, kind, fileName, origin, mapping, content, uploadedAt)
                VALUES (\(table.id), \(table.accountID), \(table.kind), \(table.fileName), \(table.origin),
                    \(table.mapping.storedText), \(table.bytes), \(table.uploadedAt))
                """)
            let old = try w.rows(
                "SELECT id FROM intakeUpload WHERE accountId = \(table.accountID) ORDER BY uploadedAt DESC, id"
            ) { try $0.get(0, as: ID<UploadedTable>.self) }.dropFirst(UploadedTable.mostWaiting)
            for id in old { try w.run("DELETE FROM intakeUpload WHERE id = \(id)") }
            try w.audit(Self.entry("intake.upload", table, by: actor, at: table.uploadedAt))
        }
    }

    /// Notes how the table's columns are to be read, for this table and the next one of the same list.
    func save(_ mapping: OfferMapping, of table: UploadedTable, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try w.run("UPDATE intakeUpload SET mapping = \(mapping.storedText) WHERE id = \(table.id)")
            try w.run(
                """
                INSERT INTO intakeMapping (kind, origin, mapping, savedAt)
                VALUES (\(table.kind), \(table.origin), \(mapping.storedText), \(now))
                ON CONFLICT (kind, origin) DO UPDATE SET mapping = excluded.mapping, savedAt = excluded.savedAt
                """)
            try w.audit(Self.entry("intake.mapping", table, by: actor, at: now))
        }
    }

    func remove(_ table: UploadedTable, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try w.run("DELETE FROM intakeUpload WHERE id = \(table.id)")
            try w.audit(Self.entry("intake.remove", table, by: actor, at: now))
        }
    }

    /// Throws away what has waited for a day.
    func tidy(at now: Instant) async throws {
        let oldest = now.adding(seconds: -UploadedTable.hours * 3_600)
        try await database.write { w in try w.run("DELETE FROM intakeUpload WHERE uploadedAt < \(oldest)") }
    }

    private static func tables(_ r: Reader, _ condition: SQL) throws -> [UploadedTable] {
        try r.rows(
            """
            SELECT id, accountId, kind, fileName, origin, mapping, content, uploadedAt
            FROM intakeUpload WHERE \(condition)
            """
        ) { row in
            let origin: String = try row.get(4)
            return UploadedTable(
                id: try row.get(0), accountID: try row.get(1), kind: try row.get(2), fileName: try row.get(3),
                origin: origin, mapping: Self.mapping(try row.get(5), origin), bytes: try row.get(6),
                uploadedAt: try row.get(7))
        }
    }

    /// A mapping of an earlier version of the program that is not understood any more starts anew.
    private static func mapping(_ text: String, _ origin: String) -> OfferMapping {
        var mapping = JSONValue(json: text).flatMap { try? OfferMapping(json: $0) } ?? OfferMapping()
        mapping.origin = origin
        return mapping
    }

    private static func entry(
        _ action: String, _ table: UploadedTable, by actor: AuditActor, at now: Instant
    ) -> AuditEntry {
        let object = Reference(table.kind == .offers ? .offer : .provider, table.origin)
        return AuditEntry(actor: actor, action: action, object: object, at: now)
    }
}
