/// The engine for several instances: PostgreSQL through libpq, one thread per connection.
///
/// As with SQLite there are many readers beside one writer: a write takes a lock that is its own from instance to
/// instance, so blocks behave the same on both engines and the audit chain stays linear.
package struct PostgresEngine: StorageEngine {
    package let kind = EngineKind.postgres
    package let address: PostgresAddress
    private let readers: PostgresPool
    private let writer: PostgresPool
    private let beside: PostgresPool

    /// - Parameters:
    ///   - replica: a copy of the database for read blocks; it may lag behind by its replication delay.
    ///   - connections: how many read blocks run at once; two more connections write.
    /// - Throws: nothing yet if the server cannot be reached: connections open when they are needed.
    package init(_ address: PostgresAddress, replica: PostgresAddress? = nil, connections: Int = 8) {
        self.address = address
        readers = PostgresPool(replica ?? address, .read, count: max(1, connections))
        writer = PostgresPool(address, .write, count: 1)
        beside = PostgresPool(address, .beside, count: 1)
    }

    package func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await readers.run(block)
    }

    package func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await writer.run(block)
    }

    package func writeBeside<T: Sendable>(
        _ block: @escaping @Sendable (any EngineConnection) throws -> T
    ) async throws -> T {
        try await beside.run(block)
    }

    package func writeCopy(to path: String) async throws { try await PostgresBackup.dump(address, to: path) }

    package func close() async throws {
        await readers.close()
        await writer.close()
        await beside.close()
    }
}

/// Statements outside any transaction, for the operator's commands: databases made and dropped.
package struct PostgresServer: Sendable {
    let address: PostgresAddress

    package init(_ address: PostgresAddress) { self.address = address }

    /// Runs one statement; blocks the calling thread. `statement` comes from the program, never from a visitor.
    package func run(_ statement: String) throws {
        let session = try PostgresSession(address)
        try session.command(statement)
    }

    /// The first column of each row.
    package func values(_ statement: String) throws -> [String] {
        let session = try PostgresSession(address)
        var result: [String] = []
        try session.query(SQL(trusted: statement)) { result.append(try $0.get(0)) }
        return result
    }
}
