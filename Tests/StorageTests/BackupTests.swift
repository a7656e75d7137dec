import Foundation
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Sicherung") struct BackupTests {
    private let at = Instant(milliseconds: 1_790_000_000_000)

    /// A database at an address, with a few rows and audit entries.
    private func filled(_ address: String) async throws -> Database {
        let database = try Database.open(address)
        try await database.migrate(StorageMigrations.all + [things])
        try await database.write { [at] w in
            for number in 1...50 {
                try w.run(
                    "INSERT INTO thing (id, amount, data) VALUES (\("id\(number) ü\t\\"), \(0.1), \([UInt8(0), 255]))")
                try w.audit(
                    AuditEntry(
                        actor: .system("test"), action: "offer.new", object: Reference(.offer, "\(number)"), at: at,
                        reason: "Zeile\nTab\t\\"))
            }
        }
        return database
    }

    @Test("a backup is checked, private and comes back whole", arguments: TestEngine.available)
    func thereAndBack(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let (source, target) = (try await TestPlace(engine, folder, "a"), try await TestPlace(engine, folder, "b"))
            let database = try await filled(source.address)
            let file = "\(folder)/sicherung"
            let report = try await database.backup(to: file)
            #expect(report.head == (try await AuditLog.head(database)))
            #expect(report.migrations.last == "test-001-thing")
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            await #expect(throws: BackupError.self) { try await database.backup(to: file) }
            try await database.write { w in try w.run("DELETE FROM thing") }
            try await database.close()

            #expect(try await Backup.restore(file, to: DatabaseSettings(address: target.address)) == report)
            let restored = try Database.open(target.address)
            #expect(try await count(restored) == 50)
            #expect(try await restored.integrity(migrations: StorageMigrations.all + [things]).isEmpty)
            await #expect(throws: StorageError.self) {
                try await restored.write { w in try w.run("DELETE FROM audit") }
            }
            try await restored.close()
            try await source.remove()
            try await target.remove()
        }
    }

    @Test("data that is there is replaced only on request", arguments: TestEngine.available)
    func replacing(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "a")
            let settings = DatabaseSettings(address: place.address)
            let database = try await filled(place.address)
            _ = try await database.backup(to: "\(folder)/sicherung")
            try await database.write { w in try w.run("DELETE FROM thing") }
            try await database.close()
            await #expect(throws: BackupError.self) { try await Backup.restore("\(folder)/sicherung", to: settings) }
            let between = try Database.open(place.address)
            #expect(try await count(between) == 0)
            try await between.close()
            try await Backup.restore("\(folder)/sicherung", to: settings, replacing: true)
            let restored = try Database.open(place.address)
            #expect(try await count(restored) == 50)
            try await restored.close()
            try await place.remove()
        }
    }

    @Test("a damaged, cut or foreign file is refused and nothing is touched", arguments: TestEngine.available)
    func damaged(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let (source, target) = (try await TestPlace(engine, folder, "a"), try await TestPlace(engine, folder, "b"))
            let database = try await filled(source.address)
            _ = try await database.backup(to: "\(folder)/gut")
            try await database.close()
            let good = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/gut"))
            var flipped = good
            for offset in stride(from: good.count / 3, to: good.count, by: 211) { flipped[offset] ^= 0xff }
            let cases = [Data(), Data("Das ist keine Sicherung.".utf8), good.prefix(good.count / 2), flipped]
            for (number, bytes) in cases.enumerated() {
                let file = "\(folder)/schlecht\(number)"
                try bytes.write(to: URL(fileURLWithPath: file))
                await #expect(throws: BackupError.self, "case \(number)") {
                    try await Backup.restore(file, to: DatabaseSettings(address: target.address))
                }
            }
            if engine == .sqlite { #expect(!FileManager.default.fileExists(atPath: target.address)) }
            try await source.remove()
            try await target.remove()
        }
    }

    @Test("a backup with a forged audit log is refused", arguments: TestEngine.available)
    func forged(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "a")
            let database = try await filled(place.address)
            try await database.write { w in
                try w.run(
                    .dialect(sqlite: "DROP TRIGGER audit_no_update", postgres: "DROP TRIGGER audit_no_update ON audit"))
                try w.run("UPDATE audit SET actor = 'user:other' WHERE n = 20")
            }
            await #expect(throws: BackupError.self) { try await database.backup(to: "\(folder)/sicherung") }
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("sicherung") } == [])
            try await database.close()
            try await place.remove()
        }
    }

    @Test("a backup taken while others write holds whole blocks only", arguments: TestEngine.available)
    func whileWriting(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "a")
            let database = try Database.open(place.address)
            try await database.migrate(StorageMigrations.all + Durability.migrations)
            let writing = Task { try await Durability.write(database) { _ in } }
            while try await AuditLog.head(database).n < 20 { try await Task.sleep(for: .milliseconds(5)) }
            _ = try await database.backup(to: "\(folder)/sicherung")
            writing.cancel()
            _ = await writing.result
            try await database.close()
            try await Backup.restore(
                "\(folder)/sicherung", to: DatabaseSettings(address: place.address), replacing: true)
            let restored = try Database.open(place.address)
            #expect(try await Durability.check(restored, acknowledged: []) == [])
            #expect(try await AuditLog.head(restored).n >= 20)
            try await restored.close()
            try await place.remove()
        }
    }

    @Test("a database in use is not replaced")
    func inUse() async throws {
        try await withTemporaryFolder { folder in
            let database = try await filled("\(folder)/a.sqlite")
            _ = try await database.backup(to: "\(folder)/sicherung")
            let target = try await filled("\(folder)/b.sqlite")
            await #expect(throws: BackupError("Die Datenbank wird gerade benutzt. Bitte das Haus zuerst anhalten.")) {
                try await Backup.restore(
                    "\(folder)/sicherung", to: DatabaseSettings(address: "\(folder)/b.sqlite"), replacing: true)
            }
            try await target.close()
            try await database.close()
        }
    }

    @Test("a backup of one engine does not go into the other", .enabled(if: TestEngine.available.contains(.postgres)))
    func otherEngine() async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(.postgres, folder, "a")
            let database = try await filled("\(folder)/a.sqlite")
            _ = try await database.backup(to: "\(folder)/sicherung")
            try await database.close()
            await #expect(throws: BackupError.self) {
                try await Backup.restore("\(folder)/sicherung", to: DatabaseSettings(address: place.address))
            }
            try await place.remove()
        }
    }
}

