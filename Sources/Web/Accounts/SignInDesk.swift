package import Prevention
package import Storage
package import Texts

/// Anmeldung: signs people in and out, and gives them their password by one-time link.
///
/// Unknown and known accounts are answered alike, in words and in time.
package struct SignInDesk: Sendable {
    package let accounts: AccountStore
    package let sessions: SessionStore
    package let settings: WebSettings
    let database: Database
    let hasher: PasswordHasher
    let mail: AccountMail
    let clock: Clock
    /// What the house is called: part of the words that no password may be made of.
    let houseName: String

    package init(
        database: Database, clock: Clock, settings: WebSettings, houseName: String, mail: AccountMail,
        hasher: PasswordHasher = PasswordHasher()
    ) {
        self.database = database
        self.clock = clock
        self.settings = settings
        self.houseName = houseName
        self.mail = mail
        self.hasher = hasher
        accounts = AccountStore(database: database)
        sessions = SessionStore(database: database)
    }

    /// What came of an attempt to sign in.
    package enum Outcome: Sendable, Hashable {
        case refused
        /// The password is right, the code is still missing; the token belongs to a session that may do nothing yet.
        case needsCode(token: String)
        case signedIn(token: String)
    }

    /// Checks name and password.
    ///
    /// - Parameters:
    ///   - address: of the visitor's machine, for throttling.
    ///   - device: kind of browser, shown to the account in its list of sessions.
    ///   - language: of the page; mails to the account come in it from now on.
    /// - Throws: `TooManyRequests` while account or address pause.
    package func signIn(
        email: String, password: String, address: String, device: String, language: Language = .german
    ) async throws -> Outcome {
        let email = String(email.prefix(254)).lowercased()
        let keys: [Throttle.Key] = [.account(email), .address(address)]
        let now = clock.now()
        try await database.read { r in try Throttle.check(r, keys, at: now) }
        let found = try await accounts.account(email: email)
        let isRight = try await hasher.verify(password, found?.passwordHash)
        guard let found, isRight, found.disabledAt == nil else {
            try await refuse(found, keys, at: now)
            return .refused
        }
        if let hash = found.passwordHash, hasher.isOutdated(hash) {
            let renewed = try await hasher.hash(password)
            try await database.write { w in
                try w.run("UPDATE account SET passwordHash = \(renewed) WHERE id = \(found.id)")
            }
        }
        return try await database.write { w in
            if found.language != language {
                try w.run("UPDATE account SET language = \(language.tag) WHERE id = \(found.id)")
            }
            guard !found.hasSecondFactor else {
                return .needsCode(token: try SessionStore.start(w, found.id, stage: .code, device: device, at: now))
            }
            try Throttle.forget(w, .account(email))
            try w.audit(Self.entry("account.signIn", found, at: now))
            return .signedIn(token: try SessionStore.start(w, found.id, stage: .full, device: device, at: now))
        }
    }

    private func refuse(_ found: AccountRecord?, _ keys: [Throttle.Key], at now: Instant) async throws {
        try await database.write { w in
            try Throttle.count(w, keys, at: now)
            try w.audit(
                AuditEntry(
                    actor: .system("sign-in"), action: "account.signInRefused",
                    object: Reference(.user, found?.id.text ?? "unbekannt"), at: now))
        }
    }

    /// Checks the code of the second factor; the session gets a new token.
    ///
    /// - Returns: the new token, `nil` if the code is wrong or was used before.
    package func confirmCode(_ code: String, of pending: SignedIn, address: String) async throws -> String? {
        let now = clock.now()
        let keys: [Throttle.Key] = [.account(pending.record.email), .address(address)]
        return try await database.write { w in
            try Throttle.check(w, keys, at: now)
            guard try Self.useCode(w, code, of: pending.record.id, at: now) else {
                try Throttle.count(w, keys, at: now)
                try w.audit(Self.entry("account.signInRefused", pending.record, at: now, reason: "code"))
                return nil
            }
            try Throttle.forget(w, keys[0])
            try w.audit(Self.entry("account.signIn", pending.record, at: now, reason: "code"))
            return try SessionStore.renew(w, pending.session.id, at: now)
        }
    }

    /// Accepts a code once.
    static func useCode(_ w: Writer, _ code: String, of id: ID<Account>, at now: Instant) throws -> Bool {
        guard let record = try AccountStore.records(w, "a.id = \(id)").first, let secret = record.codeSecret,
            let step = OneTimeCode.accept(
                code, secret: secret, atMilliseconds: now.milliseconds, after: record.codeStep)
        else { return false }
        try w.run("UPDATE account SET codeStep = \(step) WHERE id = \(id)")
        return true
    }

    /// Asks a signed-in account once more for its password, and its code if it has a second factor; the session gets a
    /// new token and counts as fresh for five minutes.
    ///
    /// - Returns: the new token, `nil` if something is wrong.
    package func authenticateAgain(
        _ visitor: SignedIn, password: String, code: String, address: String
    ) async throws -> String? {
        let now = clock.now()
        let keys: [Throttle.Key] = [.account(visitor.record.email), .address(address)]
        try await database.read { r in try Throttle.check(r, keys, at: now) }
        let isRight = try await hasher.verify(password, visitor.record.passwordHash)
        return try await database.write { w in
            let isComplete =
                try isRight
                && (!visitor.record.hasSecondFactor || Self.useCode(w, code, of: visitor.record.id, at: now))
            guard isComplete else {
                try Throttle.count(w, keys, at: now)
                try w.audit(Self.entry("account.stepUpRefused", visitor.record, at: now))
                return nil
            }
            try w.audit(Self.entry("account.stepUp", visitor.record, at: now))
            return try SessionStore.renew(w, visitor.session.id, at: now)
        }
    }

    static func entry(_ action: String, _ record: AccountRecord, at now: Instant, reason: String = "") -> AuditEntry {
        AuditEntry(
            actor: .user(record.id.text), action: action, object: Reference(.user, record.id), at: now, reason: reason)
    }
}
