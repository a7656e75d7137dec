/// Tag: a day of the Gregorian calendar without time or zone, written `YYYY-MM-DD`.
package struct Day: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `nil` for days that do not exist (29 February of a common year) and for years outside 1…9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            day >= 1, day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY-MM-DD`.
    package init?(_ text: some StringProtocol) {
        var (year, month, day, position) = (0, 0, 0, 0)
        for byte in text.utf8 {
            let digit = Int(byte) - 48
            switch position {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case 0...9:
                guard (0...9).contains(digit) else { return nil }
                if position < 4 { year = year * 10 + digit }
                if position == 5 || position == 6 { month = month * 10 + digit }
                if position > 7 { day = day * 10 + digit }
            default: return nil
            }
            position += 1
        }
        guard position == 10 else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day `count` days after 1 January 1970, clamped to the years 1…9999.
    package init(daysSince1970 count: Int) {
        // Civil-from-days, Howard Hinnant's algorithm: eras of 400 years beginning on 1 March.
        let count = min(max(count, -719_162), 2_932_896)
        let shifted = count + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970 (negative before).
    package var daysSince1970: Int {
        let year = month <= 2 ? self.year - 1 : self.year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// 1 = Monday … 7 = Sunday (ISO 8601).
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

    package func adding(days: Int) -> Day { Day(daysSince1970: daysSince1970 + days) }

    package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    package static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package var description: String { "\(Pad.four(year))-\(Pad.two(month))-\(Pad.two(day))" }

    package static func < (left: Self, right: Self) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }
}

/// Numbers with leading zeros.
enum Pad {
    static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    static func three(_ value: Int) -> String { value < 100 ? "0" + two(value) : "\(value)" }
    static func four(_ value: Int) -> String { value < 1000 ? "0" + three(value) : "\(value)" }
}
