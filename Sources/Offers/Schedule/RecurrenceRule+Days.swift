package import Prevention

extension RecurrenceRule {
    /// The days of the rule that begins on `start`, from `first` to `last`, both included, in order.
    ///
    /// The start itself counts only if the rule meets it. At most `limit` days are returned.
    package func days(start: Day, from first: Day, to last: Day, limit: Int = 10_000) -> [Day] {
        var result: [Day] = []
        var left = Int.max
        var stop = last
        if case .count(let count) = end { left = count }
        if case .until(let day) = end { stop = min(stop, day) }
        guard start <= stop, first <= stop else { return [] }
        var period = skippedPeriods(start: start, to: first)
        while left > 0, result.count < limit, let days = candidates(period: period, start: start) {
            if let head = days.head, head > stop { break }
            for day in days.list where day >= start {
                if day > stop || left == 0 || result.count == limit { return result }
                left -= 1
                if day >= first { result.append(day) }
            }
            period += 1
        }
        return result
    }

    /// Whole periods before `first` that need not be looked at; none when dates are counted from the start.
    private func skippedPeriods(start: Day, to first: Day) -> Int {
        if case .count = end { return 0 }
        guard first > start else { return 0 }
        let steps =
            switch frequency {
            case .weekly: (first.daysSince1970 - start.daysSince1970) / 7
            case .monthly: (first.year - start.year) * 12 + first.month - start.month
            }
        return max(0, steps / interval - 1)
    }

    /// The days of one period and the first day that could lie in it; `nil` beyond the year 9999.
    private func candidates(period: Int, start: Day) -> (head: Day?, list: [Day])? {
        switch frequency {
        case .weekly:
            let monday = start.daysSince1970 - (start.weekday - 1) + period * interval * 7
            guard monday < Self.lastDay else { return nil }
            let weekdays = byDay.isEmpty ? [start.weekday] : Set(byDay.map(\.weekday)).sorted()
            return (Day(daysSince1970: monday), weekdays.map { Day(daysSince1970: monday + $0 - 1) })
        case .monthly:
            let months = start.year * 12 + start.month - 1 + period * interval
            guard months / 12 <= 9_999, let head = Day(year: months / 12, month: months % 12 + 1, day: 1) else {
                return nil
            }
            return (head, daysOfMonth(head, start: start))
        }
    }

    private static let lastDay = 2_932_889

    private func daysOfMonth(_ head: Day, start: Day) -> [Day] {
        let length = Day.length(ofMonth: head.month, year: head.year)
        var days = Set<Int>()
        if byDay.isEmpty && byMonthDay.isEmpty {
            if start.day <= length { days.insert(start.day) }
        } else {
            let numbers = Set(byMonthDay.map { $0 > 0 ? $0 : length + 1 + $0 }.filter { (1...length).contains($0) })
            let named = byDay.isEmpty ? nil : Set(byDay.flatMap { numbersOfMonth($0, head: head, length: length) })
            if byMonthDay.isEmpty { days = named ?? [] } else { days = named.map(numbers.intersection) ?? numbers }
        }
        return days.sorted().compactMap { Day(year: head.year, month: head.month, day: $0) }
    }

    /// Numbers of the days in the month that begins on `head` that one BYDAY names.
    private func numbersOfMonth(_ rule: ByDay, head: Day, length: Int) -> [Int] {
        let first = (rule.weekday - head.weekday + 7) % 7 + 1
        let all = Array(stride(from: first, through: length, by: 7))
        guard let nth = rule.nth else { return all }
        let position = nth > 0 ? nth - 1 : all.count + nth
        return all.indices.contains(position) ? [all[position]] : []
    }
}
