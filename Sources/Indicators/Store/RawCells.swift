import Prevention
import Storage

/// Rohzelle: a measured value as it stands now. For the checks of an import and for the publish gate, never for pages.
struct RawCell: Hashable, Sendable {
    let value: MeasuredValue
    /// Counted from 1 for each correction.
    let version: Int

    var indicator: ID<Indicator> { value.indicator }
    var period: Period { value.period }
    var state: PublishedValue.State { value.state }
    var place: MeasuredValue.Place { value.place }
    /// `nil` for a facility's value.
    var area: ID<Area>? { place.area }
}

extension IndicatorStore {
    /// The present values of the indicators, by indicator, period and area; all periods for `nil`.
    func rawCells(_ indicators: [ID<Indicator>], periods: [Period]? = nil) async throws -> [RawCell] {
        try await database.read { try Self.rawCells($0, indicators, periods: periods) }
    }

    static func rawCells(_ r: Reader, _ indicators: [ID<Indicator>], periods: [Period]? = nil) throws -> [RawCell] {
        let during: SQL = periods.map { "AND period IN \(list: $0)" } ?? ""
        var cells: [RawCell] = []
        for indicator in indicators {
            cells += try read(r, "isCurrent = 1 AND indicatorId = \(indicator) \(during)")
        }
        return cells
    }

    /// Every version of one value, oldest first.
    func versions(of indicator: ID<Indicator>, at place: MeasuredValue.Place, in period: Period) async throws
        -> [RawCell]
    {
        try await database.read { r in
            let there: SQL =
                switch place {
                case .area(let id): "areaId = \(id)"
                case .facility(let facility): "facilityId = \(facility.id)"
                }
            return try Self.read(r, "indicatorId = \(indicator) AND period = \(period) AND \(there)")
        }
    }

    /// For which periods measured values of an indicator are there, oldest first.
    func rawPeriods(of indicator: ID<Indicator>) async throws -> [Period] {
        try await database.read { r in
            try r.rows("SELECT DISTINCT period FROM indicatorValue WHERE indicatorId = \(indicator)") {
                try $0.get(0, as: Period.self)
            }
            .sorted()
        }
    }

    /// Every version of the values with the moment of its import, oldest first.
    static func rawHistory(_ r: Reader, _ indicator: ID<Indicator>, periods: [Period]) throws
        -> [(cell: RawCell, at: Instant)]
    {
        var moments: [String: Instant] = [:]
        try r.each("SELECT id, at FROM valueImport") { moments[try $0.get(0)] = try $0.get(1) }
        var imports: [String] = []
        let cells = try read(r, "indicatorId = \(indicator) AND period IN \(list: periods)") {
            imports.append(try $0.get(10))
        }
        return zip(cells, imports).map { ($0, moments[$1] ?? Instant(milliseconds: 0)) }
    }

    private static func read(_ r: Reader, _ condition: SQL, each: (Row) throws -> Void = { _ in }) throws -> [RawCell] {
        var periods: [String: Period] = [:]
        return try r.rows(
            """
            SELECT indicatorId, areaId, facilityId, period, state, value, events, base, isConverted, version, importId
            FROM indicatorValue
            WHERE \(condition)
            ORDER BY period, areaId, facilityId, version
            """
        ) { row in
            try each(row)
            let written: String = try row.get(3)
            let period = try periods[written] ?? row.get(3, as: Period.self)
            periods[written] = period
            let area: ID<Area>? = try row.optional(1)
            let place: MeasuredValue.Place =
                try area.map { .area($0) } ?? .facility(Reference(.facility, row.get(2, as: String.self)))
            let value = MeasuredValue(
                indicator: try row.get(0), place: place, period: period,
                state: PublishedValue.State(rawValue: try row.get(4)) ?? .notAvailable, value: try row.optional(5),
                events: try row.optional(6), base: try row.optional(7), isConverted: try row.get(8))
            return RawCell(value: value, version: try row.get(9))
        }
    }
}
