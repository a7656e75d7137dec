import Prevention
import Storage
import StorageTesting
import Synchronization

/// Figures for docs/decisions: what single blocks and a long list cost on one engine. Built in release.
struct Measurement: Sendable {
    let database: Database

    private static let table = Migration(
        "measure-001",
        [
            "CREATE TABLE measure (id TEXT NOT NULL PRIMARY KEY, "
                + (1...10).map { "t\($0) TEXT NOT NULL, n\($0) INTEGER NOT NULL" }.joined(separator: ", ") + ")"
        ])
    private static let count = 3_000

    func run() async throws {
        try await database.migrate(StorageMigrations.all + [Self.table])
        try await fill()
        try await print("eine Zeile lesen, 1 Aufgabe", rate(1, pointRead))
        try await print("eine Zeile lesen, 8 Aufgaben", rate(8, pointRead))
        try await print("eine Zeile schreiben mit Protokoll, 1 Aufgabe", rate(1, singleWrite))
        try await print("eine Zeile schreiben mit Protokoll, 8 Aufgaben", rate(8, singleWrite))
        let list = try await fastest(of: 40) { try await longList() }
        Swift.print("Liste \(Self.count) Zeilen × 21 Spalten: \(list / 100) zehntel ms")
    }

    private func fill() async throws {
        try await database.write { w in
            try w.run("DELETE FROM measure")
            for number in 0..<Self.count {
                let text = "Angebot Nummer \(number) für Familien"
                try w.run(
                    """
                    INSERT INTO measure (id, t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10)
                    VALUES (\(Self.key(number)), \(text), \(text), \(text), \(text), \(text), \(text), \(text), \(text), \(text),
                        \(text), \(number), 2, 3, 4, 5, 6, 7, 8, 9, 10)
                    """)
            }
        }
    }

    private static func key(_ number: Int) -> String { "key\(number % count)" }

    @Sendable private func pointRead(_ number: Int) async throws {
        let key = Self.key(number &* 7_919)
        _ = try await database.read { r in try r.row("SELECT id, t1, t2, n1, n2 FROM measure WHERE id = \(key)") }
    }

    @Sendable private func singleWrite(_ number: Int) async throws {
        let key = Self.key(number &* 7_919)
        try await database.write { w in
            try w.run("UPDATE measure SET n2 = n2 + 1 WHERE id = \(key)")
            let object = Reference(.offer, key)
            try w.audit(
                AuditEntry(actor: .system("measure"), action: "offer.edit", object: object, at: Clock.live.now()))
        }
    }

    @Sendable private func longList() async throws {
        let sum = try await database.read { r in
            var sum = 0
            try r.each("SELECT * FROM measure") { row in
                for column in stride(from: 1, to: 21, by: 2) {
                    sum += try row.get(column, as: String.self).utf8.count + row.get(column + 1, as: Int.self)
                }
            }
            return sum
        }
        precondition(sum > 0, "the list is empty")
    }

    /// Runs per second in the best of five windows of 400 ms, so that other processes disturb little.
    private func rate(_ tasks: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws -> Int {
        var best = 0
        for _ in 0..<5 {
            let done = Counter()
            let clock = ContinuousClock()
            let start = clock.now
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<tasks {
                    group.addTask { @Sendable in
                        var number = task * 100_000
                        while ContinuousClock.now - start < .milliseconds(400) {
                            try await work(number)
                            number += 1
                            done.add()
                        }
                    }
                }
                try await group.waitForAll()
            }
            let seconds =
                Double((clock.now - start).components.attoseconds) / 1e18
                + Double((clock.now - start).components.seconds)
            best = max(best, Int(Double(done.value) / seconds))
        }
        return best
    }

    /// The shortest of several runs, in microseconds.
    private func fastest(of runs: Int, _ work: @Sendable () async throws -> Void) async throws -> Int {
        let clock = ContinuousClock()
        var best = Int.max
        for _ in 0..<runs {
            let start = clock.now
            try await work()
            best = min(best, Int((clock.now - start).components.attoseconds / 1_000_000_000_000))
        }
        return best
    }

    private func print(_ what: String, _ rate: Int) { Swift.print("\(what): \(rate) je Sekunde") }
}

/// Counts what several tasks have done.
private final class Counter: Sendable {
    private let count = Mutex(0)

    var value: Int { count.withLock { $0 } }
    func add() { count.withLock { $0 += 1 } }
}
