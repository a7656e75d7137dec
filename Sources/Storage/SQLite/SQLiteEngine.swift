import Foundation
import GRDB
import GRDBSQLite

/// The built-in engine: SQLite in one file, many readers beside one writer (WAL).
package struct SQLiteEngine: StorageEngine {
    package let kind = EngineKind.sqlite
    /// The file; `nil` for a database in memory.
    package let path: String?
    let writer: any DatabaseWriter
    private let lifetime = EngineLifetime()

    /// Opens or creates the file at `path` (its folder too), readable by its owner only; `nil` opens a database in
    /// memory for tests.
    ///
    /// - Throws: `StorageError.unavailable` with a sentence for the operator.
    package init(path: String?) throws {
        self.path = path
        do {
            if let path {
                try SQLiteFile.prepare(path)
                writer = try DatabasePool(path: path, configuration: Self.configuration)
                // An acknowledged write is on disk: FULL also in WAL mode. Not earlier, the pool itself sets NORMAL.
                // Up to 20 MB of pages in memory: a large import is written once and not again and again in parts.
                try writer.writeWithoutTransaction { db in
                    try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA cache_size = -20000")
                }
            } else {
                writer = try DatabaseQueue(configuration: Self.configuration)
            }
        } catch let error as StorageError {
            throw error
        } catch let error as DatabaseError {
            throw StorageError.unavailable(
                "\(path ?? "Speicher"): \(error.message ?? "SQLite \(error.resultCode.rawValue)")")
        }
    }

    /// Opens an existing file only to read it: a backup to be checked.
    init(inspecting path: String) throws {
        self.path = path
        var configuration = Self.configuration
        configuration.readonly = true
        writer = try DatabaseQueue(path: path, configuration: configuration)
    }

    private init(memory: DatabaseQueue) {
        path = nil
        writer = memory
    }

    static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "sqlite"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { db in
            // No functions with effects in the schema of a file from elsewhere, no writing to the schema table.
            try db.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return configuration
    }

    package func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await translating { try await writer.read { db in try block(SQLiteConnection(db)) } }
    }

    package func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await translating { try await writer.write { db in try block(SQLiteConnection(db)) } }
    }

    package func writeBeside<T: Sendable>(
        _ block: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await write(block)
    }

    package func close() async throws {
        guard await lifetime.end() else { return }
        do { try writer.close() } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }

    /// A copy of the whole database in memory: a template for tests, 0.3 ms.
    package func copyInMemory() throws -> SQLiteEngine {
        do {
            let copy = try DatabaseQueue(configuration: Self.configuration)
            try writer.backup(to: copy)
            return SQLiteEngine(memory: copy)
        } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }

    private func translating<T>(_ work: () async throws -> T) async throws -> T {
        try lifetime.enter()
        defer { lifetime.leave() }
        do { return try await work() } catch let error as DatabaseError { throw SQLiteConnection.translated(error) }
    }
}
