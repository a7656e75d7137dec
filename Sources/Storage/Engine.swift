/// What an engine offers inside one block: synchronous statements on one connection.
package protocol EngineConnection: AnyObject {
    /// Runs a query and hands each row to `body`.
    func query(_ sql: SQL, _ body: (Row) throws -> Void) throws
    /// Runs a statement and returns the number of changed rows.
    func execute(_ sql: SQL) throws -> Int
    /// Writes rows of one shape in their order, each made when its turn comes.
    func insert(_ head: SQL, _ rows: some Sequence<[SQLValue]>, ending: SQL) throws
}

extension EngineConnection {
    /// Many rows with one statement, so that a server is asked seldom.
    package func insert(_ head: SQL, _ rows: some Sequence<[SQLValue]>, ending: SQL) throws {
        var part: [SQL] = []
        for row in rows where !row.isEmpty {
            part.append("\(values: row)")
            if (part.count + 1) * row.count > 900 {
                _ = try execute("\(head) \(part.joined(", ")) \(ending)")
                part = []
            }
        }
        if !part.isEmpty { _ = try execute("\(head) \(part.joined(", ")) \(ending)") }
    }
}

/// A database behind the house: SQLite or PostgreSQL.
package protocol StorageEngine: Sendable {
    var kind: EngineKind { get }
    /// Runs `block` on one connection with one consistent view; nothing may be written.
    ///
    /// PostgreSQL may run the block again on a new connection when the first one was lost.
    func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// Runs `block` in one transaction, one after the other over all instances; when this returns, the writes are on disk.
    ///
    /// PostgreSQL may run the block again if the first attempt has certainly left nothing behind.
    func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// A short transaction beside the writers, for the job queue: PostgreSQL runs it in parallel, SQLite as a write.
    func writeBeside<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T
    /// Writes a complete copy of one consistent state to the file at `path`, while others read and write.
    func writeCopy(to path: String) async throws
    /// Ends all connections; afterwards every block throws.
    func close() async throws
}
