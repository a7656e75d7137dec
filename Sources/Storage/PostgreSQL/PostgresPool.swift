import Synchronization

/// A few connections that blocks take and give back; they open when they are needed.
final class PostgresPool: Sendable {
    private struct State {
        var idle: [PostgresConnection]
        var waiting: [CheckedContinuation<PostgresConnection, any Error>] = []
        var isClosed = false
    }

    private let all: [PostgresConnection]
    private let state: Mutex<State>

    init(_ address: PostgresAddress, _ mode: PostgresConnection.Mode, count: Int) {
        all = (0..<count).map { _ in PostgresConnection(address, mode) }
        state = Mutex(State(idle: all))
    }

    deinit {
        for connection in all { connection.stop() }
    }

    func run<T: Sendable>(_ block: @Sendable (any EngineConnection) throws -> T) async throws -> T {
        let connection = try await take()
        defer { giveBack(connection) }
        return try await connection.run(block)
    }

    /// Waits until every block is done and ends the connections.
    func close() async {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume(throwing: Self.closed) }
        for connection in all { await connection.disconnect() }
    }

    private static let closed = StorageError.unavailable("Die Datenbank ist geschlossen.")

    private func take() async throws -> PostgresConnection {
        try await withCheckedThrowingContinuation { continuation in
            let found: Result<PostgresConnection, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(Self.closed) }
                if let connection = state.idle.popLast() { return .success(connection) }
                state.waiting.append(continuation)
                return nil
            }
            if let found { continuation.resume(with: found) }
        }
    }

    private func giveBack(_ connection: PostgresConnection) {
        let next = state.withLock { state -> CheckedContinuation<PostgresConnection, any Error>? in
            if state.waiting.isEmpty {
                state.idle.append(connection)
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume(returning: connection)
    }
}
