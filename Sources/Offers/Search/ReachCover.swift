import Areas
import Prevention

/// Areas with numbers, for counting.
struct AreaNumbers: Sendable {
    let tree: AreaTree
    private let numbers: [ID<Area>: Int32]

    init(_ tree: AreaTree) {
        self.tree = tree
        numbers = Dictionary(
            tree.areas.enumerated().map { ($0.element.id, Int32($0.offset)) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(id: ID<Area>) -> Int32? { numbers[id] }
    subscript(number: Int32) -> Area { tree.areas[Int(number)] }
    var count: Int { tree.areas.count }
}

/// Einzugsgebiet in the tree of areas: which areas one combination of places serves, and how.
struct ReachCover: Sendable {
    /// Areas with something in them, by number in order: the places themselves and all above.
    let local: [Int32]
    /// Areas below one for which the offer is as a whole: a Kreis-wide offer serves each of its towns.
    let wide: [Int32]
    /// Centres of the towns and districts served, for offers without a public address.
    let centres: [EarthPoint]
    /// It is for more than one town.
    let isWide: Bool

    /// How well it serves an area.
    enum Fit: Int, Comparable {
        case none, wide, local
        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    init(_ reach: PlaceColumns.Reach, in areas: AreaNumbers) {
        let tree = areas.tree
        var local: Set<ID<Area>> = []
        var wide: Set<ID<Area>> = []
        let own = (reach.sites + reach.scope).compactMap { tree[$0] }
        for area in own {
            local.insert(area.id)
            local.formUnion(tree.ancestors(of: area.id).map(\.id))
        }
        for id in reach.scope { wide.formUnion(tree.idsWithin(id)) }
        wide.subtract(local)
        self.local = local.compactMap { areas[$0] }.sorted()
        self.wide = wide.compactMap { areas[$0] }.sorted()
        let isLarge = { (area: Area) in area.level == .land || area.level == .kreis }
        isWide = own.contains(where: isLarge)
        let served = own.filter { !isLarge($0) } + own.filter(isLarge).flatMap { tree.towns(within: $0.id) }
        centres = served.compactMap { area in
            (area.center ?? tree.ancestors(of: area.id).lazy.compactMap(\.center).first).map { EarthPoint($0) }
        }
    }

    /// The best fit for any of the areas.
    func fit(_ asked: [Int32]) -> Fit {
        if asked.contains(where: { Self.contains($0, in: local) }) { return .local }
        return asked.contains { Self.contains($0, in: wide) } ? .wide : .none
    }

    private static func contains(_ number: Int32, in sorted: [Int32]) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < number { low = middle + 1 } else { high = middle }
        }
        return low < sorted.count && sorted[low] == number
    }
}
