import Areas
import Prevention

/// Rahmen eines Vergleichs: an area and the parts of it that are compared.
struct GapFrame: Sendable {
    let area: Area
    let parts: [Area]
    /// What the parts are called beside each other.
    let names: AreaNames
    let today: Day
    let isFinest: Bool
    let tree: AreaTree
    /// Which part an area lies in.
    private let partOf: [ID<Area>: Int]
    /// Parts inside an area between the shown one and the parts.
    private let partsBelow: [ID<Area>: [Int]]
    private let above: Set<ID<Area>>

    init(area: Area, tree: AreaTree, today: Day, finest: Bool) {
        self.area = area
        self.tree = tree
        self.today = today
        isFinest = finest
        let parts = Self.parts(of: area, tree, today, finest)
        self.parts = parts
        names = AreaNames(parts, tree)
        var partOf: [ID<Area>: Int] = [:]
        var below: [ID<Area>: [Int]] = [:]
        for (number, part) in parts.enumerated() {
            for id in tree.idsWithin(part.id) { partOf[id] = number }
            for id in tree.ancestors(of: part.id).map(\.id).prefix(while: { $0 != area.id }) {
                below[id, default: []].append(number)
            }
        }
        self.partOf = partOf
        partsBelow = below
        above = Set(tree.ancestors(of: area.id).map(\.id))
    }

    private static func parts(of area: Area, _ tree: AreaTree, _ today: Day, _ finest: Bool) -> [Area] {
        let isThere = { (area: Area) in area.isValid(on: today) }
        if finest {
            let leaves = tree.descendants(of: area.id).filter(isThere).filter { leaf in
                !tree.children(of: leaf.id).contains(where: isThere)
            }
            return leaves.count > 1 ? leaves : []
        }
        var floor = tree.children(of: area.id).filter(isThere)
        if area.level == .land { floor = floor.filter { $0.level == .kreis || $0.level == .city } }
        return floor.count > 1 ? floor : []
    }

    func position(of part: ID<Area>) -> Int? { parts.firstIndex { $0.id == part } }

    /// The part an area is or lies in.
    func part(of area: ID<Area>) -> Int? { partOf[area] }

    /// The parts an area stands for: one, several, or all for the shown area itself; none for one elsewhere.
    func parts(in id: ID<Area>) -> [Int] {
        if let part = partOf[id] { return [part] }
        return id == area.id ? Array(parts.indices) : partsBelow[id] ?? []
    }

    func isAbove(_ id: ID<Area>) -> Bool { above.contains(id) }
    func isInside(_ id: ID<Area>) -> Bool { id == area.id || partOf[id] != nil || partsBelow[id] != nil }
}
