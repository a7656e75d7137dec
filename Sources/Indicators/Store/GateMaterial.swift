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

    /// Those asked for, in that order, then those that share numbers with them, published or not.
    let requested: [Indicator]
    let linked: [Indicator]
    /// Bases by their key, whether examined or not.
    let bases: [String: Indicator]
    /// Present values of the periods asked for and of published ones that overlap them; what is not asked for is unseen.
    let cells: [RawCell]
    /// The values as they stood at earlier publications of which something was corrected since, oldest first.
    let layers: [[RawCell]]
    let known: [Slot: [Known]]
    let areas: [Area]
    let facilities: [MeasuredFacility]
    let boundaries: [GateBoundaries]
    let periods: Set<Period>
    let withFacilities: Bool

    /// Whether a value is to be published by the request.
    func isAsked(_ indicator: ID<Indicator>, _ place: MeasuredValue.Place, _ period: Period) -> Bool {
        periods.contains(period) && (place.area != nil || withFacilities)
            && requested.contains { $0.id == indicator }
    }
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
        let linked = GateScope.linked(to: requested, among: all, published: published)
        var cells: [RawCell] = []
        var earlier = EarlierPublications()
        for indicator in requested + linked {
            let periods = try linkedPeriods(r, indicator, to: request.periods)
            cells += try rawCells(r, [indicator.id], periods: periods)
            try earlier.read(r, indicator.id, periods)
        }
        let asked = Set(requested.map(\.id))
        guard cells.contains(where: { asked.contains($0.indicator) && request.periods.contains($0.period) }) else {
            throw GateRefusal.nothingMeasured
        }
        let areas = try AreaStore.areas(r)
        return GateMaterial(
            requested: requested, linked: linked, bases: byKey, cells: cells,
            layers: try earlier.layers(r, over: cells), known: earlier.known, areas: areas,
            facilities: try FacilityTables.read(r), boundaries: try GateBoundaries.read(r, among: areas),
            periods: Set(request.periods), withFacilities: request.withFacilities)
    }

    /// The periods asked for and the published ones that overlap them, directly or through others.
    ///
    /// Only those asked for where periods do not add up.
    private static func linkedPeriods(_ r: Reader, _ indicator: Indicator, to asked: [Period]) throws -> [Period] {
        guard indicator.addsOverTime else { return asked }
        var open: Set<Period> = []
        for table in ["publicationCell", "publicationFacilityCell"] as [SQL] {
            try r.each("SELECT DISTINCT period FROM \(table) WHERE indicatorId = \(indicator.id)") {
                open.insert(try $0.get(0))
            }
        }
        var taken = Set(asked)
        var next = asked.filter { $0.kind != .day }
        open = open.subtracting(taken).filter { $0.kind != .day }
        while let period = next.popLast() {
            let found = open.filter(period.overlaps)
            open.subtract(found)
            taken.formUnion(found)
            next += found
        }
        return taken.sorted()
    }
}

extension Indicator {
    /// Whether counts of shorter periods may add up to those of longer ones.
    var addsOverTime: Bool {
        switch measure {
        case .count, .share, .ratio: counting != .stock
        case .score, .yesNo: false
        }
    }
}

/// Angebot: an indicator that can be examined, with the periods for which values are there.
package struct GateOffer: Hashable, Sendable {
    package let indicator: Indicator
    /// Oldest first.
    package let periods: [Period]
    /// Those for which values of single facilities are there as well, oldest first.
    package let facilityPeriods: [Period]

    package var hasFacilities: Bool { !facilityPeriods.isEmpty }
}

extension IndicatorStore {
    /// What the gate can examine, ordered by kind and name.
    static func offers(_ r: Reader) throws -> [GateOffer] {
        var periods: [ID<Indicator>: [Period]] = [:]
        try r.each("SELECT DISTINCT indicatorId, period FROM indicatorValue") {
            periods[try $0.get(0), default: []].append(try $0.get(1))
        }
        var facilities: [ID<Indicator>: [Period]] = [:]
        try r.each("SELECT DISTINCT indicatorId, period FROM indicatorValue WHERE facilityId IS NOT NULL") {
            facilities[try $0.get(0), default: []].append(try $0.get(1))
        }
        return try IndicatorRows.read(r).compactMap { indicator in
            periods[indicator.id].map {
                GateOffer(
                    indicator: indicator, periods: $0.sorted(),
                    facilityPeriods: (facilities[indicator.id] ?? []).sorted())
            }
        }
    }
}
