import Areas
import Prevention

/// Gemischte Gebietsstände: areas in one period of a file that never existed on the same day.
enum BoundaryMix {
    /// The rows of areas that had ended before another area of the same period began, by row.
    static func rows(_ new: [(value: MeasuredValue, row: Int)], tree: AreaTree) -> [(row: Int, area: Area, other: Area)]
    {
        var byPeriod: [Period: [ID<Area>: Int]] = [:]
        for one in new {
            guard case .area(let id) = one.value.place else { continue }
            byPeriod[one.value.period, default: [:]][id] = min(byPeriod[one.value.period]?[id] ?? .max, one.row)
        }
        var found: [Int: (Area, Area)] = [:]
        for areas in byPeriod.values {
            let known = areas.compactMap { id, row in tree[id].map { (area: $0, row: row) } }
            let ended = known.filter { $0.area.validTo != nil }
            guard !ended.isEmpty else { continue }
            let begun = known.filter { $0.area.validFrom != nil }.sorted { $0.area.key < $1.area.key }
            for old in ended {
                if let young = begun.first(where: {
                    ($0.area.validFrom ?? .init(daysSince1970: 0)) > (old.area.validTo ?? .init(daysSince1970: 0))
                }) {
                    found[old.row] = (old.area, young.area)
                }
            }
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.0, $0.value.1) }
    }
}
