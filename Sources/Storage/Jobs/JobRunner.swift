package import Prevention

/// Auftragsbearbeitung: takes jobs from the queue and does them. Any number of runners in any number of instances may
/// share a queue; a job that was begun and not finished is begun again after its lease.
package struct JobRunner: Sendable {
    /// What happened to a job, for the log: kind and key of the row, never its payload.
    package enum Event: Sendable, Equatable {
        case done(kind: String, attempt: Int)
        case postponed(kind: String, attempt: Int, reason: String)
        case failed(kind: String, attempt: Int, reason: String)
        /// Another runner has taken the job over meanwhile; nothing of this attempt was written.
        case overtaken(kind: String)
        /// The queue could not be read or written.
        case queueUnavailable(reason: String)
    }

    private let queue: JobQueue
    private let handlers: [String: JobHandler]
    private let limits: [String: Int]
    private let settings: JobSettings
    private let clock: Clock
    private let pause: @Sendable (_ milliseconds: Int) async throws -> Void
    private let report: @Sendable (Event) -> Void

    /// - Parameters:
    ///   - pause: waits between two looks into the queue and two signs of life; tests put their own in.
    ///   - report: is told what happened.
    package init(
        database: Database, handlers: [JobHandler], clock: Clock, settings: JobSettings = JobSettings(),
        pause: @escaping @Sendable (_ milliseconds: Int) async throws -> Void = {
            try await Task.sleep(for: .milliseconds($0))
        },
        report: @escaping @Sendable (Event) -> Void = { _ in }
    ) {
        queue = JobQueue(database: database, leaseSeconds: settings.leaseSeconds, runner: ID<JobRunner>().text)
        self.handlers = Dictionary(handlers.map { ($0.kind, $0) }, uniquingKeysWith: { _, last in last })
        limits = self.handlers.mapValues(\.maximumAttempts)
        self.settings = settings
        self.clock = clock
        self.pause = pause
        self.report = report
    }

    /// Works until the task is cancelled; a job in hand is then given back.
    package func run() async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<settings.parallel { group.addTask { await work() } }
        }
    }

    /// Does everything that is due now, one after the other.
    ///
    /// - Returns: how many attempts it made.
    @discardableResult
    package func runDue() async throws -> Int {
        var attempts = 0
        while !Task.isCancelled, let job = try await queue.take(limits, at: clock.now()) {
            try await attempt(job)
            attempts += 1
        }
        return attempts
    }

    private func work() async {
        while !Task.isCancelled {
            do { try await runDue() } catch {
                if !Task.isCancelled { report(.queueUnavailable(reason: Self.text(of: error))) }
            }
            do { try await pause(settings.pollSeconds * 1_000) } catch { return }
        }
    }

    private func attempt(_ job: Job) async throws {
        guard let handler = handlers[job.kind] else { return }
        let result = await outcome(job, handler)
        // The queue must hear of the result even if this task is cancelled meanwhile.
        try await Task { try await record(result, of: job, handler) }.value
    }

    private enum Outcome: Sendable {
        case done(JobHandler.Finish?)
        case failure(any Error)
        case overtaken
        case cancelled
    }

    private func outcome(_ job: Job, _ handler: JobHandler) async -> Outcome {
        await withTaskGroup(of: Outcome.self) { group in
            group.addTask {
                do { return .done(try await handler.run(job)) } catch {
                    return Task.isCancelled ? .cancelled : .failure(error)
                }
            }
            group.addTask { await keepAlive(job) }
            // The handler's end or the loss of the lease, whatever comes first.
            let first = await group.next() ?? .cancelled
            group.cancelAll()
            guard case .overtaken = first else {
                if case .cancelled = first, let second = await group.next(), case .done = second { return second }
                return first
            }
            return .overtaken
        }
    }

    /// Signs of life while the handler works; returns when the job is no longer ours.
    private func keepAlive(_ job: Job) async -> Outcome {
        while true {
            do { try await pause(settings.leaseSeconds * 1_000 / 3) } catch { return .cancelled }
            // A queue that cannot be reached for a moment is no reason to stop: the lease has two thirds left.
            if let isOurs = try? await queue.extend(job, at: clock.now()), !isOurs { return .overtaken }
        }
    }

    private func record(_ outcome: Outcome, of job: Job, _ handler: JobHandler) async throws {
        switch outcome {
        case .done(let writes):
            do {
                try await queue.finish(job, writes, at: clock.now())
                report(.done(kind: job.kind, attempt: job.attempts))
            } catch StorageError.stale {
                report(.overtaken(kind: job.kind))
            } catch {
                try await postpone(job, handler, error)
            }
        case .failure(let error): try await postpone(job, handler, error)
        case .overtaken: report(.overtaken(kind: job.kind))
        case .cancelled: try await queue.release(job, at: clock.now())
        }
    }

    private func postpone(_ job: Job, _ handler: JobHandler, _ error: any Error) async throws {
        let now = clock.now()
        let reason = Self.text(of: error)
        var next: Instant? = now.adding(seconds: settings.pause(after: job.attempts))
        switch (error as? JobFailure)?.next {
        case .giveUp: next = nil
        case .retryAt(let instant): next = max(instant, now)
        case .retry, nil: break
        }
        if job.attempts >= handler.maximumAttempts { next = nil }
        try await queue.putBack(job, runAt: next, error: reason, at: now)
        let isOver = next == nil
        report(
            isOver
                ? .failed(kind: job.kind, attempt: job.attempts, reason: reason)
                : .postponed(kind: job.kind, attempt: job.attempts, reason: reason))
    }

    /// Texts of unknown errors may quote what they failed on: only their type is kept.
    private static func text(of error: any Error) -> String {
        switch error {
        case let failure as JobFailure: failure.text
        case let failure as StorageError: failure.description
        default: "Fehler der Art \(type(of: error))"
        }
    }
}
