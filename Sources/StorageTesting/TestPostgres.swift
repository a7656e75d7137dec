import Foundation
import Storage
import Synchronization

/// Databases of a test server. The first test with a schema gets a copy of a migrated template; when a test is over its
/// database is emptied and handed to the next one with the same schema, because making a database flushes the disk.
actor TestPostgres {
    static let address = ProcessInfo.processInfo.environment["LUECKENLOS_TEST_POSTGRES"].flatMap {
        $0.isEmpty ? nil : $0
    }
    static let shared = TestPostgres()

    /// A database while no test uses it.
    struct Idle: Sendable {
        let schema: String
        let name: String
        let address: PostgresAddress
        let engine: PostgresEngine
        /// What its catalogue looked like before the first test.
        let signature: [String]
    }

    private var idle: [Idle] = []
    private var count = 0
    private var hasSwept = false
    private let prefix = "test_\(ProcessInfo.processInfo.processIdentifier)_"
    private static let idleLimit = 16

    func engine(_ migrations: [Migration]) async throws -> some StorageEngine {
        await Places.shared.take()
        do {
            let schema = try fingerprint(migrations)
            if let place = idle.lastIndex(where: { $0.schema == schema }) {
                return TemporaryPostgres(idle.remove(at: place))
            }
            return TemporaryPostgres(try await make(schema, migrations))
        } catch {
            Places.shared.giveBack()
            throw error
        }
    }

    private func server() throws -> (PostgresServer, PostgresAddress) {
        guard let text = Self.address else { throw StorageError.unavailable("LUECKENLOS_TEST_POSTGRES fehlt.") }
        let address = try PostgresAddress(text)
        let server = PostgresServer(address)
        if !hasSwept {
            hasSwept = true
            try sweep(server)
        }
        return (server, address)
    }

    private func make(_ schema: String, _ migrations: [Migration]) async throws -> Idle {
        let (server, address) = try server()
        let template = "template_\(schema)"
        try await makeTemplate(template, migrations, server, address)
        count += 1
        let name = "\(prefix)\(count)"
        try server.run("CREATE DATABASE \(name) TEMPLATE \(template) STRATEGY FILE_COPY")
        let own = address.with(database: name)
        return Idle(
            schema: schema, name: name, address: own, engine: PostgresEngine(own, connections: 2),
            signature: try PostgresServer(own).values(Self.signature))
    }

    /// After a test: empties the database and keeps it, or drops it if the test changed the schema or closed it.
    func giveBack(_ used: Idle, isClosed: Bool) async {
        let isClean = !isClosed && (try? clean(used)) == true
        if isClean { idle.append(used) }
        if !isClean || idle.count > Self.idleLimit {
            let dropped = isClean ? idle.removeFirst() : used
            try? await dropped.engine.close()
            try? server().0.run("DROP DATABASE IF EXISTS \(dropped.name) WITH (FORCE)")
        }
        Places.shared.giveBack()
    }

    private func clean(_ used: Idle) throws -> Bool {
        let server = PostgresServer(used.address)
        guard try server.values(Self.signature) == used.signature else { return false }
        try server.run(
            """
            SET session_replication_role = replica;
            DO $$
            DECLARE found text; filled boolean;
            BEGIN
                FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' LOOP
                    EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I)', found) INTO filled;
                    IF filled THEN EXECUTE format('DELETE FROM public.%I', found); END IF;
                END LOOP;
            END $$
            """)
        return true
    }

    /// Changes with every statement of DDL and every migration.
    private static let signature = """
        SELECT CAST(sum(number) AS TEXT) || ' ' || CAST(count(*) AS TEXT) FROM (
            SELECT CAST(oid AS BIGINT) AS number FROM pg_class UNION ALL SELECT CAST(oid AS BIGINT) FROM pg_trigger
            UNION ALL SELECT CAST(oid AS BIGINT) FROM pg_constraint UNION ALL SELECT CAST(oid AS BIGINT) FROM pg_proc
            UNION ALL SELECT attnum FROM pg_attribute UNION ALL SELECT position FROM migration
        ) AS catalogue
        """

    /// A database without tables, and what drops it again.
    func emptyDatabase() throws -> (address: String, drop: @Sendable () throws -> Void) {
        let (server, address) = try server()
        count += 1
        let name = "\(prefix)\(count)"
        try server.run("CREATE DATABASE \(name) TEMPLATE template0 STRATEGY FILE_COPY")
        return (address.with(database: name).url, { try server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") })
    }

    /// Drops what test runs left behind whose process is gone.
    private func sweep(_ server: PostgresServer) throws {
        for name in try server.values("SELECT CAST(datname AS TEXT) FROM pg_database WHERE datname LIKE 'test\\_%'") {
            let parts = name.split(separator: "_")
            guard parts.count == 3, let process = Int32(parts[1]), kill(process, 0) != 0 else { continue }
            Task { try? server.run("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
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
        try server.run("CREATE DATABASE \(draft) TEMPLATE template0 STRATEGY FILE_COPY")
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
        var free = 16
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

/// An engine whose database goes back when nobody holds it any more.
final class TemporaryPostgres: StorageEngine {
    let kind = EngineKind.postgres
    private let place: TestPostgres.Idle
    private let isClosed = Mutex(false)

    init(_ place: TestPostgres.Idle) { self.place = place }

    deinit {
        let (place, isClosed) = (place, isClosed.withLock { $0 })
        Task { await TestPostgres.shared.giveBack(place, isClosed: isClosed) }
    }

    func read<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await place.engine.read(block)
    }

    func write<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await place.engine.write(block)
    }

    func writeBeside<T: Sendable>(_ block: @escaping @Sendable (any EngineConnection) throws -> T) async throws -> T {
        try await place.engine.writeBeside(block)
    }

    func writeCopy(to path: String) async throws { try await place.engine.writeCopy(to: path) }

    func close() async throws {
        isClosed.withLock { $0 = true }
        try await place.engine.close()
    }
}
