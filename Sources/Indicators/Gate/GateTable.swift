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
        let place: MeasuredValue.Place
        let period: Period
        /// 0 for the present values, from 1 for those at earlier publications.
        var layer = 0

        func at(_ other: MeasuredValue.Place) -> Key { Key(series: series, place: other, period: period, layer: layer) }
        func during(_ other: Period) -> Key { Key(series: series, place: place, period: other, layer: layer) }
        func of(_ other: Series) -> Key { Key(series: other, place: place, period: period, layer: layer) }
    }

    /// The same number of the same place and time is the same cell, in whatever layer it stands.
    private struct Number: Hashable {
        let series: Series
        let place: MeasuredValue.Place
        let period: Period
        let value: Double
    }

    private(set) var table = CellTable(cells: [], equations: [])
    private(set) var places: [Key: Int] = [:]
    /// All keys in the order in which they came; several may have one cell.
    private(set) var entries: [Key] = []
    /// The first key of each cell.
    private(set) var keys: [Key] = []
    /// Own reason of a hidden cell.
    private(set) var reasons: [Int: GateReport.Verdict] = [:]
    private(set) var mismatches: [GateReport.Mismatch] = []
    /// Cells that take the place of the base of a share.
    private(set) var baseOf: [Key: Int] = [:]
    /// Cells that cannot be examined: rates whose counts nobody knows, facilities without an area.
    private(set) var unchecked: Set<Key> = []

    let material: GateMaterial
    let tree: AreaTree
    let indicators: [ID<Indicator>: Indicator]
    /// Facilities with the areas in which they lie.
    let homes: [MeasuredValue.Place: ID<Area>]
    /// What its source has hidden.
    private(set) var secrets: Set<Key> = []
    private var numbers: [Number: Int] = [:]
    private var known: Set<CellTable.Equation> = []

    init(_ material: GateMaterial) {
        self.material = material
        let all = material.requested + material.linked
        indicators = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        tree = AreaTree(material.areas)
        homes = Dictionary(
            material.facilities.compactMap { facility in
                facility.areaID.map { (MeasuredValue.Place.facility(facility.reference), $0) }
            }, uniquingKeysWith: { first, _ in first })
        for (layer, cells) in ([material.cells] + material.layers).enumerated() {
            for cell in cells { addCounts(cell, layer) }
            secrets.formUnion(cells.filter { $0.state == .suppressed }.map { key($0, layer) })
            for cell in cells { addBases(cell, layer) }
        }
        addMissingWholes()
        protectDominated()
        addSumsOverAreas()
        addSumsOverParts()
        addSumsOverPeriods()
        addBoundaries()
        addSameNumbers()
        table.contributors = loners()
    }

    // MARK: Cells

    static func rule(_ indicator: Indicator) -> PrimaryRule {
        PrimaryRule(threshold: Double(indicator.threshold), hidesZero: indicator.hidesZero)
    }

    /// The indicator of a series; the base of a share need not be examined itself.
    func owner(_ series: Series) -> Indicator? {
        indicators[series.indicator] ?? material.bases.values.first { $0.id == series.indicator }
    }

    private func key(_ cell: RawCell, _ layer: Int, _ part: GateReport.Exposure.Part = .count) -> Key {
        Key(
            series: Series(indicator: cell.indicator, part: part), place: cell.place, period: cell.period,
            layer: layer)
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

    private func isAsked(_ key: Key) -> Bool {
        key.layer == 0 && material.isAsked(key.series.indicator, key.place, key.period)
    }

    private mutating func addCounts(_ cell: RawCell, _ layer: Int) {
        guard let indicator = indicators[cell.indicator] else { return }
        let key = key(cell, layer)
        if cell.place.area == nil, homes[cell.place] == nil {
            unchecked.insert(key)
            return
        }
        guard let count = events(cell, indicator) else {
            // Nobody can check a ready-made rate; scores are checked by their bases.
            if cell.state == .available, indicator.measure.isCounted, indicator.threshold > 1 { unchecked.insert(key) }
            return
        }
        let known = knownCounts(indicator, cell)
        let place = add(key, max(0, count), known: known, isShown: isAsked(key))
        let rule = Self.rule(indicator)
        if rule.hides(count) {
            protect(place, rule.requirement, .small)
        } else if layer == 0, known.contains(where: { $0 != count && rule.hides(abs($0 - count)) }) {
            protect(place, rule.requirement, .smallChange)
        }
    }

    private func knownCounts(_ indicator: Indicator, _ cell: RawCell) -> [Double] {
        (material.known[Slot(cell.value)] ?? []).compactMap { known in
            if let events = known.events { return events }
            if indicator.measure == .count { return known.value }
            return nil
        }
    }

    private mutating func addBases(_ cell: RawCell, _ layer: Int) {
        guard let indicator = indicators[cell.indicator] else { return }
        if indicator.measure == .score { return addScoreBase(cell, indicator, layer) }
        guard let count = events(cell, indicator) else { return }
        let own = key(cell, layer)
        guard let place = places[own], let base = base(cell, indicator, layer) else { return }
        let basePlace = addBase(base, indicator, own, cell)
        baseOf[own] = basePlace
        guard indicator.measure.hasComplement else { return }
        guard count <= base else {
            if indicator.measure != .count { note(own) }
            return
        }
        let rest = add(key(cell, layer, .complement), base - count, known: [], isShown: false)
        let rule = Self.rule(indicator)
        if rule.hides(base - count) { protect(rest, rule.requirement, .smallComplement) }
        tie(.init(total: basePlace, parts: [place, rest]))
    }

    /// A mean is shown only where its base may be: what hidden areas have together is then a mean of as many as the rule
    /// asks for. Without a base it cannot be examined.
    ///
    /// That holds for bases that everybody knows as well, so the base stands in a series of the mean's own, too.
    private mutating func addScoreBase(_ cell: RawCell, _ indicator: Indicator, _ layer: Int) {
        let own = key(cell, layer)
        guard cell.state == .available, !unchecked.contains(own) else { return }
        guard let base = base(cell, indicator, layer) else {
            if indicator.threshold > 1 { unchecked.insert(own) }
            return
        }
        baseOf[own] = addBase(base, indicator, own, cell)
        let known = (material.known[Slot(cell.value)] ?? []).compactMap(\.base)
        let place = add(
            own.of(Series(indicator: indicator.id, part: .base)), base, known: known, isShown: isAsked(own))
        let rule = Self.rule(indicator)
        if rule.hides(base) { protect(place, rule.requirement, .smallBase) }
    }

    /// Out of what a cell was counted: as delivered with it, as its value tells, or the value of its base indicator.
    private func base(_ cell: RawCell, _ indicator: Indicator, _ layer: Int) -> Double? {
        if let base = cell.value.base { return base }
        let owner = indicator.baseKey.flatMap { material.bases[$0] }
        let counted = owner.flatMap { places[key(cell, layer).of(Series(indicator: $0.id, part: .count))] }
            .flatMap { table.cells[$0].value }
        switch indicator.measure {
        case .count, .score: return counted
        case .share(let per), .ratio(let per):
            // Whoever sees events and a value divides one by the other, to within the rounding of the value.
            guard let events = cell.value.events, let value = cell.value.value, value > 0 else { return counted }
            if let counted, counted > 0, abs(events / counted * per - value) <= 0.5 { return counted }
            return (events / value * per).rounded()
        case .yesNo: return nil
        }
    }

    /// The cell of the base indicator where the numbers agree, one of its own otherwise.
    private mutating func addBase(_ base: Double, _ indicator: Indicator, _ own: Key, _ cell: RawCell) -> Int {
        let known = (material.known[Slot(cell.value)] ?? []).compactMap(\.base)
        let isShown = isAsked(own) && indicator.measure != .count
        if let owner = indicator.baseKey.flatMap({ material.bases[$0] }) {
            let key = own.of(Series(indicator: owner.id, part: .count))
            if places[key].map({ table.cells[$0].value == base }) ?? true {
                let isNew = places[key] == nil
                let place = add(key, base, known: known, isShown: isShown)
                let rule = Self.rule(owner)
                if isNew, rule.hides(base) { protect(place, rule.requirement, .small) }
                return place
            }
        }
        let key = own.of(Series(indicator: indicator.id, part: .base))
        let place = add(key, base, known: known, isShown: isShown)
        let rule = Self.rule(indicator)
        if rule.hides(base) { protect(place, rule.requirement, .smallBase) }
        return place
    }

    /// - Returns: the place of the cell of this number; a new one where nobody has met it yet.
    mutating func add(_ key: Key, _ value: Double, known: [Double], isShown: Bool) -> Int {
        let isFixed = known.contains(value)
        let number = Number(series: key.series, place: key.place, period: key.period, value: value)
        if let place = places[key] ?? numbers[number] {
            if places[key] == nil {
                places[key] = place
                entries.append(key)
            }
            if isFixed { table.cells[place].isFixed = true }
            if isShown || isFixed { table.cells[place].isUnseen = false }
            return place
        }
        numbers[number] = table.cells.count
        entries.append(key)
        places[key] = addCell(key, value, isFixed: isFixed, isUnseen: !isShown && !isFixed)
        return table.cells.count - 1
    }

    /// Whoever is the only one that a cell counts knows it, and must not learn the others from it.
    private func loners() -> [[Int]] {
        table.requirements.keys.sorted().filter { place in
            keys[place].series.part == .count && value(place) == 1 && !table.cells[place].isFixed
        }.map { [$0] }
    }

    // MARK: What the rules of sums need

    /// - Returns: the place of a new cell.
    mutating func addCell(_ key: Key, _ value: Double, isFixed: Bool = false, isUnseen: Bool = true) -> Int {
        let place = table.cells.count
        let name = "\(key.series.indicator.text)/\(key.series.part.rawValue)/\(key.place.text)/\(key.period)/\(place)"
        table.cells.append(.init(name, value, isFixed: isFixed, isUnseen: isUnseen))
        keys.append(key)
        return place
    }

    /// Asks for protection; the stronger of several demands counts, the first reason is told.
    mutating func protect(_ place: Int, _ need: CellTable.Requirement, _ reason: GateReport.Verdict) {
        let before = table.requirements[place]
        table.requirements[place] = .init(
            width: max(need.width, before?.width ?? 0), reach: max(need.reach, before?.reach ?? 0))
        reasons[place] = reasons[place] ?? reason
    }

    mutating func note(_ key: Key) {
        guard let indicator = owner(key.series), key.layer == 0 else { return }
        let mismatch = GateReport.Mismatch(indicator: indicator.key, place: key.place, period: key.period)
        if !mismatches.contains(mismatch) { mismatches.append(mismatch) }
    }

    /// An equation, once.
    mutating func tie(_ equation: CellTable.Equation) {
        if known.insert(equation).inserted { table.equations.append(equation) }
    }

    func value(_ place: Int) -> Double { table.cells[place].value ?? 0 }

    func sum(_ places: [Int]) -> Double { places.reduce(0) { $0 + value($1) } }

    /// total = parts + what is left, if anything.
    ///
    /// - Parameter missing: numbers among the parts that are not there; if one of them is its source's secret, what is
    ///   left would tell it.
    mutating func addSum(_ key: Key, _ parts: [Int], missing: [Key] = []) {
        guard !parts.isEmpty, let total = places[key] else { return }
        balance([total], parts, of: key, withSecret: missing.count(where: secrets.contains) == 1)
    }

    /// The same people on both sides: what one side lacks is a remainder that nobody sees.
    ///
    /// A side that is complete but smaller than the other contradicts it; that is noted. A reader computes all the same,
    /// wrong by the difference, which counts as known.
    mutating func balance(_ complete: [Int], _ parts: [Int], of key: Key, withSecret: Bool = false) {
        let whole = sum(complete)
        let left = whole - sum(parts)
        var terms = complete.map { CellTable.Equation.Term($0, 1) } + parts.map { CellTable.Equation.Term($0, -1) }
        let isEven = abs(left) <= 1e-9 * max(1, whole)
        if isEven, !withSecret { return tie(.init(terms)) }
        guard let indicator = owner(key.series) else { return }
        let own = key.of(Series(indicator: indicator.id, part: .remainder))
        guard isEven || left > 0 else {
            note(key)
            terms.append(CellTable.Equation.Term(addCell(own, -left, isFixed: true), 1))
            return tie(.init(terms))
        }
        let rest = addCell(own, max(0, left))
        let rule = Self.rule(indicator)
        if withSecret, indicator.threshold > 1 { protect(rest, rule.requirement, .source) }
        if rule.hides(left) { protect(rest, rule.requirement, .small) }
        terms.append(CellTable.Equation.Term(rest, -1))
        tie(.init(terms))
    }

    mutating func markUnchecked(_ key: Key) { unchecked.insert(key) }
}

extension Indicator.Measure {
    /// Whether a number of persons or things stands behind a value.
    var isCounted: Bool {
        switch self {
        case .count, .share, .ratio: true
        case .score, .yesNo: false
        }
    }

    /// Whether those who do not belong to it are people too: of 40 children 38 leave 2.
    var hasComplement: Bool {
        switch self {
        case .share, .count: true
        case .ratio, .score, .yesNo: false
        }
    }
}
