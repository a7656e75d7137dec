import Disclosure
import Prevention

/// Sums over time: a year is the sum of its quarters, and a school year shares five months with it.
extension GateTable {
    /// Zeitstücke: the pieces into which overlapping periods cut each other.
    struct TimePieces {
        /// For each period the numbers of its pieces.
        let ofPeriod: [[Int]]
        let count: Int

        init(_ periods: [Period]) {
            let starts = Set(periods.flatMap { [$0.firstDay, $0.lastDay.adding(days: 1)] }).sorted()
            var numbers: [[Int]: Int] = [:]
            var pieces: [[Int]] = periods.map { _ in [] }
            for start in starts {
                let holders = periods.indices.filter { periods[$0].firstDay <= start && start <= periods[$0].lastDay }
                guard !holders.isEmpty, numbers[holders] == nil else { continue }
                for holder in holders { pieces[holder].append(numbers.count) }
                numbers[holders] = numbers.count
            }
            ofPeriod = pieces
            count = numbers.count
        }
    }

    /// One series at one place with all its periods that overlap others.
    private struct Course {
        let key: Key
        let periods: [Period]
        let pieces: TimePieces
        /// What each piece may be at least and at most, and one way to fill them all.
        var bounds: [ClosedRange<Double>] = []
        var values: [Double] = []
    }

    mutating func addSumsOverPeriods() {
        let additive = entries.filter {
            $0.series.part != .complement && $0.period.kind != .day && owner($0.series)?.addsOverTime == true
        }
        let bySeries = Dictionary(grouping: additive, by: \.series)
        for (series, keys) in bySeries.sorted(by: { order($0.key) < order($1.key) }) {
            let courses = courses(keys)
            let filled = courses.map(fill)
            // Where most numbers do not fit, a stock of which nothing was said: no fault, and what fits is still tied.
            let faults = filled.count { $0 == nil }
            let isStock = owner(series)?.counting == .unknown && 2 * faults > filled.count
            for (course, found) in zip(courses, filled) {
                if let found { tie(found) } else if !isStock { note(course.key) }
            }
        }
    }

    private func order(_ series: Series) -> String { series.indicator.text + series.part.rawValue }

    private func courses(_ keys: [Key]) -> [Course] {
        let byPlace = Dictionary(grouping: keys) { Place(place: $0.place, layer: $0.layer) }
        return byPlace.sorted { ($0.key.place.text, $0.key.layer) < ($1.key.place.text, $1.key.layer) }
            .flatMap { _, keys in
                Self.overlapping(keys.map(\.period)).compactMap { periods in
                    keys.first.map { Course(key: $0.during(periods[0]), periods: periods, pieces: TimePieces(periods)) }
                }
            }
    }

    private struct Place: Hashable {
        let place: MeasuredValue.Place
        let layer: Int
    }

    /// Periods that hang together, longest first; without those that stand alone.
    static func overlapping(_ periods: [Period]) -> [[Period]] {
        var groups: [[Period]] = []
        for period in Set(periods).sorted() {
            let touching = groups.indices.filter { groups[$0].contains(where: period.overlaps) }
            let joined = touching.flatMap { groups[$0] } + [period]
            for index in touching.reversed() { groups.remove(at: index) }
            groups.append(joined)
        }
        let length = { (period: Period) in period.lastDay.daysSince1970 - period.firstDay.daysSince1970 }
        return groups.filter { $0.count > 1 }.map { group in
            group.sorted { (-length($0), $0.description) < (-length($1), $1.description) }
        }
    }

    /// Fills the pieces so that every period has its value; `nil` where that is impossible.
    private func fill(_ course: Course) -> Course? {
        let values = course.periods.map { places[course.key.during($0)].map(value) ?? 0 }
        let ceiling = values.max() ?? 0
        let rows = zip(course.pieces.ofPeriod, values).map { pieces, value in
            LinearProgram.Row(pieces.map { ($0, 1) }, value...value)
        }
        let program = LinearProgram(
            columns: Array(repeating: 0...max(ceiling, 0), count: course.pieces.count), rows: rows)
        guard case .optimal = program.minimise() else { return nil }
        var filled = course
        filled.values = program.solution.map { Self.tidy(max(0, $0)) }
        for piece in 0..<course.pieces.count {
            program.setGoal(piece, 1)
            guard case .optimal(let least) = program.minimise(), case .optimal(let most) = program.maximise() else {
                return nil
            }
            program.setGoal(piece, 0)
            filled.bounds.append(Self.tidy(least)...max(Self.tidy(least), Self.tidy(most)))
        }
        return filled
    }

    private static func tidy(_ value: Double) -> Double {
        abs(value - value.rounded()) <= 1e-6 ? value.rounded() : value
    }

    /// Each period as the sum of its pieces. A piece that is a period itself has its cell; one that follows from the
    /// others is protected like a count, whether somebody counted it or not.
    private mutating func tie(_ course: Course) {
        guard let indicator = owner(course.key.series) else { return }
        let rule = Self.rule(indicator)
        var cells: [Int: Int] = [:]
        for (period, pieces) in zip(course.periods, course.pieces.ofPeriod) where pieces.count == 1 {
            cells[pieces[0]] = places[course.key.during(period)]
        }
        for piece in 0..<course.pieces.count where cells[piece] == nil {
            let own = course.key.of(Series(indicator: indicator.id, part: .remainder))
            let value = course.values[piece]
            let place = addCell(own, value)
            cells[piece] = place
            let isKnown = course.bounds[piece].upperBound - course.bounds[piece].lowerBound < 1e-6
            if isKnown, rule.hides(value) { protect(place, rule.requirement, .small) }
        }
        for (period, pieces) in zip(course.periods, course.pieces.ofPeriod) where pieces.count > 1 {
            guard let total = places[course.key.during(period)] else { continue }
            tie(.init(total: total, parts: pieces.compactMap { cells[$0] }))
        }
    }
}
