import Areas
import LearningNetwork
import Prevention
import Web

/// Rechte im Lernnetzwerk: who sits in a group, who speaks for a municipality, who may join a conversation.
enum LearningRights {
    /// Roles that work in groups where they hold a municipality; without one, everywhere.
    static let members: Set<Role> = [.administrator, .coordinator, .planner, .editor]

    /// Fachstelle: an administrator everywhere.
    static func isBoard(_ account: Account) -> Bool {
        account.roles.contains { $0.role == .administrator && $0.area == nil && $0.organisation == nil }
    }

    /// The municipalities of a group that the account speaks for, by name; empty for whoever is no member.
    static func places(_ account: Account, in group: LearningGroup) -> [Place] {
        group.places.filter { account.holds(anyOf: members, area: $0.area) }
    }

    static func isMember(_ account: Account, of group: LearningGroup) -> Bool {
        isBoard(account) || !places(account, in: group).isEmpty
    }

    /// Whether a task of this municipality is the account's own; the Fachstelle looks after all, but does not do them.
    static func hasTask(_ account: Account, of place: Place) -> Bool {
        let roles = Set(
            account.roles.filter { members.contains($0.role) && ($0.role != .administrator || $0.area != nil) })
        return roles.contains { $0.covers(organisation: nil, area: place.area) }
    }

    /// As what the account signs a post: its most telling role and the municipality of that role.
    static func author(_ account: Account, names: (String) -> String?) -> PostAuthor {
        let order: [Role] = [
            .administrator, .coordinator, .planner, .editor, .guide, .provider, .dataProtectionOfficer, .reader,
        ]
        let grant = account.roles.min { left, right in
            let (first, second) = (order.firstIndex(of: left.role) ?? 9, order.firstIndex(of: right.role) ?? 9)
            return (first, left.area ?? "") < (second, right.area ?? "")
        }
        let place = grant?.area.flatMap(names) ?? ""
        return PostAuthor(account: account.id, role: grant?.role ?? .reader, place: place)
    }
}

extension LearningRoom {
    /// The group's page may be read by everybody who is signed in; working in it is for its members.
    func require(member visit: Visit, of group: LearningGroup) throws -> Account {
        let account = try visit.signedInAccount()
        guard !group.isArchived, LearningRights.isMember(account, of: group) else { throw NotFound() }
        return account
    }

    /// Whether an account may read and join the conversation about something.
    ///
    /// Practices: everybody signed in. Requests and transfers: their two sides and the board. Meetings: the group.
    func mayJoin(_ reference: Reference, _ account: Account) async throws -> Bool {
        switch reference.kind {
        case .practice: return true
        case .transferRequest, .transfer: return try await ports.mayJoin(reference, account)
        case .meeting:
            guard let id = ID<Meeting>(reference.id), let meeting = try await store.meeting(id),
                let group = try await store.group(meeting.groupID)
            else { return false }
            return LearningRights.isMember(account, of: group)
        default: return false
        }
    }

    /// As what the account signs.
    func author(_ account: Account) async throws -> PostAuthor {
        let tree = try await areas.current().tree
        return LearningRights.author(account) { key in AreaKey(key).flatMap { tree.area(key: $0)?.name } }
    }
}
