/// Where the house's database is and how much of it may be used at once.
package struct DatabaseSettings: Sendable {
    /// A file, or `postgresql://…` (setting `LUECKENLOS_DATABASE`).
    package let address: String
    /// A copy of a PostgreSQL database for read blocks (setting `LUECKENLOS_DATABASE_READ`).
    package let replica: String?
    /// PostgreSQL connections for read blocks, 1…100 (setting `LUECKENLOS_DATABASE_CONNECTIONS`).
    package let connections: Int

    package init(address: String, replica: String? = nil, connections: Int = 8) {
        self.address = address
        self.replica = replica
        self.connections = min(max(connections, 1), 100)
    }

    /// From the environment's settings; without `LUECKENLOS_DATABASE` the file `lueckenlos.sqlite` in `dataFolder`.
    ///
    /// - Throws: `StorageError.unavailable` if the number of connections is no number.
    package init(environment: [String: String], dataFolder: String) throws {
        func setting(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let connections = try setting("LUECKENLOS_DATABASE_CONNECTIONS").map { text in
            guard let number = Int(text), (1...100).contains(number) else {
                throw StorageError.unavailable("LUECKENLOS_DATABASE_CONNECTIONS muss eine Zahl von 1 bis 100 sein.")
            }
            return number
        }
        self.init(
            address: setting("LUECKENLOS_DATABASE") ?? "\(dataFolder)/lueckenlos.sqlite",
            replica: setting("LUECKENLOS_DATABASE_READ"), connections: connections ?? 8)
    }

    var isPostgres: Bool { Self.isPostgres(address) }

    static func isPostgres(_ address: String) -> Bool {
        address.hasPrefix("postgresql://") || address.hasPrefix("postgres://")
    }
}

extension Database {
    /// Opens the database the settings name: PostgreSQL for `postgresql://…`, otherwise the built-in engine's file.
    ///
    /// - Throws: `StorageError.unavailable`, for a server only when the first block runs.
    package static func open(_ settings: DatabaseSettings) throws -> Database {
        guard settings.isPostgres else { return Database(engine: try SQLiteEngine(path: settings.address)) }
        return Database(
            engine: try PostgresEngine(
                PostgresAddress(settings.address), replica: settings.replica.map { try PostgresAddress($0) },
                connections: settings.connections))
    }

    /// Opens a file or, for `postgresql://…`, a server's database.
    package static func open(_ address: String) throws -> Database { try open(DatabaseSettings(address: address)) }
}
