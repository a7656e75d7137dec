import Foundation
import Prevention
import Storage
import StorageTesting
import Testing

/// Processes are killed with SIGKILL while they write: what a block acknowledged is there, and no block is half there.
@Suite("Dauerhaftigkeit") struct DurabilityTests {
    @Test("twenty kills lose no acknowledged block and leave no half one", arguments: TestEngine.available)
    func kills(engine: TestEngine) async throws {
        try await withTemporaryFolder { folder in
            let place = try await TestPlace(engine, folder, "haus")
            var acknowledged: [String] = []
            for round in 1...20 {
                let keys = try await writeAndKill(place.address, after: .milliseconds(Int.random(in: 1...120)))
                #expect(!keys.isEmpty, "round \(round) wrote nothing before the kill")
                acknowledged += keys
                let database = try Database.open(place.address)
                let problems = try await Durability.check(database, acknowledged: acknowledged)
                try await database.close()
                #expect(problems == [], "round \(round)")
            }
            try await place.remove()
        }
    }

    /// Starts the probe, waits for its first acknowledged block and a moment longer, kills it.
    private func writeAndKill(_ address: String, after delay: Duration) async throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("storage-probe")
        process.arguments = ["write", address]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let first = try await blocking { try output.fileHandleForReading.read(upToCount: 37) ?? Data() }
        try await Task.sleep(for: delay)
        kill(process.processIdentifier, SIGKILL)
        let rest = try await blocking { try output.fileHandleForReading.readToEnd() ?? Data() }
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        var keys = String(decoding: first + rest, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        keys.removeLast()
        return keys.map(String.init)
    }

    @Test("the check finds a missing block, a half one and a wrong count", arguments: TestEngine.available)
    func checkFinds(engine: TestEngine) async throws {
        let cases: [(SQL, Int)] = [
            ("DELETE FROM probe WHERE id = (SELECT min(id) FROM probe)", 3),
            ("DELETE FROM probePart WHERE n = 2 AND probe = (SELECT min(id) FROM probe)", 1),
            ("UPDATE probeWriter SET written = written + 1 WHERE name = (SELECT min(name) FROM probeWriter)", 1),
        ]
        for (damage, count) in cases {
            let database = try await engine.database(Durability.migrations)
            let journal = Journal()
            let writing = Task { try await Durability.write(database) { journal.add($0) } }
            while journal.all.count < 10 { try await Task.sleep(for: .milliseconds(2)) }
            writing.cancel()
            _ = await writing.result
            #expect(try await Durability.check(database, acknowledged: journal.all) == [])
            try await database.write { w in try w.run(damage) }
            let all = try await database.read { r in
                try r.rows("SELECT objectId FROM audit") { try $0.get(0, as: String.self) }
            }
            #expect(try await Durability.check(database, acknowledged: all).count == count)
        }
    }
}
