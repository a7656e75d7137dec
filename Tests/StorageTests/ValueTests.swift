import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Werte") struct ValueTests {
    /// Writes a value, reads it back.
    private func roundTrip<Value: SQLConvertible>(_ value: Value, column: SQL, _ engine: TestEngine) async throws
        -> Value?
    {
        let database = try await engine.database([things])
        return try await database.write { w in
            try w.run("INSERT INTO thing (id, \(column)) VALUES (\("x"), \(value))")
            return try w.value("SELECT \(column) FROM thing WHERE id = \("x")", as: Value.self)
        }
    }

    @Test("the smallest and largest whole numbers survive", arguments: TestEngine.available, [Int64.min, -1, 0, .max])
    func integers(engine: TestEngine, number: Int64) async throws {
        #expect(try await roundTrip(number, column: "count", engine) == number)
    }

    @Test(
        "every bit of a real number survives", arguments: TestEngine.available,
        [
            0.1, 1 / 3, .pi, .leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude, -1e-300, 1e15,
            9_007_199_254_740_994, .infinity, -.infinity,
        ])
    func reals(engine: TestEngine, number: Double) async throws {
        #expect(try await roundTrip(number, column: "amount", engine)?.bitPattern == number.bitPattern)
    }

    @Test("zero has no sign and a number that is none is refused", arguments: TestEngine.available)
    func zeroAndNaN(engine: TestEngine) async throws {
        #expect(try await roundTrip(-0.0, column: "amount", engine)?.sign == .plus)
        await #expect(throws: StorageError.self) { try await roundTrip(Double.nan, column: "amount", engine) }
    }

    @Test("many rows are written as they are given, whatever stood in the row before", arguments: TestEngine.available)
    func manyRows(engine: TestEngine) async throws {
        let note = Migration("test-004", ["CREATE TABLE note (n INTEGER NOT NULL, a TEXT, b TEXT NOT NULL)"])
        let database = try await engine.database([note])
        // From nothing over what Swift keeps in place to far more than the room for one row.
        let lengths = [0, 3, 15, 16, 17, 5_000, 1, 100_000, 2, 4_096, 0]
        let rows = (0..<400).map { row -> (Int, String?, String) in
            let text = String(repeating: "ß\(row)", count: lengths[row % lengths.count])
            return (row, row % 3 == 0 ? nil : text, row % 2 == 0 ? "" : "\(row)")
        }
        let found = try await database.write { w in
            try w.insert(
                "INSERT INTO note (n, a, b) VALUES",
                rows.lazy.map { [$0.0.sqlValue, $0.1?.sqlValue ?? .null, $0.2.sqlValue] })
            return try w.rows("SELECT n, a, b FROM note ORDER BY n") { row in
                (try row.get(0, as: Int.self), try row.optional(1, as: String.self), try row.get(2, as: String.self))
            }
        }
        #expect(found.count == 400 && zip(found, rows).allSatisfy { $0 == $1 })
        await #expect(throws: StorageError.self) {
            try await database.write { w in
                try w.insert(
                    "INSERT INTO note (n, b) VALUES", [[1.sqlValue, "gut".sqlValue], [2.sqlValue, "\0".sqlValue]])
            }
        }
        #expect(try await database.read { try $0.value("SELECT count(*) FROM note", as: Int.self) } == 400)
    }

    @Test(
        "texts of all scripts and a text of one megabyte survive", arguments: TestEngine.available,
        ["", "ä", "Größe 👩‍👧‍👦 العربية \u{1F600} e\u{301}", "'; DROP TABLE thing; --", "$1 ?1 :x"])
    func texts(engine: TestEngine, text: String) async throws {
        // No key: PostgreSQL keeps at most 8 kB in an index.
        let database = try await engine.database([Migration("test-003", ["CREATE TABLE note (content TEXT NOT NULL)"])])
        let long = String(repeating: text + "x", count: 1_000_000 / (text.utf8.count + 1))
        let found = try await database.write { w in
            try w.run("INSERT INTO note (content) VALUES (\(text)), (\(long + "!"))")
            return try w.rows("SELECT content FROM note") { try $0.get(0, as: String.self) }
        }
        #expect(found.map { Array($0.utf8) } == [text, long + "!"].map { Array($0.utf8) })
    }

    @Test("a text with NUL is refused with a sentence", arguments: TestEngine.available)
    func nulByte(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        await #expect(throws: StorageError.value("ein Text mit dem Zeichen NUL (U+0000)")) {
            try await database.write { w in try w.run("INSERT INTO thing (id) VALUES (\("a\u{0}b"))") }
        }
    }

    @Test(
        "bytes survive, the empty ones are not NULL", arguments: TestEngine.available,
        [[], [0], Array(0...255)] as [[UInt8]])
    func bytes(engine: TestEngine, bytes: [UInt8]) async throws {
        #expect(try await roundTrip(bytes, column: "data", engine) == bytes)
    }

    @Test("truth is 0 and 1 and comes back as truth", arguments: TestEngine.available)
    func booleans(engine: TestEngine) async throws {
        #expect(try await roundTrip(true, column: "isOpen", engine) == true)
        #expect(try await roundTrip(false, column: "isOpen", engine) == false)
        let database = try await engine.database([things])
        let comparison = try await database.read { r in try r.value("SELECT 2 > 1", as: Bool.self) }
        #expect(comparison == true)
    }

    @Test("NULL may stand wherever a value may", arguments: TestEngine.available)
    func null(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let none = Int?.none
        let row = try await database.write { w in
            try w.run("INSERT INTO thing (id, count, amount) VALUES (\("x"), \(none), \(Double?.none))")
            try w.run("UPDATE thing SET data = \([UInt8]?.none) WHERE \(none) IS NULL AND id = \("x")")
            return try w.row("SELECT coalesce(\(none), count, 5) AS a, count, \(String?.none) AS b FROM thing")
        }
        #expect(try row?.get("a", as: Int.self) == 5)
        #expect(try row?.optional("count", as: Int.self) == nil)
        #expect(try row?.optional("b", as: String.self) == nil)
        #expect(throws: StorageError.self) { try row?.get("count", as: Int.self) }
        #expect(throws: StorageError.self) { try row?.get("nothing", as: Int.self) }
    }

    @Test("an empty list contains nothing, a long one everything", arguments: TestEngine.available)
    func lists(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let ids = (0..<500).map { "id\($0)" }
        let (none, all) = try await database.write { w in
            for id in ids { try w.run("INSERT INTO thing (id) VALUES (\(id))") }
            return (
                try w.value("SELECT count(*) FROM thing WHERE id IN \(list: [String]())", as: Int.self),
                try w.value("SELECT count(*) FROM thing WHERE id IN \(list: ids)", as: Int.self)
            )
        }
        #expect(none == 0 && all == 500)
    }

    @Test("texts are ordered by their bytes on both engines", arguments: TestEngine.available)
    func order(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let words = ["b", "B", "ä", "a", "Ä", "ab", "a b", "a-b", "_", "Z", "z", "ß", "1", "10", "2", ""]
        let (found, largest, joined) = try await database.write { w in
            for word in words { try w.run("INSERT INTO thing (id) VALUES (\(word))") }
            return (
                try w.rows("SELECT id FROM thing ORDER BY id") { try $0.get(0, as: String.self) },
                try w.value("SELECT max(id) FROM thing WHERE id < \("a")", as: String.self),
                try w.rows("SELECT id || \("!") AS x FROM thing ORDER BY x LIMIT 3") { try $0.get(0, as: String.self) }
            )
        }
        #expect(found == words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) })
        #expect(largest == "_")
        #expect(joined == ["!", "1!", "10!"])
    }

    @Test("NULL stands where the statement says, and nothing is divided by zero", arguments: TestEngine.available)
    func nullOrder(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let (first, last, quotient) = try await database.write { w in
            try w.run("INSERT INTO thing (id, count) VALUES ('a', 1), ('b', NULL), ('c', 0)")
            return (
                try w.rows("SELECT id FROM thing ORDER BY count NULLS FIRST") { try $0.get(0, as: String.self) },
                try w.rows("SELECT id FROM thing ORDER BY count DESC NULLS LAST") { try $0.get(0, as: String.self) },
                try w.rows("SELECT 7 / nullif(count, 0) FROM thing ORDER BY id") { try $0.optional(0, as: Int.self) }
            )
        }
        #expect(first == ["b", "c", "a"])
        #expect(last == ["a", "c", "b"])
        #expect(quotient == [7, nil, nil])
    }

    @Test("sums stay whole, averages are real, division cuts", arguments: TestEngine.available)
    func aggregates(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let row = try await database.write { w in
            for number in [1, 2, 4] { try w.run("INSERT INTO thing (id, count) VALUES (\("\(number)"), \(number))") }
            return try w.row(
                "SELECT sum(count) AS s, avg(count) AS a, 7 / 2 AS d, count(*) FILTER (WHERE count > \(1)) AS f FROM thing"
            )
        }
        #expect(try row?.get("s", as: Int.self) == 7)
        #expect(try row?.get("a", as: Double.self) == 7.0 / 3)
        #expect(try row?.get("d", as: Int.self) == 3)
        #expect(try row?.get("f", as: Int.self) == 2)
    }

    @Test("a tree is walked from a bound start", arguments: TestEngine.available)
    func recursion(engine: TestEngine) async throws {
        let tree = Migration(
            "test-002-tree", ["CREATE TABLE tree (id TEXT NOT NULL PRIMARY KEY, parent TEXT REFERENCES tree (id))"])
        let database = try await engine.database([tree])
        let path = try await database.write { w in
            try w.run("INSERT INTO tree (id, parent) VALUES ('land', NULL), ('kreis', 'land'), ('stadt', 'kreis')")
            return try w.rows(
                """
                WITH RECURSIVE up (id, depth) AS (
                    SELECT \("stadt"), 0
                    UNION ALL
                    SELECT tree.parent, up.depth + 1 FROM tree JOIN up ON tree.id = up.id WHERE tree.parent IS NOT NULL
                )
                SELECT id FROM up ORDER BY depth
                """
            ) { try $0.get(0, as: String.self) }
        }
        #expect(path == ["stadt", "kreis", "land"])
    }

    @Test("upserts, returned rows and camel-case columns work alike", arguments: TestEngine.available)
    func upsert(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let row = try await database.write { w in
            for _ in 0..<2 {
                try w.run(
                    """
                    INSERT INTO thing (id, count) VALUES (\("a"), \(1))
                    ON CONFLICT (id) DO UPDATE SET count = thing.count + excluded.count
                    """)
            }
            return try w.row("UPDATE thing SET isOpen = \(true) WHERE id = \("a") RETURNING count, isOpen")
        }
        #expect(try row?.get("count", as: Int.self) == 2)
        #expect(try row?.get("isOpen", as: Bool.self) == true)
    }

    @Test("days and instants come back", arguments: TestEngine.available)
    func dates(engine: TestEngine) async throws {
        let day = try #require(Day("2028-02-29"))
        let instant = Instant(milliseconds: 1_700_000_000_123)
        let database = try await engine.database([things])
        let row = try await database.read { r in try r.row("SELECT \(day) AS d, \(instant) AS i") }
        #expect(try row?.get("d", as: Day.self) == day)
        #expect(try row?.get("i", as: Instant.self) == instant)
    }
}
