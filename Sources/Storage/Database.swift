import Synchronization

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
    private let group = WriteGroup()

    package init(engine: any StorageEngine) { self.engine = engine }

    /// One consistent view; the block runs synchronously on one connection, may run beside writes and cannot write.
    package func read<T: Sendable>(_ block: @escaping @Sendable (Reader) throws -> T) async throws -> T {
        try await engine.read { try block(Reader($0)) }
    }

    /// One transaction: if the block throws, nothing has happened; when this returns, everything is on disk.
    ///
    /// Writers run one after the other, over all instances, so a block sees what every earlier one wrote; those that wait
    /// at the same time share one flush of the disk. Keep the block free of effects outside the database: PostgreSQL may
    /// run it again after a lost connection.
    ///
    /// - Throws: `StorageError.failedBefore` if a statement failed and the block returned nevertheless.
    @discardableResult
    package func write<T: Sendable>(_ block: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        let result = WriteResult<T>()
        let member = WriteGroup.Member(
            run: { connection in result.set(.success(try Self.whole(connection, block))) },
            fail: { error in result.set(.failure(error)) })
        await group.run(member, on: engine)
        group.count()
        return try result.get()
    }

    /// How many write blocks of this value have ended; while it stands still, what was read from here is still true,
    /// other instances apart.
    package var writes: Int { group.ended }

    /// Ends all connections.
    package func close() async throws { try await engine.close() }

    /// For the job queue only: see `StorageEngine.writeBeside`.
    @discardableResult
    func writeBeside<T: Sendable>(_ block: @escaping @Sendable (Writer) throws -> T) async throws -> T {
        defer { group.count() }
        return try await engine.writeBeside { try Self.whole($0, block) }
    }

    /// Both engines forget the whole block after a failed statement; left alone, SQLite would keep the rest.
    private static func whole<T>(_ connection: any EngineConnection, _ block: (Writer) throws -> T) throws -> T {
        let writer = Writer(connection)
        let value = try block(writer)
        try writer.refuseAfterFailure()
        return value
    }
}

/// What became of one block; set last by whoever knows last.
private final class WriteResult<T: Sendable>: Sendable {
    private let result = Mutex<Result<T, any Error>?>(nil)

    func set(_ value: Result<T, any Error>) { result.withLock { $0 = value } }

    func get() throws -> T {
        guard let result = result.withLock({ $0 }) else { throw CancellationError() }
        return try result.get()
    }
}

/// Reads inside one block.
package class Reader {
    let connection: any EngineConnection
    /// The first statement that failed; PostgreSQL refuses everything after it, so SQLite does as well.
    fileprivate(set) var failure: (any Error)?

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

    /// Hands each row to `body` without keeping them (PostgreSQL holds the result in memory until the last one).
    package func each(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try refuseAfterFailure()
        var stopped: (any Error)?
        do {
            try connection.query(sql) { row in
                do { try body(row) } catch {
                    stopped = error
                    throw error
                }
            }
        } catch {
            if stopped == nil { failure = error }
            throw error
        }
    }

    func refuseAfterFailure() throws {
        if let failure { throw StorageError.failedBefore("\(failure)") }
    }
}

/// Reads and writes inside one transaction.
package final class Writer: Reader {
    private var attempts = 0

    /// Runs a statement and returns the number of changed rows.
    @discardableResult
    package func run(_ sql: SQL) throws -> Int {
        try refuseAfterFailure()
        do { return try connection.execute(sql) } catch {
            failure = error
            throw error
        }
    }

    /// Writes rows of one shape: `head` is `INSERT INTO t (…) VALUES`. A row may point at earlier ones only.
    ///
    /// Rows of a lazy sequence are made one by one, so that thousands need no memory.
    package func insert(_ head: SQL, _ rows: some Sequence<[SQLValue]>, ending: SQL = "") throws {
        try refuseAfterFailure()
        do { try connection.insert(head, rows, ending: ending) } catch {
            failure = error
            throw error
        }
    }

    /// Runs an `UPDATE … WHERE id = … AND version = …` that must change exactly one row.
    ///
    /// - Throws: `StorageError.stale` if it changed none: someone else was faster.
    package func runOnFresh(_ sql: SQL) throws {
        if try run(sql) == 0 { throw StorageError.stale }
    }

    /// Tries something that may fail without ending the whole block: if `block` throws, only its own writes are undone.
    ///
    /// ```swift
    /// do { try w.attempt { try $0.run("INSERT …") } } catch let error as StorageError where error.isDuplicate { … }
    /// ```
    @discardableResult
    package func attempt<T>(_ block: (Writer) throws -> T) throws -> T {
        try refuseAfterFailure()
        attempts += 1
        let name = "attempt\(attempts)"
        _ = try connection.execute(SQL(trusted: "SAVEPOINT \(name)"))
        do {
            let value = try block(self)
            try refuseAfterFailure()
            _ = try connection.execute(SQL(trusted: "RELEASE SAVEPOINT \(name)"))
            return value
        } catch {
            _ = try connection.execute(SQL(trusted: "ROLLBACK TO SAVEPOINT \(name)"))
            _ = try connection.execute(SQL(trusted: "RELEASE SAVEPOINT \(name)"))
            failure = nil
            throw error
        }
    }
}
