package import Prevention

/// Auftrag: work that happens after the answer, as a row: mail, import, link check, reminder, rebuilding an index.
package struct Job: Sendable {
    package let id: ID<Job>
    /// What kind of work, written `room.verb`: `mail.send`.
    package let kind: String
    /// What the handler needs, as text of its own choice; emptied when the job is done.
    package let payload: String
    /// Jobs with the same key are the same job.
    package let key: String
    package let state: State
    /// Not before this instant.
    package let runAt: Instant
    /// How often it was begun, this time included.
    package let attempts: Int
    /// What went wrong last, without personal data.
    package let lastError: String?
    package let createdAt: Instant
    package let finishedAt: Instant?

    /// Stand eines Auftrags.
    package enum State: String, SQLConvertible, CaseIterable {
        case waiting, running, done, failed
    }

    static let columns: SQL =
        "id, kind, payload, idempotencyKey, state, runAt, attempts, lastError, createdAt, finishedAt"

    init(_ row: Row) throws {
        id = try row.get(0)
        kind = try row.get(1)
        payload = try row.get(2)
        key = try row.get(3)
        state = try row.get(4)
        runAt = try row.get(5)
        attempts = try row.get(6)
        lastError = try row.optional(7)
        createdAt = try row.get(8)
        finishedAt = try row.optional(9)
    }
}

/// Neuer Auftrag, before it has a row.
package struct NewJob: Sendable {
    package let kind: String
    package let payload: String
    package let key: String
    package let runAt: Instant?

    /// - Parameters:
    ///   - key: makes the job unique for ever: `invitation:<id>`, `reminder:<offer>:2026-11`.
    ///   - runAt: not before; `nil` for as soon as possible.
    package init(kind: String, payload: String, key: String, runAt: Instant? = nil) {
        self.kind = kind
        self.payload = payload
        self.key = key
        self.runAt = runAt
    }
}

extension Writer {
    /// Puts a job into the queue, in the same transaction as what it follows from; it writes no audit entry of its own.
    ///
    /// - Returns: false if there is, or was, a job with this key; then nothing happens.
    @discardableResult
    package func enqueue(_ job: NewJob, at now: Instant) throws -> Bool {
        let id = ID<Job>()
        return try run(
            """
            INSERT INTO job (id, kind, payload, idempotencyKey, state, runAt, attempts, createdAt)
            VALUES (\(id), \(job.kind), \(job.payload), \(job.key), \(Job.State.waiting), \(job.runAt ?? now), 0, \(now))
            ON CONFLICT (idempotencyKey) DO NOTHING
            """) == 1
    }

    /// Gives a failed job another round of attempts.
    ///
    /// - Returns: false if there is no such failed job.
    @discardableResult
    package func retryJob(_ id: ID<Job>, at now: Instant) throws -> Bool {
        try run(
            """
            UPDATE job SET state = \(Job.State.waiting), runAt = \(now), attempts = 0, finishedAt = NULL
            WHERE id = \(id) AND state = \(Job.State.failed)
            """) == 1
    }

    /// Forgets jobs that were done before `instant` (their keys become free); failed ones stay until someone decides.
    @discardableResult
    package func forgetJobs(doneBefore instant: Instant) throws -> Int {
        try run("DELETE FROM job WHERE state = \(Job.State.done) AND finishedAt < \(instant)")
    }
}

extension Reader {
    /// Jobs in a state, the next or latest first, at most `limit`.
    package func jobs(_ state: Job.State, limit: Int = 100) throws -> [Job] {
        try rows(
            "SELECT \(Job.columns) FROM job WHERE state = \(state) ORDER BY coalesce(finishedAt, runAt) DESC, id LIMIT \(limit)",
            Job.init)
    }

    /// How many jobs are in each state; states without jobs are missing. For `/health`, `/metrics` and the operator.
    package func jobCounts() throws -> [Job.State: Int] {
        let pairs = try rows("SELECT state, count(*) FROM job GROUP BY state") {
            (try $0.get(0, as: Job.State.self), try $0.get(1, as: Int.self))
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
