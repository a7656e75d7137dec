import Prevention
import Storage
import StorageTesting
import Testing

/// A table with every kind of column.
let things = Migration(
    "test-001-thing",
    [
        """
        CREATE TABLE thing (
            id TEXT NOT NULL PRIMARY KEY,
            count INTEGER CHECK (count IS NULL OR count >= -1000000000000000000 OR count < 0),
            amount REAL,
            data BLOB,
            isOpen INTEGER NOT NULL DEFAULT 0 CHECK (isOpen IN (0, 1)),
            version INTEGER NOT NULL DEFAULT 1
        )
        """,
        "CREATE TABLE part (id TEXT NOT NULL PRIMARY KEY, thing TEXT NOT NULL REFERENCES thing (id) ON DELETE RESTRICT)",
    ])

@Suite("Speicher") struct StorageTests {
    @Test("what a write block returned from can be read", arguments: TestEngine.available)
    func writeAndRead(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in
            try w.run("INSERT INTO thing (id, count) VALUES (\("ü'\";--"), \(7)), (\("x"), \(Int?.none))")
        }
        let rows = try await database.read { r in
            try r.rows("SELECT id, count FROM thing WHERE id IN \(list: ["x", "ü'\";--"]) ORDER BY count NULLS LAST") {
                (try $0.get("id", as: String.self), try $0.optional("count", as: Int.self))
            }
        }
        #expect(rows.count == 2)
        #expect(rows[0].0 == "ü'\";--" && rows[0].1 == 7)
        #expect(rows[1].1 == nil)
    }

