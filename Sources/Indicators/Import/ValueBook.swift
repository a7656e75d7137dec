import Areas
import Prevention
import Storage

/// Wertebuch: the values of a file laid over those that are stored, for comparing.
struct ValueBook: Sendable {
    /// A value with the row that brought it; `nil` = it was stored before.
    struct Entry: Sendable {
        let value: MeasuredValue
        let row: Int?
    }

    private var entries: [Slot: Entry] = [:]
    private(set) var periods: [ID<Indicator>: [Period]] = [:]

    /// - Parameters:
    ///   - stored: present values of all indicators that the checks look at.
    init(stored: [RawCell], new: [(value: MeasuredValue, row: Int)]) {
        for cell in stored { entries[Slot(cell.value)] = Entry(value: cell.value, row: nil) }
        for one in new { entries[Slot(one.value)] = Entry(value: one.value, row: one.row) }
        var all: [ID<Indicator>: Set<Period>] = [:]
        for slot in entries.keys { all[slot.indicator, default: []].insert(slot.period) }
        periods = all.mapValues { $0.sorted() }
    }

    subscript(indicator: ID<Indicator>, area: ID<Area>, period: Period) -> Entry? {
        entries[Slot(indicator: indicator, place: .area(area), period: period)]
    }

    /// The number, if there is one.
    func number(_ indicator: ID<Indicator>, _ area: ID<Area>, _ period: Period) -> Double? {
        self[indicator, area, period]?.value.value
    }

    /// What checks of these indicators need from the database: themselves, their wholes and the other parts, in the
    /// periods of the file and the ones before.
    static func stored(_ r: Reader, for new: [MeasuredValue], among indicators: [Indicator]) throws -> [RawCell] {
        let touched = Dictionary(grouping: new, by: \.indicator).mapValues { Set($0.map(\.period)) }
        let mine = indicators.filter { touched[$0.id] != nil }
        let wholes = Set(mine.compactMap(\.wholeKey) + mine.map(\.key))
        let related = indicators.filter { one in
            touched[one.id] != nil || wholes.contains(one.key) || one.wholeKey.map(wholes.contains) == true
        }
        let all = touched.values.reduce(into: Set<Period>()) { $0.formUnion($1) }
        return try related.flatMap { one in
            var wanted = all
            let known = try r.rows("SELECT DISTINCT period FROM indicatorValue WHERE indicatorId = \(one.id)") {
                try $0.get(0, as: Period.self)
            }
            for period in touched[one.id] ?? [] {
                if let before = known.filter({ $0 < period && $0.kind == period.kind }).max() { wanted.insert(before) }
            }
            return try IndicatorStore.rawCells(r, [one.id], periods: Array(wanted.intersection(known)))
        }
    }
}

extension Slot {
    init(indicator: ID<Indicator>, place: MeasuredValue.Place, period: Period) {
        self.indicator = indicator
        self.place = place
        self.period = period
    }
}
