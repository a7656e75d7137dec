import Foundation
import Prevention
import Storage
import StorageTesting
import Synchronization
import Testing

/// A clock that tests turn by hand.
final class HandClock: Sendable {
    private let time = Mutex(Instant(milliseconds: 1_790_000_000_000))

    var clock: Clock { Clock { self.now } }
    var now: Instant { time.withLock { $0 } }
    func turn(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }
}

/// What happened, in order.
final class Journal: Sendable {
    private let entries = Mutex<[String]>([])

    func add(_ entry: String) { entries.withLock { $0.append(entry) } }
    var all: [String] { entries.withLock { $0 } }
}

@Suite("Aufträge") struct JobTests {
    private let hand = HandClock()
    private let journal = Journal()

    private func runner(
        _ database: Database, parallel: Int = 1, maximumAttempts: Int = 3,
        _ run: @escaping @Sendable (Job) async throws -> JobHandler.Finish?
    ) -> JobRunner {
        JobRunner(
            database: database, handlers: [JobHandler(kind: "test.work", maximumAttempts: maximumAttempts, run: run)],
            clock: hand.clock,
            settings: JobSettings(leaseSeconds: 60, firstPauseSeconds: 10, pollSeconds: 0, parallel: parallel),
            pause: { _ in try await Task.sleep(for: .milliseconds(2)) })
    }

    private func enqueue(_ database: Database, _ keys: [String]) async throws {
        let now = hand.now
        try await database.write { w in
            for key in keys { try w.enqueue(NewJob(kind: "test.work", payload: "payload \(key)", key: key), at: now) }
        }
    }

    @Test("a job is done once, forgets its payload and its key stays taken", arguments: TestEngine.available)
    func once(engine: TestEngine) async throws {
        let database = try await engine.database()
        let runner = runner(database) { job in
            journal.add(job.payload)
            return nil
        }
        try await enqueue(database, ["a", "a"])
        #expect(try await runner.runDue() == 1)
        try await enqueue(database, ["a"])
        #expect(try await runner.runDue() == 0)
        #expect(journal.all == ["payload a"])
        let done = try await database.read { r in try r.jobs(.done) }
        #expect(done.map(\.payload) == [""])
        #expect(done.map(\.finishedAt) == [hand.now])
        #expect(try await database.read { r in try r.jobCounts() } == [.done: 1])
    }

