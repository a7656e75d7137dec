import Areas
import Indicators
import Prevention
import Statistics

/// One published value as files and interface show it.
struct ValueRow: Sendable {
    let area: Area
    /// The town of a part of a town.
    let town: Area?
    let period: Period
    let value: PublishedValue
    /// 95 % limits in the unit of the indicator; `nil` where nothing is counted.
    let limits: Limits?
}

extension PublishedSeries {
    /// Every published value of areas that are known: oldest period first, then by level and key of the area.
    ///
    /// - Parameters:
    ///   - period: only this one.
    ///   - key: only the area with this key.
    func rows(_ tree: AreaTree, period: Period? = nil, area key: AreaKey? = nil) -> [ValueRow] {
        var rows: [ValueRow] = []
        for one in periods where period == nil || one == period {
            let found = values(in: one).compactMap { id, value in
                tree[id].map { area in
                    let town = tree.town(of: id).flatMap { $0.id == id ? nil : $0 }
                    return ValueRow(area: area, town: town, period: one, value: value, limits: limits(value))
                }
            }
            rows += found.filter { key == nil || $0.area.key == key }.sorted { $0.area.stands(before: $1.area) }
        }
        return rows
    }

    private func limits(_ value: PublishedValue) -> Limits? {
        guard let events = value.events, let base = value.base else { return nil }
        switch indicator.measure {
        case .share(let per): return Rate(events: events, base: base, method: .wilson, per: per)?.limits
        case .ratio(let per): return Rate(events: events, base: base, method: .count, per: per)?.limits
        case .count, .score, .yesNo: return nil
        }
    }

    /// Areas of which anything is published.
    func areas(_ tree: AreaTree) -> [Area] {
        Set(periods.flatMap { values(in: $0).keys }).compactMap { tree[$0] }.sorted { $0.stands(before: $1) }
    }
}

extension Area {
    /// By level from above, then by key; Kreis and kreisfreie Stadt stand side by side and are ordered by key alone.
    fileprivate func stands(before other: Area) -> Bool {
        if level < other.level { return true }
        return !(other.level < level) && key < other.key
    }
}
