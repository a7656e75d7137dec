import Foundation
import GRDB

/// Backup and restore of the built-in engine: files.
enum SQLiteBackup {
    static func isSQLite(_ path: String) async throws -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? file.close() }
        return try file.read(upToCount: 16) == Data("SQLite format 3\0".utf8)
    }

    static func inspect(_ path: String) async throws -> BackupReport {
        let database: Database
        do { database = Database(engine: try SQLiteEngine(inspecting: path)) } catch {
            throw BackupError("Die Datei \(path) lässt sich nicht öffnen: \(error)")
        }
        do {
            let findings = try await database.integrity(migrations: nil)
            let report = BackupReport(
                bytes: Backup.size(path), migrations: try await database.migrationsDone(),
                head: findings.isEmpty ? try await AuditLog.head(database) : AuditHead(n: 0, hash: AuditChain.root))
            try await database.close()
            guard findings.isEmpty else {
                throw BackupError("Die Sicherung ist nicht in Ordnung. " + findings.map(\.text).joined(separator: " "))
            }
            return report
        } catch let error as StorageError {
            throw BackupError("Die Sicherung ist nicht in Ordnung. \(error)")
        }
    }

    static func restore(_ path: String, to target: String, replacing: Bool) async throws {
        if FileManager.default.fileExists(atPath: target) { try vacate(target, replacing: replacing) }
        let draft = target + ".unfertig"
        try? FileManager.default.removeItem(atPath: draft)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do {
            try SQLiteFile.prepare(draft)
            try SQLiteFile.copy(path, over: draft)
            _ = try await inspect(draft)
            try SQLiteFile.replace(target, with: draft)
        } catch let error as StorageError { throw BackupError(error.description) }
    }

    /// Makes sure that nobody works in the old file and that all of it is in one piece, so that one rename replaces it.
    private static func vacate(_ target: String, replacing: Bool) throws {
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        do {
            let queue = try DatabaseQueue(path: target, configuration: configuration)
            let tables = try queue.read { db in
                try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master WHERE type = 'table'") ?? 0
            }
            if tables > 0, !replacing { throw Backup.notEmpty }
            // Leaves WAL mode; refused as long as another connection is open.
            let mode = try queue.writeWithoutTransaction { db in
                try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
            }
            try queue.close()
            guard mode == "delete" else { throw inUse }
        } catch let error as DatabaseError where [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode) {
            throw inUse
        } catch is DatabaseError {
            // Not a database: only an explicit wish replaces it.
            guard replacing else { throw Backup.notEmpty }
        }
    }

    private static let inUse = BackupError("Die Datenbank wird gerade benutzt. Bitte das Haus zuerst anhalten.")
}

extension SQLiteEngine {
    package func writeCopy(to path: String) async throws {
        do {
            let copy = try DatabaseQueue(path: path)
            try await writer.read { source in
                try copy.writeWithoutTransaction { target in try source.backup(to: target) }
            }
            // The copy says WAL as the original does; one single file is what people carry around.
            try await copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch let error as DatabaseError {
            throw BackupError("Die Kopie ist gescheitert: \(SQLiteConnection.translated(error))")
        }
    }
}