    @Test("a block that throws leaves nothing behind", arguments: TestEngine.available)
    func rollback(engine: TestEngine) async throws {
        struct Stop: Error {}
        let database = try await engine.database([things])
        await #expect(throws: Stop.self) {
            try await database.write { w in
                try w.run("INSERT INTO thing (id) VALUES (\("a"))")
                throw Stop()
            }
        }
        #expect(try await count(database) == 0)
    }

    @Test("a failed statement that the block overlooks undoes the whole block", arguments: TestEngine.available)
    func overlooked(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        await #expect(throws: StorageError.self) {
            try await database.write { w in
                try w.run("INSERT INTO thing (id) VALUES (\("a"))")
                do { try w.run("INSERT INTO thing (id) VALUES (\("a"))") } catch is StorageError {}
            }
        }
        #expect(try await count(database) == 0)
    }

    @Test("an attempt that fails undoes only itself", arguments: TestEngine.available)
    func attempt(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in
            try w.run("INSERT INTO thing (id) VALUES (\("a"))")
            do {
                try w.attempt { w in
                    try w.run("INSERT INTO thing (id) VALUES (\("b"))")
                    try w.run("INSERT INTO thing (id) VALUES (\("a"))")
                }
                Issue.record("the double key was accepted")
            } catch let error as StorageError { #expect(error.isDuplicate) }
            try w.attempt { try $0.run("INSERT INTO thing (id) VALUES (\("c"))") }
        }
        let ids = try await database.read { r in
            try r.rows("SELECT id FROM thing ORDER BY id") { try $0.get(0, as: String.self) }
        }
        #expect(ids == ["a", "c"])
    }

    @Test(
        "a read block cannot write", arguments: TestEngine.available,
        [
            "INSERT INTO thing (id) VALUES ('x') RETURNING id", "DELETE FROM thing RETURNING id",
            "UPDATE thing SET count = 1 RETURNING id",
        ] as [SQL])
    func readOnly(engine: TestEngine, statement: SQL) async throws {
        let database = try await engine.database([things])
        try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("a"))") }
        await #expect(throws: StorageError.self) { try await database.read { r in try r.rows(statement).count } }
        #expect(try await count(database) == 1)
    }

    @Test("a read block cannot write to a file either")
    func readOnlyFile() async throws {
        try await withTemporaryFolder { folder in
            let database = try Database.open("\(folder)/neu/haus.sqlite")
            try await database.migrate([things])
            await #expect(throws: StorageError.self) {
                try await database.read { r in try r.rows("INSERT INTO thing (id) VALUES ('x') RETURNING id").count }
            }
            #expect(try await count(database) == 0)
            try await database.close()
        }
    }

    @Test("a read block sees one state although others write meanwhile", arguments: TestEngine.available)
    func oneView(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            // In memory SQLite has one connection only: the file shows what happens side by side.
            let database =
                engine == .sqlite ? try Database.open("\(folder)/haus.sqlite") : try await engine.database([things])
            try await database.migrate([things])
            let looked = Gate()
            let written = Gate()
            let counts = Task {
                try await database.read { r in
                    let before = try r.value("SELECT count(*) FROM thing", as: Int.self)
                    looked.open()
                    written.waitBlocking()
                    return [before, try r.value("SELECT count(*) FROM thing", as: Int.self)]
                }
            }
            await looked.wait()
            try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("a"))") }
            written.open()
            #expect(try await counts.value == [0, 0])
            #expect(try await count(database) == 1)
            try await database.close()
        }
    }

    @Test("foreign keys, checks, unique keys and NOT NULL are named by kind", arguments: TestEngine.available)
    func constraints(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("geheim"))") }
        let cases: [(SQL, StorageError.ConstraintKind)] = [
            ("INSERT INTO thing (id) VALUES (\("geheim"))", .unique),
            ("INSERT INTO part (id, thing) VALUES (\("p"), \("geheim-fehlt"))", .foreignKey),
            ("INSERT INTO thing (id, isOpen) VALUES (\("geheim2"), \(2))", .check),
            ("INSERT INTO thing (id) VALUES (\(String?.none))", .notNull),
            ("INSERT INTO thing (id, count) VALUES (\("geheim3"), \("geheim"))", .type),
        ]
        for (statement, kind) in cases {
            do {
                try await database.write { w in try w.run(statement) }
                Issue.record("accepted: \(kind)")
            } catch StorageError.constraint(let found, let rule) {
                #expect(found == kind)
                #expect(!rule.contains("geheim"), "a value in the message: \(rule)")
            }
        }
    }

    @Test("an update on an old version is refused as stale", arguments: TestEngine.available)
    func stale(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("a"))") }
        let edit: @Sendable (Int) async throws -> Void = { version in
            try await database.write { w in
                try w.runOnFresh(
                    "UPDATE thing SET version = version + 1 WHERE id = \("a") AND version = \(version)")
            }
        }
        try await edit(1)
        await #expect(throws: StorageError.stale) { try await edit(1) }
        try await edit(2)
    }

    @Test("writers that start together all arrive", arguments: TestEngine.available)
    func concurrentWriters(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.write { w in try w.run("INSERT INTO thing (id, count) VALUES (\("sum"), \(0))") }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    try await database.write { w in
                        let old = try w.value("SELECT count FROM thing WHERE id = \("sum")", as: Int.self) ?? 0
                        try w.run("UPDATE thing SET count = \(old + 1) WHERE id = \("sum")")
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(
            try await database.read { r in try r.value("SELECT count FROM thing WHERE id = \("sum")", as: Int.self) }
                == 40)
    }

    @Test("of writers that share a transaction a failing one undoes only itself", arguments: TestEngine.available)
    func groups(engine: TestEngine) async throws {
        struct Stop: Error {}
        let database = try await engine.database([things])
        let mayEnd = Gate()
        let began = Gate()
        // While this block holds the writer the others line up and become one group.
        let first = Task {
            try await database.write { w in
                began.open()
                mayEnd.waitBlocking()
                try w.run("INSERT INTO thing (id) VALUES ('first')")
            }
        }
        await began.wait()
        let others = (0..<30).map { number in
            Task {
                try await database.write { w in
                    try w.run("INSERT INTO thing (id) VALUES (\("id\(number)"))")
                    if number % 3 == 1 { try w.run("INSERT INTO thing (id) VALUES ('first')") }
                    if number % 3 == 2 { throw Stop() }
                    return number
                }
            }
        }
        try await Task.sleep(for: .milliseconds(50))
        others[0].cancel()
        mayEnd.open()
        try await first.value
        for (number, task) in others.enumerated() {
            switch (number % 3, await task.result) {
            case (0, .success(let value)): #expect(value == number)
            case (1, .failure(let error as StorageError)): #expect(error.isDuplicate)
            case (2, .failure(is Stop)): break
            default: Issue.record("block \(number) ended otherwise")
            }
        }
        let ids = try await database.read { r in try r.rows("SELECT id FROM thing") { try $0.get(0, as: String.self) } }
        #expect(Set(ids) == Set(["first"] + stride(from: 0, to: 30, by: 3).map { "id\($0)" }))
        #expect(ids.count == 11)
    }

    @Test("a query may run inside the loop over the same query", arguments: TestEngine.available)
    func nested(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let pairs = try await database.write { w in
            for id in ["a", "b", "c"] { try w.run("INSERT INTO thing (id) VALUES (\(id))") }
            var pairs: [String] = []
            try w.each("SELECT id FROM thing ORDER BY id") { outer in
                try w.each("SELECT id FROM thing ORDER BY id") { inner in
                    pairs.append(try outer.get(0, as: String.self) + inner.get(0, as: String.self))
                }
            }
            return pairs
        }
        #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    }

    @Test("a cancelled block writes nothing and says that it was cancelled")
    func cancelled() async throws {
        try await withTemporaryFolder { folder in
            let database = try Database.open("\(folder)/a.sqlite")
            try await database.migrate([things])
            let began = Gate()
            let task = Task {
                try await database.write { w in
                    try w.run("INSERT INTO thing (id) VALUES ('a')")
                    began.open()
                    let endless: SQL =
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
                    return try w.value(endless, as: Int.self)
                }
            }
            await began.wait()
            try await Task.sleep(for: .milliseconds(20))
            task.cancel()
            await #expect(throws: CancellationError.self) { _ = try await task.value }
            #expect(try await count(database) == 0)
            try await database.close()
        }
    }

    @Test("a closed database answers with a sentence", arguments: TestEngine.available)
    func closed(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        try await database.close()
        await #expect(throws: (any Error).self) { try await count(database) }
    }
}

func count(_ database: Database) async throws -> Int {
    try await database.read { r in try r.value("SELECT count(*) FROM thing", as: Int.self) ?? -1 }
}
