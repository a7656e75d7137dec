import Areas
import Disclosure
import Prevention

/// Prüftabelle: the numbers behind a request and everything linked with them as one table of cells and sums.
struct GateTable {
    /// Reihe: numbers that add up over areas.
    struct Series: Hashable {
        let indicator: ID<Indicator>
        let part: GateReport.Exposure.Part
    }

    struct Key: Hashable {
        let series: Series
        let area: ID<Area>
        let period: Period
    }

    private(set) var table = CellTable(cells: [], equations: [])
    private(set) var places: [Key: Int] = [:]
    private(set) var keys: [Key] = []
    /// Own reason of a hidden cell.
    private(set) var reasons: [Int: GateReport.Verdict] = [:]
    private(set) var mismatches: [GateReport.Mismatch] = []
    /// Cells that take the place of the base of a share.
    private(set) var baseOf: [Key: Int] = [:]
    /// Cells of rates whose counts nobody knows.
    private(set) var unchecked: Set<Key> = []

    private let material: GateMaterial
    private let indicators: [ID<Indicator>: Indicator]
    private let asked: Set<ID<Indicator>>
    private let tree: AreaTree

    init(_ material: GateMaterial) {
        self.material = material
        let all = material.requested + material.linked
        indicators = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        asked = Set(material.requested.map(\.id))
        tree = AreaTree(material.areas)
        for cell in material.cells { addCounts(cell) }
        for cell in material.cells { addBases(cell) }
        addSumsOverAreas()
        addSumsOverParts()
        addMergers()
        addSameNumbers()
    }

    // MARK: Cells

    static func rule(_ indicator: Indicator) -> PrimaryRule {
        PrimaryRule(threshold: Double(indicator.threshold), hidesZero: indicator.hidesZero)
    }

    /// The count of a cell; `nil` where nothing was counted.
    private func events(_ cell: RawCell, _ indicator: Indicator) -> Double? {
        guard cell.state == .available else { return nil }
        switch indicator.measure {
        case .count: return cell.value.events ?? cell.value.value
        case .share(let per), .ratio(let per):
            if let events = cell.value.events { return events }
            guard let value = cell.value.value, let base = cell.value.base else { return nil }
            return (value * base / per).rounded()
        case .score, .yesNo: return nil
        }
    }

    private mutating func addCounts(_ cell: RawCell) {
        guard let indicator = indicators[cell.indicator], let area = cell.area else { return }
        let key = Key(series: Series(indicator: indicator.id, part: .count), area: area, period: cell.period)
        guard let count = events(cell, indicator) else {
            if cell.state == .available, indicator.measure != .yesNo { addUncounted(cell, indicator, key) }
            return
        }
        let known = knownCounts(indicator, area, cell.period)
        let place = add(key, max(0, count), known: known, isShown: asked.contains(indicator.id))
        let rule = Self.rule(indicator)
        if rule.hides(count) {
            protect(place, rule, .small)
        } else if known.contains(where: { $0 != count && rule.hides(abs($0 - count)) }) {
            protect(place, rule, .smallChange)
        }
    }

    /// A number without a count: a score is checked by its base, a ready-made rate not at all.
    private mutating func addUncounted(_ cell: RawCell, _ indicator: Indicator, _ key: Key) {
        guard indicator.threshold > 1 else { return }
        switch indicator.measure {
        case .score: if let base = cell.value.base, Self.rule(indicator).hides(base) { unchecked.insert(key) }
        default: unchecked.insert(key)
        }
    }

    private func knownCounts(_ indicator: Indicator, _ area: ID<Area>, _ period: Period) -> [Double] {
        let slot = GateMaterial.Slot(indicator: indicator.id, area: area, period: period)
        return (material.known[slot] ?? []).compactMap { known in
            if let events = known.events { return events }
            if indicator.measure == .count { return known.value }
            return nil
        }
    }

