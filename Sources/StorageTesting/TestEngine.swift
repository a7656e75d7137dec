package import Storage

/// The engines on which every store test runs: SQLite always, PostgreSQL when `LUECKENLOS_TEST_POSTGRES` is set.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite

    package static var available: [TestEngine] { [.sqlite] }

    /// A fresh database with `migrations`.
    package func database(_ migrations: [Migration]) async throws -> Database {
        let database = Database(engine: try SQLiteEngine(path: nil))
        try await database.migrate(StorageMigrations.all + migrations)
        return database
    }
}
