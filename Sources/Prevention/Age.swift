/// Alter in Monaten: a child's age in completed months, −9 (pregnancy begins) to 324 (27th birthday).
package struct AgeInMonths: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let months: Int

    /// `nil` outside −9…324.
    package init?(_ months: Int) {
        guard Self.bounds.contains(months) else { return nil }
        self.months = months
    }

    /// The nearest valid age.
    package init(clamping months: Int) {
        self.months = min(max(months, Self.bounds.lowerBound), Self.bounds.upperBound)
    }

    /// Age on `today` of a child born (or due) on `birthday`; negative before birth, `nil` outside the chain.
    ///
    /// A month is complete on the day with the birthday's number, or on the month's last day if there is none:
    /// a child born on 31 January is one month old on 28 (or 29) February.
    package init?(birthday: Day, on today: Day) {
        var months = (today.year - birthday.year) * 12 + today.month - birthday.month
        let dueDay = min(birthday.day, Day.length(ofMonth: today.month, year: today.year))
        if today.day < dueDay { months -= 1 }
        self.init(months)
    }

    package static let bounds = -9...324
    package static let conception = AgeInMonths(clamping: -9)
    package static let birth = AgeInMonths(clamping: 0)
    package static let firstJob = AgeInMonths(clamping: 324)

    package var description: String { "\(months)" }
    package static func < (left: Self, right: Self) -> Bool { left.months < right.months }
}

/// Altersspanne: the ages, both ends included in months, for which something is meant.
///
/// The upper end follows the sources' convention: "0 bis 6 Jahre" is 0…72, the month of the sixth birthday included.
package struct AgeRange: Hashable, Sendable {
    package let from: AgeInMonths
    package let to: AgeInMonths

    /// `nil` if `from` lies above `to`.
    package init?(from: AgeInMonths, to: AgeInMonths) {
        guard from <= to else { return nil }
        self.from = from
        self.to = to
    }

    /// `nil` unless both ends are valid ages in order.
    package init?(_ from: Int, _ to: Int) {
        guard let from = AgeInMonths(from), let to = AgeInMonths(to) else { return nil }
        self.init(from: from, to: to)
    }

    package static let wholeChain = AgeRange(unchecked: .conception, .firstJob)

    private init(unchecked from: AgeInMonths, _ to: AgeInMonths) {
        self.from = from
        self.to = to
    }

    package func contains(_ age: AgeInMonths) -> Bool { from <= age && age <= to }
    package func overlaps(_ other: AgeRange) -> Bool { from <= other.to && other.from <= to }

    /// Whether both have time in common: spans that merely meet ("0 bis 3" and "3 bis 6") have none; a single age has,
    /// also at an end.
    package func sharesTime(with other: AgeRange) -> Bool {
        let (start, end) = (max(from, other.from), min(to, other.to))
        return start < end || start == end && (from == to || other.from == other.to)
    }
}
