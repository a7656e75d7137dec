package import Prevention
package import Storage
package import Texts

/// Einmal-Links: invitations and new passwords.
extension SignInDesk {
    /// One-time links are good for an hour.
    package static let linkSeconds = 60 * 60

    /// Adds an account and sends it a link for its password.
    ///
    /// - Returns: the link, for operators who hand it over themselves.
    /// - Throws: `AccountRefusal.emailTaken`.
    @discardableResult
    package func invite(
        email: String, name: String, roles: Set<RoleGrant>, language: Language, by actor: AuditActor
    ) async throws -> String {
        let now = clock.now()
        return try await database.write { w in
            let id = try AccountStore.insert(w, email: email, name: name, roles: roles, by: actor, at: now)
            return try self.sendLink(w, id, email.lowercased(), .invitation, language, by: actor, at: now)
        }
    }

    /// Sends an account without a password its link once more; the older one ends.
    @discardableResult
    package func inviteAgain(_ id: ID<Account>, language: Language, by actor: AuditActor) async throws -> String {
        let now = clock.now()
        return try await database.write { w in
            guard let record = try AccountStore.records(w, "a.id = \(id)").first, record.disabledAt == nil else {
                throw NotFound()
            }
            return try self.sendLink(w, id, record.email, .invitation, language, by: actor, at: now)
        }
    }

    /// Sends a link for a new password if there is such an account; the answer is the same if not.
    ///
    /// - Throws: `TooManyRequests` after several requests for one address.
    package func requestReset(email: String, language: Language, address: String) async throws {
        let end = ContinuousClock.now + .seconds(settings.evenSeconds)
        try await makeReset(email: email.lowercased(), language: language, address: address)
        try await Task.sleep(until: end)
    }

    private func makeReset(email: String, language: Language, address: String) async throws {
        let keys: [Throttle.Key] = [.mail(email), .address(address)]
        let now = clock.now()
        try await database.write { w in
            try Throttle.check(w, keys, at: now)
            try Throttle.count(w, keys, at: now)
            let found = try AccountStore.records(w, "a.email = \(email)").first
            guard let found, found.disabledAt == nil else { return }
            try self.sendLink(w, found.id, found.email, .passwordReset, language, by: .user(found.id.text), at: now)
        }
    }

    @discardableResult
    private func sendLink(
        _ w: Writer, _ id: ID<Account>, _ email: String, _ kind: AccountMessage.Kind, _ language: Language,
        by actor: AuditActor, at now: Instant
    ) throws -> String {
        let token = SecretToken.make()
        let until = now.adding(seconds: Self.linkSeconds)
        let purpose = kind == .invitation ? "invitation" : "reset"
        try w.run("DELETE FROM accountLink WHERE accountId = \(id)")
        try w.run("UPDATE account SET language = \(language.tag) WHERE id = \(id)")
        try w.run(
            """
            INSERT INTO accountLink (tokenHash, accountId, purpose, createdAt, expiresAt)
            VALUES (\(SecretToken.hash(token)), \(id), \(purpose), \(now), \(until))
            """)
        try w.audit(AuditEntry(actor: actor, action: "account.\(purpose)", object: Reference(.user, id), at: now))
        let link = "\(settings.publicURL ?? "http://127.0.0.1:8080")\(language.pathPrefix)/zugang/\(token)"
        try mail.enqueue(
            w,
            AccountMessage(
                kind: kind, to: email, link: link, until: until, language: language, account: id, actor: actor))
        return link
    }

    /// The account of a one-time link that can still be used.
    package func account(ofLink token: String) async throws -> AccountRecord? {
        let now = clock.now()
        return try await database.read { r in try Self.account(r, ofLink: token, at: now) }
    }

    private static func account(_ r: Reader, ofLink token: String, at now: Instant) throws -> AccountRecord? {
        let id = try r.value(
            """
            SELECT accountId FROM accountLink
            WHERE tokenHash = \(SecretToken.hash(token)) AND usedAt IS NULL AND expiresAt > \(now)
            """, as: ID<Account>.self)
        return try id.flatMap { try AccountStore.records(r, "a.id = \($0)").first }.flatMap {
            $0.disabledAt == nil ? $0 : nil
        }
    }

    /// Uses a one-time link to set the account's password; all its sessions end, its second factor stays.
    ///
    /// - Returns: false if the link has been used or has expired meanwhile.
    package func usePasswordLink(_ token: String, password: String) async throws -> Bool {
        let hash = try await hasher.hash(password)
        let now = clock.now()
        return try await database.write { w in
            guard let record = try Self.account(w, ofLink: token, at: now) else { return false }
            try w.run("UPDATE accountLink SET usedAt = \(now) WHERE tokenHash = \(SecretToken.hash(token))")
            try w.run("DELETE FROM accountSession WHERE accountId = \(record.id)")
            try w.run("UPDATE account SET passwordHash = \(hash) WHERE id = \(record.id)")
            try Throttle.forget(w, .account(record.email))
            try w.audit(Self.entry("account.password", record, at: now, reason: "link"))
            return true
        }
    }

    /// Which password would be refused for this account.
    package func passwordRules(for record: AccountRecord) -> PasswordRules {
        PasswordRules(context: [houseName, record.email, record.name])
    }
}
