package import Prevention

/// Wiederholung: the part of RFC 5545's RRULE that offers need and HSDS allows (weekly and monthly).
package struct RecurrenceRule: Hashable, Sendable {
    package enum Frequency: String, CaseIterable, Sendable, Hashable {
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
    }

    /// A weekday, in a monthly rule with its place in the month.
    package struct ByDay: Hashable, Sendable {
        /// 1 = Monday … 7 = Sunday.
        package let weekday: Int
        /// 1…5 from the start, −1…−5 from the end of the month; `nil` = every one.
        package let nth: Int?

        package init?(weekday: Int, nth: Int? = nil) {
            guard (1...7).contains(weekday), nth.map({ $0 != 0 && (-5...5).contains($0) }) ?? true else { return nil }
            self.weekday = weekday
            self.nth = nth
        }
    }

    package enum End: Hashable, Sendable {
        case never
        /// Number of dates, those on exception days included, 1…10,000.
        case count(Int)
        /// The last possible day.
        case until(Day)
    }

    package var frequency: Frequency
    /// Every how many weeks or months, 1…99.
    package let interval: Int
    /// Empty: the weekday (weekly) or the day of the month (monthly) of the start.
    package var byDay: [ByDay]
    /// Days of the month, 1…31 or −1…−31; only monthly.
    package var byMonthDay: [Int]
    package var end: End

    /// `nil` for an interval outside 1…99, places in a weekly rule, month days out of range or a count outside 1…10,000.
    package init?(
        _ frequency: Frequency, interval: Int = 1, byDay: [ByDay] = [], byMonthDay: [Int] = [], end: End = .never
    ) {
        guard (1...99).contains(interval), byDay.count <= 35, byMonthDay.count <= 62,
            byMonthDay.allSatisfy({ $0 != 0 && (-31...31).contains($0) })
        else { return nil }
        if frequency == .weekly, !byMonthDay.isEmpty || byDay.contains(where: { $0.nth != nil }) { return nil }
        if case .count(let count) = end, !(1...10_000).contains(count) { return nil }
        self.frequency = frequency
        self.interval = interval
        self.byDay = byDay
        self.byMonthDay = byMonthDay
        self.end = end
    }
}

extension RecurrenceRule: CustomStringConvertible {
    static let dayCodes = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    /// Reads an RRULE with FREQ, INTERVAL, BYDAY, BYMONTHDAY, COUNT, UNTIL and WKST=MO, with or without `RRULE:`.
    ///
    /// `nil` for anything else, so that no rule is understood differently from how it was meant.
    package init?(_ text: some StringProtocol) {
        var body = text.uppercased()[...]
        if body.hasPrefix("RRULE:") { body = body.dropFirst(6) }
        var parts: [Substring: Substring] = [:]
        for part in body.split(separator: ";", omittingEmptySubsequences: true) {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, parts.updateValue(pair[1], forKey: pair[0]) == nil else { return nil }
        }
        guard let frequency = parts.removeValue(forKey: "FREQ").flatMap({ Frequency(rawValue: String($0)) }) else {
            return nil
        }
        let interval = parts.removeValue(forKey: "INTERVAL")
        guard let step = interval.map({ Int($0) }) ?? 1 else { return nil }
        guard let byDay = Self.list(parts.removeValue(forKey: "BYDAY"), ByDay.init(code:)),
            let byMonthDay = Self.list(parts.removeValue(forKey: "BYMONTHDAY"), { Int($0) }),
            let end = Self.end(count: parts.removeValue(forKey: "COUNT"), until: parts.removeValue(forKey: "UNTIL"))
        else { return nil }
        if let start = parts.removeValue(forKey: "WKST"), start != "MO" { return nil }
        guard parts.isEmpty else { return nil }
        self.init(frequency, interval: step, byDay: byDay, byMonthDay: byMonthDay, end: end)
    }

    private static func list<Value>(_ text: Substring?, _ make: (Substring) -> Value?) -> [Value]? {
        guard let text else { return [] }
        let values = text.split(separator: ",").map(make)
        let good = values.compactMap { $0 }
        return good.count == values.count && !good.isEmpty ? good : nil
    }

    private static func end(count: Substring?, until: Substring?) -> End? {
        switch (count, until) {
        case (nil, nil): .never
        case (let count?, nil): Int(count).map(End.count)
        case (nil, let until?): day(until).map(End.until)
        default: nil
        }
    }

    /// `20260331`, `20260331T220000Z` (the day is what counts) or `2026-03-31`.
    private static func day(_ text: Substring) -> Day? {
        if let day = Day(text) { return day }
        guard text.utf8.count >= 8, text.utf8.count == 8 || text.dropFirst(8).first == "T" else { return nil }
        let digits = text.prefix(8)
        return Day("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))")
    }

    /// The RRULE without its name: `FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20260331`.
    package var description: String {
        var parts = ["FREQ=\(frequency.rawValue)"]
        if interval > 1 { parts.append("INTERVAL=\(interval)") }
        if !byDay.isEmpty { parts.append("BYDAY=" + byDay.map(\.code).joined(separator: ",")) }
        if !byMonthDay.isEmpty { parts.append("BYMONTHDAY=" + byMonthDay.map(String.init).joined(separator: ",")) }
        switch end {
        case .never: break
        case .count(let count): parts.append("COUNT=\(count)")
        case .until(let day): parts.append("UNTIL=" + day.description.filter { $0 != "-" })
        }
        return parts.joined(separator: ";")
    }
}

extension RecurrenceRule.ByDay {
    init?(code: Substring) {
        guard let weekday = RecurrenceRule.dayCodes.firstIndex(of: String(code.suffix(2))) else { return nil }
        let place = code.dropLast(2)
        if place.isEmpty {
            self.init(weekday: weekday + 1)
        } else {
            guard let nth = Int(place) else { return nil }
            self.init(weekday: weekday + 1, nth: nth)
        }
    }

    /// `TU`, `1MO`, `-1FR`.
    package var code: String { (nth.map(String.init) ?? "") + RecurrenceRule.dayCodes[weekday - 1] }
}
