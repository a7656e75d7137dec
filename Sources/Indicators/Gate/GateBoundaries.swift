import Areas
import Prevention
import Storage

/// Gebietsstände: which numbers of old and of new areas are tied by one crosswalk, where both stand in the tree.
struct GateBoundaries: Hashable, Sendable {
    /// Austausch: old areas that together became these new ones, and nothing else did.
    struct Exchange: Hashable, Sendable {
        let old: [ID<Area>]
        let new: [ID<Area>]
    }

    /// Mischung: a new area of which parts of old ones are known; converted values follow it exactly.
    struct Mixture: Hashable, Sendable {
        struct Part: Hashable, Sendable {
            let old: ID<Area>
            let share: Double
        }

        let new: ID<Area>
        let parts: [Part]
    }

    let exchanges: [Exchange]
    let mixtures: [Mixture]
    /// Areas that exist only before and only after the change.
    let oldOnly: Set<ID<Area>>
    let newOnly: Set<ID<Area>>

    init(_ shares: [(old: String, new: String, share: Double)], ids: [String: ID<Area>]) {
        let (old, new) = (Set(shares.map(\.old)), Set(shares.map(\.new)))
        oldOnly = Set(old.subtracting(new).compactMap { ids[$0] })
        newOnly = Set(new.subtracting(old).compactMap { ids[$0] })
        mixtures = Dictionary(grouping: shares, by: \.new).sorted { $0.key < $1.key }.compactMap { key, parts in
            guard let own = ids[key], !parts.contains(where: { $0.old == key }), parts.contains(where: { $0.share < 1 })
            else { return nil }
            let known = parts.compactMap { part in
                ids[part.old].map { Mixture.Part(old: $0, share: part.share) }
            }
            return known.count == parts.count ? Mixture(new: own, parts: known) : nil
        }
        exchanges = Self.groups(shares).compactMap { old, new in
            let (from, to) = (old.compactMap { ids[$0] }, new.compactMap { ids[$0] })
            guard from.count == old.count, to.count == new.count, old.isDisjoint(with: new) else { return nil }
            return Exchange(old: from.sorted(), new: to.sorted())
        }
    }

    /// Old and new areas that hang together, by the first old one.
    private static func groups(_ shares: [(old: String, new: String, share: Double)])
        -> [(old: Set<String>, new: Set<String>)]
    {
        let targets = Dictionary(grouping: shares, by: \.old).mapValues { $0.map(\.new) }
        let sources = Dictionary(grouping: shares, by: \.new).mapValues { $0.map(\.old) }
        var seen: Set<String> = []
        return targets.keys.sorted().compactMap { start in
            guard !seen.contains(start) else { return nil }
            var (old, new): (Set<String>, Set<String>) = ([start], [])
            var open = [start]
            while let next = open.popLast() {
                for target in targets[next] ?? [] where new.insert(target).inserted {
                    for source in sources[target] ?? [] where old.insert(source).inserted { open.append(source) }
                }
            }
            seen.formUnion(old)
            return (old, new)
        }
    }

    /// One for each stored crosswalk that touches areas of the tree.
    static func read(_ r: Reader, among areas: [Area]) throws -> [GateBoundaries] {
        let ids = Dictionary(areas.map { ($0.key.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        var shares: [String: [(old: String, new: String, share: Double)]] = [:]
        try r.each(
            "SELECT crosswalkId, fromKey, toKey, share FROM crosswalkShare ORDER BY crosswalkId, fromKey, toKey"
        ) { row in
            let (old, new): (String, String) = (try row.get(1), try row.get(2))
            guard ids[old] != nil || ids[new] != nil else { return }
            shares[try row.get(0), default: []].append((old, new, try row.get(3)))
        }
        return shares.sorted { $0.key < $1.key }.map { GateBoundaries($0.value, ids: ids) }
            .filter { !$0.exchanges.isEmpty || !$0.mixtures.isEmpty || !$0.newOnly.isEmpty }
    }

    /// Areas below one as they stood before and after the change; all of them where nothing has changed.
    func editions(_ areas: [ID<Area>]) -> [[ID<Area>]] {
        guard areas.contains(where: oldOnly.contains), areas.contains(where: newOnly.contains) else { return [areas] }
        return [areas.filter { !newOnly.contains($0) }, areas.filter { !oldOnly.contains($0) }]
    }
}
