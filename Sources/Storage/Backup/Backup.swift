import Foundation

/// Why a backup or restore did not happen, as a German sentence for the operator. The old state is untouched.
package struct BackupError: Error, Equatable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) { self.description = description }
}

/// Sicherung: what was found in it when it was checked.
package struct BackupReport: Equatable, Sendable {
    package let bytes: Int
    /// The steps of the schema it contains, in their order.
    package let migrations: [String]
    /// Head of its audit log; worth noting elsewhere.
    package let head: AuditHead
}

extension Database {
    /// Writes a complete copy to `path` while the house goes on working, and reads it back to check it.
    ///
    /// SQLite: a database file by online backup. PostgreSQL: an archive by `pg_dump`. The file appears under its name only
    /// when it is complete, checked and on disk; only its owner can read it.
    ///
    /// - Throws: `BackupError`; an existing file is never overwritten.
    package func backup(to path: String) async throws -> BackupReport {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw BackupError("Die Datei \(path) gibt es schon. Bitte einen anderen Namen wählen.")
        }
        let draft = path + ".unfertig"
        try? FileManager.default.removeItem(atPath: draft)
        defer { try? FileManager.default.removeItem(atPath: draft) }
        do { try SQLiteFile.prepare(draft) } catch let error as StorageError { throw BackupError(error.description) }
        try await engine.writeCopy(to: draft)
        let report = try await Backup.inspect(draft)
        try SQLiteFile.replace(path, with: draft)
        return report
    }
}

/// Sicherungen prüfen und zurückspielen.
package enum Backup {
    /// Checks a backup file of either engine completely.
    ///
    /// - Throws: `BackupError` with everything that is wrong with it.
    package static func inspect(_ path: String) async throws -> BackupReport {
        guard let file = FileHandle(forReadingAtPath: path) else {
            throw BackupError("Die Datei \(path) ist nicht lesbar.")
        }
        let start = try file.read(upToCount: 16) ?? Data()
        try file.close()
        if start.starts(with: Array("SQLite format 3\0".utf8)) { return try await SQLiteBackup.inspect(path) }
        if start.starts(with: Array("PGDMP".utf8)) { return try await PostgresBackup.inspect(path) }
        throw BackupError("Die Datei \(path) ist keine Sicherung dieses Programms.")
    }

    /// Puts a backup in the place of the database that `settings` names; all of it or nothing.
    ///
    /// - Parameter replacing: whether data that is there already may be replaced.
    /// - Throws: `BackupError` if the backup is damaged, belongs to the other engine, or the target is not empty.
    @discardableResult
    package static func restore(
        _ path: String, to settings: DatabaseSettings, replacing: Bool = false
    ) async throws -> BackupReport {
        let report = try await inspect(path)
        let isArchive = try await !SQLiteBackup.isSQLite(path)
        guard isArchive == settings.isPostgres else {
            throw BackupError(
                isArchive
                    ? "Die Sicherung stammt aus PostgreSQL und passt nicht in eine SQLite-Datei."
                    : "Die Sicherung stammt aus SQLite und passt nicht in eine PostgreSQL-Datenbank.")
        }
        if isArchive {
            try await PostgresBackup.restore(path, to: PostgresAddress(settings.address), replacing: replacing)
        } else {
            try await SQLiteBackup.restore(path, to: settings.address, replacing: replacing)
        }
        return report
    }

    static let notEmpty = BackupError(
        "Am Ziel liegen schon Daten. Sie werden nur ersetzt, wenn das ausdrücklich verlangt wird.")

    static func size(_ path: String) -> Int {
        (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
    }
}
