import Foundation

/// One connection on its own thread; opens itself when first used and again after it was lost.
actor PostgresConnection {
    /// Art der Transaktion.
    enum Mode: Sendable {
        /// One consistent view, nothing can be written.
        case read
        /// One after the other over all instances: the lock is taken before the view is frozen.
        case write
        /// Beside the writers, each statement with its own view.
        case beside

        var begin: String {
            switch self {
            case .read: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            case .write: "BEGIN ISOLATION LEVEL REPEATABLE READ; LOCK TABLE migration IN EXCLUSIVE MODE"
            case .beside: "BEGIN ISOLATION LEVEL READ COMMITTED"
            }
        }
    }

    private let address: PostgresAddress
    private let mode: Mode
    private nonisolated let executor: ThreadExecutor
    private var session: PostgresSession?

    init(_ address: PostgresAddress, _ mode: Mode) {
        self.address = address
        self.mode = mode
        executor = ThreadExecutor(name: "postgres")
    }

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    private static let maximumTries = 6

    /// Runs `block` in one transaction, again if the first attempt has certainly left nothing behind.
    func run<T: Sendable>(_ block: @Sendable (any EngineConnection) throws -> T) throws -> T {
        var tries = 1
        while true {
            let session = try connected()
            var isCommitting = false
            do {
                try session.begin(mode.begin)
                let value = try block(session)
                isCommitting = true
                if mode == .read { session.finishReading() } else { try session.commit() }
                return value
            } catch {
                let isLost = session.isLost
                if isLost { self.session = nil } else { session.rollback() }
                // After a lost connection nobody knows whether the commit arrived.
                if isLost, isCommitting { throw error }
                let isTemporary = session.lastFailure?.isWorthAnotherTry ?? false
                guard isLost || isTemporary, tries < (isLost ? 2 : Self.maximumTries) else { throw error }
                if isTemporary { try session.forgetPrepared() }
                pause(tries)
                tries += 1
            }
        }
    }

    /// Ends the connection; a later `run` would open it again.
    func disconnect() { session = nil }

    /// Ends the thread; afterwards the connection must not be used.
    nonisolated func stop() { executor.stop() }

    private func connected() throws -> PostgresSession {
        if let session, !session.isLost { return session }
        let fresh = try PostgresSession(address)
        if mode == .write { try prepareLock(fresh) }
        session = fresh
        return fresh
    }

    /// The writers' lock is the table of migrations, which therefore must exist before the first migration.
    private func prepareLock(_ session: PostgresSession) throws {
        let table = try SchemaDialect(kind: .postgres).translate(Database.migrationTable)
        try session.command("SELECT pg_advisory_lock(\(Self.setupLock))")
        defer { try? session.command("SELECT pg_advisory_unlock(\(Self.setupLock))") }
        try session.command(table)
    }

    /// "Lücke" as a number, for `CREATE TABLE IF NOT EXISTS`, which two instances must not run together.
    private static let setupLock = 1_277_977_451

    /// Waits on this connection's thread, a little longer and less evenly each time.
    private func pause(_ tries: Int) {
        Thread.sleep(forTimeInterval: Double.random(in: 0.002...0.01) * Double(1 << tries))
    }
}
