import Prevention

/// Wertebogen: the published values of one indicator as columns of plain numbers, one place for each area.
///
/// What follows from other columns is not kept: 4,500 areas and 15 years of a share take 1.2 MB.
final class PublishedSheet: Sendable {
    let areas: AreaPlaces
    /// Oldest first.
    let periods: [Period]
    private let columns: [Column]

    /// One period. Columns that say nothing of their own are empty.
    private struct Column: Sendable {
        var states: [UInt8]
        var values: [Double] = []
        var events: [Double] = []
        var bases: [Double] = []
        var versions: [Int32] = []
    }

    /// How many cells it holds, empty ones too.
    var size: Int { areas.ids.count * periods.count }

    private let per: Double?
    private let isCount: Bool

    init(_ measure: Indicator.Measure, _ values: [Period: [ID<Area>: PublishedValue]], like earlier: AreaPlaces?) {
        let ids = Set(values.values.flatMap(\.keys)).sorted()
        let areas = earlier?.ids == ids ? earlier ?? AreaPlaces(ids) : AreaPlaces(ids)
        self.areas = areas
        periods = values.keys.sorted()
        isCount = measure == .count
        per =
            switch measure {
            case .share(let per), .ratio(let per): per
            case .count, .score, .yesNo: nil
            }
        let (per, isCount) = (per, isCount)
        columns = periods.map { Self.column(values[$0] ?? [:], areas, per: per, isCount: isCount) }
    }

    private static func column(
        _ values: [ID<Area>: PublishedValue], _ areas: AreaPlaces, per: Double?, isCount: Bool
    ) -> Column {
        let nothing = [Double](repeating: .nan, count: areas.ids.count)
        var column = Column(states: [UInt8](repeating: absent, count: areas.ids.count))
        (column.values, column.events, column.bases) = (nothing, nothing, nothing)
        column.versions = [Int32](repeating: 1, count: areas.ids.count)
        var (valuesFollow, eventsFollow) = (per != nil, isCount)
        for (id, value) in values {
            guard let place = areas[id] else { continue }
            column.states[place] = code(value.state)
            column.values[place] = value.value ?? .nan
            column.events[place] = value.events ?? .nan
            column.bases[place] = value.base ?? .nan
            column.versions[place] = Int32(clamping: value.version)
            if let per { valuesFollow = valuesFollow && derived(value, per: per) == value.value }
            eventsFollow = eventsFollow && value.events == value.value
        }
        if valuesFollow || column.values.allSatisfy(\.isNaN) { column.values = [] }
        if eventsFollow || column.events.allSatisfy(\.isNaN) { column.events = [] }
        if column.bases.allSatisfy(\.isNaN) { column.bases = [] }
        if column.versions.allSatisfy({ $0 == 1 }) { column.versions = [] }
        return column
    }

    private static func derived(_ value: PublishedValue, per: Double) -> Double? {
        guard let events = value.events, let base = value.base else { return nil }
        return events / base * per
    }

    private static let absent: UInt8 = 0

    private static func code(_ state: PublishedValue.State) -> UInt8 {
        switch state {
        case .available: 1
        case .notAvailable: 2
        case .suppressed: 3
        }
    }

    func position(of period: Period) -> Int? {
        var (low, high) = (0, periods.count)
        while low < high {
            let middle = (low + high) / 2
            if periods[middle] < period { low = middle + 1 } else { high = middle }
        }
        return low < periods.count && periods[low] == period ? low : nil
    }

    /// `nil` if nothing was published for the place in the period at `position`.
    func value(_ place: Int, _ position: Int) -> PublishedValue? {
        let column = columns[position]
        let version = column.versions.isEmpty ? 1 : Int(column.versions[place])
        switch column.states[place] {
        case 1: break
        case 2: return PublishedValue(state: .notAvailable, version: version)
        case 3: return PublishedValue(state: .suppressed, version: version)
        default: return nil
        }
        let base = number(column.bases, place)
        var value = number(column.values, place)
        var events = number(column.events, place)
        if isCount, column.events.isEmpty { events = value }
        if let per, column.values.isEmpty, let events, let base { value = events / base * per }
        if isCount, value == nil { value = events }
        return PublishedValue(state: .available, value: value, events: events, base: base, version: version)
    }

    private func number(_ column: [Double], _ place: Int) -> Double? {
        column.isEmpty || column[place].isNaN ? nil : column[place]
    }
}

/// Places of areas in the columns; shared by all sheets about the same areas.
final class AreaPlaces: Sendable {
    /// Rising.
    let ids: [ID<Area>]
    private let places: [ID<Area>: Int32]

    init(_ ids: [ID<Area>]) {
        self.ids = ids
        places = Dictionary(uniqueKeysWithValues: zip(ids, (0..<Int32(ids.count))))
    }

    subscript(id: ID<Area>) -> Int? { places[id].map(Int.init) }
}
