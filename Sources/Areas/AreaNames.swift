package import Prevention

/// Gebietsnamen nebeneinander: what areas are called in one list, table or chart, so that no two are mixed up.
///
/// Where districts of several towns stand side by side, each names its town: "Mitte (Musterstadt)". Names that are
/// still alike are told apart by their Kreis, else by what the areas are, else by their keys.
package struct AreaNames: Sendable {
    private let names: [ID<Area>: String]

    /// - Parameter areas: those that stand in one list.
    package init(_ areas: some Sequence<Area>, _ tree: AreaTree) {
        let areas = Array(areas)
        let towns = areas.map { area in area.isBelowTown ? tree.town(of: area.id) : nil }
        let isMixed = Set(towns.compactMap { $0?.id }).count > 1
        var names: [ID<Area>: String] = [:]
        for (area, town) in zip(areas, towns) {
            names[area.id] = isMixed ? Self.name(area, [town?.name ?? ""]) : area.name
        }
        let alike = Dictionary(grouping: Dictionary(areas.map { ($0.id, $0) }) { first, _ in first }.values) {
            names[$0.id]
        }
        for group in alike.values where group.count > 1 {
            for (area, words) in zip(group, Self.apart(group, tree)) {
                let town = isMixed && area.isBelowTown ? tree.town(of: area.id)?.name ?? "" : ""
                names[area.id] = Self.name(area, [town, words])
            }
        }
        self.names = names
    }

    /// The name of one of the areas; of others the plain one.
    package subscript(area: Area) -> String { names[area.id] ?? area.name }

    private static func name(_ area: Area, _ more: [String]) -> String {
        let more = more.filter { !$0.isEmpty && $0 != area.name }
        return more.isEmpty ? area.name : "\(area.name) (\(more.joined(separator: ", ")))"
    }

    /// What tells areas of one name apart.
    private static func apart(_ areas: [Area], _ tree: AreaTree) -> [String] {
        let ways: [(Area) -> String] = [
            { tree.kreis(of: $0.id)?.name ?? "" }, { $0.kind }, { $0.key.text },
        ]
        for way in ways {
            let words = areas.map(way)
            if Set(words).count == areas.count { return words }
        }
        return areas.map(\.key.text)
    }
}

extension AreaTree {
    /// The name of an area that stands alone: "Mitte (Musterstadt)" for a part of a town.
    package func fullName(of area: Area) -> String {
        guard area.isBelowTown, let town = town(of: area.id) else { return area.name }
        return "\(area.name) (\(town.name))"
    }
}

extension Area {
    fileprivate var isBelowTown: Bool { level > .municipality }
}
