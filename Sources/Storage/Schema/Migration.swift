import Prevention

/// One numbered step of a schema, never edited after release.
///
/// DDL is written once: types `INTEGER`, `REAL`, `TEXT`, `BLOB`; each engine turns it into its own strict form
/// (see `SchemaDialect`). What the engines write differently is a `SchemaPiece` with a name.
package struct Migration: Sendable {
    package let name: String
    package let steps: [Step]

    /// Schritt: one statement for both engines, or a named piece.
    package enum Step: Sendable {
        case statement(String)
        case piece(SchemaPiece)
    }

    /// - Parameter name: room, number and what it is about: `offers-001-offer`.
    package init(_ name: String, _ statements: [String]) {
        self.init(name, steps: statements.map { .statement($0) })
    }

    package init(_ name: String, steps: [Step]) {
        self.name = name
        self.steps = steps
    }

    /// The statements for one engine, in order.
    package func statements(for kind: EngineKind) throws -> [String] {
        try steps.flatMap { step in
            switch step {
            case .statement(let text): [try SchemaDialect(kind: kind).translate(text)]
            case .piece(let piece): kind == .sqlite ? piece.sqlite : piece.postgres
            }
        }
    }
}

/// A part of a schema that each engine has in its own words: full text index, triggers.
package struct SchemaPiece: Sendable {
    package let sqlite: [String]
    package let postgres: [String]

    package init(sqlite: [String], postgres: [String]) {
        self.sqlite = sqlite
        self.postgres = postgres
    }

    /// Triggers that refuse to change or delete a row of `table`: rows can only be appended.
    ///
    /// The refusal arrives as `StorageError.constraint(_, "\(table) darf nur wachsen")`.
    package static func appendOnly(_ table: String) -> SchemaPiece {
        let message = "\(table) darf nur wachsen"
        return SchemaPiece(
            sqlite: ["UPDATE", "DELETE"].map { event in
                "CREATE TRIGGER \(table)_no_\(event.lowercased()) BEFORE \(event) ON \(table) "
                    + "BEGIN SELECT RAISE(ABORT, '\(message)'); END"
            },
            postgres: [
                """
                CREATE FUNCTION \(table)_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION '\(message)' USING ERRCODE = '23000', CONSTRAINT = '\(message)';
                END $$
                """
            ]
                + ["UPDATE", "DELETE", "TRUNCATE"].map { event in
                    "CREATE TRIGGER \(table)_no_\(event.lowercased()) BEFORE \(event) ON \(table) "
                        + "FOR EACH \(event == "TRUNCATE" ? "STATEMENT" : "ROW") EXECUTE FUNCTION \(table)_append_only()"
                })
    }
}

extension Database {
    /// Runs the migrations that have not run yet, all in one transaction, in the given order; instances that start
    /// together wait for each other.
    ///
    /// - Returns: the names of those that ran.
    @discardableResult
    package func migrate(_ migrations: [Migration]) async throws -> [String] {
        let kind = engine.kind
        return try await write { w in
            try w.run(SQL(trusted: try SchemaDialect(kind: kind).translate(Self.migrationTable)))
            var done = Set(try w.rows("SELECT name FROM migration") { try $0.get(0, as: String.self) })
            var ran: [String] = []
            for migration in migrations where !done.contains(migration.name) {
                for statement in try migration.statements(for: kind) { try w.run(SQL(trusted: statement)) }
                try w.run("INSERT INTO migration (name, position) VALUES (\(migration.name), \(done.count + 1))")
                done.insert(migration.name)
                ran.append(migration.name)
            }
            return ran
        }
    }

    /// The names of the migrations that have run, in their order; empty before the first.
    package func migrationsDone() async throws -> [String] {
        let exists = tableExists("migration")
        return try await read { r in
            guard try r.value(exists, as: Int.self) == 1 else { return [] }
            return try r.rows("SELECT name FROM migration ORDER BY position") { try $0.get(0, as: String.self) }
        }
    }

    /// The table that remembers what has run.
    static let migrationTable =
        "CREATE TABLE IF NOT EXISTS migration (name TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL)"

    func tableExists(_ name: String) -> SQL {
        .dialect(
            sqlite: "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = \(name)",
            postgres: "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = \(name)")
    }
}
