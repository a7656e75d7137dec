import Areas
import Disclosure
import Prevention

/// Sums over areas and facilities, over the parts of a whole, and numbers that are the same.
extension GateTable {
    /// Numbers of one series that were true at the same time.
    private struct Group: Hashable {
        let series: Series
        let period: Period
        let layer: Int

        var order: String { "\(series.indicator.text)\(series.part.rawValue)/\(period)/\(layer)" }

        func key(_ place: MeasuredValue.Place) -> Key {
            Key(series: series, place: place, period: period, layer: layer)
        }
    }

    /// Each area against the nearest areas below it that have a value, and against the facilities in it.
    mutating func addSumsOverAreas() {
        let counted = entries.filter { $0.series.part != .complement }
        let groups = Dictionary(grouping: counted) { Group(series: $0.series, period: $0.period, layer: $0.layer) }
        for (group, keys) in groups.sorted(by: { $0.key.order < $1.key.order }) {
            let valued = Set(keys.compactMap(\.place.area))
            let facilities = facilities(keys.map(\.place), valued)
            for area in valued.sorted() {
                let key = group.key(.area(area))
                let inside = (facilities[area] ?? []).compactMap { places[group.key($0)] }
                let missing = missing(below: area, valued).map { group.key(.area($0)) }
                for edition in editions(below(area, valued).sorted()) {
                    addSums(key, edition.compactMap { places[group.key(.area($0))] }, inside, missing)
                }
            }
        }
    }

    /// Areas and facilities together where that is possible: facilities of areas without a value fill their place.
    private mutating func addSums(_ key: Key, _ areas: [Int], _ facilities: [Int], _ missing: [Key]) {
        guard let total = places[key] else { return }
        if sum(areas + facilities) <= value(total) * (1 + 1e-9) {
            return addSum(key, areas + facilities, missing: missing)
        }
        addSum(key, areas, missing: missing)
        addSum(key, facilities)
    }

    /// Facilities by the nearest area with a value in which they lie.
    private func facilities(_ places: [MeasuredValue.Place], _ valued: Set<ID<Area>>) -> [ID<Area>: [MeasuredValue
        .Place]]
    {
        var facilities: [ID<Area>: [MeasuredValue.Place]] = [:]
        for place in places.filter({ $0.facility != nil }).sorted(by: { $0.text < $1.text }) {
            guard let home = homes[place] else { continue }
            let area = ([home] + tree.ancestors(of: home).map(\.id)).first(where: valued.contains)
            if let area { facilities[area, default: []].append(place) }
        }
        return facilities
    }

    private func below(_ area: ID<Area>, _ valued: Set<ID<Area>>) -> [ID<Area>] {
        tree.children(of: area).flatMap { valued.contains($0.id) ? [$0.id] : below($0.id, valued) }
    }

    private func missing(below area: ID<Area>, _ valued: Set<ID<Area>>) -> [ID<Area>] {
        tree.children(of: area).filter { !valued.contains($0.id) }.flatMap { [$0.id] + missing(below: $0.id, valued) }
    }

