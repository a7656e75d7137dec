package import Prevention
package import Storage

/// Reads and writes sessions; of their tokens only the hash is stored.
package struct SessionStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    /// The session of a token with its account as it is now; `nil` if it has ended or the account is locked out.
    func signedIn(token: String, at now: Instant) async throws -> SignedIn? {
        let hash = SecretToken.hash(token)
        return try await database.read { r in
            guard let session = try Self.sessions(r, "tokenHash = \(hash)").first, !session.hasEnded(at: now),
                let record = try AccountStore.records(r, "a.id = \(session.accountID)").first, record.disabledAt == nil
            else { return nil }
            return SignedIn(session: session, record: record)
        }
    }

    /// The sessions of an account that have not ended, youngest first.
    package func sessions(of account: ID<Account>, at now: Instant) async throws -> [Session] {
        try await database.read { r in
            try Self.sessions(r, "accountId = \(account)").filter { !$0.hasEnded(at: now) && $0.stage == .full }
        }
    }

    private static func sessions(_ r: Reader, _ condition: SQL) throws -> [Session] {
        try r.rows(
            """
            SELECT id, accountId, stage, formToken, device, startedAt, seenAt, authenticatedAt
            FROM accountSession
            WHERE \(condition)
            ORDER BY startedAt DESC, id
            """
        ) { row in
            Session(
                id: try row.get(0), accountID: try row.get(1), stage: try row.get(2), formToken: try row.get(3),
                device: try row.get(4), startedAt: try row.get(5), seenAt: try row.get(6),
                authenticatedAt: try row.get(7))
        }
    }

    /// Starts a session and returns its token, which is stored nowhere.
    static func start(
        _ w: Writer, _ account: ID<Account>, stage: Session.Stage, device: String, at now: Instant
    ) throws -> String {
        let token = SecretToken.make()
        try w.run(
            """
            INSERT INTO accountSession (id, tokenHash, accountId, stage, formToken, device, startedAt, seenAt, authenticatedAt)
            VALUES (\(ID<Session>()), \(SecretToken.hash(token)), \(account), \(stage), \(SecretToken.make()), \(device),
                \(now), \(now), \(now))
            """)
        let oldest = now.adding(seconds: -Session.longestSeconds)
        try w.run("DELETE FROM accountSession WHERE startedAt < \(oldest)")
        return token
    }

    /// Notes that the session is in use.
    func touch(_ id: ID<Session>, at now: Instant) async throws {
        try await database.write { w in try w.run("UPDATE accountSession SET seenAt = \(now) WHERE id = \(id)") }
    }

    /// Gives a session a new token after a fresh authentication; the old one is worth nothing from now on.
    static func renew(_ w: Writer, _ id: ID<Session>, at now: Instant) throws -> String {
        let token = SecretToken.make()
        try w.run(
            """
            UPDATE accountSession
            SET tokenHash = \(SecretToken.hash(token)), formToken = \(SecretToken.make()), stage = 'full',
                seenAt = \(now), authenticatedAt = \(now)
            WHERE id = \(id)
            """)
        return token
    }

    /// The token that the forms of a session carry, for programs that send forms without reading pages.
    package func formToken(session token: String, at now: Instant) async throws -> String? {
        try await signedIn(token: token, at: now).map { SecretToken.masked($0.session.formToken) }
    }

    /// Forgets ended sessions and one-time links that were used or ran out.
    package func tidy(at now: Instant) async throws {
        let idle = now.adding(seconds: -Session.idleSeconds)
        let oldest = now.adding(seconds: -Session.longestSeconds)
        try await database.write { w in
            try w.run("DELETE FROM accountSession WHERE seenAt < \(idle) OR startedAt < \(oldest)")
            try w.run("DELETE FROM accountLink WHERE usedAt IS NOT NULL OR expiresAt < \(now)")
        }
    }

    /// Ends one session.
    package func end(_ session: Session, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try w.run("DELETE FROM accountSession WHERE id = \(session.id)")
            try w.audit(
                AuditEntry(
                    actor: actor, action: "account.signOut", object: Reference(.user, session.accountID), at: now))
        }
    }

    /// Ends all sessions of an account, except one if given.
    package func endAll(
        of account: ID<Account>, except kept: ID<Session>? = nil, by actor: AuditActor, at now: Instant
    ) async throws {
        try await database.write { w in
            try AccountStore.require(w, account)
            try w.run("DELETE FROM accountSession WHERE accountId = \(account) AND id <> \(kept?.text ?? "")")
            try w.audit(
                AuditEntry(actor: actor, action: "account.endSessions", object: Reference(.user, account), at: now))
        }
    }
}
