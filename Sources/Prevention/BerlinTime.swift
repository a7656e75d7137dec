/// Ortszeit: day and time of the clocks in Germany.
///
/// Computed from the rule of the European Union, so that it does not depend on files of the machine: summer time from the
/// last Sunday of March, 01:00 UTC, to the last Sunday of October (until 1995: of September), 01:00 UTC, since 1981.
/// Before 1981 winter time always.
package struct BerlinTime: Hashable, Sendable, Comparable {
    package let day: Day
    /// 0…23.
    package let hour: Int
    /// 0…59.
    package let minute: Int

    /// `nil` unless hour and minute exist.
    package init?(_ day: Day, hour: Int, minute: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.day = day
        self.hour = hour
        self.minute = minute
    }

    /// What the clocks show at `instant`.
    package init(_ instant: Instant) {
        let seconds = Self.floor(instant.milliseconds, by: 1_000) + Self.offset(at: instant)
        day = Day(daysSince1970: Int(Self.floor(seconds, by: 86_400)))
        let rest = Int(seconds - Self.floor(seconds, by: 86_400) * 86_400)
        hour = rest / 3_600
        minute = rest / 60 % 60
    }

    /// The instant at which the clocks show this.
    ///
    /// In the hour that is skipped in March it is one hour later by the clock (02:30 means 03:30); in the hour that comes
    /// twice in October it is the first one, still in summer time.
    package var instant: Instant {
        let local = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3_600 + minute * 60)
        let summer = Instant(milliseconds: (local - 7_200) * 1_000)
        if Self.offset(at: summer) == 7_200 { return summer }
        return Instant(milliseconds: (local - 3_600) * 1_000)
    }

    /// Seconds ahead of UTC: 3,600 in winter, 7,200 in summer.
    package static func offset(at instant: Instant) -> Int64 {
        let year = instant.utcDay.year
        guard year >= 1981 else { return 3_600 }
        let start = changeover(year: year, month: 3)
        let end = changeover(year: year, month: year >= 1996 ? 10 : 9)
        return start <= instant && instant < end ? 7_200 : 3_600
    }

    /// 01:00 UTC on the last Sunday of the month.
    private static func changeover(year: Int, month: Int) -> Instant {
        guard let last = Day(year: year, month: month, day: Day.length(ofMonth: month, year: year)) else {
            return Instant(milliseconds: 0)
        }
        let sunday = last.daysSince1970 - last.weekday % 7
        return Instant(milliseconds: (Int64(sunday) * 86_400 + 3_600) * 1_000)
    }

    private static func floor(_ value: Int64, by divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.day, left.hour, left.minute) < (right.day, right.hour, right.minute)
    }
}

extension Instant {
    /// The day that the calendars in Germany show.
    package var berlinDay: Day { BerlinTime(self).day }
}
