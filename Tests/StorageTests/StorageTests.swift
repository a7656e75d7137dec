import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Speicher") struct StorageTests {
    @Test("what a write block returned from can be read", arguments: TestEngine.available)
    func writeAndRead(engine: TestEngine) async throws {
        let database = try await engine.database([Migration("test-001", ["CREATE TABLE t (a TEXT NOT NULL, b INTEGER)"])])
        try await database.write { w in
            try w.run("INSERT INTO t (a, b) VALUES (\("ü'\";--"), \(7)), (\("x"), \(Int?.none))")
        }
        let rows = try await database.read { r in
            try r.rows("SELECT a, b FROM t WHERE a IN \(list: ["x", "ü'\";--"]) ORDER BY b NULLS LAST") {
                (try $0.get("a", as: String.self), try $0.optional("b", as: Int.self))
            }
        }
        #expect(rows.count == 2)
        #expect(rows[0].0 == "ü'\";--" && rows[0].1 == 7)
        #expect(rows[1].1 == nil)
    }
}
