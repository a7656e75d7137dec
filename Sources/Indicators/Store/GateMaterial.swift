import Areas
package import Prevention
import Storage

/// Prüfstoff: all that the publish gate looks at for one request, read at one moment.
struct GateMaterial: Hashable, Sendable {
    /// What was published of a cell before; withdrawn publications count, for nobody forgets.
    struct Known: Hashable, Sendable {
        var events: Double?
        var base: Double?
        var value: Double?
    }

    struct Slot: Hashable, Sendable {
        let indicator: ID<Indicator>
        let area: ID<Area>
        let period: Period
    }

    /// Zusammenlegung: an area that was put together from whole others.
    struct Merger: Hashable, Sendable {
        let whole: ID<Area>
        let parts: [ID<Area>]
    }

    /// Those asked for, in that order, then those that share numbers with them.
    let requested: [Indicator]
    let linked: [Indicator]
    /// Bases by their key, whether examined or not.
    let bases: [String: Indicator]
    let cells: [RawCell]
    let known: [Slot: [Known]]
    let areas: [Area]
    let mergers: [Merger]
}

extension IndicatorStore {
    /// - Throws: `GateRefusal`.
    static func material(_ r: Reader, for request: PublicationRequest) throws -> GateMaterial {
        let all = try IndicatorRows.read(r)
        let byKey = Dictionary(all.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        guard !request.indicators.isEmpty, !request.periods.isEmpty else { throw GateRefusal.nothingRequested }
        let requested = try request.indicators.map { key in
            guard let indicator = byKey[key] else { throw GateRefusal.unknownIndicator(key) }
            return indicator
        }
        let published = Set(
            try r.rows("SELECT DISTINCT indicatorId FROM publicationIndicator") {
                try $0.get(0, as: ID<Indicator>.self)
            })
        let linked = GateScope.linked(to: requested, among: all.filter { published.contains($0.id) })
        let indicators = requested + linked
        let cells = try rawCells(r, indicators.map(\.id), periods: request.periods).filter { $0.area != nil }
        guard cells.contains(where: { cell in requested.contains { $0.id == cell.indicator } }) else {
            throw GateRefusal.nothingMeasured
        }
        let areas = try AreaStore.areas(r)
        return GateMaterial(
            requested: requested, linked: linked, bases: byKey, cells: cells,
            known: try known(r, indicators.map(\.id), request.periods), areas: areas,
            mergers: try mergers(r, areas))
    }

    private static func known(_ r: Reader, _ indicators: [ID<Indicator>], _ periods: [Period]) throws
        -> [GateMaterial.Slot: [GateMaterial.Known]]
    {
        var known: [GateMaterial.Slot: [GateMaterial.Known]] = [:]
        try r.each(
            """
            SELECT c.indicatorId, c.areaId, c.period, c.value, c.events, c.base
            FROM publicationCell c
            JOIN publication p ON p.id = c.publicationId
            WHERE c.state = 'available' AND c.indicatorId IN \(list: indicators) AND c.period IN \(list: periods)
            ORDER BY p.n, c.indicatorId, c.period, c.areaId
            """
        ) { row in
            let slot = GateMaterial.Slot(
                indicator: try row.get(0), area: try row.get(1), period: try row.get(2, as: Period.self))
            known[slot, default: []].append(
                GateMaterial.Known(
                    events: try row.optional(4), base: try row.optional(5), value: try row.optional(3)))
        }
        return known
    }

    /// Areas made of whole other areas, by the crosswalks between boundaries.
    private static func mergers(_ r: Reader, _ areas: [Area]) throws -> [GateMaterial.Merger] {
        let byKey = Dictionary(areas.map { ($0.key.text, $0.id) }, uniquingKeysWith: { first, _ in first })
        var parts: [String: [String: Set<String>]] = [:]
        try r.each(
            """
            SELECT crosswalkId, toKey, fromKey
            FROM crosswalkShare
            WHERE share = 1 AND fromKey <> toKey
            ORDER BY crosswalkId, toKey, fromKey
            """
        ) { row in
            parts[try row.get(0), default: [:]][try row.get(1), default: []].insert(try row.get(2))
        }
        var mergers: Set<GateMaterial.Merger> = []
        for (whole, from) in parts.values.flatMap({ $0 }) where from.count > 1 {
            let ids = from.compactMap { byKey[$0] }.sorted()
            guard let whole = byKey[whole], ids.count == from.count else { continue }
            mergers.insert(GateMaterial.Merger(whole: whole, parts: ids))
        }
        return mergers.sorted { ($0.whole, $0.parts.count) < ($1.whole, $1.parts.count) }
    }
}

/// Angebot: an indicator that can be examined, with the periods for which values are there.
package struct GateOffer: Hashable, Sendable {
    package let indicator: Indicator
    /// Oldest first.
    package let periods: [Period]
}

extension IndicatorStore {
    /// What the gate can examine, ordered by kind and name.
    static func offers(_ r: Reader) throws -> [GateOffer] {
        var periods: [ID<Indicator>: [Period]] = [:]
        try r.each("SELECT DISTINCT indicatorId, period FROM indicatorValue WHERE areaId IS NOT NULL") {
            periods[try $0.get(0), default: []].append(try $0.get(1))
        }
        return try IndicatorRows.read(r).compactMap { indicator in
            periods[indicator.id].map { GateOffer(indicator: indicator, periods: $0.sorted()) }
        }
    }
}
