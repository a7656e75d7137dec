package import Prevention

/// Gebietsbaum: all areas of an instance at one moment, in memory, ordered by name.
package struct AreaTree: Sendable {
    /// Every area, ordered by name and key.
    package let areas: [Area]
    private let positions: [ID<Area>: Int]
    private let childPositions: [ID<Area>: [Int]]

    package init(_ areas: [Area]) {
        let sorted = areas.sorted { ($0.name, $0.key) < ($1.name, $1.key) }
        self.areas = sorted
        positions = Dictionary(zip(sorted.map(\.id), sorted.indices), uniquingKeysWith: { first, _ in first })
        var children: [ID<Area>: [Int]] = [:]
        for (position, area) in sorted.enumerated() {
            if let parent = area.parentID { children[parent, default: []].append(position) }
        }
        childPositions = children
    }

    package subscript(id: ID<Area>) -> Area? { positions[id].map { areas[$0] } }

    /// The area with this key in any spelling.
    package func area(key: AreaKey) -> Area? { self[ID(key: key)] }

    /// Areas without an area above them.
    package var roots: [Area] { areas.filter { area in area.parentID.flatMap { self[$0] } == nil } }

    /// The areas directly below, ordered by name.
    package func children(of id: ID<Area>) -> [Area] { (childPositions[id] ?? []).map { areas[$0] } }

    /// The areas above, nearest first. Ends at the first repetition, should the tree ever hold a circle.
    package func ancestors(of id: ID<Area>) -> [Area] {
        var result: [Area] = []
        var seen: Set<ID<Area>> = [id]
        var next = self[id]?.parentID
        while let parentID = next, seen.insert(parentID).inserted, let parent = self[parentID] {
            result.append(parent)
            next = parent.parentID
        }
        return result
    }

    /// The areas with the same area above, without the area itself.
    package func siblings(of id: ID<Area>) -> [Area] {
        guard let parent = self[id]?.parentID else { return roots.filter { $0.id != id } }
        return children(of: parent).filter { $0.id != id }
    }

    /// The keys of the area and of everything below it; empty if there is no such area.
    package func idsWithin(_ id: ID<Area>) -> Set<ID<Area>> {
        guard self[id] != nil else { return [] }
        var result: Set<ID<Area>> = [id]
        var open = [id]
        while let next = open.popLast() {
            for child in children(of: next) where result.insert(child.id).inserted { open.append(child.id) }
        }
        return result
    }

    /// All areas below, those directly below first, each floor ordered by name.
    package func descendants(of id: ID<Area>) -> [Area] {
        var result: [Area] = []
        var seen: Set<ID<Area>> = [id]
        var floor = children(of: id)
        while !floor.isEmpty {
            floor = floor.filter { seen.insert($0.id).inserted }
            result += floor
            floor = floor.flatMap { children(of: $0.id) }
        }
        return result
    }

    /// The town the area is or lies in: the nearest Gemeinde or kreisfreie Stadt upwards, the area itself included.
    package func town(of id: ID<Area>) -> Area? {
        guard let area = self[id] else { return nil }
        return area.level.isTown ? area : ancestors(of: id).first(where: \.level.isTown)
    }

    /// The Kreis or kreisfreie Stadt the area is or lies in.
    package func kreis(of id: ID<Area>) -> Area? {
        guard let area = self[id] else { return nil }
        let isKreis = { (area: Area) in area.level == .kreis || area.level == .city }
        return isKreis(area) ? area : ancestors(of: id).first(where: isKreis)
    }

    /// The towns within the area, ordered by name.
    package func towns(within id: ID<Area>) -> [Area] {
        let ids = idsWithin(id)
        return areas.filter { $0.level.isTown && ids.contains($0.id) }
    }
}