    private mutating func addBases(_ cell: RawCell) {
        guard let indicator = indicators[cell.indicator], let area = cell.area, let count = events(cell, indicator)
        else { return }
        let own = Key(series: Series(indicator: indicator.id, part: .count), area: area, period: cell.period)
        guard let place = places[own], let base = base(cell, indicator) else { return }
        let basePlace = addBase(base, indicator, own)
        baseOf[own] = basePlace
        guard indicator.measure.hasComplement else { return }
        guard count <= base else {
            if indicator.measure != .count { note(indicator, area, cell.period) }
            return
        }
        let key = Key(series: Series(indicator: indicator.id, part: .complement), area: area, period: cell.period)
        let rest = add(key, base - count, known: [], isShown: false)
        let rule = Self.rule(indicator)
        if rule.hides(base - count) { protect(rest, rule, .smallComplement) }
        table.equations.append(.init(total: basePlace, parts: [place, rest]))
    }

    /// Out of what a cell was counted: as delivered with it, or the value of its base indicator.
    private func base(_ cell: RawCell, _ indicator: Indicator) -> Double? {
        if let base = cell.value.base { return base }
        guard indicator.measure == .count, let owner = indicator.baseKey.flatMap({ material.bases[$0] }),
            let area = cell.area
        else { return nil }
        let key = Key(series: Series(indicator: owner.id, part: .count), area: area, period: cell.period)
        return places[key].flatMap { table.cells[$0].value }
    }

    /// The cell of the base indicator where the numbers agree, one of its own otherwise.
    private mutating func addBase(_ base: Double, _ indicator: Indicator, _ own: Key) -> Int {
        let slot = GateMaterial.Slot(indicator: indicator.id, area: own.area, period: own.period)
        let known = (material.known[slot] ?? []).compactMap(\.base)
        let isShown = asked.contains(indicator.id) && indicator.measure != .count
        if let owner = indicator.baseKey.flatMap({ material.bases[$0] }) {
            let key = Key(series: Series(indicator: owner.id, part: .count), area: own.area, period: own.period)
            if places[key].map({ table.cells[$0].value == base }) ?? true {
                let isNew = places[key] == nil
                let place = add(key, base, known: known, isShown: isShown)
                let rule = Self.rule(owner)
                if isNew, rule.hides(base) { protect(place, rule, .small) }
                return place
            }
        }
        let key = Key(series: Series(indicator: indicator.id, part: .base), area: own.area, period: own.period)
        let place = add(key, base, known: known, isShown: isShown)
        let rule = Self.rule(indicator)
        if rule.hides(base) { protect(place, rule, .smallBase) }
        return place
    }

    private mutating func add(_ key: Key, _ value: Double, known: [Double], isShown: Bool) -> Int {
        let isFixed = known.contains(value)
        if let place = places[key] {
            if isFixed { table.cells[place].isFixed = true }
            if isShown || isFixed { table.cells[place].isUnseen = false }
            return place
        }
        let place = table.cells.count
        let name = "\(key.series.indicator.text)/\(key.series.part.rawValue)/\(key.area.text)/\(key.period)"
        table.cells.append(.init(name, value, isFixed: isFixed, isUnseen: !isShown && !isFixed))
        places[key] = place
        keys.append(key)
        return place
    }

    private mutating func protect(_ place: Int, _ rule: PrimaryRule, _ reason: GateReport.Verdict) {
        table.requirements[place] = rule.requirement
        reasons[place] = reason
    }

    private mutating func note(_ indicator: Indicator, _ area: ID<Area>, _ period: Period) {
        mismatches.append(.init(indicator: indicator.key, area: area, period: period))
    }

    // MARK: Sums

