import Synchronization

/// Lets blocks that wait for the writer share one transaction and so one flush of the disk (group commit).
///
/// A block that finds the writer free runs alone. Blocks that arrive meanwhile form the next group: each runs behind its
/// own savepoint, so a failing one undoes only itself, and nobody hears "done" before all of it is on disk.
final class WriteGroup: Sendable {
    /// One waiting block; it keeps its own result.
    final class Member: Sendable {
        let run: @Sendable (any EngineConnection) throws -> Void
        let fail: @Sendable (any Error) -> Void

        init(
            run: @escaping @Sendable (any EngineConnection) throws -> Void,
            fail: @escaping @Sendable (any Error) -> Void
        ) {
            self.run = run
            self.fail = fail
        }
    }

    private enum Turn {
        /// Run these blocks, then call `next`.
        case lead([Member])
        /// Somebody else has run the block.
        case done
    }

    private struct Waiting {
        let member: Member
        let continuation: CheckedContinuation<Turn, Never>
    }

    private struct State {
        var isBusy = false
        var waiting: [Waiting] = []
        /// The members of the running group except its leader.
        var followers: [CheckedContinuation<Turn, Never>] = []
    }

    private let state = Mutex(State())
    private static let limit = 64
    private let counter = Atomic(0)

    /// How many blocks have ended, whatever came of them.
    var ended: Int { counter.load(ordering: .acquiring) }
    func count() { counter.add(1, ordering: .acquiringAndReleasing) }

    /// Runs the member's block in a transaction of `engine`, alone or with others; returns when it is on disk or failed.
    func run(_ member: Member, on engine: any StorageEngine) async {
        guard case .lead(let members) = await turn(member) else { return }
        do {
            if members.count == 1 {
                try await engine.write { try member.run($0) }
            } else {
                // A task of its own: that one of the callers is cancelled must not interrupt the others.
                try await Task { try await engine.write { try Self.runAll(members, $0) } }.value
            }
        } catch { for one in members { one.fail(error) } }
        next()
    }

    private func turn(_ member: Member) async -> Turn {
        await withCheckedContinuation { continuation in
            let isFirst = state.withLock { state in
                if state.isBusy { state.waiting.append(Waiting(member: member, continuation: continuation)) }
                defer { state.isBusy = true }
                return !state.isBusy
            }
            if isFirst { continuation.resume(returning: .lead([member])) }
        }
    }

    /// Tells the group that it is done and calls the next one.
    private func next() {
        let (followers, group) = state.withLock { state in
            let followers = state.followers
            let group = Array(state.waiting.prefix(Self.limit))
            state.waiting.removeFirst(group.count)
            state.followers = group.dropFirst().map(\.continuation)
            state.isBusy = !group.isEmpty
            return (followers, group)
        }
        for follower in followers { follower.resume(returning: .done) }
        group.first?.continuation.resume(returning: .lead(group.map(\.member)))
    }

    private static func runAll(_ members: [Member], _ connection: any EngineConnection) throws {
        for member in members {
            _ = try connection.execute(SQL(trusted: "SAVEPOINT block"))
            do { try member.run(connection) } catch {
                // The whole transaction must start again, or is gone.
                if let error = error as? StorageError, error.concernsTransaction { throw error }
                _ = try connection.execute(SQL(trusted: "ROLLBACK TO SAVEPOINT block"))
                member.fail(error)
            }
            _ = try connection.execute(SQL(trusted: "RELEASE SAVEPOINT block"))
        }
    }
}

extension StorageError {
    /// Not one statement's fault: lost connection, collision with another transaction, plans older than a migration.
    fileprivate var concernsTransaction: Bool {
        switch self {
        case .unavailable: true
        case .engine(let code, _): ["40001", "40P01", "0A000"].contains(code)
        default: false
        }
    }
}
