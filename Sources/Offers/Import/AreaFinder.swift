import Areas
import Prevention
import Tables

/// Finds areas by key or by name as people write it.
struct AreaFinder: Sendable {
    private let byKey: [String: ID<Area>]
    private let byName: [String: ID<Area>]
    let isEmpty: Bool

    /// Towns win over Kreise and districts of the same name.
    init(_ areas: [Area]) {
        isEmpty = areas.isEmpty
        byKey = Dictionary(areas.map { ($0.key.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        var names: [String: ID<Area>] = [:]
        for area in areas.sorted(by: { ($0.level.isTown ? 0 : 1, $0.level) < ($1.level.isTown ? 0 : 1, $1.level) }) {
            for name in Self.spellings(of: area) where names[name] == nil { names[name] = area.id }
        }
        byName = names
    }

    private static func spellings(of area: Area) -> [String] {
        let name = Folding.fold(area.name)
        guard area.level == .kreis, !name.hasPrefix("kreis") else { return [name] }
        return ["kreis" + name, name]
    }

    func area(named name: String) -> ID<Area>? {
        if name.isEmpty { return nil }
        if let id = byName[Folding.fold(name)] { return id }
        return AreaKey(name).flatMap { byKey[$0.text] }
    }
}
