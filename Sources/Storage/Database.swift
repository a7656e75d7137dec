import Prevention

/// What an engine offers inside one block: synchronous statements on one connection.
package protocol EngineConnection: AnyObject {
    var placeholder: (Int) -> String { get }
    /// Runs a query and hands each row to `body`.
    func query(_ text: String, _ values: [SQLValue], _ body: (Row) throws -> Void) throws
    /// Runs a statement and returns the number of changed rows.
    func execute(_ text: String, _ values: [SQLValue]) throws -> Int
}

/// A database behind the house: SQLite or PostgreSQL.
package protocol StorageEngine: Sendable {
    var name: String { get }
    /// Runs `block` on one connection with one consistent view; nothing may be written.
    func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// Runs `block` in one transaction; when this returns, the writes are on disk.
    func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// The DDL text of a migration in the engine's dialect (strict tables, types).
    func dialect(_ statement: String) -> String
    func close() async throws
}

/// The house's database: one SQL text, two engines.
///
/// ```swift
/// let titles = try await database.read { r in try r.rows("SELECT title FROM offer").map { try $0.get(0, as: String.self) } }
/// try await database.write { w in
///     try w.run("UPDATE offer SET title = \(title) WHERE id = \(id)")
///     try w.audit(.init(actor: actor, action: "offer.edit", object: Reference(.offer, id), at: now))
/// }
/// ```
package struct Database: Sendable {
    package let engine: any StorageEngine

    package init(engine: any StorageEngine) { self.engine = engine }

    /// One consistent view; the block runs synchronously on one connection and may run beside writes.
    package func read<T: Sendable>(_ block: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await engine.read { try block(Reader($0)) }
    }

    /// One transaction: if the block throws, nothing has happened; when this returns, everything is on disk.
    @discardableResult
    package func write<T: Sendable>(_ block: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        try await engine.write { try block(Writer($0)) }
    }
}

/// Reads inside one block.
package class Reader {
    let connection: any EngineConnection

    init(_ connection: any EngineConnection) { self.connection = connection }

    /// All rows of a query.
    package func rows(_ sql: SQL) throws -> [Row] {
        var result: [Row] = []
        try each(sql) { result.append($0) }
        return result
    }

    /// All rows of a query, each made into a value.
    package func rows<Value>(_ sql: SQL, _ make: (Row) throws -> Value) throws -> [Value] {
        var result: [Value] = []
        try each(sql) { result.append(try make($0)) }
        return result
    }

    /// The first row, if any. Add `LIMIT 1` where more could come.
    package func row(_ sql: SQL) throws -> Row? { try rows(sql).first }

    /// The first column of the first row, if there is one and it is not NULL.
    package func value<Value: SQLConvertible>(_ sql: SQL, as type: Value.Type = Value.self) throws -> Value? {
        try row(sql).flatMap { try $0.optional(0) }
    }

    /// Hands each row to `body` without keeping them.
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let (text, values) = sql.rendered(placeholder: connection.placeholder)
        try connection.query(text, values, body)
    }
}

/// Reads and writes inside one transaction.
package final class Writer: Reader {
    /// Runs a statement and returns the number of changed rows.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        let (text, values) = sql.rendered(placeholder: connection.placeholder)
        return try connection.execute(text, values)
    }
}
