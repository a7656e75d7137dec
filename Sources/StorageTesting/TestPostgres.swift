import Foundation
import Storage
import Synchronization

/// Databases of a test server: each test gets a copy of a migrated template database.
actor TestPostgres {
    static let address = ProcessInfo.processInfo.environment["LUECKENLOS_TEST_POSTGRES"].flatMap {
        $0.isEmpty ? nil : $0
    }
    static let shared = TestPostgres()

    private var count = 0
    private var hasSwept = false
    private let prefix = "test_\(ProcessInfo.processInfo.processIdentifier)_"

    func engine(_ migrations: [Migration]) async throws -> some StorageEngine {
        guard let text = Self.address else { throw StorageError.unavailable("LUECKENLOS_TEST_POSTGRES fehlt.") }
        let address = try PostgresAddress(text)
        let server = PostgresServer(address)
        if !hasSwept {
            hasSwept = true
            try sweep(server)
        }
        let template = "template_\(try fingerprint(migrations))"
        try await makeTemplate(template, migrations, server, address)
        await Places.shared.take()
        count += 1
        let name = "\(prefix)\(count)"
        try server.run("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY FILE_COPY")
        return TemporaryPostgres(server: server, name: name, address: address.with(database: name))
    }

    /// A database without tables, and what drops it again.
    func emptyDatabase() throws -> (address: String, drop: @Sendable () throws -> Void) {
        guard let text = Self.address else { throw StorageError.unavailable("LUECKENLOS_TEST_POSTGRES fehlt.") }
        let server = PostgresServer(try PostgresAddress(text))
        count += 1
        let name = "\(prefix)\(count)"
        try server.run("CREATE DATABASE \(name) TEMPLATE template0 STRATEGY FILE_COPY")
        let address = try PostgresAddress(text).with(database: name).url
        return (address, { try server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") })
    }

    /// Drops what test runs left behind whose process is gone.
    private func sweep(_ server: PostgresServer) throws {
        for name in try server.values("SELECT CAST(datname AS TEXT) FROM pg_database WHERE datname LIKE 'test\\_%'") {
            let parts = name.split(separator: "_")
            guard parts.count == 3, let process = Int32(parts[1]), kill(process, 0) != 0 else { continue }
            try? server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
        }
    }

    /// Other test processes make the same template: built under another name, then renamed.
    private func makeTemplate(
        _ template: String, _ migrations: [Migration], _ server: PostgresServer, _ address: PostgresAddress
    ) async throws {
        let known = "SELECT CAST(datname AS TEXT) FROM pg_database WHERE datname = '\(template)'"
        guard try server.values(known).isEmpty else { return }
        count += 1
        let draft = "\(prefix)\(count)"
        try server.run("CREATE DATABASE \(draft) TEMPLATE template0")
        let engine = PostgresEngine(address.with(database: draft), connections: 1)
        try await Database(engine: engine).migrate(migrations)
        try await engine.close()
        do { try server.run("ALTER DATABASE \(draft) RENAME TO \(template)") } catch {
            try server.run("DROP DATABASE \(draft) WITH (FORCE)")
            guard try !server.values(known).isEmpty else { throw error }
        }
    }
}

/// A limit on the databases that live at once, so that the server's connections suffice.
private final class Places: Sendable {
    static let shared = Places()
    private struct State {
        var free = 24
        var waiting: [CheckedContinuation<Void, Never>] = []
    }
    private let state = Mutex(State())

    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func giveBack() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}

/// An engine whose database goes with it.
final class TemporaryPostgres: StorageEngine {
    let kind = EngineKind.postgres
    private let engine: PostgresEngine
    private let server: PostgresServer
    private let name: String

    init(server: PostgresServer, name: String, address: PostgresAddress) {
        engine = PostgresEngine(address, connections: 2)
        self.server = server
        self.name = name
    }

    deinit {
        let (server, name) = (server, name)
        Task {
            try? server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)")
            Places.shared.giveBack()
        }
    }

    func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await engine.read(block)
    }

    func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await engine.write(block)
    }

    func writeBeside<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await engine.writeBeside(block)
    }

    func writeCopy(to path: String) async throws { try await engine.writeCopy(to: path) }

    func close() async throws { try await engine.close() }
}
