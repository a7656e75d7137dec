import Prevention

/// The statements of the queue, beside the house's writers where the engine allows it.
struct JobQueue: Sendable {
    let database: Database
    let leaseSeconds: Int
    /// Names this runner; no two runners share it.
    let runner: String

    /// Takes the next due job of these kinds, or one whose runner has been silent for too long.
    func take(_ limits: [String: Int], at now: Instant) async throws -> Job? {
        let (runner, until) = (runner, now.adding(seconds: leaseSeconds))
        return try await database.writeBeside { w in
            for (kind, limit) in limits {
                // Began often enough and never came back: it may be what brings the house down.
                try w.run(
                    """
                    UPDATE job SET state = \(Job.State.failed), finishedAt = \(now), leaseUntil = NULL, leasedBy = NULL,
                        lastError = \("Der Auftrag wurde mehrmals begonnen und nie beendet.")
                    WHERE kind = \(kind) AND state = \(Job.State.running) AND leaseUntil < \(now) AND attempts >= \(limit)
                    """)
            }
            return try w.rows(
                """
                UPDATE job SET state = \(Job.State.running), attempts = attempts + 1, leaseUntil = \(until), leasedBy = \(runner)
                WHERE id = (
                    SELECT id FROM job
                    WHERE kind IN \(list: limits.keys.sorted())
                        AND (state = \(Job.State.waiting) AND runAt <= \(now)
                            OR state = \(Job.State.running) AND leaseUntil < \(now))
                    ORDER BY runAt, id
                    LIMIT 1
                    \(SQL.skippingLocked)
                )
                RETURNING \(Job.columns)
                """, Job.init
            ).first
        }
    }

    /// Says that the runner is still at it; false if the job now belongs to another one.
    func extend(_ job: Job, at now: Instant) async throws -> Bool {
        let (mine, until) = (mine(job), now.adding(seconds: leaseSeconds))
        return try await database.writeBeside { w in
            try w.run("UPDATE job SET leaseUntil = \(until) WHERE \(mine)") == 1
        }
    }

    /// The job is done, together with the writes that end it.
    ///
    /// - Throws: `StorageError.stale` if the job now belongs to another runner; then nothing is written.
    func finish(_ job: Job, _ writes: JobHandler.Finish?, at now: Instant) async throws {
        let mine = mine(job)
        try await database.write { w in
            try w.runOnFresh(
                """
                UPDATE job SET state = \(Job.State.done), finishedAt = \(now), leaseUntil = NULL, leasedBy = NULL,
                    lastError = NULL, payload = ''
                WHERE \(mine)
                """)
            try writes?(w)
        }
    }

    /// The job did not succeed: another time, or never (`runAt` is `nil`).
    func putBack(_ job: Job, runAt: Instant?, error: String, at now: Instant) async throws {
        let mine = mine(job)
        let state = runAt == nil ? Job.State.failed : .waiting
        let finishedAt = runAt == nil ? now : Instant?.none
        try await database.writeBeside { w in
            try w.run(
                """
                UPDATE job SET state = \(state), runAt = \(runAt ?? job.runAt), finishedAt = \(finishedAt), leaseUntil = NULL,
                    leasedBy = NULL, lastError = \(error)
                WHERE \(mine)
                """)
        }
    }

    /// The runner is asked to stop: somebody else may begin at once, and this attempt does not count.
    func release(_ job: Job, at now: Instant) async throws {
        let mine = mine(job)
        try await database.writeBeside { w in
            try w.run(
                """
                UPDATE job SET state = \(Job.State.waiting), runAt = \(now), attempts = attempts - 1, leaseUntil = NULL,
                    leasedBy = NULL
                WHERE \(mine)
                """)
        }
    }

    /// Fencing: runner and attempt must still be the ones that took the job.
    private func mine(_ job: Job) -> SQL {
        "id = \(job.id) AND state = \(Job.State.running) AND leasedBy = \(runner) AND attempts = \(job.attempts)"
    }
}
