import Foundation
import GRDB
import GRDBSQLite

/// One block's connection to SQLite: GRDB's cached statements, stepped directly (GRDB's rows cost three times as much).
final class SQLiteConnection: EngineConnection {
    private let db: GRDB.Database
    /// Statements that are being read right now; a query inside the loop over the same query needs its own.
    private var busy: Set<OpaquePointer> = []

    init(_ db: GRDB.Database) { self.db = db }

    func query(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let rendered = try sql.rendered(for: .sqlite)
        do {
            let statement = try ready(rendered)
            let handle = statement.sqliteStatement
            busy.insert(handle)
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
                busy.remove(handle)
            }
            guard try step(handle) else { return }
            // Only after the first step: then the statement knows of a migration that came since it was prepared.
            let columns = Self.columns(handle)
            let width = columns.names.count
            repeat {
                let values = [SQLValue](unsafeUninitializedCapacity: width) { buffer, count in
                    for index in 0..<width { buffer.initializeElement(at: index, to: Self.value(handle, Int32(index))) }
                    count = width
                }
                try body(Row(columns: columns, values: values))
            } while try step(handle)
        } catch let error as DatabaseError { throw Self.translated(error) }
    }

    func execute(_ sql: SQL) throws -> Int {
        let rendered = try sql.rendered(for: .sqlite)
        do {
            let statement = try ready(rendered)
            let handle = statement.sqliteStatement
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            let before = sqlite3_total_changes(db.sqliteConnection)
            while try step(handle) {}
            // `changes` keeps the count of an older statement when this one changed nothing.
            return sqlite3_total_changes(db.sqliteConnection) == before ? 0 : db.changesCount
        } catch let error as DatabaseError { throw Self.translated(error) }
    }

    /// One statement for a single row, run for each: nothing is written out and prepared again.
    func insert(_ head: SQL, _ rows: some Sequence<[SQLValue]>, ending: SQL) throws {
        var rows = rows.makeIterator()
        guard var row = rows.next(), !row.isEmpty else { return }
        let width = row.count
        let (start, end) = (try head.rendered(for: .sqlite), try ending.rendered(for: .sqlite))
        let places = Array(repeating: "?", count: width).joined(separator: ", ")
        var memory = RowMemory()
        defer { memory.deallocate() }
        do {
            let statement = try db.cachedStatement(sql: "\(start.text) (\(places)) \(end.text)")
            let handle = statement.sqliteStatement
            guard start.values.isEmpty, end.values.isEmpty, Int(sqlite3_bind_parameter_count(handle)) == width else {
                throw StorageError.value("ein Wert neben denen der Zeilen")
            }
            defer {
                sqlite3_reset(handle)
                sqlite3_clear_bindings(handle)
            }
            while true {
                guard row.count == width else {
                    throw StorageError.value("eine Zeile mit \(row.count) statt \(width) Werten")
                }
                memory.prepare(for: row)
                for (index, value) in row.enumerated() {
                    let (value, place) = (try value.storable(), Int32(index + 1))
                    if case .text(let text) = value {
                        try check(memory.bind(text, to: handle, at: place))
                    } else {
                        try check(Self.bind(value, to: handle, at: place))
                    }
                }
                while try step(handle) {}
                sqlite3_reset(handle)
                guard let next = rows.next() else { break }
                row = next
            }
        } catch let error as DatabaseError { throw Self.translated(error) }
    }

    // MARK: Statements

    private func ready(_ rendered: RenderedSQL) throws -> Statement {
        var statement = try db.cachedStatement(sql: rendered.text)
        if busy.contains(statement.sqliteStatement) { statement = try db.makeStatement(sql: rendered.text) }
        for (index, value) in rendered.values.enumerated() {
            try check(Self.bind(value, to: statement.sqliteStatement, at: Int32(index + 1)))
        }
        return statement
    }

    private func step(_ handle: OpaquePointer) throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        if code == SQLITE_DONE { return false }
        throw error(code)
    }

    private func check(_ code: Int32) throws {
        if code != SQLITE_OK { throw error(code) }
    }

    private func error(_ code: Int32) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
            message: String(cString: sqlite3_errmsg(db.sqliteConnection)))
    }

    // MARK: Values

    private static func bind(_ value: SQLValue, to handle: OpaquePointer, at index: Int32) -> Int32 {
        // SQLite copies what it is given before the call returns.
        let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: return sqlite3_bind_null(handle, index)
        case .integer(let number): return sqlite3_bind_int64(handle, index, number)
        case .real(let number): return sqlite3_bind_double(handle, index, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    // An empty string may have no address, which SQLite would take for NULL.
                    guard let start = $0.baseAddress else { return sqlite3_bind_text(handle, index, "", 0, copied) }
                    return sqlite3_bind_text(handle, index, start, Int32(clamping: $0.count), copied)
                }
            }
        case .blob(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, index, 0) }
            return sqlite3_bind_blob(handle, index, bytes, Int32(clamping: bytes.count), copied)
        }
    }

    private static func columns(_ handle: OpaquePointer) -> Row.Columns {
        Row.Columns(
            (0..<sqlite3_column_count(handle)).map { sqlite3_column_name(handle, $0).map { String(cString: $0) } ?? "" }
        )
    }

    @inline(__always)
    private static func value(_ handle: OpaquePointer, _ index: Int32) -> SQLValue {
        switch sqlite3_column_type(handle, index) {
        case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, index))
        case SQLITE_FLOAT: return .real(sqlite3_column_double(handle, index))
        case SQLITE_TEXT:
            let start = sqlite3_column_text(handle, index)
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let start = sqlite3_column_blob(handle, index)
            return .blob([UInt8](UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, index)))))
        default: return .null
        }
    }

    // MARK: Errors

    /// SQLite names rules, tables and columns in its messages, never values.
    static func translated(_ error: DatabaseError) -> any Error {
        // GRDB interrupts the statements of a cancelled task.
        if error.resultCode == .SQLITE_INTERRUPT { return CancellationError() }
        return storageError(error)
    }

    private static func storageError(_ error: DatabaseError) -> StorageError {
        let message = error.message ?? "unbenannt"
        guard error.resultCode == .SQLITE_CONSTRAINT else {
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED:
                return .unavailable("Die Datenbank ist zu lange mit einem anderen Vorgang beschäftigt.")
            case .SQLITE_CANTOPEN, .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_FULL, .SQLITE_IOERR:
                return .unavailable(message)
            default: return .engine(code: "\(error.extendedResultCode.rawValue)", message: message)
            }
        }
        let rule = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? message
        switch error.extendedResultCode {
        case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID:
            return .constraint(.unique, rule)
        case .SQLITE_CONSTRAINT_FOREIGNKEY: return .constraint(.foreignKey, rule)
        case .SQLITE_CONSTRAINT_CHECK: return .constraint(.check, rule)
        case .SQLITE_CONSTRAINT_NOTNULL: return .constraint(.notNull, rule)
        case ResultCode(rawValue: 3091): return .constraint(.type, "\(rule)")  // SQLITE_CONSTRAINT_DATATYPE
        default: return .constraint(.other, rule)
        }
    }
}
