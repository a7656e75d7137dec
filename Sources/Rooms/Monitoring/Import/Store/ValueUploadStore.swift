import Indicators
import Prevention
import Storage
import Tables
import Web

/// Reads and writes the waiting files of values.
struct ValueUploadStore: Sendable {
    private let files: WaitingFiles

    init(database: Database) { files = WaitingFiles(database: database, room: MonitoringRoom.name) }

    /// A waiting file of this account; `nil` if there is none, also if it is somebody else's.
    func upload(_ id: ID<WaitingFile>, of accountID: String) async throws -> ValueUpload? {
        try await files.file(id, of: accountID).map(ValueUpload.init)
    }

    /// What an account has waiting, youngest first, without the files' content.
    func waiting(of accountID: String) async throws -> [WaitingFileLine] { try await files.lines(of: accountID) }

    /// Keeps a file until it is taken over; an account's oldest ones make room.
    func insert(_ upload: ValueUpload, by actor: AuditActor) async throws {
        try await files.insert(upload.file, upload.entry("values.upload", by: actor, at: upload.file.uploadedAt))
    }

    /// Notes how the file's columns are to be read.
    func save(_ mapping: ValueMapping, of upload: ValueUpload, by actor: AuditActor, at now: Instant) async throws {
        try await files.save(
            mapping: mapping.json.description, of: upload.file, upload.entry("values.mapping", by: actor, at: now))
    }

    func remove(_ upload: ValueUpload, by actor: AuditActor, at now: Instant) async throws {
        try await files.remove(upload.file, upload.entry("values.remove", by: actor, at: now))
    }

    /// Throws away what has waited for a day.
    func tidy(at now: Instant) async throws { try await files.tidy(at: now) }
}

/// Files of values first waited in a table of their own.
enum ValueUploadMigrations {
    static let all = [
        Migration(
            "monitoring-001-upload",
            [
                """
                CREATE TABLE valueUpload (
                    id TEXT NOT NULL PRIMARY KEY,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    fileName TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                )
                """,
                "CREATE INDEX valueUploadAccount ON valueUpload (accountId, uploadedAt)",
            ]),
        Migration(
            "monitoring-002-waiting-file",
            [
                """
                INSERT INTO waitingFile (id, accountId, room, kind, fileName, origin, mapping, content, uploadedAt)
                SELECT id, accountId, 'monitoring', 'values', fileName, '', mapping, content, uploadedAt FROM valueUpload
                """,
                "DROP TABLE valueUpload",
            ]),
    ]
}
