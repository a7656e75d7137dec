import Foundation
package import Storage

/// The engines on which every store test runs: SQLite always, PostgreSQL when `LUECKENLOS_TEST_POSTGRES` is set.
package enum TestEngine: String, CaseIterable, Sendable {
    case sqlite, postgres

    package static var available: [TestEngine] {
        TestPostgres.address == nil ? [.sqlite] : [.sqlite, .postgres]
    }

    /// A fresh database with `migrations`, gone when nobody holds it any more.
    package func database(_ migrations: [Migration] = []) async throws -> Database {
        let all = StorageMigrations.all + migrations
        switch self {
        case .sqlite: return Database(engine: try await TestSQLite.shared.engine(all))
        case .postgres: return Database(engine: try await TestPostgres.shared.engine(all))
        }
    }
}

/// What makes two schemas the same: names and texts of their migrations.
func fingerprint(_ migrations: [Migration]) throws -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for migration in migrations {
        for text in [migration.name] + (try migration.statements(for: .sqlite))
            + (try migration.statements(for: .postgres))
        {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
    }
    return String(hash, radix: 16)
}

/// Migrated databases in memory from which every test gets a copy.
actor TestSQLite {
    static let shared = TestSQLite()
    private var templates: [String: SQLiteEngine] = [:]

    func engine(_ migrations: [Migration]) async throws -> SQLiteEngine {
        let key = try fingerprint(migrations)
        if let template = templates[key] { return try template.copyInMemory() }
        let template = try SQLiteEngine(path: nil)
        try await Database(engine: template).migrate(migrations)
        templates[key] = template
        return try template.copyInMemory()
    }
}

/// Ort einer leeren Testdatenbank: an address that can be opened, closed and opened again, by other processes too.
package struct TestPlace: Sendable {
    /// A file or `postgresql://…`.
    package let address: String
    private let drop: @Sendable () throws -> Void

    /// - Parameter folder: where SQLite's file goes, under `name`.
    package init(_ engine: TestEngine, _ folder: String, _ name: String) async throws {
        switch engine {
        case .sqlite:
            address = "\(folder)/\(name).sqlite"
            drop = {}
        case .postgres: (address, drop) = try await TestPostgres.shared.emptyDatabase()
        }
    }

    /// Drops the database on the server; a file goes with its folder.
    package func remove() async throws { try drop() }
}
