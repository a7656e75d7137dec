import Prevention
import Storage

/// Früher Veröffentlichtes: what everybody knows of the values that the gate looks at, and how they stood then.
struct EarlierPublications {
    /// What was published of each value, oldest first.
    private(set) var known: [Slot: [GateMaterial.Known]] = [:]
    /// Which version of each value a publication was about, shown or hidden.
    private var versions: [Int: [Slot: Int]] = [:]
    private var moments: [Int: Instant] = [:]
    private var scopes: [(indicator: ID<Indicator>, periods: [Period])] = []

    mutating func read(_ r: Reader, _ indicator: ID<Indicator>, _ periods: [Period]) throws {
        scopes.append((indicator, periods))
        try read(r, indicator, periods, "areaId", from: "publicationCell") { .area(try $0.get(0)) }
        try read(r, indicator, periods, "facilityId", from: "publicationFacilityCell") {
            .facility(Reference(.facility, try $0.get(0)))
        }
    }

    private mutating func read(
        _ r: Reader, _ indicator: ID<Indicator>, _ periods: [Period], _ column: SQL, from table: SQL,
        place: (Row) throws -> MeasuredValue.Place
    ) throws {
        try r.each(
            """
            SELECT c.\(column), p.n, p.at, c.period, c.version, c.state, c.value, c.events, c.base
            FROM \(table) c
            JOIN publication p ON p.id = c.publicationId
            WHERE c.indicatorId = \(indicator) AND c.period IN \(list: periods)
            ORDER BY p.n, c.period, c.\(column)
            """
        ) { row in
            let slot = Slot(indicator: indicator, place: try place(row), period: try row.get(3))
            let number: Int = try row.get(1)
            moments[number] = try row.get(2)
            versions[number, default: [:]][slot] = try row.get(4)
            guard try row.get(5, as: String.self) == "available" else { return }
            known[slot, default: []].append(
                GateMaterial.Known(
                    events: try row.optional(7), base: try row.optional(8), value: try row.optional(6)))
        }
    }

    // MARK: Layers

    /// For each publication of which something was corrected since: all values as they stood then, oldest first.
    ///
    /// Sums that held then are known as well: what was hidden then and is unchanged could follow from old sums.
    func layers(_ r: Reader, over present: [RawCell]) throws -> [[RawCell]] {
        let now = Dictionary(present.map { (Slot($0.value), $0.version) }, uniquingKeysWith: { $1 })
        let outdated = versions.filter { $0.value.contains { now[$0.key] != $0.value } }
        guard !outdated.isEmpty else { return [] }
        let history = try history(r)
        return outdated.keys.sorted().map { number in
            guard let at = moments[number] else { return [] }
            return history.keys.sorted { $0.order < $1.order }.compactMap { slot in
                let past = history[slot] ?? []
                if let version = outdated[number]?[slot] { return past.first { $0.cell.version == version }?.cell }
                return past.last { $0.at <= at }?.cell
            }
        }
    }

    /// Every version of the values in question with the moment of its import, oldest first.
    private func history(_ r: Reader) throws -> [Slot: [(cell: RawCell, at: Instant)]] {
        var history: [Slot: [(cell: RawCell, at: Instant)]] = [:]
        for scope in scopes {
            for one in try IndicatorStore.rawHistory(r, scope.indicator, periods: scope.periods) {
                history[Slot(one.cell.value), default: []].append(one)
            }
        }
        return history
    }
}
