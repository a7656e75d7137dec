import Areas
import Prevention
import Storage

/// Wertebuch: the values of a file laid over those that are stored, for comparing.
struct ValueBook: Sendable {
    /// A value with the row that brought it; `nil` = it was stored before.
    struct Entry: Sendable {
        let value: MeasuredValue
        let row: Int?
        /// Whether problems may show the number: it stands in the file or is published.
        let isTold: Bool
    }

    private var entries: [Slot: Entry] = [:]
    private(set) var periods: [ID<Indicator>: [Period]] = [:]

    /// - Parameters:
    ///   - stored: present values of all indicators that the checks look at.
    ///   - told: those of them that may be shown.
    init(stored: [RawCell], told: Set<Slot>, new: [(value: MeasuredValue, row: Int)]) {
        for cell in stored {
            let slot = Slot(cell.value)
            entries[slot] = Entry(value: cell.value, row: nil, isTold: told.contains(slot))
        }
        for one in new { entries[Slot(one.value)] = Entry(value: one.value, row: one.row, isTold: true) }
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

    /// Those stored values that anybody may see: published as they are, or of indicators that are not about persons.
    ///
    /// Larger ones count as well: a small one could follow from them.
    static func told(_ r: Reader, _ stored: [RawCell], among indicators: [Indicator]) throws -> Set<Slot> {
        let free = Set(indicators.filter { $0.threshold <= 1 }.map(\.id))
        var published = EarlierPublications()
        for (indicator, cells) in Dictionary(grouping: stored, by: \.indicator) where !free.contains(indicator) {
            try published.read(r, indicator, Array(Set(cells.map(\.period))))
        }
        return Set(
            stored.filter { cell in
                free.contains(cell.indicator)
                    || published.known[Slot(cell.value)]?.contains { $0.value == cell.value.value } == true
            }.map { Slot($0.value) })
    }
}

extension Slot {
    init(indicator: ID<Indicator>, place: MeasuredValue.Place, period: Period) {
        self.indicator = indicator
        self.place = place
        self.period = period
    }
}
