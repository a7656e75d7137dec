package import Prevention
package import Storage

/// What accounts do with themselves, and what the command line does with them.
extension SignInDesk {
    /// Changes the password of a signed-in account; its other sessions end, this one gets a new token.
    ///
    /// - Returns: the new token, `nil` if the current password is wrong.
    package func changePassword(
        of visitor: SignedIn, current: String, new: String, address: String
    ) async throws -> String? {
        let now = clock.now()
        let keys: [Throttle.Key] = [.account(visitor.record.email), .address(address)]
        try await database.read { r in try Throttle.check(r, keys, at: now) }
        guard try await hasher.verify(current, visitor.record.passwordHash) else {
            try await database.write { w in
                try Throttle.count(w, keys, at: now)
                try w.audit(Self.entry("account.passwordRefused", visitor.record, at: now))
            }
            return nil
        }
        let hash = try await hasher.hash(new)
        return try await database.write { w in
            try w.run("UPDATE account SET passwordHash = \(hash) WHERE id = \(visitor.record.id)")
            try w.run(
                "DELETE FROM accountSession WHERE accountId = \(visitor.record.id) AND id <> \(visitor.session.id)")
            try w.audit(Self.entry("account.password", visitor.record, at: now))
            return try SessionStore.renew(w, visitor.session.id, at: now)
        }
    }

    /// Switches the second factor on, once a code shows that the app knows the secret. The session gets a new token.
    package func enrol(_ visitor: SignedIn, secret: String, code: String) async throws -> String? {
        let now = clock.now()
        guard let step = OneTimeCode.accept(code, secret: secret, atMilliseconds: now.milliseconds, after: nil) else {
            return nil
        }
        return try await database.write { w in
            try w.run("UPDATE account SET codeSecret = \(secret), codeStep = \(step) WHERE id = \(visitor.record.id)")
            try w.audit(Self.entry("account.secondFactor", visitor.record, at: now))
            return try SessionStore.renew(w, visitor.session.id, at: now)
        }
    }

    /// Switches the second factor off, for an account that has lost its device.
    package func removeSecondFactor(of id: ID<Account>, by actor: AuditActor) async throws {
        let now = clock.now()
        try await database.write { w in
            try AccountStore.require(w, id)
            try w.run("UPDATE account SET codeSecret = NULL, codeStep = NULL WHERE id = \(id)")
            try w.run("DELETE FROM accountSession WHERE accountId = \(id)")
            try w.audit(
                AuditEntry(actor: actor, action: "account.secondFactor.remove", object: Reference(.user, id), at: now))
        }
    }

    /// Adds an account with a password, for the command line and demo houses.
    ///
    /// - Throws: `AccountRefusal.emailTaken`.
    @discardableResult
    package func add(
        email: String, name: String, roles: Set<RoleGrant>, password: String, by actor: AuditActor
    ) async throws -> ID<Account> {
        let hash = try await hasher.hash(password)
        let now = clock.now()
        return try await database.write { w in
            let id = try AccountStore.insert(w, email: email, name: name, roles: roles, by: actor, at: now)
            try w.run("UPDATE account SET passwordHash = \(hash) WHERE id = \(id)")
            return id
        }
    }

    /// Starts a session without asking, for tests that need a signed-in visitor.
    package func startSession(of id: ID<Account>, device: String) async throws -> String {
        let now = clock.now()
        return try await database.write { w in
            try SessionStore.start(w, id, stage: .full, device: device, at: now)
        }
    }
}
