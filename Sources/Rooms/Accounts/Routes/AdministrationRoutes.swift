import HTML
import Prevention
import Texts
import Web

/// Routes of the administration of accounts. Administrators of an organisation or area see and manage only what lies
/// within theirs; everything else does not exist for them.
struct AdministrationRoutes: Sendable {
    let desk: SignInDesk
    let texts: TextCatalogue<AccountTexts>
    private static let access = Access.roles([.administrator])

    init(desk: SignInDesk, texts: TextCatalogue<AccountTexts>) {
        self.desk = desk
        self.texts = texts
    }

    func add(to routes: inout RouteTable) {
        routes.get("/konten", allow: Self.access) { visit in try await list(visit) }
        routes.get("/konten/einladen", allow: Self.access) { visit in
            try visit.requireFreshSignIn()
            return invitePage(visit, try FormReader(visit), texts[visit.language])
        }
        routes.post("/konten/einladen", allow: Self.access, bodyLimit: 16_384) { visit in try await invite(visit) }
        routes.get(AccountPaths.account.pattern, allow: Self.access) { visit in
            let record = try await managed(visit)
            return accountPage(visit, record, try FormReader(visit), texts[visit.language])
        }
        command(AccountPaths.roles, &routes) { visit, record in try await addRole(visit, record) }
        command(AccountPaths.roleEnd, &routes) { visit, record in try await removeRole(visit, record) }
        command(AccountPaths.lock, &routes) { visit, record in try await setLocked(true, visit, record) }
        command(AccountPaths.unlock, &routes) { visit, record in try await setLocked(false, visit, record) }
        command(AccountPaths.sessionEnd, &routes) { visit, record in
            try await desk.sessions.endAll(of: record.id, by: visit.signedInAccount().auditActor, at: visit.now)
            return done(visit, record)
        }
        command(AccountPaths.invitation, &routes) { visit, record in
            try await desk.inviteAgain(record.id, language: visit.language, by: visit.signedInAccount().auditActor)
            return done(visit, record)
        }
        command(AccountPaths.factorEnd, &routes) { visit, record in
            try await desk.removeSecondFactor(of: record.id, by: visit.signedInAccount().auditActor)
            return done(visit, record)
        }
    }

    /// A change of one account: only after a fresh authentication, only of accounts within reach.
    private func command(
        _ path: Path, _ routes: inout RouteTable,
        _ work: @escaping @Sendable (Visit, AccountRecord) async throws -> Answer
    ) {
        routes.post(path.pattern, allow: Self.access, bodyLimit: 16_384) { visit in
            try await work(visit, try await managed(visit))
        }
    }

    /// The account of the address, if the visitor manages it.
    private func managed(_ visit: Visit) async throws -> AccountRecord {
        let id = try visit.id(of: Account.self)
        guard let record = try await desk.accounts.account(id), try visit.signedInAccount().manages(record) else {
            throw NotFound()
        }
        try visit.requireFreshSignIn(back: AccountPaths.account.path(id.text))
        return record
    }

    private func list(_ visit: Visit) async throws -> Answer {
        let account = try visit.signedInAccount()
        let records = try await desk.accounts.accounts().filter { account.manages($0) }
        return accountListPage(visit, records, texts[visit.language])
    }

    private func invite(_ visit: Visit) async throws -> Answer {
        try visit.requireFreshSignIn(back: "/konten/einladen")
        var form = try FormReader(visit)
        let name = form.requiredText("name")
        let email = form.required("email") { $0.email("email") }
        let grant = try grant(visit, &form)
        if let name, let email, let grant, form.isComplete {
            do {
                try await desk.invite(
                    email: email, name: name, roles: [grant], language: visit.language,
                    by: visit.signedInAccount().auditActor)
                return .redirect(to: .to("/konten", query: [("fertig", "eingeladen")]), in: visit.language)
            } catch AccountRefusal.emailTaken {
                form.refuse("email", texts[visit.language].administration.emailTaken)
            }
        }
        return invitePage(visit, form, texts[visit.language])
    }

    /// The role of the form, if the visitor may give it.
    ///
    /// - Throws: `Forbidden` for a role beyond the visitor's own reach.
    private func grant(_ visit: Visit, _ form: inout FormReader) throws -> RoleGrant? {
        let role = form.required("aufgabe") { $0.choice("aufgabe", as: Role.self) }
        let grant = role.map { [organisation = form.text("anbieter", max: 100), area = form.text("gebiet", max: 100)] in
            RoleGrant($0, organisation: organisation, area: area)
        }
        if let grant, form.isComplete, try !visit.signedInAccount().mayGive(grant) { throw Forbidden() }
        return grant
    }

    private func addRole(_ visit: Visit, _ record: AccountRecord) async throws -> Answer {
        var form = try FormReader(visit)
        guard let grant = try grant(visit, &form), form.isComplete else {
            return accountPage(visit, record, form, texts[visit.language])
        }
        try await desk.accounts.add(grant, to: record.id, by: visit.signedInAccount().auditActor, at: visit.now)
        return done(visit, record)
    }

    private func removeRole(_ visit: Visit, _ record: AccountRecord) async throws -> Answer {
        guard let grant = visit.form.text("aufgabe").flatMap({ RoleGrant($0) }) else { throw NotFound() }
        do {
            try await desk.accounts.remove(
                grant, from: record.id, by: visit.signedInAccount().auditActor, at: visit.now)
            return done(visit, record)
        } catch AccountRefusal.lastAdministrator {
            throw Unprocessable(texts[visit.language].administration.lastAdministrator)
        }
    }

    private func setLocked(_ isLocked: Bool, _ visit: Visit, _ record: AccountRecord) async throws -> Answer {
        do {
            try await desk.accounts.setDisabled(
                isLocked, record.id, by: visit.signedInAccount().auditActor, at: visit.now)
            return done(visit, record)
        } catch AccountRefusal.lastAdministrator {
            throw Unprocessable(texts[visit.language].administration.lastAdministrator)
        }
    }

    private func done(_ visit: Visit, _ record: AccountRecord) -> Answer {
        let link = Link.to(AccountPaths.account.path(record.id.text), query: [("fertig", "gespeichert")])
        return .redirect(to: link, in: visit.language)
    }
}

extension Account {
    /// Whether this administrator manages an account: one of the own grants covers all that the account may do.
    func manages(_ record: AccountRecord) -> Bool {
        roles.contains { mine in
            guard mine.role == .administrator else { return false }
            let isEverywhere = mine.organisation == nil && mine.area == nil
            let coversAll = record.roles.allSatisfy { mine.covers(organisation: $0.organisation, area: $0.area) }
            return isEverywhere || coversAll && !record.roles.isEmpty
        }
    }

    /// Whether this administrator may give a role: within the own reach only.
    func mayGive(_ grant: RoleGrant) -> Bool {
        holds(anyOf: [.administrator], organisation: grant.organisation, area: grant.area)
    }
}
