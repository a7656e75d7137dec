import Synchronization

/// Counts the blocks that run, so that closing waits for them and later ones are refused.
final class EngineLifetime: Sendable {
    private struct State {
        var running = 0
        var isEnded = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func enter() throws {
        try state.withLock { state in
            guard !state.isEnded else { throw StorageError.unavailable("Die Datenbank ist geschlossen.") }
            state.running += 1
        }
    }

    func leave() {
        let waiting = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for one in waiting { one.resume() }
    }

    /// Refuses new blocks and waits for the running ones; false if it has ended already.
    func end() async -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isEnded = true }
            return !state.isEnded
        }
        await withCheckedContinuation { continuation in
            let isQuiet = state.withLock { state in
                if state.running > 0 { state.waiting.append(continuation) }
                return state.running == 0
            }
            if isQuiet { continuation.resume() }
        }
        return isFirst
    }
}
