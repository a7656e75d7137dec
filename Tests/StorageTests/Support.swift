import Foundation
import GRDB
import Synchronization

/// Runs `body` with an empty folder that is removed afterwards.
func withTemporaryFolder<T>(_ body: (String) async throws -> T) async throws -> T {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lueckenlos-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

/// A gate that one side opens and the other waits at.
final class Gate: Sendable {
    private let isOpen = Mutex(false)

    func open() { isOpen.withLock { $0 = true } }

    func wait() async {
        while !isOpen.withLock({ $0 }) { try? await Task.sleep(for: .milliseconds(2)) }
    }

    /// For synchronous blocks on a connection's own thread.
    func waitBlocking() {
        while !isOpen.withLock({ $0 }) { Thread.sleep(forTimeInterval: 0.002) }
    }
}

/// Breaks a reference behind the house's back, as another program without foreign keys would.
func breakForeignKey(_ path: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { db in try db.execute(literal: "INSERT INTO part (id, thing) VALUES ('p', 'missing')") }
    try queue.close()
}

/// Waits on a thread of its own, so that other tests go on.
func blocking<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        Thread { continuation.resume(with: Result(catching: work)) }.start()
    }
}
