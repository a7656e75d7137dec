import Offers
import Prevention
import Storage
import Web

/// Reads and writes the waiting tables and the mappings of known lists.
struct IntakeStore: Sendable {
    let database: Database
    private let files: WaitingFiles

    init(database: Database) {
        self.database = database
        files = WaitingFiles(database: database, room: IntakeRoom.name)
    }

    /// A waiting table of this account; `nil` if there is none, also if it is somebody else's.
    func table(_ id: ID<WaitingFile>, of accountID: String) async throws -> UploadedTable? {
        try await files.file(id, of: accountID).flatMap(UploadedTable.init)
    }

    /// What an account has waiting, youngest first, without the files' content.
    func waiting(of accountID: String) async throws -> [WaitingFileLine] { try await files.lines(of: accountID) }

    /// How a list was read last time.
    func mapping(_ kind: UploadedTable.Kind, origin: String) async throws -> OfferMapping? {
        try await database.read { r in
            let text = try r.value(
                "SELECT mapping FROM intakeMapping WHERE kind = \(kind) AND origin = \(origin)", as: String.self)
            return text.map { OfferMapping(storedText: $0, origin: origin) }
        }
    }

    /// Keeps a table until it is taken over; an account's oldest ones make room.
    func insert(_ table: UploadedTable, by actor: AuditActor) async throws {
        try await files.insert(table.file, table.entry("intake.upload", by: actor, at: table.file.uploadedAt))
    }

    /// Notes how the table's columns are to be read, for this table and the next one of the same list.
    func save(_ mapping: OfferMapping, of table: UploadedTable, by actor: AuditActor, at now: Instant) async throws {
        let text = mapping.storedText
        try await files.save(mapping: text, of: table.file, table.entry("intake.mapping", by: actor, at: now)) { w in
            try w.run(
                """
                INSERT INTO intakeMapping (kind, origin, mapping, savedAt)
                VALUES (\(table.kind), \(table.file.origin), \(text), \(now))
                ON CONFLICT (kind, origin) DO UPDATE SET mapping = excluded.mapping, savedAt = excluded.savedAt
                """)
        }
    }

    func remove(_ table: UploadedTable, by actor: AuditActor, at now: Instant) async throws {
        try await files.remove(table.file, table.entry("intake.remove", by: actor, at: now))
    }

    /// Throws away what has waited for a day.
    func tidy(at now: Instant) async throws { try await files.tidy(at: now) }
}
