import Areas
import Prevention

/// Ebene: which areas of a region are put side by side; the raw value stands in addresses.
enum AreaFloor: String, CaseIterable, Sendable {
    case kreise, orte, bezirke, stadtteile

    init(_ level: AreaLevel) {
        switch level {
        case .land, .kreis: self = .kreise
        case .city, .municipality: self = .orte
        case .borough: self = .bezirke
        case .district: self = .stadtteile
        }
    }

    /// A kreisfreie Stadt is a Kreis and a town.
    func holds(_ area: Area) -> Bool {
        switch self {
        case .kreise: area.level == .kreis || area.level == .city
        case .orte: area.level.isTown
        case .bezirke: area.level == .borough
        case .stadtteile: area.level == .district
        }
    }

    /// The areas of this level within `root`, by name; the root itself is none of them.
    func areas(within root: ID<Area>, _ tree: AreaTree) -> [Area] {
        tree.descendants(of: root).filter(holds).sorted { ($0.name, $0.key) < ($1.name, $1.key) }
    }
}

/// Ausschnitt: the areas of one level within one region.
struct AreaScope: Hashable, Sendable {
    let root: ID<Area>
    let floor: AreaFloor
}

/// Abdeckung: for which regions and levels a series knows something, so that pages offer no empty maps.
struct AreaCoverage: Sendable {
    /// Regions in the order of the tree, each with its levels from above.
    let regions: [(root: Area, floors: [AreaFloor])]
    /// What a page shows if nothing was chosen.
    let best: AreaScope?

    /// - Parameter known: areas for which something is published.
    init(_ known: some Sequence<ID<Area>>, _ tree: AreaTree) {
        var counts: [AreaScope: Int] = [:]
        for area in known.compactMap({ tree[$0] }) {
            let floors = area.level == .city ? [AreaFloor.kreise, .orte] : [AreaFloor(area.level)]
            for above in tree.ancestors(of: area.id) {
                for floor in floors { counts[AreaScope(root: above.id, floor: floor), default: 0] += 1 }
            }
        }
        let depth = { (area: Area) in tree.ancestors(of: area.id).count }
        let worth = counts.filter { $0.value > 1 }
        let roots = Set(worth.keys.map(\.root)).compactMap { tree[$0] }.sorted {
            (depth($0), $0.name, $0.key) < (depth($1), $1.name, $1.key)
        }
        regions = roots.map { root in
            (root, AreaFloor.allCases.filter { worth[AreaScope(root: root.id, floor: $0)] != nil })
        }
        // The map that shows most and is at least half full; of two equal ones that of the smaller region.
        var best: (scope: AreaScope, count: Int)?
        for (root, floors) in regions {
            for floor in floors {
                let scope = AreaScope(root: root.id, floor: floor)
                let count = worth[scope] ?? 0
                guard count * 2 >= floor.areas(within: root.id, tree).count, count >= best?.count ?? 1 else { continue }
                best = (scope, count)
            }
        }
        let fullest = worth.max { ($0.value, $1.key.root) < ($1.value, $0.key.root) }
        self.best = best?.scope ?? fullest?.key
    }
}
