import Areas
import Language
import Prevention
import Tables

/// Finds areas by key or by name as tables write them.
///
/// Keys: official ones in any length (lost leading zeros too), local ones within a town. Names: with and without
/// "Stadt", "Kreis", "Stadtbezirk"; a name may stand for several areas.
struct AreaMatcher: Sendable {
    /// What a cell may mean.
    enum Match: Hashable, Sendable {
        case one(ID<Area>)
        /// The same name on several levels, highest level first.
        case several([ID<Area>])
        case none
    }

    let tree: AreaTree
    private let scope: Area?
    private var byName: [String: [ID<Area>]] = [:]
    private var byLocalKey: [String: [ID<Area>]] = [:]
    private let names: [(folded: [UInt8], area: Area)]

    /// - Parameter scope: only the area itself and what lies within it; `nil` = everything.
    init(_ tree: AreaTree, within scope: Area? = nil) {
        self.tree = tree
        self.scope = scope
        let inside = scope.map { tree.idsWithin($0.id) }
        let areas = tree.areas.filter { inside?.contains($0.id) ?? true }.sorted {
            ($0.level, $0.key) < ($1.level, $1.key)
        }
        names = areas.map { (Array(Tables.Folding.fold($0.name).utf8), $0) }
        for area in areas {
            for name in Self.spellings(of: area) where byName[name]?.contains(area.id) != true {
                byName[name, default: []].append(area.id)
            }
            if !area.key.isOfficial {
                byLocalKey[Self.withoutZeros(area.key.localPart), default: []].append(area.id)
            }
        }
    }

    private static func spellings(of area: Area) -> [String] {
        let name = Tables.Folding.fold(area.name)
        let titles: [String] =
            switch area.level {
            case .land: ["land"]
            case .kreis: ["kreis", "landkreis"]
            case .city, .municipality: ["stadt", "gemeinde", "kreisfreiestadt"]
            case .borough: ["bezirk", "stadtbezirk"]
            case .district: ["stadtteil", "ortsteil"]
            }
        return [name] + titles.flatMap { [$0 + name, name + $0] }
    }

    private static func withoutZeros(_ text: String) -> String {
        let rest = text.lowercased().drop { $0 == "0" }
        return rest.isEmpty ? "0" : String(rest)
    }

    /// Keys first, then names; names within the scope only.
    func match(_ written: String) -> Match {
        let text = written.trimmingBlanks
        if text.isEmpty { return .none }
        if let id = byKey(text) { return .one(id) }
        let folded = Tables.Folding.fold(text)
        guard let found = byName[folded], let first = found.first else { return byLocalKey(text) }
        return found.count == 1 ? .one(first) : .several(found)
    }

    private func byKey(_ text: String) -> ID<Area>? {
        let digits = text.filter { $0 != " " }
        guard digits.utf8.allSatisfy({ (48...57).contains($0) }) || text.contains("/") else { return nil }
        // Local keys of a stated town win: "05" may be a district there.
        if scope != nil, case .one(let id) = byLocalKey(text) { return id }
        if let area = AreaKey(digits).flatMap({ tree.area(key: $0) }) { return area.id }
        // A table program has taken the leading zero for a number's.
        if digits.utf8.count == 7 || digits.utf8.count == 4 || digits.utf8.count == 11 {
            return AreaKey(official: "0" + digits).flatMap { tree.area(key: $0) }?.id
        }
        return nil
    }

    private func byLocalKey(_ text: String) -> Match {
        guard let found = byLocalKey[Self.withoutZeros(text)], let first = found.first else { return .none }
        let exact = found.filter { tree[$0]?.key.localPart == text }
        if exact.count == 1 { return .one(exact[0]) }
        return found.count == 1 ? .one(first) : .none
    }

    /// The area whose name is nearest, at most a third of the letters away; for hints.
    func nearest(to written: String) -> Area? {
        let wanted = Array(Tables.Folding.fold(written).utf8)
        guard wanted.count > 2 else { return nil }
        var best: (distance: Int, area: Area)?
        for (folded, area) in names {
            let limit = min(best.map { $0.distance - 1 } ?? Int.max, max(1, wanted.count / 3))
            guard limit >= 0, let distance = EditDistance.within(limit, wanted, folded) else { continue }
            best = (distance, area)
            if distance == 0 { break }
        }
        return best?.area
    }
}
