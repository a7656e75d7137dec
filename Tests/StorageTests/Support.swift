import Foundation
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
