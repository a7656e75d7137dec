package import Prevention

extension Day {
    /// The same day `count` months later (earlier if negative), or the month's last day where that month has none.
    ///
    /// Clamped to the years 1…9999.
    package func adding(months count: Int) -> Day {
        let months = min(max(year * 12 + month - 1 + count, 12), 9_999 * 12 + 11)
        let (year, month) = (months / 12, months % 12 + 1)
        return Day(year: year, month: month, day: min(day, Day.length(ofMonth: month, year: year))) ?? self
    }
}
