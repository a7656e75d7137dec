import Areas
import Prevention
import Storage
import Transfers
import Web

/// Wer kommt: the steering body, or who works for one or more participants.
struct ExchangeCaller: Sendable {
    let actor: AuditActor
    /// Steuerungsgruppe: an administrator of the whole house.
    let isBoard: Bool
    /// The participants in whose name it may act, by name; nobody acts for one that has left.
    let own: [ParticipantRecord]
    /// The participants whose pages it may read.
    let readable: Set<ID<Participant>>

    static let members: Set<Role> = [.administrator, .planner, .coordinator, .reader]
    static let writers: Set<Role> = [.administrator, .planner, .coordinator]
    static let actors: Set<Role> = [.planner, .coordinator]

    /// - Throws: `Forbidden` for who holds none of the roles.
    init(_ visit: Visit, _ market: Market, _ tree: AreaTree) throws {
        guard let account = visit.account else { throw Forbidden() }
        try self.init(account, market, tree)
    }

    /// - Throws: `Forbidden` for who holds none of the roles.
    init(_ account: Web.Account, _ market: Market, _ tree: AreaTree) throws {
        guard account.holds(anyOf: Self.members) else { throw Forbidden() }
        actor = account.auditActor
        isBoard = account.roles.contains { $0.role == .administrator && $0.area == nil && $0.organisation == nil }
        own = market.participants.filter { $0.isActive && Self.reaches($0, account, Self.actors, tree) }
        readable = Set(
            market.participants.filter { Self.reaches($0, account, [.reader, .planner, .coordinator], tree) }.map(\.id))
    }

    private static func reaches(
        _ participant: ParticipantRecord, _ account: Web.Account, _ roles: Set<Role>, _ tree: AreaTree
    ) -> Bool {
        account.roles.contains { grant in
            guard roles.contains(grant.role), grant.organisation == nil else { return false }
            guard let area = grant.area else { return true }
            if area == participant.areaKey { return true }
            guard let outer = AreaKey(area), let inner = participant.areaKey.flatMap({ AreaKey($0) }) else {
                return false
            }
            return tree.idsWithin(ID(key: outer)).contains(ID(key: inner))
        }
    }

    /// Whether it may see what concerns a participant alone.
    func sees(_ participant: ID<Participant>) -> Bool { isBoard || readable.contains(participant) }

    func owns(_ participant: ID<Participant>) -> Bool { own.contains { $0.id == participant } }

    /// The participant in whose name a page is shown: the one of the address, else the first.
    func acting(_ visit: Visit) -> ParticipantRecord? {
        let wanted = visit.query.text("fuer") ?? visit.form.text("fuer")
        return own.first { $0.id.text == wanted } ?? own.first
    }

    /// As what it can act in a transfer: in the name of each of its participants, and as the steering body.
    ///
    /// Whoever may speak for both sides speaks for the giver: what was received, somebody else confirms.
    func parties(_ transfer: Transfer) -> [(participant: ID<Participant>?, role: TransferRole)] {
        let sides = own.map(\.id).filter { transfer.role(of: $0) != .third }
        let gives = sides.contains { transfer.role(of: $0) == .giver }
        var parties: [(participant: ID<Participant>?, role: TransferRole)] =
            sides.map { ($0, transfer.role(of: $0)) }.filter { !gives || $0.role == .giver }
        if isBoard { parties.append((nil, .board)) }
        if sides.isEmpty, let third = own.first { parties.append((third.id, .third)) }
        return parties
    }

    func command(
        for participant: ID<Participant>?, _ visit: Visit, because reason: String
    ) -> ExchangeStore.Command {
        ExchangeStore.Command(by: actor, for: participant, at: visit.now, because: reason)
    }
}
