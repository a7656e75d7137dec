/// Befund: something that is not as it should be, in a German sentence for the operator.
package struct IntegrityFinding: Equatable, Sendable {
    /// Was geprüft wurde.
    package enum Part: String, Sendable, CaseIterable {
        case file, migrations, foreignKeys, audit
    }

    package let part: Part
    package let text: String
}

extension Database {
    /// Checks the whole database: the file itself, migrations, foreign keys, audit chain. Empty if all is well.
    ///
    /// - Parameters:
    ///   - migrations: those this program knows; `nil` leaves them unchecked (a backup may be older).
    ///   - head: of the audit log, noted earlier.
    package func integrity(
        migrations: [Migration]? = StorageMigrations.all, expecting head: AuditHead? = nil
    ) async throws -> [IntegrityFinding] {
        let done = Set(try await migrationsDone())
        let hasAudit = tableExists("audit")
        let schema = Self.schemaFindings(done: done, known: migrations)
        return try await read { r in
            var findings = try r.fileFindings()
            findings += schema
            findings += try r.foreignKeyFindings()
            guard try r.value(hasAudit, as: Int.self) == 1 else {
                return findings + [IntegrityFinding(part: .audit, text: "Das Protokoll fehlt ganz.")]
            }
            if case .broken(let n, let why) = try AuditLog.verify(r, expecting: head) {
                findings.append(IntegrityFinding(part: .audit, text: "Protokoll, Eintrag \(n): \(why)"))
            }
            return findings
        }
    }

    private static func schemaFindings(done: Set<String>, known: [Migration]?) -> [IntegrityFinding] {
        guard let known else { return [] }
        let names = Set(known.map(\.name))
        let missing = known.map(\.name).filter { !done.contains($0) }.map {
            "Der Schritt \($0) des Datenbank-Aufbaus fehlt; bitte „lueckenlos migrate“ aufrufen."
        }
        let unknown = done.subtracting(names).sorted().map {
            "Der Schritt \($0) des Datenbank-Aufbaus ist unbekannt; die Datenbank stammt von einer neueren Fassung."
        }
        return (missing + unknown).map { IntegrityFinding(part: .migrations, text: $0) }
    }
}

extension Reader {
    /// SQLite checks its file page by page; PostgreSQL checks pages while it reads them and has nothing to ask.
    fileprivate func fileFindings() throws -> [IntegrityFinding] {
        let lines = try rows(.dialect(sqlite: "PRAGMA integrity_check", postgres: "SELECT 'ok'")) {
            try $0.get(0, as: String.self)
        }
        return lines.filter { $0 != "ok" }.map {
            IntegrityFinding(part: .file, text: "Die Datei ist beschädigt: \($0)")
        }
    }

    /// SQLite enforces foreign keys per connection, so another program may have broken them; PostgreSQL always does,
    /// except for rules that were added without looking at the rows.
    fileprivate func foreignKeyFindings() throws -> [IntegrityFinding] {
        let broken: SQL = .dialect(
            sqlite: """
                SELECT "table" || ' → ' || parent, count(*) FROM pragma_foreign_key_check
                GROUP BY "table", parent ORDER BY "table", parent
                """,
            postgres: """
                SELECT CAST(conname AS TEXT), 0 FROM pg_constraint
                WHERE NOT convalidated AND connamespace = CAST(current_schema() AS regnamespace) ORDER BY 1
                """)
        return try rows(broken) { row in
            let name = try row.get(0, as: String.self)
            let count = try row.get(1, as: Int.self)
            return IntegrityFinding(
                part: .foreignKeys,
                text: count > 0
                    ? "\(name): \(count) Verweise zeigen ins Leere." : "Die Regel \(name) wurde nie geprüft.")
        }
    }
}
