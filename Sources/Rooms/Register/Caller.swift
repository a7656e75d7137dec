import Areas
import Offers
import Prevention
import Storage
import Web

/// Who works in the register, and how far the roles reach.
struct Caller: Sendable {
    let actor: AuditActor
    /// `nil` = the whole register.
    let reach: OfferReach?
    /// May do what belongs to the register itself: publish, decide proposals, look after providers.
    let isEditor: Bool
    /// Providers in whose name the caller works; `nil` = any.
    let providerIDs: Set<ID<Provider>>?

    static let editors: Set<Role> = [.administrator, .editor]
    static let all: Set<Role> = [.administrator, .editor, .provider]

    /// - Throws: `Forbidden` without any role here.
    init(_ visit: Visit, areas: AreaTree) throws {
        guard let account = visit.account, account.holds(anyOf: Self.all) else { throw Forbidden() }
        actor = account.auditActor
        isEditor = account.holds(anyOf: Self.editors)
        // A provider's role without an organisation gives nothing.
        let grants = account.roles.filter { grant in
            Self.editors.contains(grant.role) || grant.role == .provider && grant.organisation != nil
        }
        if grants.contains(where: { $0.organisation == nil && $0.area == nil }) {
            (reach, providerIDs) = (nil, nil)
            return
        }
        reach = OfferReach(grants.compactMap { Self.scope($0, areas) })
        let isBound = grants.allSatisfy { $0.organisation != nil }
        providerIDs = isBound ? Set(grants.compactMap { $0.organisation.flatMap { ID<Provider>($0) } }) : nil
    }

    /// The holder of a personal link: the offers of one provider.
    init(_ link: ProviderLink) {
        actor = link.auditActor
        isEditor = false
        reach = OfferReach([OfferReach.Scope(providerID: link.providerID, areaIDs: nil)])
        providerIDs = [link.providerID]
    }

    /// `nil` for keys that name nothing.
    private static func scope(_ grant: RoleGrant, _ tree: AreaTree) -> OfferReach.Scope? {
        let provider = grant.organisation.flatMap { ID<Provider>($0) }
        if grant.organisation != nil, provider == nil { return nil }
        let areas = grant.area.map { text in AreaKey(text).map { tree.idsWithin(ID(key: $0)) } ?? [] }
        return OfferReach.Scope(providerID: provider, areaIDs: areas)
    }

    /// Whether the whole register is the caller's.
    var isUnlimited: Bool { reach == nil }

    func mayEdit(_ detail: OfferDetail) -> Bool { reach?.contains(detail) ?? true }

    /// A provider's own entry: all for unlimited editors, the own ones otherwise, those of the area for its editors.
    func mayEdit(_ provider: Provider, _ tree: AreaTree) -> Bool {
        guard let reach else { return true }
        return reach.scopes.contains { scope in
            if let id = scope.providerID { return id == provider.id }
            guard isEditor, let key = provider.areaKey.flatMap({ AreaKey($0) }) else { return false }
            return scope.areaIDs?.contains(ID(key: key)) ?? true
        }
    }

    /// A place: all for unlimited editors, those of the own providers or of the own areas otherwise.
    func mayEdit(_ facility: Facility) -> Bool {
        guard let reach else { return true }
        return reach.scopes.contains { scope in
            if let id = scope.providerID, facility.providerID != id { return false }
            guard let areas = scope.areaIDs else { return scope.providerID != nil }
            return facility.areaID.map(areas.contains) ?? false
        }
    }

    /// To which states the caller may bring an offer; editors publish, providers hand in, pause and end.
    func nextStatuses(of status: OfferStatus) -> [OfferStatus] {
        if isEditor { return OfferStatus.allCases.filter { $0 != status } }
        switch status {
        case .draft: return [.inReview, .ended]
        case .inReview: return [.draft, .ended]
        case .active: return [.paused, .ended]
        case .paused: return [.active, .ended]
        case .ended: return [.inReview]
        }
    }
}
