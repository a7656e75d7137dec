package import Prevention
import Storage

/// Regal: the published values in memory, each indicator read when it is first asked for and again when a publication
/// or its definition changed.
///
/// Copies share one store of values: make one and hand it to the rooms.
package struct IndicatorShelf: Sendable {
    private let stock: ShelfStock

    package init(_ store: IndicatorStore) { stock = ShelfStock(store) }

    /// All definitions, ordered by kind and name, whether anything of them is published or not.
    package func indicators() async throws -> [Indicator] { try await stock.current().indicators }

    /// `nil` if there is no such indicator or nothing of it is published for the audience on `today`.
    package func series(_ key: String, for audience: Audience, on today: Day) async throws -> PublishedSeries? {
        let index = try await stock.current()
        guard let indicator = index.byKey[key] else { return nil }
        return try await stock.series(indicator, index.visible(indicator.id, to: audience, on: today))
    }

    /// Every indicator of which something is published for the audience, ordered by kind and name.
    ///
    /// Reads all of them into memory: for exports and overviews that need every number.
    package func series(for audience: Audience, on today: Day) async throws -> [PublishedSeries] {
        let index = try await stock.current()
        var result: [PublishedSeries] = []
        for indicator in index.indicators {
            let visible = index.visible(indicator.id, to: audience, on: today)
            if let series = try await stock.series(indicator, visible) { result.append(series) }
        }
        return result
    }

    /// The indicators of which something is published for the audience, without reading any value.
    package func published(for audience: Audience, on today: Day) async throws -> [Indicator] {
        let index = try await stock.current()
        return index.indicators.filter { !index.visible($0.id, to: audience, on: today).isEmpty }
    }

    /// The indicators of which something is published for single facilities, without reading any value.
    package func indicatorsWithFacilities(for audience: Audience, on today: Day) async throws -> [Indicator] {
        let index = try await stock.current()
        let shown = try await stock.facilityPublications()
        return index.indicators.filter { indicator in
            index.visible(indicator.id, to: audience, on: today).contains {
                shown[indicator.id]?.contains($0.id) == true
            }
        }
    }

    /// Published values of single facilities, by name; empty where there are none for the audience.
    package func facilities(_ key: String, for audience: Audience, on today: Day) async throws -> [PublishedFacility] {
        let index = try await stock.current()
        guard let indicator = index.byKey[key] else { return [] }
        let visible = index.visible(indicator.id, to: audience, on: today)
        return try await stock.facilities(of: indicator, in: visible.map(\.id))
    }

    /// The publications from which an indicator's values come, oldest first: for "published on".
    package func publications(of key: String, for audience: Audience, on today: Day) async throws -> [Publication] {
        let index = try await stock.current()
        guard let indicator = index.byKey[key] else { return [] }
        return index.visible(indicator.id, to: audience, on: today)
    }
}

/// Definitions and publications of one moment.
struct ShelfIndex: Sendable {
    let revision: Int
    let indicators: [Indicator]
    let byKey: [String: Indicator]
    /// Oldest first.
    private let publications: [ID<Indicator>: [Publication]]

