import Prevention

/// A segment as it stands today: without offers that changed since, with the tree of areas laid over it.
struct SegmentView: Sendable {
    let segment: SearchSegment
    /// Documents that are still current.
    var live: Bitmap
    /// Of these the ones families may see today.
    private(set) var visible: Bitmap
    private(set) var covers: [ReachCover]
    /// What freshness and a near date are worth, 0…1.5.
    private(set) var merit: [Float]

    init(_ segment: SearchSegment, areas: AreaNumbers, today: Day) {
        self.segment = segment
        live = Bitmap(full: segment.size)
        visible = live
        covers = segment.places.reaches.map { ReachCover($0, in: areas) }
        merit = []
        turn(to: today)
    }

    /// Lays a changed tree of areas over it.
    mutating func lay(_ areas: AreaNumbers) { covers = segment.places.reaches.map { ReachCover($0, in: areas) } }

    /// Takes documents out whose offers have changed.
    mutating func remove(_ document: Int) {
        live.remove(document)
        visible.remove(document)
    }

    /// Decides anew what may be seen; called when the day changes.
    mutating func turn(to today: Day) {
        let columns = segment.columns
        let number = Int32(today.daysSince1970)
        let freshness = Self.freshnessTable(today)
        let next = nextDays(today)
        visible = live.intersection(columns.isShowable)
        merit = [Float](repeating: 0, count: segment.size)
        for document in 0..<segment.size {
            let dates = columns.dates[document]
            let state = freshness(dates.checkedOn)
            if state == .expired || dates.from > number || dates.to < number { visible.remove(document) }
            let isSoon = segment.times.lists[document].contains { next[Int($0)] <= number + 7 }
            merit[document] = Self.worth(state) + (isSoon ? 0.5 : 0)
        }
    }

    private static func worth(_ freshness: Freshness) -> Float {
        switch freshness {
        case .fresh: 1
        case .ageing: 0.7
        case .stale: 0.3
        case .unconfirmed: 0.2
        case .expired: 0
        }
    }

    /// Freshness by day number; most offers share few days.
    private static func freshnessTable(_ today: Day) -> (Int32) -> Freshness {
        var known: [Int32: Freshness] = [:]
        return { number in
            if let state = known[number] { return state }
            let day = number == ShownDates.never ? nil : Day(daysSince1970: Int(number))
            let state = Freshness(checkedOn: day, today: today)
            known[number] = state
            return state
        }
    }

    /// The next day of each schedule, from today; far ahead if there is none.
    private func nextDays(_ today: Day) -> [Int32] {
        segment.times.schedules.map { schedule in
            let week = schedule.occurrences(from: today, to: today.adding(days: 7))
            return week.first.map { Int32($0.day.daysSince1970) } ?? .max
        }
    }
}
