import Areas
import Practice
import Prevention
import Storage
import Web

/// Schreibende Person: for which municipalities somebody writes, and whether for the Fachstelle.
struct PracticeWriter: Sendable {
    static let roles: Set<Role> = [.administrator, .editor, .coordinator, .planner]

    let actor: AuditActor
    /// An administrator of everything is the Fachstelle.
    let isOffice: Bool
    /// A role without area writes for every municipality.
    let isUnlimited: Bool
    /// Every area that the roles reach.
    let reach: Set<ID<Area>>
    /// The municipalities themselves: town or Kreis of each role.
    let homes: [ID<Area>]

    /// - Throws: `Forbidden` without any role here.
    init(_ visit: Visit, _ tree: AreaTree) throws {
        guard let account = visit.account else { throw Forbidden() }
        let grants = account.roles.filter { Self.roles.contains($0.role) && $0.organisation == nil }
        guard !grants.isEmpty else { throw Forbidden() }
        actor = account.auditActor
        isOffice = grants.contains { $0.role == .administrator && $0.area == nil }
        isUnlimited = grants.contains { $0.role != .administrator && $0.area == nil }
        let areas = Set(grants.compactMap { $0.area.flatMap { AreaKey($0) }.map { ID<Area>(key: $0) } })
        reach = areas.reduce(into: []) { $0.formUnion(tree.idsWithin($1)) }
        homes = Set(areas.filter { tree[$0] != nil }.map { tree.municipality(of: $0)?.id ?? $0 }).sorted()
    }

    var user: Reference { actor.reference }

    /// Whether the person writes practices of this municipality.
    func writes(for owner: ID<Area>) -> Bool { isUnlimited || isOffice || reach.contains(owner) }

    /// Whether the person belongs to this municipality, as the one whose practice it is or as one that took it over.
    func speaks(for area: ID<Area>) -> Bool { isUnlimited || reach.contains(area) }

    /// In whose name the person can take steps on a practice of `owner`.
    func people(for owner: ID<Area>) -> [Review.Person] {
        var offices: [Review.Person.Office] = []
        if speaks(for: owner) {
            offices.append(.municipality(owner))
        } else {
            offices += homes.map { .municipality($0) }
        }
        if isOffice { offices.append(.specialist) }
        return offices.map { Review.Person(user, of: $0) }
    }

    /// Drafts are private; what has been handed in is read by those who check it, what is published by everyone.
    func reads(_ file: PracticeFile) -> Bool { file.publishedVersion != nil || seesDraft(of: file) }

    /// Whether the newest version is for the person, also where an older one is published: while it is written only for
    /// the municipality, from the handing in on for those who check it.
    func seesDraft(of file: PracticeFile) -> Bool {
        ![.draft, .archived].contains(file.review.state) || writes(for: file.owner)
    }
}

extension AreaTree {
    /// The municipality that an area is or lies in: a town, or a Kreis for everything above the towns.
    func municipality(of id: ID<Area>) -> Area? { town(of: id) ?? kreis(of: id) }

    /// Every town and Kreis, by name.
    var municipalities: [Area] { areas.filter { $0.level.isTown || $0.level == .kreis } }
}

/// Namen der Kommunen, each naming exactly one.
struct MunicipalityNames: Sendable {
    private let names: [ID<Area>: String]
    private let ids: [String: ID<Area>]
    /// All names in order.
    let all: [String]

    init(_ tree: AreaTree, among isChosen: (Area) -> Bool = { _ in true }) {
        let areas = tree.municipalities.filter(isChosen)
        let counts = Dictionary(areas.map { ($0.name.lowercased(), 1) }, uniquingKeysWith: +)
        let pairs = areas.map { area in
            (area.id, counts[area.name.lowercased()] == 1 ? area.name : "\(area.name) (\(area.key.text))")
        }
        names = Dictionary(pairs) { first, _ in first }
        ids = Dictionary(pairs.map { ($0.1.lowercased(), $0.0) }) { first, _ in first }
        all = pairs.map(\.1)
    }

    /// The name; the key where the area is not known here.
    subscript(id: ID<Area>) -> String { names[id] ?? id.text }

    /// The municipality with this name, or with this key if it is not known here.
    func id(_ text: String) -> ID<Area>? { ids[text.trimmed.lowercased()] ?? ID<Area>(text.trimmed) }
}