    init(revision: Int, _ indicators: [Indicator], _ publications: [Publication]) {
        self.revision = revision
        self.indicators = indicators
        byKey = Dictionary(indicators.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var byIndicator: [ID<Indicator>: [Publication]] = [:]
        for publication in publications {
            for indicator in publication.indicators { byIndicator[indicator, default: []].append(publication) }
        }
        self.publications = byIndicator
    }

    func visible(_ indicator: ID<Indicator>, to audience: Audience, on today: Day) -> [Publication] {
        (publications[indicator] ?? []).filter { $0.isVisible(to: audience, on: today) }
    }
}

/// The sheets that lie ready, the oldest ones given away when they become too many.
actor ShelfStock {
    /// An indicator as some audience sees it: by the publications that it sees.
    private struct Key: Hashable {
        let indicator: ID<Indicator>
        let measure: Indicator.Measure
        let publications: [ID<Publication>]
    }

    private struct Entry {
        let sheet: Task<PublishedSheet, any Error>
        var size = 0
        var lastUse: Int
    }

    private let store: IndicatorStore
    /// Cells in memory at most: 16 to 24 bytes each.
    private let limit: Int
    private var index: ShelfIndex?
    private var entries: [Key: Entry] = [:]
    private var areas: AreaPlaces?
    private var uses = 0

    init(_ store: IndicatorStore, limit: Int = 15_000_000) {
        self.store = store
        self.limit = limit
    }

    func current() async throws -> ShelfIndex {
        let revision = try await store.revision()
        if let index, index.revision == revision { return index }
        let (indicators, publications) = try await store.database.read { r in
            (try IndicatorRows.read(r), try IndicatorStore.publications(r))
        }
        let fresh = ShelfIndex(revision: revision, indicators, publications)
        index = fresh
        let known = Set(publications.filter { $0.withdrawnAt == nil }.map(\.id))
        entries = entries.filter { $0.key.publications.allSatisfy(known.contains) }
        return fresh
    }

    func series(_ indicator: Indicator, _ visible: [Publication]) async throws -> PublishedSeries? {
        guard !visible.isEmpty else { return nil }
        let key = Key(indicator: indicator.id, measure: indicator.measure, publications: visible.map(\.id))
        uses += 1
        if let entry = entries[key] {
            entries[key]?.lastUse = uses
            return PublishedSeries(indicator, try await entry.sheet.value)
        }
        let like = areas
        let task = Task { [store] in try await Self.read(indicator, key.publications, from: store, like: like) }
        entries[key] = Entry(sheet: task, lastUse: uses)
        do {
            let sheet = try await task.value
            areas = sheet.areas
            entries[key]?.size = sheet.size
            giveAway()
            return PublishedSeries(indicator, sheet)
        } catch {
            entries[key] = nil
            throw error
        }
    }

    /// Which publications showed facilities, by indicator.
    func facilityPublications() async throws -> [ID<Indicator>: Set<ID<Publication>>] {
        try await store.database.read { r in
            var shown: [ID<Indicator>: Set<ID<Publication>>] = [:]
            try r.each("SELECT DISTINCT indicatorId, publicationId FROM publicationFacilityCell") {
                shown[try $0.get(0), default: []].insert(try $0.get(1))
            }
            return shown
        }
    }

    /// Not kept in memory: few are asked for, and seldom.
    func facilities(of indicator: Indicator, in publications: [ID<Publication>]) async throws -> [PublishedFacility] {
        guard !publications.isEmpty else { return [] }
        return try await store.database.read { r in
            var values: [String: [Period: PublishedValue]] = [:]
            for publication in publications {
                for cell in try IndicatorStore.facilityCells(r, of: publication, indicator: indicator.id) {
                    if let facility = cell.place.facility {
                        values[facility.id, default: [:]][cell.period] = cell.value
                    }
                }
            }
            return try FacilityTables.read(r).compactMap { facility in
                values[facility.reference.id].map { PublishedFacility(facility: facility, values: $0) }
            }
        }
    }

    /// Keeps the last used ones within the limit, one at least.
    private func giveAway() {
        var total = entries.values.reduce(0) { $0 + $1.size }
        for (key, entry) in entries.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard total > limit, entries.count > 1 else { return }
            entries[key] = nil
            total -= entry.size
        }
    }

    private static func read(
        _ indicator: Indicator, _ publications: [ID<Publication>], from store: IndicatorStore, like: AreaPlaces?
    ) async throws -> PublishedSheet {
        try await store.database.read { r in
            var values: [Period: [ID<Area>: PublishedValue]] = [:]
            for publication in publications {
                for cell in try IndicatorStore.cells(r, of: publication, indicator: indicator.id) {
                    if let area = cell.place.area { values[cell.period, default: [:]][area] = cell.value }
                }
            }
            return PublishedSheet(indicator.measure, values, like: like)
        }
    }
}
