import Foundation
import GRDB
import Prevention

/// The built-in engine: SQLite in one file, many readers beside one writer (WAL).
package struct SQLiteEngine: StorageEngine {
    package let name = "sqlite"
    let writer: any DatabaseWriter

    /// Opens or creates the file at `path`; `nil` opens a database in memory for tests.
    ///
    /// - Throws: `StorageError.unavailable` with a sentence for the operator.
    package init(path: String?) throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { db in
            // An acknowledged write is on disk: FULL also in WAL mode.
            try db.execute(sql: "PRAGMA synchronous = FULL")
        }
        do {
            writer =
                if let path { try DatabasePool(path: path, configuration: configuration) } else {
                    try DatabaseQueue(configuration: configuration)
                }
        } catch {
            throw StorageError.unavailable("\(path ?? "Speicher"): \(error)")
        }
    }

    package func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await translating { try await writer.read { db in try block(SQLiteConnection(db)) } }
    }

    package func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await translating { try await writer.write { db in try block(SQLiteConnection(db)) } }
    }

    package func dialect(_ statement: String) -> String {
        statement.hasPrefix("CREATE TABLE") ? statement + " STRICT" : statement
    }

    package func close() async throws { try writer.close() }

    private func translating<T>(_ work: () async throws -> T) async throws -> T {
        do { return try await work() } catch let error as DatabaseError {
            if error.resultCode == .SQLITE_CONSTRAINT {
                throw StorageError.constraint(error.message ?? "unbenannt")
            }
            throw StorageError.engine(code: "\(error.extendedResultCode.rawValue)", message: error.message ?? "")
        }
    }
}

/// One block's connection to SQLite.
final class SQLiteConnection: EngineConnection {
    private let db: GRDB.Database

    init(_ db: GRDB.Database) { self.db = db }

    let placeholder: (Int) -> String = { "?\($0)" }

    func query(_ text: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws {
        let statement = try db.cachedStatement(sql: text)
        let cursor = try GRDB.Row.fetchCursor(statement, arguments: arguments(values))
        let columns = Row.Columns(statement.columnNames)
        let count = columns.names.count
        while let row = try cursor.next() {
            var result: [SQLValue] = []
            result.reserveCapacity(count)
            for index in 0..<count { result.append(Self.value(row, index)) }
            try body(Row(columns: columns, values: result))
        }
    }

    func execute(_ text: String, _ values: [SQLValue]) throws -> Int {
        let statement = try db.cachedStatement(sql: text)
        try statement.execute(arguments: arguments(values))
        return db.changesCount
    }

    private static func value(_ row: GRDB.Row, _ index: Int) -> SQLValue {
        switch (row[index] as DatabaseValue).storage {
        case .null: .null
        case .int64(let number): .integer(number)
        case .double(let number): .real(number)
        case .string(let text): .text(text)
        case .blob(let data): .blob([UInt8](data))
        }
    }

    private func arguments(_ values: [SQLValue]) -> StatementArguments {
        StatementArguments(values.map(Self.bound))
    }

    private static func bound(_ value: SQLValue) -> DatabaseValue {
        switch value {
        case .null: .null
        case .integer(let number): number.databaseValue
        case .real(let number): number.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): Data(bytes).databaseValue
        }
    }
}
