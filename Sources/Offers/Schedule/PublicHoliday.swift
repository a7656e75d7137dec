package import Prevention

/// Gesetzlicher Feiertag in North Rhine-Westphalia.
///
/// - Source: Feiertagsgesetz NW § 2.
package enum PublicHoliday: String, CaseIterable, Sendable, Hashable {
    case newYear, goodFriday, easterMonday, labourDay, ascension, whitMonday, corpusChristi, germanUnity, allSaints
    case christmasDay, boxingDay

    /// The holiday on `day`, if it is one.
    package static func inNorthRhineWestphalia(_ day: Day) -> PublicHoliday? {
        switch (day.month, day.day) {
        case (1, 1): return .newYear
        case (5, 1): return .labourDay
        case (10, 3): return .germanUnity
        case (11, 1): return .allSaints
        case (12, 25): return .christmasDay
        case (12, 26): return .boxingDay
        default: break
        }
        guard (3...6).contains(day.month) else { return nil }
        switch day.daysSince1970 - easterSunday(day.year).daysSince1970 {
        case -2: return .goodFriday
        case 1: return .easterMonday
        case 39: return .ascension
        case 50: return .whitMonday
        case 60: return .corpusChristi
        default: return nil
        }
    }

    /// Easter Sunday of the Gregorian calendar.
    ///
    /// - Source: the anonymous algorithm of 1876 (Meeus, Jones, Butcher).
    package static func easterSunday(_ year: Int) -> Day {
        let golden = year % 19
        let (century, yearOfCentury) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let shift = (golden + 11 * epact + 22 * weekday) / 451
        let position = epact + weekday - 7 * shift + 114
        return Day(year: year, month: position / 31, day: position % 31 + 1) ?? Day(daysSince1970: 0)
    }
}
