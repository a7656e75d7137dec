package import Prevention
package import Storage
import Texts

/// Reads and writes accounts and their roles. Every change is one audit entry in the same transaction.
package struct AccountStore: Sendable {
    let database: Database

    package init(database: Database) { self.database = database }

    // MARK: Reading

    /// All accounts by name.
    package func accounts() async throws -> [AccountRecord] {
        try await database.read { r in try Self.records(r, "TRUE") }
    }

    package func account(_ id: ID<Account>) async throws -> AccountRecord? {
        try await database.read { r in try Self.records(r, "a.id = \(id)").first }
    }

    package func account(email: String) async throws -> AccountRecord? {
        try await database.read { r in try Self.records(r, "a.email = \(email.lowercased())").first }
    }

    /// Every account that may sign in and holds the role somewhere, by name.
    package static func holders(of role: Role, _ r: Reader) throws -> [AccountRecord] {
        try records(
            r,
            """
            a.disabledAt IS NULL AND a.id IN (SELECT h.accountId FROM accountRole AS h WHERE h.role = \(role.rawValue))
            """)
    }

    static func records(_ r: Reader, _ condition: SQL) throws -> [AccountRecord] {
        var grants: [String: Set<RoleGrant>] = [:]
        try r.each(
            """
            SELECT g.accountId, g.role, g.organisation, g.area
            FROM accountRole AS g JOIN account AS a ON a.id = g.accountId
            WHERE \(condition)
            """
        ) { row in
            guard let role = Role(rawValue: try row.get(1)) else { return }
            let organisation: String = try row.get(2)
            let area: String = try row.get(3)
            grants[try row.get(0), default: []].insert(
                RoleGrant(
                    role, organisation: organisation.isEmpty ? nil : organisation, area: area.isEmpty ? nil : area))
        }
        let found = grants
        return try r.rows(
            """
            SELECT a.id, a.email, a.name, a.passwordHash, a.codeSecret, a.codeStep, a.createdAt, a.disabledAt,
                a.language
            FROM account AS a
            WHERE \(condition)
            ORDER BY a.name, a.id
            """
        ) { row in
            let id: ID<Account> = try row.get(0)
            return AccountRecord(
                id: id, email: try row.get(1), name: try row.get(2), passwordHash: try row.optional(3),
                codeSecret: try row.optional(4), codeStep: try row.optional(5), createdAt: try row.get(6),
                disabledAt: try row.optional(7), roles: found[id.text] ?? [],
                language: Language(rawValue: try row.get(8)) ?? .german)
        }
    }

    // MARK: Writing

    /// Adds an account without a password.
    ///
    /// - Throws: `AccountRefusal.emailTaken` if there is one with this address.
    @discardableResult
    static func insert(
        _ w: Writer, email: String, name: String, roles: Set<RoleGrant>, by actor: AuditActor, at now: Instant
    ) throws -> ID<Account> {
        let email = email.lowercased()
        guard try w.value("SELECT count(*) FROM account WHERE email = \(email)", as: Int.self) == 0 else {
            throw AccountRefusal.emailTaken
        }
        let id = ID<Account>()
        try w.run("INSERT INTO account (id, email, name, createdAt) VALUES (\(id), \(email), \(name), \(now))")
        try w.audit(AuditEntry(actor: actor, action: "account.create", object: Reference(.user, id), at: now))
        for grant in roles.sorted(by: { $0.role.rawValue < $1.role.rawValue }) {
            try add(w, grant, to: id, by: actor, at: now)
        }
        return id
    }

    /// Gives an account a role; nothing happens if it holds it already.
    package func add(_ grant: RoleGrant, to id: ID<Account>, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            try Self.require(w, id)
            try Self.add(w, grant, to: id, by: actor, at: now)
        }
    }

    private static func add(_ w: Writer, _ grant: RoleGrant, to id: ID<Account>, by actor: AuditActor, at now: Instant)
        throws
    {
        let added = try w.run(
            """
            INSERT INTO accountRole (accountId, role, organisation, area)
            VALUES (\(id), \(grant.role.rawValue), \(grant.organisation ?? ""), \(grant.area ?? ""))
            ON CONFLICT DO NOTHING
            """)
        guard added > 0 else { return }
        try w.audit(
            AuditEntry(
                actor: actor, action: "account.role.add", object: Reference(.user, id), at: now, reason: grant.text))
    }

    /// Takes a role away; it ends with the account's next request.
    ///
    /// - Throws: `AccountRefusal.lastAdministrator` if nobody could manage accounts any more.
    package func remove(_ grant: RoleGrant, from id: ID<Account>, by actor: AuditActor, at now: Instant) async throws {
        try await database.write { w in
            let removed = try w.run(
                """
                DELETE FROM accountRole
                WHERE accountId = \(id) AND role = \(grant.role.rawValue)
                    AND organisation = \(grant.organisation ?? "") AND area = \(grant.area ?? "")
                """)
            guard removed > 0 else { return }
            if grant.role == .administrator { try Self.requireAdministrator(w) }
            try w.audit(
                AuditEntry(
                    actor: actor, action: "account.role.remove", object: Reference(.user, id), at: now,
                    reason: grant.text))
        }
    }

    /// Locks an account out, or lets it in again; its sessions end.
    package func setDisabled(_ isDisabled: Bool, _ id: ID<Account>, by actor: AuditActor, at now: Instant) async throws
    {
        try await database.write { w in
            guard let record = try Self.records(w, "a.id = \(id)").first else { throw NotFound() }
            try w.run("UPDATE account SET disabledAt = \(isDisabled ? now : nil) WHERE id = \(id)")
            if isDisabled {
                if record.account.holds(anyOf: [.administrator]) { try Self.requireAdministrator(w) }
                try w.run("DELETE FROM accountSession WHERE accountId = \(id)")
                try w.run("DELETE FROM accountLink WHERE accountId = \(id)")
            }
            try w.audit(
                AuditEntry(
                    actor: actor, action: isDisabled ? "account.disable" : "account.enable",
                    object: Reference(.user, id),
                    at: now))
        }
    }

    static func require(_ r: Reader, _ id: ID<Account>) throws {
        guard try r.value("SELECT count(*) FROM account WHERE id = \(id)", as: Int.self) == 1 else { throw NotFound() }
    }

    /// Somebody must be able to manage accounts, once anybody could.
    private static func requireAdministrator(_ r: Reader) throws {
        let left = try r.value(
            """
            SELECT count(*) FROM accountRole AS g JOIN account AS a ON a.id = g.accountId
            WHERE g.role = \(Role.administrator.rawValue) AND a.disabledAt IS NULL
            """, as: Int.self)
        if left == 0 { throw AccountRefusal.lastAdministrator }
    }
}

/// Why a change of accounts is refused.
package enum AccountRefusal: Error, Sendable, Hashable {
    case emailTaken, lastAdministrator
}

extension RoleGrant {
    /// `editor`, `provider@<organisation>`, `planner/05978`: as the command line and the audit log write it.
    package var text: String {
        role.rawValue + (organisation.map { "@" + $0 } ?? "") + (area.map { "/" + $0 } ?? "")
    }

    /// Reads `role[@organisation][/area]`; `nil` for an unknown role.
    package init?(_ text: String) {
        let halves = text.split(separator: "/", maxSplits: 1)
        let parts = (halves.first ?? "").split(separator: "@", maxSplits: 1)
        guard let role = Role(rawValue: String(parts.first ?? "")) else { return nil }
        self.init(
            role, organisation: parts.count > 1 ? String(parts[1]) : nil,
            area: halves.count > 1 ? String(halves[1]) : nil)
    }
}
