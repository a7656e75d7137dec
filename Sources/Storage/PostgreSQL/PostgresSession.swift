import CPostgres

/// One open connection with its prepared statements. Used by one `PostgresConnection` only, on its thread.
final class PostgresSession: EngineConnection {
    private let connection: OpaquePointer
    private var prepared: [StatementKey: Prepared] = [:]
    private var uses = 0
    /// What went wrong last in this transaction; decides whether the block may run again.
    private(set) var lastFailure: PostgresFailure?

    private struct StatementKey: Hashable {
        let text: String
        let types: [Oid]
    }

    private final class Prepared {
        let name: String
        var lastUse = 0
        var layout: PostgresLayout?

        init(name: String) { self.name = name }
    }

    init(_ address: PostgresAddress) throws {
        connection = try address.connect()
        // A statement that waits for another instance's write gives up, as SQLite's busy timeout does.
        try command(
            "SET TimeZone = 'UTC'; SET lock_timeout = '30s'; SET bytea_output = 'hex'; SET synchronous_commit = on")
    }

    deinit { PQfinish(connection) }

    var isLost: Bool { PQstatus(connection) == CONNECTION_BAD }
    var isInTransaction: Bool { PQtransactionStatus(connection) != PQTRANS_IDLE }

    // MARK: Transactions

    func begin(_ text: String) throws {
        lastFailure = nil
        try command(text)
    }

    /// - Throws: if the server undid the transaction instead, which COMMIT reports only by its tag.
    func commit() throws {
        guard let result = PQexec(connection, "COMMIT") else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result) }
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
            throw StorageError.failedBefore("Der Server hat die Änderungen zurückgenommen.")
        }
    }

    /// Ends a transaction that only read without waiting for the answer, which the next statement fetches first.
    func finishReading() {
        if PQsendQuery(connection, "COMMIT") == 1 { PQflush(connection) } else { rollback() }
    }

    func rollback() {
        guard isInTransaction, !isLost else { return }
        PQclear(PQexec(connection, "ROLLBACK"))
    }

    /// Statements without values, several divided by semicolons.
    func command(_ text: String) throws {
        guard let result = PQexec(connection, text) else { throw lost() }
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw failure(result) }
    }

    // MARK: Statements

    func query(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        let (result, layout) = try run(sql)
        defer { PQclear(result) }
        for row in 0..<PQntuples(result) { try body(layout.row(result, row)) }
    }

    func execute(_ sql: SQL) throws -> Int {
        let (result, _) = try run(sql)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    private func run(_ sql: SQL) throws -> (result: OpaquePointer, layout: PostgresLayout) {
        let rendered = try sql.rendered(for: .postgres)
        let values = PostgresValues(rendered.values)
        guard Self.isWorthPreparing(rendered.text) else {
            // A changed schema makes older plans wrong.
            if !rendered.text.contains("SAVEPOINT") { try forgetPrepared() }
            let result = values.withPointers { PQexecParams(connection, rendered.text, $0, $1, $2, $3, $4, 0) }
            return try checked(result) { PostgresLayout($0) }
        }
        let statement = try prepare(rendered.text, values.types)
        let result = values.withPointers { PQexecPrepared(connection, statement.name, $0, $2, $3, $4, 0) }
        return try checked(result) { result in
            if let layout = statement.layout { return layout }
            let layout = PostgresLayout(result)
            statement.layout = layout
            return layout
        }
    }

    private func checked(
        _ result: OpaquePointer?, _ layout: (OpaquePointer) -> PostgresLayout
    ) throws -> (result: OpaquePointer, layout: PostgresLayout) {
        guard let result else { throw lost() }
        switch PQresultStatus(result) {
        case PGRES_TUPLES_OK, PGRES_COMMAND_OK: return (result, layout(result))
        default:
            defer { PQclear(result) }
            throw failure(result)
        }
    }

    private static func isWorthPreparing(_ text: String) -> Bool {
        let start = text.drop { $0.isWhitespace || $0 == "(" }.prefix(6).uppercased()
        return ["SELECT", "INSERT", "UPDATE", "DELETE", "VALUES"].contains(start) || start.hasPrefix("WITH")
    }

    // MARK: Prepared statements

    /// More than the statements of the whole house; lists of different lengths must not fill the server's memory.
    private static let preparedLimit = 300

    private func prepare(_ text: String, _ types: [Oid]) throws -> Prepared {
        uses += 1
        let key = StatementKey(text: text, types: types)
        if let known = prepared[key] {
            known.lastUse = uses
            return known
        }
        if prepared.count >= Self.preparedLimit { try forgetOldest() }
        let statement = Prepared(name: "s\(uses)")
        statement.lastUse = uses
        guard let result = PQprepare(connection, statement.name, text, Int32(types.count), types) else { throw lost() }
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failure(result) }
        prepared[key] = statement
        return statement
    }

    private func forgetOldest() throws {
        guard let oldest = prepared.min(by: { $0.value.lastUse < $1.value.lastUse }) else { return }
        try command("DEALLOCATE \(oldest.value.name)")
        prepared[oldest.key] = nil
    }

    func forgetPrepared() throws {
        guard !prepared.isEmpty else { return }
        try command("DEALLOCATE ALL")
        prepared = [:]
    }

    // MARK: Failures

    private func failure(_ result: OpaquePointer) -> StorageError {
        let failure = PostgresFailure(result, connection)
        lastFailure = failure
        return failure.error
    }

    private func lost() -> StorageError {
        let failure = PostgresFailure(nil, connection)
        lastFailure = failure
        return failure.error
    }
}