    @Test("a job of a block that failed does not exist", arguments: TestEngine.available)
    func withItsBlock(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let now = hand.now
        await #expect(throws: StorageError.self) {
            try await database.write { w in
                try w.enqueue(NewJob(kind: "test.work", payload: "", key: "a"), at: now)
                try w.run("INSERT INTO thing (id) VALUES (\(String?.none))")
            }
        }
        #expect(try await database.read { r in try r.jobCounts() }.isEmpty)
    }

    @Test("a job waits for its time", arguments: TestEngine.available)
    func later(engine: TestEngine) async throws {
        let database = try await engine.database()
        let runner = runner(database) { _ in nil }
        let at = hand.now.adding(seconds: 3_600)
        try await database.write { [now = hand.now] w in
            try w.enqueue(NewJob(kind: "test.work", payload: "", key: "a", runAt: at), at: now)
        }
        #expect(try await runner.runDue() == 0)
        hand.turn(seconds: 3_600)
        #expect(try await runner.runDue() == 1)
    }

    @Test(
        "a job that fails comes back after longer and longer pauses and then stays visible",
        arguments: TestEngine.available)
    func backoff(engine: TestEngine) async throws {
        let database = try await engine.database()
        let runner = runner(database) { job in
            journal.add("\(job.attempts)")
            throw JobFailure("Der Server antwortet nicht.")
        }
        try await enqueue(database, ["a"])
        #expect(try await runner.runDue() == 1)
        hand.turn(seconds: 9)
        #expect(try await runner.runDue() == 0)
        hand.turn(seconds: 1)
        #expect(try await runner.runDue() == 1)
        hand.turn(seconds: 19)
        #expect(try await runner.runDue() == 0)
        hand.turn(seconds: 1)
        #expect(try await runner.runDue() == 1)
        let failed = try await database.read { r in try r.jobs(.failed) }
        #expect(failed.map(\.lastError) == ["Der Server antwortet nicht."])
        #expect(failed.map(\.payload) == ["payload a"])
        #expect(journal.all == ["1", "2", "3"])

        let id = try #require(failed.first?.id)
        try await database.write { [now = hand.now] w in try w.retryJob(id, at: now) }
        #expect(try await runner.runDue() == 1)
    }

    @Test("pauses double up to a limit")
    func pauses() {
        let settings = JobSettings(firstPauseSeconds: 30, longestPauseSeconds: 1_000)
        #expect([1, 2, 3, 6, 7, 500].map(settings.pause) == [30, 60, 120, 960, 1_000, 1_000])
    }

    @Test("a hopeless job is given up at once, and unknown errors do not leak", arguments: TestEngine.available)
    func giveUp(engine: TestEngine) async throws {
        struct Secret: Error, CustomStringConvertible { let description = "geheim" }
        let database = try await engine.database()
        let runner = runner(database) { job in
            if job.key == "a" { throw JobFailure("Die Adresse gibt es nicht.", next: .giveUp) }
            throw Secret()
        }
        try await enqueue(database, ["a", "b"])
        try await runner.runDue()
        #expect(try await database.read { r in try r.jobs(.failed) }.map(\.lastError) == ["Die Adresse gibt es nicht."])
        #expect(try await database.read { r in try r.jobs(.waiting) }.map(\.lastError) == ["Fehler der Art Secret"])
    }

    @Test("a job whose runner died is begun again after its lease, and by one only", arguments: TestEngine.available)
    func crash(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let began = Gate()
        let mayEnd = Gate()
        let slow = runner(database) { job in
            began.open()
            await mayEnd.wait()
            return { w in try w.run("INSERT INTO thing (id) VALUES (\("slow \(job.attempts)"))") }
        }
        let fast = runner(database) { job in
            { w in try w.run("INSERT INTO thing (id) VALUES (\("fast \(job.attempts)"))") }
        }
        try await enqueue(database, ["a"])
        let dead = Task { try await slow.runDue() }
        await began.wait()
        #expect(try await fast.runDue() == 0)
        // Far ahead, beyond the signs of life that the slow runner still gives.
        let late = Clock { [hand] in hand.now.adding(seconds: 3_600) }
        let other = JobRunner(
            database: database,
            handlers: [
                JobHandler(kind: "test.work") { job in
                    { w in try w.run("INSERT INTO thing (id) VALUES (\("other \(job.attempts)"))") }
                }
            ], clock: late)
        #expect(try await other.runDue() == 1)
        mayEnd.open()
        _ = try await dead.value
        let ids = try await database.read { r in try r.rows("SELECT id FROM thing") { try $0.get(0, as: String.self) } }
        #expect(ids == ["other 2"])
    }

    @Test("a job that kills its runner every time ends as failed", arguments: TestEngine.available)
    func poison(engine: TestEngine) async throws {
        let database = try await engine.database()
        try await enqueue(database, ["a"])
        let old = hand.now.adding(seconds: -1)
        try await database.write { w in
            try w.run("UPDATE job SET state = 'running', leaseUntil = \(old), leasedBy = 'x', attempts = 3")
        }
        #expect(try await runner(database) { _ in nil }.runDue() == 0)
        #expect(try await database.read { r in try r.jobs(.failed) }.count == 1)
    }

    @Test("a long job keeps its lease by signs of life", arguments: TestEngine.available)
    func heartbeat(engine: TestEngine) async throws {
        let database = try await engine.database()
        let began = Gate()
        let mayEnd = Gate()
        let long = runner(database) { _ in
            began.open()
            await mayEnd.wait()
            return nil
        }
        try await enqueue(database, ["a"])
        let running = Task { try await long.runDue() }
        await began.wait()
        for _ in 0..<4 {
            hand.turn(seconds: 40)
            let until = hand.now.adding(seconds: 60)
            // Wait until a sign of life given after the turn has arrived.
            while try await database.read({ r in try r.value("SELECT leaseUntil FROM job", as: Instant.self) }) != until
            {
                try await Task.sleep(for: .milliseconds(2))
            }
            #expect(try await runner(database) { _ in nil }.runDue() == 0)
        }
        mayEnd.open()
        #expect(try await running.value == 1)
        #expect(try await database.read { r in try r.jobCounts() } == [.done: 1])
    }

    @Test("two runners on one queue do every job exactly once", arguments: TestEngine.available)
    func twoRunners(engine: TestEngine) async throws {
        let database = try await engine.database([things])
        let keys = (0..<60).map { "key\($0)" }
        try await enqueue(database, keys)
        let work: @Sendable (Job) async throws -> JobHandler.Finish? = { job in
            journal.add(job.key)
            if job.attempts == 1, job.key.hasSuffix("7") { throw JobFailure("noch einmal", next: .retryAt(job.runAt)) }
            return { w in try w.run("INSERT INTO thing (id) VALUES (\(job.key))") }
        }
        let (first, second) = (runner(database, parallel: 3, work), runner(database, parallel: 3, work))
        let runners = Task {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await first.run() }
                group.addTask { await second.run() }
            }
        }
        while try await database.read({ r in try r.jobCounts() }) != [.done: 60] {
            try await Task.sleep(for: .milliseconds(5))
        }
        runners.cancel()
        await runners.value
        #expect(try await count(database) == 60)
        #expect(journal.all.count == 66)
        #expect(Set(journal.all) == Set(keys))
    }

    @Test("a runner that is stopped gives its job back", arguments: TestEngine.available)
    func stop(engine: TestEngine) async throws {
        let database = try await engine.database()
        let began = Gate()
        let stopped = runner(database) { _ in
            began.open()
            try await Task.sleep(for: .seconds(600))
            return nil
        }
        try await enqueue(database, ["a"])
        let task = Task { await stopped.run() }
        await began.wait()
        task.cancel()
        await task.value
        let waiting = try await database.read { r in try r.jobs(.waiting) }
        #expect(waiting.map(\.attempts) == [0])
        #expect(try await runner(database) { _ in nil }.runDue() == 1)
    }
}
