import Prevention
import Storage

/// The mails as rows: every change of state is one statement that names the state it leaves.
struct MailStore: Sendable {
    let database: Database

    /// A mail that a worker may deliver now.
    struct Claimed: Sendable {
        let id: ID<Mail>
        let envelope: Envelope
        let attempts: Int
        let createdAt: Instant
        let giveUpAt: Instant
        let wasUncertain: Bool
    }

    /// Takes up to `limit` due mails for `lease`; nobody else gets them until `until`.
    ///
    /// A mail found in `sending` after its lease has died in the hands of a worker: it becomes uncertain first.
    func claim(_ limit: Int, lease: ID<Lease>, now: Instant, until: Instant, doubtUntil: Instant) async throws
        -> [Claimed]
    {
        try await database.write { w in
            try Self.findAbandoned(now: now, doubtUntil: doubtUntil, in: w)
            // An uncertain mail whose time has ended rests: a person decides.
            let claimable: SQL = """
                (state = 'queued' OR (state = 'uncertain' AND giveUpAt > \(now)))
                AND dueAt <= \(now) AND (leaseUntil IS NULL OR leaseUntil <= \(now))
                """
            try w.run(
                """
                UPDATE mail SET leaseKey = \(lease), leaseUntil = \(until)
                WHERE \(claimable) AND id IN (
                    SELECT id FROM mail WHERE \(claimable) ORDER BY dueAt, id LIMIT \(limit))
                """)
            return try w.rows(
                """
                SELECT id, messageId, sender, recipient, content, attempts, createdAt, giveUpAt, state
                FROM mail
                WHERE leaseKey = \(lease)
                ORDER BY dueAt, id
                """, Self.claimed)
        }
    }

    private static func claimed(_ row: Row) throws -> Claimed {
        Claimed(
            id: try row.get("id"),
            envelope: Envelope(
                messageID: try row.get("messageId"), from: try row.get("sender"), to: try row.get("recipient"),
                content: try row.get("content")),
            attempts: try row.get("attempts"), createdAt: try row.get("createdAt"), giveUpAt: try row.get("giveUpAt"),
            wasUncertain: try row.get("state", as: MailState.self) == .uncertain)
    }

    private static func findAbandoned(now: Instant, doubtUntil: Instant, in w: Writer) throws {
        let abandoned: SQL = "state = 'sending' AND leaseUntil <= \(now)"
        let ids = try w.rows("SELECT id FROM mail WHERE \(abandoned)") { try $0.get(0, as: ID<Mail>.self) }
        guard !ids.isEmpty else { return }
        try w.run(
            """
            UPDATE mail
            SET state = 'uncertain', attempts = attempts + 1, dueAt = \(doubtUntil), leaseKey = NULL, leaseUntil = NULL,
                replyCode = 0, reply = 'Das Programm wurde während der Übergabe beendet.'
            WHERE \(abandoned)
            """)
        for id in ids { try Self.audit("mail.uncertain", id, at: now, in: w) }
    }

    /// Phase one: from here on the mail counts as possibly delivered. On disk before the final dot goes out.
    ///
    /// - Throws: `LeaseLost` if another worker has the mail by now.
    func beginHandover(_ id: ID<Mail>, lease: ID<Lease>, until: Instant) async throws {
        try await database.write { w in
            let changed = try w.run(
                """
                UPDATE mail SET state = 'sending', leaseUntil = \(until)
                WHERE id = \(id) AND leaseKey = \(lease) AND state IN ('queued', 'uncertain')
                """)
            guard changed == 1 else { throw LeaseLost() }
        }
    }

    /// Phase two after a clear answer: the mail is sent; address and text are wiped.
    ///
    /// Also when the answer came after the lease had ended and the mail counts as uncertain by now.
    func markSent(_ id: ID<Mail>, lease: ID<Lease>, reply: SMTPReply, at now: Instant) async throws {
        try await database.write { w in
            let changed = try w.run(
                """
                UPDATE mail
                SET state = 'sent', attempts = attempts + 1, doneAt = \(now), leaseKey = NULL, leaseUntil = NULL,
                    recipient = '', content = \([UInt8]()), replyCode = \(reply.code), reply = \(reply.words)
                WHERE id = \(id) AND (leaseKey = \(lease) OR (state = 'uncertain' AND leaseKey IS NULL))
                """)
            if changed == 1 { try Self.audit("mail.sent", id, at: now, in: w) }
        }
    }

    /// Phase two after a final refusal, or when the time is over.
    ///
    /// - Parameter state: `.failed`, or `.uncertain` for a mail that an earlier attempt may have delivered: it rests there.
    func markFailed(
        _ id: ID<Mail>, lease: ID<Lease>, state: MailState, reply: SMTPReply, at now: Instant
    ) async throws {
        try await database.write { w in
            let changed = try w.run(
                """
                UPDATE mail
                SET state = \(state), attempts = attempts + 1, giveUpAt = \(now), doneAt = \(now), leaseKey = NULL,
                    leaseUntil = NULL, replyCode = \(reply.code), reply = \(reply.words)
                WHERE id = \(id) AND leaseKey = \(lease)
                """)
            if changed == 1 { try Self.audit("mail.\(state.rawValue)", id, at: now, in: w) }
        }
    }

    /// Back into the queue as `state`, due at `due`.
    func postpone(
        _ id: ID<Mail>, lease: ID<Lease>, to state: MailState, due: Instant, reply: SMTPReply, at now: Instant
    ) async throws {
        try await database.write { w in
            let changed = try w.run(
                """
                UPDATE mail
                SET state = \(state), attempts = attempts + 1, dueAt = \(due), leaseKey = NULL, leaseUntil = NULL,
                    replyCode = \(reply.code), reply = \(reply.words)
                WHERE id = \(id) AND leaseKey = \(lease)
                """)
            if changed == 1, state == .uncertain { try Self.audit("mail.uncertain", id, at: now, in: w) }
        }
    }

    /// Gives back what the worker did not come to, with the reason; no attempt is counted.
    func release(lease: ID<Lease>, reply: SMTPReply?) async throws {
        try await database.write { w in
            if let reply {
                try w.run(
                    """
                    UPDATE mail SET leaseKey = NULL, leaseUntil = NULL, replyCode = \(reply.code), reply = \(reply.words)
                    WHERE leaseKey = \(lease) AND state IN ('queued', 'uncertain')
                    """)
            } else {
                try w.run(
                    """
                    UPDATE mail SET leaseKey = NULL, leaseUntil = NULL
                    WHERE leaseKey = \(lease) AND state IN ('queued', 'uncertain')
                    """)
            }
        }
    }

    static func audit(_ action: String, _ id: ID<Mail>, at now: Instant, in w: Writer) throws {
        try w.audit(AuditEntry(actor: .system("mail"), action: action, object: Reference(.mail, id), at: now))
    }
}

/// Kennung einer Leihe: a worker's right to deliver certain mails for a while.
enum Lease {}

/// Another worker has taken the mail over.
struct LeaseLost: Error {}
