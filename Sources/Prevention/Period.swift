/// Zeitraum: the stretch of time a number stands for, or the day on which it was counted.
package struct Period: Hashable, Sendable, Comparable, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Sendable {
        case year, schoolYear, halfYear, quarter, month, day
    }

    package let kind: Kind
    package let firstDay: Day
    package let lastDay: Day

    /// Calendar year.
    package init?(year: Int) {
        guard let first = Day(year: year, month: 1, day: 1) else { return nil }
        self.init(.year, from: first, months: 12)
    }

    /// Kindergarten- und Schuljahr, 1 August to 31 July.
    package init?(schoolYearFrom year: Int) {
        guard let first = Day(year: year, month: 8, day: 1) else { return nil }
        self.init(.schoolYear, from: first, months: 12)
    }

    /// Stichtag.
    package init(day: Day) {
        kind = .day
        firstDay = day
        lastDay = day
    }

    private init?(_ kind: Kind, from first: Day, months: Int) {
        let month = first.month - 1 + months
        guard let after = Day(year: first.year + month / 12, month: month % 12 + 1, day: 1) else { return nil }
        self.kind = kind
        firstDay = first
        lastDay = Day(daysSince1970: after.daysSince1970 - 1)
    }

    /// Reads "2022", "2022/23" or "2022/2023" (school year), "2022-H1", "2022-Q3", "2022-06", "2022-12-31" and "31.12.2022".
    package init?(_ written: some StringProtocol) {
        let text = String(written.filter { $0 != " " })
        if let day = Day(text) {
            self.init(day: day)
        } else if let day = Self.germanDay(text) {
            self.init(day: day)
        } else if text.count == 4, let year = Int(text) {
            self.init(year: year)
        } else {
            self.init(partOfYear: text)
        }
    }

    private init?(partOfYear text: String) {
        guard text.count >= 6, let year = Int(text.prefix(4)) else { return nil }
        let rest = text.dropFirst(5)
        switch (text[text.index(text.startIndex, offsetBy: 4)], rest.first?.uppercased()) {
        case ("/", _):
            guard let to = Int(rest), to == year + 1 || (rest.count == 2 && to == (year + 1) % 100) else { return nil }
            self.init(schoolYearFrom: year)
        case ("-", "H"):
            guard let half = Int(rest.dropFirst()), (1...2).contains(half) else { return nil }
            self.init(.halfYear, year, month: half * 6 - 5, months: 6)
        case ("-", "Q"):
            guard let quarter = Int(rest.dropFirst()), (1...4).contains(quarter) else { return nil }
            self.init(.quarter, year, month: quarter * 3 - 2, months: 3)
        case ("-", _):
            guard rest.count == 2, let month = Int(rest) else { return nil }
            self.init(.month, year, month: month, months: 1)
        default: return nil
        }
    }

    private init?(_ kind: Kind, _ year: Int, month: Int, months: Int) {
        guard let first = Day(year: year, month: month, day: 1) else { return nil }
        self.init(kind, from: first, months: months)
    }

    private static func germanDay(_ text: String) -> Day? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
        return Day(year: year, month: month, day: day)
    }

    /// The stored form: "2022", "2022/23", "2022-H1", "2022-Q3", "2022-06", "2022-12-31".
    package var description: String {
        let year = String(firstDay.description.prefix(4))
        return switch kind {
        case .year: year
        case .schoolYear: "\(year)/\(lastDay.description.dropFirst(2).prefix(2))"
        case .halfYear: "\(year)-H\(firstDay.month / 6 + 1)"
        case .quarter: "\(year)-Q\(firstDay.month / 3 + 1)"
        case .month: String(firstDay.description.prefix(7))
        case .day: firstDay.description
        }
    }

    /// Whether the two have a day in common.
    package func overlaps(_ other: Period) -> Bool { firstDay <= other.lastDay && other.firstDay <= lastDay }

    /// By the last day, then the first: what ends later is newer.
    package static func < (left: Self, right: Self) -> Bool {
        (left.lastDay, left.firstDay) < (right.lastDay, right.firstDay)
    }
}