    /// Each area against the nearest areas below it that have a value.
    private mutating func addSumsOverAreas() {
        var bySeries: [Series: [Period: [ID<Area>]]] = [:]
        for key in keys where key.series.part != .complement {
            bySeries[key.series, default: [:]][key.period, default: []].append(key.area)
        }
        for (series, periods) in bySeries.sorted(by: { order($0.key) < order($1.key) }) {
            for (period, areas) in periods.sorted(by: { $0.key < $1.key }) {
                let valued = Set(areas)
                for area in areas.sorted() {
                    let parts = below(area, valued).sorted()
                    addSum(
                        series, period, area, parts.compactMap { places[Key(series: series, area: $0, period: period)] }
                    )
                }
            }
        }
    }

    private func order(_ series: Series) -> String { series.indicator.text + series.part.rawValue }

    private func below(_ area: ID<Area>, _ valued: Set<ID<Area>>) -> [ID<Area>] {
        tree.children(of: area).flatMap { valued.contains($0.id) ? [$0.id] : below($0.id, valued) }
    }

    /// total = parts + what is left, if anything.
    private mutating func addSum(_ series: Series, _ period: Period, _ area: ID<Area>, _ parts: [Int]) {
        let key = Key(series: series, area: area, period: period)
        guard !parts.isEmpty, let total = places[key], let value = table.cells[total].value else { return }
        let left = value - parts.reduce(0) { $0 + (table.cells[$1].value ?? 0) }
        guard abs(left) > 1e-9 * max(1, value) else {
            table.equations.append(.init(total: total, parts: parts))
            return
        }
        let indicator = indicators[series.indicator] ?? material.bases.values.first { $0.id == series.indicator }
        guard let indicator else { return }
        guard left > 0 else { return note(indicator, area, period) }
        let rest = table.cells.count
        table.cells.append(.init("\(table.cells[total].id)/rest\(rest)", left, isUnseen: true))
        keys.append(Key(series: Series(indicator: indicator.id, part: .remainder), area: area, period: period))
        let rule = Self.rule(indicator)
        if rule.hides(left) { protect(rest, rule, .small) }
        table.equations.append(.init(total: total, parts: parts + [rest]))
    }

    /// Each whole against its parts, breakdown by breakdown: age groups against all, girls and boys against all.
    private mutating func addSumsOverParts() {
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
            for key in keys where key.series == series {
                let own = ids.compactMap {
                    places[Key(series: Series(indicator: $0, part: .count), area: key.area, period: key.period)]
                }
                addSum(series, key.period, key.area, own)
            }
        }
    }

    /// New areas against the old ones they were made of, where both have values for the same period.
    private mutating func addMergers() {
        for merger in material.mergers {
            for key in keys where key.area == merger.whole && key.series.part != .complement {
                let parts = merger.parts.compactMap { places[Key(series: key.series, area: $0, period: key.period)] }
                guard parts.count == merger.parts.count, places[key] != nil else { continue }
                addSum(key.series, key.period, key.area, parts)
            }
        }
    }

    /// A share and a count of the same base whose numbers agree everywhere count the same people.
    private mutating func addSameNumbers() {
        let based = indicators.values.filter { $0.baseKey != nil }.sorted { $0.key < $1.key }
        let bySeries = Dictionary(grouping: keys, by: \.series)
        for (position, one) in based.enumerated() {
            let own = bySeries[Series(indicator: one.id, part: .count)] ?? []
            for other in based[(position + 1)...] where other.baseKey == one.baseKey {
                var pairs: [(Int, Int)] = []
                var differs = false
                for key in own {
                    let twin = Key(
                        series: Series(indicator: other.id, part: .count), area: key.area, period: key.period)
                    guard let left = places[key], let right = places[twin] else { continue }
                    differs = differs || table.cells[left].value != table.cells[right].value
                    pairs.append((left, right))
                }
                guard !differs, pairs.count > 2 else { continue }
                for (left, right) in pairs { table.equations.append(.init(total: left, parts: [right])) }
            }
        }
    }
}

extension Indicator.Measure {
    /// Whether those who do not belong to it are people too: of 40 children 38 leave 2.
    var hasComplement: Bool {
        switch self {
        case .share, .count: true
        case .ratio, .score, .yesNo: false
        }
    }
}
