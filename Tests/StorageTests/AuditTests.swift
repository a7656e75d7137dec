import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Protokoll") struct AuditTests {
    private let at = Instant(milliseconds: 1_790_000_000_000)

    private func entry(_ number: Int) -> AuditEntry {
        AuditEntry(
            actor: .system("test"), action: "offer.edit", object: Reference(.offer, "id\(number)"), at: at,
            reason: "Grund \(number)\tmit\n\\Zeichen")
    }

    private func fill(_ database: Database, _ numbers: ClosedRange<Int>) async throws {
        try await database.write { w in for number in numbers { try w.audit(entry(number)) } }
    }

    /// Does what the house cannot: changes the log behind the triggers' back.
    private func tamper(_ database: Database, _ statements: [SQL]) async throws {
        try await database.write { w in
            for event in ["update", "delete"] {
                try w.run(
                    event == "update"
                        ? .dialect(
                            sqlite: "DROP TRIGGER audit_no_update", postgres: "DROP TRIGGER audit_no_update ON audit")
                        : .dialect(
                            sqlite: "DROP TRIGGER audit_no_delete", postgres: "DROP TRIGGER audit_no_delete ON audit"))
            }
            for statement in statements { try w.run(statement) }
        }
    }

    @Test("an untouched log is whole, also an empty one and one of several pages", arguments: TestEngine.available)
    func whole(engine: TestEngine) async throws {
        let database = try await engine.database()
        guard case .ok(let empty) = try await AuditLog.verify(database) else {
            Issue.record("the empty log is not whole")
            return
        }
        #expect(empty.n == 0)
        try await fill(database, 1...1_500)
        let head = try await AuditLog.head(database)
        #expect(head.n == 1_500)
        #expect(try await AuditLog.verify(database, expecting: empty) == .ok(head))
        #expect(try await AuditLog.verify(database, expecting: head) == .ok(head))
    }

    @Test("both engines write the same chain", arguments: TestEngine.available)
    func sameChain(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await fill(database, 1...2)
        // Computed independently (Python's hashlib) over the canonical form.
        #expect(try await AuditLog.head(database).hash == Self.secondHash)
    }

    static let secondHash = "e37a92745c31367d3011f3f16f210882ade43ab734de448627bf399be6b4c044"

    @Test("rows of the log can be neither changed nor deleted", arguments: TestEngine.available)
    func appendOnly(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await fill(database, 1...2)
        for statement in ["UPDATE audit SET reason = ''", "DELETE FROM audit WHERE n = 2"] as [SQL] {
            await #expect(throws: StorageError.constraint(.other, "audit darf nur wachsen")) {
                try await database.write { w in try w.run(statement) }
            }
        }
        #expect(try await AuditLog.head(database).n == 2)
    }

    @Test("every kind of forgery is found where it is", arguments: TestEngine.available)
    func forgeries(engine: TestEngine) async throws {
        let cases: [(SQL, Int)] = [
            ("UPDATE audit SET actor = 'user:other' WHERE n = 3", 3),
            ("UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE n = 5", 5),
            // Moves a letter from one field to the next: only the lengths tell.
            ("UPDATE audit SET action = 'offer.edi', objectKind = 't' || objectKind WHERE n = 2", 2),
            ("DELETE FROM audit WHERE n = 4", 4),
            ("DELETE FROM audit WHERE n = 1", 1),
            ("UPDATE audit SET previous = hash WHERE n = 2", 2),
            (
                """
                INSERT INTO audit (n, at, actor, action, objectKind, objectId, reason, previous, hash)
                SELECT 6, at, actor, action, objectKind, objectId, reason, hash, 'made up' FROM audit WHERE n = 5
                """, 6
            ),
        ]
        for (forgery, place) in cases {
            let database = try await engine.database()
            try await fill(database, 1...5)
            try await tamper(database, [forgery])
            guard case .broken(let found, _) = try await AuditLog.verify(database) else {
                Issue.record("not found: \(place)")
                continue
            }
            #expect(found == place)
            #expect(try await database.integrity(migrations: nil).map(\.part) == [.audit])
        }
    }

    @Test("entries that change places are found", arguments: TestEngine.available)
    func reordered(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await fill(database, 1...5)
        try await tamper(
            database,
            [
                "UPDATE audit SET n = 100 WHERE n = 2", "UPDATE audit SET n = 2 WHERE n = 3",
                "UPDATE audit SET n = 3 WHERE n = 100",
            ])
        guard case .broken(2, _) = try await AuditLog.verify(database) else {
            Issue.record("not found")
            return
        }
    }

    @Test("a cut end is found by the noted head only", arguments: TestEngine.available)
    func cut(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await fill(database, 1...5)
        let head = try await AuditLog.head(database)
        try await tamper(database, ["DELETE FROM audit WHERE n > 3"])
        guard case .ok = try await AuditLog.verify(database) else {
            Issue.record("the shorter chain is whole in itself")
            return
        }
        guard case .broken(4, _) = try await AuditLog.verify(database, expecting: head) else {
            Issue.record("the cut was not found")
            return
        }
        // Rewritten from there on, with correct hashes: the noted head still differs.
        try await fill(database, 10...11)
        guard case .broken(5, _) = try await AuditLog.verify(database, expecting: head) else {
            Issue.record("the rewritten end was not found")
            return
        }
    }

    @Test("the chain stays linear when many write at once", arguments: TestEngine.available)
    func concurrent(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...50 { group.addTask { try await fill(database, number...number) } }
            try await group.waitForAll()
        }
        let head = try await AuditLog.head(database)
        #expect(head.n == 50)
        #expect(try await AuditLog.verify(database) == .ok(head))
    }

    @Test("an entry of a block that failed does not exist", arguments: TestEngine.available)
    func withItsBlock(engine: TestEngine) async throws {
        struct Stop: Error {}
        let database = try await engine.database()
        await #expect(throws: Stop.self) {
            try await database.write { w in
                try w.audit(entry(1))
                throw Stop()
            }
        }
        #expect(try await AuditLog.head(database).n == 0)
    }

    @Test("a head is read as it is written, and nothing else")
    func headText() {
        let head = AuditHead(n: 12, hash: String(repeating: "0f", count: 32))
        #expect(AuditHead(head.description) == head)
        for text in [
            "", "12", "12:", "-1:" + head.hash, "x:" + head.hash, "1:" + head.hash.uppercased(), head.description + "0",
        ] {
            #expect(AuditHead(text) == nil, "\(text)")
        }
    }
}
