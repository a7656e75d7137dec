import Foundation
import Prevention
import Storage
import StorageTesting
import Synchronization
import Testing

@Suite("Mehrere Instanzen") struct InstanceTests {
    @Test("two instances that write at once keep one chain and lose no count", arguments: TestEngine.available)
    func twoInstances(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "haus")
            let first = try Database.open(place.address)
            let second = try Database.open(place.address)
            // Both start together, as two services of one machine do.
            async let one = first.migrate(StorageMigrations.all + [things])
            async let two = second.migrate(StorageMigrations.all + [things])
            let ran = try await one + two
            #expect(ran.sorted() == (StorageMigrations.all + [things]).map(\.name).sorted())

            let at = Instant(milliseconds: 1_790_000_000_000)
            try await first.write { w in try w.run("INSERT INTO thing (id, count) VALUES ('sum', 0)") }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<40 {
                    let instance = number.isMultiple(of: 2) ? first : second
                    group.addTask {
                        try await instance.write { w in
                            let old = try w.value("SELECT count FROM thing WHERE id = 'sum'", as: Int.self) ?? 0
                            try w.run("UPDATE thing SET count = \(old + 1) WHERE id = 'sum'")
                            let object = Reference(.offer, "\(number)")
                            try w.audit(
                                AuditEntry(actor: .system("test"), action: "offer.edit", object: object, at: at))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await second.read { r in try r.value("SELECT count FROM thing", as: Int.self) } == 40)
            #expect(try await AuditLog.verify(second) == .ok(try await AuditLog.head(first)))
            #expect(try await AuditLog.head(first).n == 40)
            try await first.close()
            try await second.close()
            try await place.remove()
        }
    }
}

@Suite("Verbindung zu PostgreSQL", .enabled(if: TestEngine.available.contains(.postgres)))
struct ConnectionTests {
    private func withPlace(_ body: (Database, PostgresServer) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(.postgres, folder, "haus")
            let database = try Database.open(DatabaseSettings(address: place.address, connections: 3))
            try await database.migrate(StorageMigrations.all + [things])
            try await body(database, PostgresServer(try PostgresAddress(place.address)))
            try await database.close()
            try await place.remove()
        }
    }

    private static let endAllOthers =
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"

    @Test("connections that the server ended are opened again")
    func reconnect() async throws {
        try await withPlace { database, server in
            #expect(try await count(database) == 0)
            try server.run(Self.endAllOthers)
            #expect(try await count(database) == 0)
            try server.run(Self.endAllOthers)
            try await database.write { w in try w.run("INSERT INTO thing (id) VALUES ('a')") }
            #expect(try await count(database) == 1)
        }
    }

    @Test("a block whose connection is lost halfway runs again and counts once")
    func lostHalfway() async throws {
        try await withPlace { database, server in
            let runs = Mutex(0)
            try await database.write { w in
                try w.run("INSERT INTO thing (id) VALUES ('a')")
                let isFirst = runs.withLock { count in
                    count += 1
                    return count == 1
                }
                if isFirst { try server.run(Self.endAllOthers) }
                try w.run("UPDATE thing SET count = 1")
            }
            #expect(runs.withLock { $0 } == 2)
            #expect(try await count(database) == 1)
        }
    }

    @Test("a connection that is lost at every attempt ends in a sentence")
    func lostAlways() async throws {
        try await withPlace { database, server in
            do {
                try await database.write { w in
                    try server.run(Self.endAllOthers)
                    try w.run("INSERT INTO thing (id) VALUES ('a')")
                }
                Issue.record("written without a connection")
            } catch StorageError.unavailable {}
            #expect(try await count(database) == 0)
        }
    }

    @Test("a block that collides with a change from outside runs again on the new state")
    func serialization() async throws {
        try await withPlace { database, server in
            try await database.write { w in try w.run("INSERT INTO thing (id, count) VALUES ('a', 0)") }
            let runs = Mutex(0)
            try await database.write { w in
                let old = try w.value("SELECT count FROM thing WHERE id = 'a'", as: Int.self) ?? -1
                let isFirst = runs.withLock { count in
                    count += 1
                    return count == 1
                }
                if isFirst { try server.run("UPDATE thing SET count = 10 WHERE id = 'a'") }
                try w.run("UPDATE thing SET count = \(old + 1) WHERE id = 'a'")
            }
            #expect(runs.withLock { $0 } == 2)
            #expect(try await database.read { r in try r.value("SELECT count FROM thing", as: Int.self) } == 11)
        }
    }

    @Test("reads go on while one block writes for long and others wait to write")
    func readersAreFree() async throws {
        try await withPlace { database, _ in
            let (began, mayEnd) = (Gate(), Gate())
            let long = Task {
                try await database.write { w in
                    try w.run("INSERT INTO thing (id) VALUES ('long')")
                    began.open()
                    mayEnd.waitBlocking()
                }
            }
            await began.wait()
            let waiting = (0..<20).map { number in
                Task { try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("id\(number)"))") } }
            }
            for _ in 0..<20 { #expect(try await count(database) == 0) }
            mayEnd.open()
            _ = try await long.value
            for task in waiting { _ = try await task.value }
            #expect(try await count(database) == 21)
        }
    }

    @Test("read blocks go to the replica, write blocks to the database itself")
    func replica() async throws {
        try await withTemporaryFolder { folder in
            let (main, copy) = (
                try await TestPlace(.postgres, folder, "a"), try await TestPlace(.postgres, folder, "b")
            )
            for place in [main, copy] {
                let database = try Database.open(place.address)
                try await database.migrate([things])
                try await database.close()
            }
            let database = try Database.open(DatabaseSettings(address: main.address, replica: copy.address))
            try await database.write { w in try w.run("INSERT INTO thing (id) VALUES ('a')") }
            #expect(try await count(database) == 0)
            #expect(try await database.write { w in try w.value("SELECT count(*) FROM thing", as: Int.self) } == 1)
            try await database.close()
            try await main.remove()
            try await copy.remove()
        }
    }

    @Test("more statements than a connection keeps prepared all work")
    func manyStatements() async throws {
        try await withPlace { database, _ in
            let sums = try await database.read { r in
                try (1...700).map { length in
                    try r.value(
                        "SELECT count(*) FROM thing WHERE id IN \(list: Array(repeating: "x", count: length))",
                        as: Int.self)
                }
            }
            #expect(sums.allSatisfy { $0 == 0 })
        }
    }
}
