package import Design
package import HTML
package import Prevention
package import Storage
package import Texts

/// Raum: one instrument of the prevention chain as the house sees it.
package protocol Room: Sendable {
    /// Short name, also the prefix of its migrations: `portal`.
    static var name: String { get }
    static var migrations: [Migration] { get }
    /// What its pages need beside the style sheet of all pages.
    static var styles: Set<StyleAddition> { get }
    func addRoutes(to routes: inout RouteTable)
    /// Entries of the main navigation in this language; `account` is nil for visitors.
    func navigation(_ language: Language, _ account: Account?) -> [NavigationItem]
    /// What waits here for the person who is signed in; nothing for visitors.
    func errands(for visit: Visit) async throws -> [Errand]
    /// Throws away what has served its time; runs once a day, also on several instances side by side.
    func tidy(at now: Instant) async throws
}

extension Room {
    package static var migrations: [Migration] { [] }
    package static var styles: Set<StyleAddition> { [] }
    package func navigation(_ language: Language, _ account: Account?) -> [NavigationItem] { [] }
    package func errands(for visit: Visit) async throws -> [Errand] { [] }
    package func tidy(at now: Instant) async throws {}
}

/// Anstehendes: one thing in a room that waits for the person who is signed in.
package struct Errand: Sendable, Hashable {
    /// What is to be done, in a few words: "Vorschlag beantworten".
    package let task: String
    /// What it is about.
    package let subject: String
    package let link: Link
    /// The last day; `nil` where there is none.
    package let due: Day?

    package init(_ task: String, subject: String, link: Link, due: Day? = nil) {
        self.task = task
        self.subject = subject
        self.link = link
        self.due = due
    }
}

/// Rolle: what an account may do, at an organisation and an area.
package enum Role: String, CaseIterable, Sendable, Hashable {
    case administrator, planner, coordinator, editor, provider, guide
    case dataProtectionOfficer = "data_protection_officer"
    case reader
}

/// Who may use a route; every route declares it.
package enum Access: Sendable, Hashable {
    /// Anyone without signing in.
    case everyone
    /// Any signed-in account.
    case signedIn
    /// Signed-in accounts that hold one of the roles, anywhere.
    case roles(Set<Role>)
    /// Holders of a personal link; the handler checks the link itself.
    case personalLink
    /// Development and demo houses on this machine only.
    case development
}

/// A signed-in person with roles; the name is shown only to itself.
package struct Account: Sendable, Hashable {
    package let id: String
    package let name: String
    package let roles: Set<RoleGrant>

    package init(id: String, name: String, roles: Set<RoleGrant>) {
        self.id = id
        self.name = name
        self.roles = roles
    }

    /// Whether one of the roles is held anywhere.
    package func holds(anyOf wanted: Set<Role>) -> Bool { roles.contains { wanted.contains($0.role) } }
    package var auditActor: AuditActor { .user(id) }
}

/// A role at an organisation (provider key) and an area (area key); `nil` means everywhere.
package struct RoleGrant: Sendable, Hashable {
    package let role: Role
    package let organisation: String?
    package let area: String?

    package init(_ role: Role, organisation: String? = nil, area: String? = nil) {
        self.role = role
        self.organisation = organisation
        self.area = area
    }
}
