package import Prevention
package import Storage

/// Mail: one message on its way to one recipient.
package enum Mail {}

/// Stand einer Mail.
package enum MailState: String, CaseIterable, Sendable, SQLConvertible {
    /// Waits for its (next) attempt.
    case queued
    /// Is being handed over at this moment.
    case sending
    /// The server has taken it; address and text are wiped here.
    case sent
    /// Was refused for good, or nobody took it in time.
    case failed
    /// Was handed over without an answer; is tried again with the same Message-ID.
    case uncertain
}

/// Postausgang des Hauses: mails wait here, in the database, until a worker has delivered them.
///
/// ```swift
/// try await database.write { w in
///     try invitations.insert(invitation, in: w)
///     try mail.enqueue(message, key: "invitation:\(invitation.id)", about: Reference(.user, user), by: actor, in: w)
/// }
/// ```
package struct MailQueue: Sendable {
    /// Who the mails come from; for `MailMessage(from:)`.
    package let sender: MailAddress
    let database: Database
    let clock: Clock

    package init(database: Database, sender: MailAddress, clock: Clock) {
        self.database = database
        self.sender = sender
        self.clock = clock
    }

    /// Puts a mail into the queue, in the caller's transaction: it goes out exactly if the transaction holds.
    ///
    /// - Parameters:
    ///   - key: names the reason for this mail; a second mail with the same key is never made.
    ///   - about: the record that the mail concerns, for the list of mails that could not be delivered.
    ///   - giveUpAt: when it is no longer worth sending, for instance when its link ends; five days if `nil`.
    /// - Returns: the mail's key; of the first one, if the key is known already.
    @discardableResult
    package func enqueue(
        _ message: MailMessage, key: String, about: Reference, by actor: AuditActor, giveUpAt: Instant? = nil,
        in w: Writer
    ) throws -> ID<Mail> {
        if let known = try w.value("SELECT id FROM mail WHERE jobKey = \(key)", as: ID<Mail>.self) { return known }
        let now = clock.now()
        let id = ID<Mail>()
        let messageID = MessageID(key: key, sender: message.from)
        try w.run(
            """
            INSERT INTO mail (id, jobKey, messageId, aboutKind, aboutId, sender, recipient, content, state, attempts,
                createdAt, dueAt, giveUpAt, replyCode, reply)
            VALUES (\(id), \(key), \(messageID.text), \(about.kind), \(about.id), \(message.from.text), \(message.to.text),
                \(message.rendered(messageID: messageID, date: now)), 'queued', 0,
                \(now), \(now), \(giveUpAt ?? now.adding(seconds: 5 * 86_400)), 0, '')
            """)
        try w.audit(AuditEntry(actor: actor, action: "mail.enqueue", object: Reference(.mail, id), at: now))
        return id
    }

    /// How many mails are in each state.
    package func counts() async throws -> [MailState: Int] {
        try await database.read { r in
            var counts = Dictionary(uniqueKeysWithValues: MailState.allCases.map { ($0, 0) })
            for row in try r.rows("SELECT state, COUNT(*) FROM mail GROUP BY state") {
                counts[try row.get(0, as: MailState.self)] = try row.get(1, as: Int.self)
            }
            return counts
        }
    }

    /// A mail as an administrator sees it: without address and text.
    package struct Item: Hashable, Sendable {
        package let id: ID<Mail>
        package let about: Reference
        package let state: MailState
        package let attempts: Int
        package let createdAt: Instant
        package let dueAt: Instant
        /// The last answer of the server, or what went wrong here.
        package let reply: SMTPReply
    }

    /// The mails in one of `states`, oldest first.
    package func items(in states: [MailState], limit: Int = 200) async throws -> [Item] {
        try await database.read { r in
            try r.rows(
                """
                SELECT id, aboutKind, aboutId, state, attempts, createdAt, dueAt, replyCode, reply
                FROM mail
                WHERE state IN \(list: states)
                ORDER BY createdAt, id
                LIMIT \(limit)
                """
            ) { row in
                Item(
                    id: try row.get("id"),
                    about: Reference(try row.get("aboutKind"), try row.get("aboutId", as: String.self)),
                    state: try row.get("state"), attempts: try row.get("attempts"), createdAt: try row.get("createdAt"),
                    dueAt: try row.get("dueAt"),
                    reply: SMTPReply(code: try row.get("replyCode"), words: try row.get("reply")))
            }
        }
    }

    /// Puts a failed or uncertain mail back into the queue, with the same Message-ID and five more days.
    ///
    /// - Returns: `false` if the mail is in another state or unknown.
    package func sendAgain(_ id: ID<Mail>, by actor: AuditActor) async throws -> Bool {
        let now = clock.now()
        return try await database.write { w in
            let changed = try w.run(
                """
                UPDATE mail
                SET state = 'queued', dueAt = \(now), giveUpAt = \(now.adding(seconds: 5 * 86_400)), doneAt = NULL
                WHERE id = \(id) AND state IN ('failed', 'uncertain') AND leaseKey IS NULL AND recipient <> ''
                """)
            guard changed == 1 else { return false }
            try w.audit(AuditEntry(actor: actor, action: "mail.again", object: Reference(.mail, id), at: now))
            return true
        }
    }

    /// Wipes address and text of mails that failed or stayed uncertain and whose time ended more than `days` ago.
    ///
    /// - Returns: how many were wiped.
    package func wipe(olderThanDays days: Int = 30) async throws -> Int {
        let now = clock.now()
        return try await database.write { w in
            let wipeable: SQL = """
                state IN ('failed', 'uncertain') AND recipient <> '' AND leaseKey IS NULL
                AND giveUpAt < \(now.adding(seconds: -days * 86_400))
                """
            let ids = try w.rows("SELECT id FROM mail WHERE \(wipeable)") { try $0.get(0, as: ID<Mail>.self) }
            try w.run("UPDATE mail SET state = 'failed', recipient = '', content = \([UInt8]()) WHERE \(wipeable)")
            for id in ids { try MailStore.audit("mail.wipe", id, at: now, in: w) }
            return ids.count
        }
    }
}
