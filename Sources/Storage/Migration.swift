import Prevention

/// One numbered step of a schema, never edited after release.
///
/// DDL is written once: types `INTEGER`, `REAL`, `TEXT`, `BLOB`; each engine turns it into its own strict form.
package struct Migration: Sendable {
    package let name: String
    package let statements: [String]

    /// - Parameter name: room, number and what it is about: `offers-001-offer`.
    package init(_ name: String, _ statements: [String]) {
        self.name = name
        self.statements = statements
    }
}

extension Database {
    /// Runs the migrations that have not run yet, each in a transaction, in the given order.
    ///
    /// - Returns: the names of those that ran.
    @discardableResult
    package func migrate(_ migrations: [Migration]) async throws -> [String] {
        let engine = self.engine
        return try await write { w in
            try w.run(
                SQL(
                    stringLiteral: engine.dialect(
                        "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL)")))
            var done = Set(try w.rows("SELECT name FROM migration") { try $0.get(0, as: String.self) })
            var ran: [String] = []
            for migration in migrations where !done.contains(migration.name) {
                for statement in migration.statements { try w.run(SQL(stringLiteral: engine.dialect(statement))) }
                try w.run("INSERT INTO migration (name, position) VALUES (\(migration.name), \(done.count + 1))")
                done.insert(migration.name)
                ran.append(migration.name)
            }
            return ran
        }
    }
}
