package import HTML
import Storage

extension Access {
    /// What becomes of a visitor at a route.
    package enum Decision: Sendable, Hashable {
        case allowed
        /// Nobody is signed in who could be asked for roles.
        case signIn
        case forbidden
        /// As if the route did not exist.
        case hidden
    }

    /// - Parameter account: `nil` for visitors who are not (completely) signed in.
    package func decide(_ account: Account?, isDevelopment: Bool) -> Decision {
        switch self {
        case .everyone, .personalLink: .allowed
        case .development: isDevelopment ? .allowed : .hidden
        case .signedIn: account == nil ? .signIn : .allowed
        case .roles(let wanted): account.map { $0.holds(anyOf: wanted) ? .allowed : .forbidden } ?? .signIn
        }
    }
}

extension RoleGrant {
    /// Whether the grant reaches an organisation and an area. A grant without one reaches all; an area key reaches the
    /// areas within it.
    package func covers(organisation: String?, area: String?) -> Bool {
        let fitsOrganisation = self.organisation == nil || self.organisation == organisation
        let fitsArea = self.area.map { Self.reaches($0, area) } ?? true
        return fitsOrganisation && fitsArea
    }

    /// The keys of a Land and of a Kreis begin the keys of what lies within; any other key begins those of its own
    /// districts only, before a stroke: `…/stadt-1` is not `…/stadt-10`.
    private static func reaches(_ mine: String, _ area: String?) -> Bool {
        guard let area else { return false }
        let isAbove = !mine.contains("/") && mine.utf8.count <= 5
        return area == mine || area.hasPrefix(mine + "/") || isAbove && area.hasPrefix(mine)
    }
}

extension Account {
    /// Whether one of the roles is held where the record belongs.
    package func holds(anyOf wanted: Set<Role>, organisation: String? = nil, area: String? = nil) -> Bool {
        roles.contains { wanted.contains($0.role) && $0.covers(organisation: organisation, area: area) }
    }
}

extension Visit {
    /// The account, for handlers whose route needs one.
    ///
    /// - Throws: `Forbidden` if nobody is signed in.
    package func signedInAccount() throws -> Account {
        guard let account else { throw Forbidden() }
        return account
    }

    /// Checks that the visitor may touch this record.
    ///
    /// - Parameters:
    ///   - organisation: key of the provider to which the record belongs.
    ///   - area: key of the area to which it belongs.
    /// - Throws: `NotFound`: whoever may not touch a record is not told that it exists.
    @discardableResult
    package func require(_ roles: Set<Role>, organisation: String? = nil, area: String? = nil) throws -> Account {
        guard let account, account.holds(anyOf: roles, organisation: organisation, area: area) else { throw NotFound() }
        return account
    }

    /// Checks that password or code were given within the last five minutes, for exports and changes of roles.
    ///
    /// - Parameter back: where the visitor goes on afterwards; this page if `nil`.
    /// - Throws: an error that leads the visitor to the page that asks for them, and from there back.
    package func requireFreshSignIn(back: String? = nil) throws {
        guard let session = signedIn?.session, session.isFresh(at: now) else {
            throw StaleSignIn(back: back ?? (method == "GET" ? path : "/"))
        }
    }
}

/// The visitor must give the password once more: 303 to the page that asks for it.
struct StaleSignIn: Error {
    let back: String
}

/// Rücksprung: where a visitor wanted to go before signing in. Only pages of this house.
package enum ReturnPath {
    package static let field = "weiter"

    /// A link to the path, the start page for anything that could lead elsewhere.
    package static func link(_ path: String?) -> Link {
        guard let path, isLocal(path) else { return .to("/") }
        return .to(path)
    }

    static func isLocal(_ path: String) -> Bool {
        path.hasPrefix("/") && !path.hasPrefix("//") && path.utf8.count <= 1_000
            && path.unicodeScalars.allSatisfy { $0.value > 32 && $0.value < 127 && $0 != "\\" }
    }
}
