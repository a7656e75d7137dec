import Storage
import StorageTesting
import Testing

@Suite("Schema") struct SchemaTests {
    private func translate(_ text: String, _ kind: EngineKind) throws -> [String] {
        try Migration("m", [text]).statements(for: kind)
    }

    @Test("types are translated only where a type stands")
    func types() throws {
        let table = """
            CREATE TABLE IF NOT EXISTS integerList ( -- INTEGER stays here
                "text" TEXT NOT NULL DEFAULT 'INTEGER, TEXT (REAL)' CHECK ("text" <> 'it''s TEXT'),
                amount real,
                size INTEGER CHECK (CAST(size AS TEXT) <> '1'), data BLOB,
                PRIMARY KEY ("text", size)
            );
            """
        let postgres = try translate(table, .postgres)[0]
        #expect(
            postgres == """
                CREATE TABLE IF NOT EXISTS integerList ( -- INTEGER stays here
                    "text" TEXT COLLATE "C" NOT NULL DEFAULT 'INTEGER, TEXT (REAL)' CHECK ("text" <> 'it''s TEXT'),
                    amount DOUBLE PRECISION,
                    size BIGINT CHECK (CAST(size AS TEXT) <> '1'), data BYTEA,
                    PRIMARY KEY ("text", size)
                )
                """)
        #expect(try translate(table, .sqlite)[0] == table.dropLast() + " STRICT")
        #expect(
            try translate("ALTER TABLE t ADD COLUMN a TEXT", .postgres) == [
                "ALTER TABLE t ADD COLUMN a TEXT COLLATE \"C\""
            ])
        #expect(
            try translate("CREATE TABLE t (a TEXT) WITHOUT ROWID", .sqlite) == [
                "CREATE TABLE t (a TEXT) WITHOUT ROWID, STRICT"
            ])
        #expect(try translate("CREATE INDEX i ON t (a)", .sqlite) == ["CREATE INDEX i ON t (a)"])
    }

    @Test(
        "names that only one engine takes are refused on both", arguments: [EngineKind.sqlite, .postgres],
        [
            "CREATE TABLE user (a TEXT)", "CREATE TABLE t (order INTEGER)", "CREATE TABLE t (a TEXT, end TEXT)",
            "ALTER TABLE t ADD COLUMN limit INTEGER", "CREATE TABLE t (\"ageFrom\" INTEGER)",
        ])
    func reserved(kind: EngineKind, statement: String) throws {
        #expect(throws: StorageError.self) { try translate(statement, kind) }
    }

    @Test("migrations run once, in order, and a failed one leaves nothing behind", arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let database = try await engine.database([])
        let first = Migration("a-001", ["CREATE TABLE a (id TEXT NOT NULL PRIMARY KEY)"])
        let second = Migration("b-001", ["CREATE TABLE b (id TEXT NOT NULL REFERENCES a (id))"])
        let broken = Migration("c-001", ["CREATE TABLE c (id TEXT)", "CREATE TABLE a (id TEXT)"])
        #expect(try await database.migrate([first, second]) == ["a-001", "b-001"])
        #expect(try await database.migrate([first, second]) == [])
        await #expect(throws: StorageError.self) { try await database.migrate([first, second, broken]) }
        #expect(try await database.migrationsDone().suffix(2) == ["a-001", "b-001"])
        let fixed = Migration("c-001", ["CREATE TABLE c (id TEXT)"])
        #expect(try await database.migrate([first, second, fixed]) == ["c-001"])
    }

    @Test("a statement prepared before a migration works after it", arguments: TestEngine.available)
    func plansAge(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("a"))") }
        let columns: @Sendable () async throws -> Int? = {
            try await database.read { r in try r.row("SELECT * FROM thing")?.columns.names.count }
        }
        let before = try #require(try await columns())
        try await database.migrate([Migration("test-009", ["ALTER TABLE thing ADD COLUMN extra TEXT"])])
        #expect(try await columns() == before + 1)
    }
}
