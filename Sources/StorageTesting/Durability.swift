import Foundation
package import Prevention
package import Storage

/// What a killed process must have left behind: rows, written until somebody pulls the plug, and the check of what is there.
package enum Durability {
    package static let migrations = [
        Migration(
            "probe-001",
            [
                "CREATE TABLE probeWriter (name TEXT NOT NULL PRIMARY KEY, written INTEGER NOT NULL CHECK (written > 0))",
                """
                CREATE TABLE probe (
                    id TEXT NOT NULL PRIMARY KEY,
                    writer TEXT NOT NULL REFERENCES probeWriter (name) ON DELETE RESTRICT
                )
                """,
                """
                CREATE TABLE probePart (
                    probe TEXT NOT NULL REFERENCES probe (id) ON DELETE CASCADE,
                    n INTEGER NOT NULL CHECK (n BETWEEN 1 AND 3),
                    content TEXT NOT NULL,
                    PRIMARY KEY (probe, n)
                )
                """,
            ])
    ]

    /// Four writers write blocks of several rows until cancelled; `acknowledge` gets each key after its block returned.
    ///
    /// A block that fails (the server is gone) is not acknowledged; the writer goes on with a new one.
    package static func write(
        _ database: Database, clock: Clock = .live, acknowledge: @escaping @Sendable (String) -> Void
    ) async throws {
        await withTaskGroup(of: Void.self) { group in
            for number in 1...4 {
                group.addTask {
                    while !Task.isCancelled {
                        let id = ID<Probe>()
                        do {
                            try await database.write { w in try block(w, id, writer: "writer\(number)", clock) }
                            acknowledge(id.text)
                        } catch { try? await Task.sleep(for: .milliseconds(20)) }
                    }
                }
            }
        }
    }

    private enum Probe {}

    private static func block(_ w: Writer, _ id: ID<Probe>, writer: String, _ clock: Clock) throws {
        try w.run(
            """
            INSERT INTO probeWriter (name, written) VALUES (\(writer), 1)
            ON CONFLICT (name) DO UPDATE SET written = probeWriter.written + 1
            """)
        try w.run("INSERT INTO probe (id, writer) VALUES (\(id), \(writer))")
        for n in 1...3 {
            let content = String(repeating: "\(n)", count: 500)
            try w.run("INSERT INTO probePart (probe, n, content) VALUES (\(id), \(n), \(content))")
        }
        let object = Reference(.mail, id)
        try w.audit(AuditEntry(actor: .system(writer), action: "probe.new", object: object, at: clock.now()))
    }

    /// Everything that is wrong after the kill; empty if every acknowledged block is there and every block is whole.
    package static func check(_ database: Database, acknowledged: [String]) async throws -> [String] {
        var problems = try await database.integrity(migrations: nil).map(\.text)
        let (ids, halves, counts, entries) = try await database.read { r in
            (
                Set(try r.rows("SELECT id FROM probe") { try $0.get(0, as: String.self) }),
                try r.value(
                    """
                    SELECT count(*) FROM probe
                    WHERE (SELECT count(*) FROM probePart WHERE probe = probe.id) <> 3
                        OR NOT EXISTS (SELECT 1 FROM audit WHERE objectKind = 'mail' AND objectId = probe.id)
                    """, as: Int.self),
                try r.value("SELECT coalesce(sum(written), 0) FROM probeWriter", as: Int.self),
                try r.value("SELECT count(*) FROM audit WHERE action = 'probe.new'", as: Int.self)
            )
        }
        let lost = acknowledged.filter { !ids.contains($0) }
        if !lost.isEmpty { problems.append("\(lost.count) von \(acknowledged.count) bestätigten Blöcken fehlen.") }
        if halves != 0 { problems.append("\(halves ?? -1) Blöcke sind halb geschrieben.") }
        if counts != ids.count { problems.append("\(ids.count) Blöcke, aber der Zähler sagt \(counts ?? -1).") }
        if entries != ids.count { problems.append("\(ids.count) Blöcke, aber \(entries ?? -1) Einträge im Protokoll.") }
        return problems
    }

    /// How many blocks are there, acknowledged or not.
    package static func count(_ database: Database) async throws -> Int {
        try await database.read { r in try r.value("SELECT count(*) FROM probe", as: Int.self) ?? 0 }
    }
}