@Suite("Prüfung") struct IntegrityTests {
    @Test(
        "a sound database has no findings, a missing and an unknown migration are named",
        arguments: TestEngine.available)
    func migrations(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let more = Migration("test-002", ["CREATE TABLE more (id TEXT)"])
        #expect(try await database.integrity(migrations: StorageMigrations.all + [things]) == [])
        let findings = try await database.integrity(migrations: StorageMigrations.all + [more])
        #expect(findings.map(\.part) == [.migrations, .migrations])
        #expect(findings[0].text.contains("test-002") && findings[1].text.contains("test-001-thing"))
    }

    @Test("a database without tables has findings instead of errors", arguments: TestEngine.available)
    func empty(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "a")
            let database = try Database.open(place.address)
            let findings = try await database.integrity()
            #expect(findings.filter { $0.part == .migrations }.count == StorageMigrations.all.count)
            #expect(findings.contains { $0.part == .audit })
            try await database.close()
            try await place.remove()
        }
    }

    @Test("references into nothing and broken pages of a file are found")
    func sqliteFile() async throws {
        try await withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            let database = try Database.open(path)
            try await database.migrate(StorageMigrations.all + [things])
            try await database.write { w in
                for number in 1...500 { try w.run("INSERT INTO thing (id) VALUES (\("id\(number)"))") }
            }
            try await database.close()
            try breakForeignKey(path)
            let broken = try Database.open(path)
            let findings = try await broken.integrity(migrations: nil)
            #expect(findings.map(\.part) == [.foreignKeys])
            #expect(findings.first?.text == "part → thing: 1 Verweise zeigen ins Leere.")
            try await broken.close()

            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for offset in stride(from: bytes.count / 2, to: bytes.count, by: 97) { bytes[offset] ^= 0x55 }
            try bytes.write(to: URL(fileURLWithPath: path))
            await #expect(throws: BackupError.self) { try await Backup.inspect(path) }
        }
    }

    @Test("the file and its folder belong to their owner alone")
    func permissions() async throws {
        try await withTemporaryFolder { folder in
            let database = try Database.open("\(folder)/neu/a.sqlite")
            try await database.migrate(StorageMigrations.all)
            let mode: (String) throws -> Int? = {
                try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
            }
            #expect(try mode("\(folder)/neu") == 0o700)
            for name in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/neu") {
                #expect(try mode("\(folder)/neu/\(name)") == 0o600, "\(name)")
            }
            try await database.close()
        }
    }

    @Test("a commit waits for the disk", arguments: TestEngine.available)
    func synchronous(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "a")
            let database = try Database.open(place.address)
            let setting = try await database.write { w in
                try w.row(.dialect(sqlite: "PRAGMA synchronous", postgres: "SHOW synchronous_commit"))?.values.first
            }
            // 2 is FULL: the write-ahead log is flushed at every commit.
            #expect(setting == (engine == .sqlite ? .integer(2) : .text("on")))
            try await database.close()
            try await place.remove()
        }
    }

    @Test("an address that leads nowhere is reported without the password")
    func unreachable() async throws {
        let database = try Database.open("postgresql://user:geheim@127.0.0.1:1/haus")
        do {
            try await database.migrate([])
            Issue.record("connected to nothing")
        } catch StorageError.unavailable(let text) {
            #expect(!text.contains("geheim"))
            #expect(text.contains("127.0.0.1/haus"))
        }
        #expect(throws: StorageError.self) { try Database.open("postgresql://:::/%%") }
        #expect(throws: StorageError.self) { try Database.open("/proc/gibt/es/nicht.sqlite") }
    }

    @Test("settings come from the environment")
    func settings() throws {
        let plain = try DatabaseSettings(environment: [:], dataFolder: "/daten")
        #expect(plain.address == "/daten/lueckenlos.sqlite" && plain.replica == nil && plain.connections == 8)
        let full = try DatabaseSettings(
            environment: [
                "LUECKENLOS_DATABASE": "postgresql:///haus", "LUECKENLOS_DATABASE_READ": "postgresql:///kopie",
                "LUECKENLOS_DATABASE_CONNECTIONS": "3",
            ], dataFolder: "/daten")
        #expect(full.address == "postgresql:///haus" && full.replica == "postgresql:///kopie" && full.connections == 3)
        for text in ["0", "101", "acht", "-1"] {
            #expect(throws: StorageError.self) {
                try DatabaseSettings(environment: ["LUECKENLOS_DATABASE_CONNECTIONS": text], dataFolder: "")
            }
        }
    }
}