    /// Areas that stood side by side at some time; old and new ones of the same ground are never added up.
    private func editions(_ areas: [ID<Area>]) -> [[ID<Area>]] {
        let byCrosswalk = material.boundaries.reduce([areas]) { editions, boundaries in
            editions.flatMap(boundaries.editions)
        }
        return Array(Set(byCrosswalk.flatMap(byValidity))).sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func byValidity(_ areas: [ID<Area>]) -> [[ID<Area>]] {
        let known = areas.compactMap { tree[$0] }
        let days = Set(known.compactMap(\.validFrom) + known.compactMap(\.validTo))
        let sets = Set(days.map { day in Set(known.filter { $0.isValid(on: day) }.map(\.id)) })
        let largest = sets.filter { set in !sets.contains { $0 != set && $0.isSuperset(of: set) } }
        return largest.isEmpty ? [areas] : largest.map { $0.sorted() }
    }

    /// Each whole against its parts, breakdown by breakdown: age groups against all, girls and boys against all.
    mutating func addSumsOverParts() {
        struct Division: Hashable {
            let whole, breakdown: String
        }
        let parts = indicators.values.filter { $0.wholeKey != nil }
        let divisions = Dictionary(grouping: parts) { Division(whole: $0.wholeKey ?? "", breakdown: $0.breakdown) }
        for (division, parts) in divisions.sorted(by: {
            ($0.key.whole, $0.key.breakdown) < ($1.key.whole, $1.key.breakdown)
        }) {
            guard let owner = material.bases[division.whole] else { continue }
            let series = Series(indicator: owner.id, part: .count)
            let ids = parts.map(\.id).sorted()
            for key in entries where key.series == series {
                let keys = ids.map { key.of(Series(indicator: $0, part: .count)) }
                addSum(key, keys.compactMap { places[$0] }, missing: keys.filter { places[$0] == nil })
            }
        }
    }

    /// A share and a count of the same base whose numbers mostly agree count the same people wherever they agree.
    ///
    /// Different things that are equal by chance in a few places are not tied: earlier numbers would forbid new ones.
    mutating func addSameNumbers() {
        let based = indicators.values.filter { $0.baseKey != nil }.sorted { $0.key < $1.key }
        let bySeries = Dictionary(grouping: entries, by: \.series)
        for (position, one) in based.enumerated() {
            let own = bySeries[Series(indicator: one.id, part: .count)] ?? []
            for other in based[(position + 1)...] where other.baseKey == one.baseKey {
                let pairs = own.compactMap { key -> (left: Int, right: Int)? in
                    let twin = places[key.of(Series(indicator: other.id, part: .count))]
                    return places[key].flatMap { left in twin.map { (left, $0) } }
                }
                let same = pairs.filter { table.cells[$0.left].value == table.cells[$0.right].value }
                guard same.count > 2, 2 * same.count > pairs.count else { continue }
                for (left, right) in same { tie(.init(total: left, parts: [right])) }
            }
        }
    }

    // MARK: Boundaries

    /// Old areas against the new ones that were made of them, where both have values for the same period.
    mutating func addBoundaries() {
        for boundaries in material.boundaries {
            for exchange in boundaries.exchanges {
                guard let first = exchange.new.first else { continue }
                let touched = entries.filter { key in
                    key.series.part != .complement && key.place.area.map(exchange.new.contains) == true
                }
                for key in Set(touched.map { $0.at(.area(first)) }).sorted(by: { order($0) < order($1) }) {
                    addExchange(exchange, key)
                }
            }
            for mixture in boundaries.mixtures { addMixture(mixture) }
        }
    }

    private func order(_ key: Key) -> String {
        "\(key.series.indicator.text)\(key.series.part.rawValue)/\(key.period)/\(key.layer)"
    }

    /// The side that is complete holds what is known of the other one.
    private mutating func addExchange(_ exchange: GateBoundaries.Exchange, _ key: Key) {
        let old = exchange.old.compactMap { places[key.at(.area($0))] }
        let new = exchange.new.compactMap { places[key.at(.area($0))] }
        guard !old.isEmpty, !new.isEmpty else { return }
        let isNewWhole = new.count == exchange.new.count
        let isOldWhole = old.count == exchange.old.count
        if isNewWhole, !isOldWhole || sum(new) >= sum(old) {
            balance(new, old, of: key)
        } else if isOldWhole {
            balance(old, new, of: key)
        }
    }

    /// Converted values are weighted sums of the old ones, and the weights are known.
    private mutating func addMixture(_ mixture: GateBoundaries.Mixture) {
        for key in entries where key.place == .area(mixture.new) && key.series.part != .complement {
            let old = mixture.parts.compactMap { part in
                places[key.at(.area(part.old))].map { (place: $0, share: part.share) }
            }
            guard let new = places[key], old.count == mixture.parts.count else { continue }
            let sum = old.reduce(0) { $0 + $1.share * value($1.place) }
            guard abs(sum - value(new)) <= 1e-9 * max(1, sum) else { continue }
            tie(.init([.init(new, 1)] + old.map { .init($0.place, -$0.share) }))
        }
    }
}
