package import Prevention

/// Bearbeiter: knows how to do one kind of job.
package struct JobHandler: Sendable {
    /// Writes that belong to the job; they happen in the transaction that marks it done, so exactly once.
    package typealias Finish = @Sendable (Writer) throws -> Void

    package let kind: String
    /// After so many attempts the job has failed and waits for a person.
    package let maximumAttempts: Int
    package let run: @Sendable (Job) async throws -> Finish?

    /// - Parameter run: does the work outside the database, returns the writes that end it. It may be called again for
    ///   the same job after a crash or a lost lease; its effects outside must bear that (`job.key`, `job.attempts`).
    ///   An error means "later again", unless it is a `JobFailure` that says otherwise.
    package init(
        kind: String, maximumAttempts: Int = 8, run: @escaping @Sendable (Job) async throws -> Finish?
    ) {
        self.kind = kind
        self.maximumAttempts = maximumAttempts
        self.run = run
    }
}

/// Why a job could not be done, in words that may be stored and shown to the operator: no names, no addresses.
package struct JobFailure: Error, Equatable, CustomStringConvertible {
    /// Wie es weitergeht.
    package enum Next: Equatable, Sendable {
        /// Again after the usual pause.
        case retry
        /// Again at an instant that the other side named.
        case retryAt(Instant)
        /// Never again: it would fail the same way.
        case giveUp
    }

    package let text: String
    package let next: Next

    package init(_ text: String, next: Next = .retry) {
        self.text = text
        self.next = next
    }

    package var description: String { text }
}

/// Takt der Aufträge.
package struct JobSettings: Sendable {
    /// Another instance may take a job over when its runner has been silent for this long, in seconds.
    package let leaseSeconds: Int
    /// Pause before the second attempt in seconds; it doubles with each further one.
    package let firstPauseSeconds: Int
    /// The longest pause in seconds.
    package let longestPauseSeconds: Int
    /// Seconds between looks into an empty queue.
    package let pollSeconds: Int
    /// Jobs that one runner does at the same time.
    package let parallel: Int

    package init(
        leaseSeconds: Int = 60, firstPauseSeconds: Int = 30, longestPauseSeconds: Int = 6 * 3600, pollSeconds: Int = 2,
        parallel: Int = 2
    ) {
        self.leaseSeconds = leaseSeconds
        self.firstPauseSeconds = firstPauseSeconds
        self.longestPauseSeconds = longestPauseSeconds
        self.pollSeconds = pollSeconds
        self.parallel = parallel
    }

    /// The pause after the given number of attempts (1…), in seconds.
    package func pause(after attempts: Int) -> Int {
        min(longestPauseSeconds, firstPauseSeconds << min(max(attempts - 1, 0), 20))
    }
}
