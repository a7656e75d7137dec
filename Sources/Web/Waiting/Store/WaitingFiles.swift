package import Prevention
package import Storage

/// Reads and writes one room's waiting files.
package struct WaitingFiles: Sendable {
    let database: Database
    /// Name of the room whose files these are.
    let room: String

    package init(database: Database, room: String) {
        self.database = database
        self.room = room
    }

    /// A waiting file of this account; `nil` if there is none, also if it is somebody else's.
    package func file(_ id: ID<WaitingFile>, of accountID: String) async throws -> WaitingFile? {
        try await database.read { r in
            try r.rows(
                """
                SELECT kind, fileName, origin, mapping, content, uploadedAt
                FROM waitingFile WHERE id = \(id) AND accountId = \(accountID) AND room = \(room)
                """
            ) { row in
                WaitingFile(
                    id: id, accountID: accountID, kind: try row.get(0), fileName: try row.get(1),
                    origin: try row.get(2), mapping: try row.get(3), bytes: try row.get(4), uploadedAt: try row.get(5))
            }
            .first
        }
    }

    /// What an account has waiting, youngest first, without the files' content.
    package func lines(of accountID: String) async throws -> [WaitingFileLine] {
        try await database.read { try lines($0, of: accountID) }
    }

    /// Keeps a file until it is taken over; an account's oldest ones make room.
    package func insert(_ file: WaitingFile, _ entry: AuditEntry) async throws {
        try await database.write { w in
            try w.run(
                """
                INSERT INTO waitingFile (id, accountId, room, kind, fileName, origin, mapping, content, uploadedAt)
                VALUES (\(file.id), \(file.accountID), \(room), \(file.kind), \(file.fileName), \(file.origin),
                    \(file.mapping), \(file.bytes), \(file.uploadedAt))
                """)
            for old in try lines(w, of: file.accountID).dropFirst(WaitingFile.mostWaiting) {
                try w.run("DELETE FROM waitingFile WHERE id = \(old.id)")
            }
            try w.audit(entry)
        }
    }

    /// Notes how the file's columns are to be read.
    ///
    /// - Parameter also: what else is written in the same step, such as the mapping for the next file of the same list.
    package func save(
        mapping: String, of file: WaitingFile, _ entry: AuditEntry,
        also more: @escaping @Sendable (Writer) throws -> Void = { _ in }
    ) async throws {
        try await database.write { w in
            try w.run("UPDATE waitingFile SET mapping = \(mapping) WHERE id = \(file.id)")
            try more(w)
            try w.audit(entry)
        }
    }

    package func remove(_ file: WaitingFile, _ entry: AuditEntry) async throws {
        try await database.write { w in
            try w.run("DELETE FROM waitingFile WHERE id = \(file.id)")
            try w.audit(entry)
        }
    }

    /// Throws away what has waited for a day.
    package func tidy(at now: Instant) async throws {
        let oldest = now.adding(seconds: -WaitingFile.hours * 3_600)
        try await database.write { w in
            try w.run("DELETE FROM waitingFile WHERE room = \(room) AND uploadedAt < \(oldest)")
        }
    }

    private func lines(_ r: Reader, of accountID: String) throws -> [WaitingFileLine] {
        try r.rows(
            """
            SELECT id, fileName, uploadedAt FROM waitingFile WHERE accountId = \(accountID) AND room = \(room)
            ORDER BY uploadedAt DESC, id
            """
        ) { WaitingFileLine(id: try $0.get(0), fileName: try $0.get(1), at: try $0.get(2)) }
    }
}

/// The table of the waiting files.
enum WaitingFileMigrations {
    static let all = [
        Migration(
            "web-002-waiting-file",
            [
                """
                CREATE TABLE waitingFile (
                    id TEXT NOT NULL PRIMARY KEY,
                    accountId TEXT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
                    room TEXT NOT NULL,
                    kind TEXT NOT NULL,
                    fileName TEXT NOT NULL,
                    origin TEXT NOT NULL,
                    mapping TEXT NOT NULL,
                    content BLOB NOT NULL,
                    uploadedAt TEXT NOT NULL
                )
                """,
                "CREATE INDEX waitingFileAccount ON waitingFile (accountId, room, uploadedAt)",
            ])
    ]
}
