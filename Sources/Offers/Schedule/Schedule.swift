package import Prevention

/// Zeiten of an offer or site: one date or a repeating one, in Berlin wall-clock time.
package struct Schedule: Hashable, Sendable {
    /// What the times mean; HSDS keeps both in one list, we do not.
    package enum Purpose: String, CaseIterable, Sendable, Hashable {
        /// Sprech- und Öffnungszeiten: come any time in between.
        case hours
        /// Termin: begins at the start.
        case session
    }

    /// Ferienregel.
    package enum HolidayRule: String, CaseIterable, Sendable, Hashable {
        case normal
        case notInSchoolHolidays = "not_in_school_holidays"
        case onlyInSchoolHolidays = "only_in_school_holidays"
    }

    package var purpose: Purpose
    /// The first possible day (DTSTART); for a single date the day itself.
    package var start: Day
    package var from: WallTime?
    /// After `from`; an end before the start lies on the next day.
    package var to: WallTime?
    /// `nil`: a single date.
    package var rule: RecurrenceRule?
    /// Days on which it does not happen (EXDATE).
    package var exceptions: [Day]
    package var holidayRule: HolidayRule
    /// Also on public holidays of North Rhine-Westphalia.
    package var includesPublicHolidays: Bool
    /// `nach Vereinbarung`.
    package var note: String

    package init(
        purpose: Purpose = .session, start: Day, from: WallTime? = nil, to: WallTime? = nil,
        rule: RecurrenceRule? = nil,
        exceptions: [Day] = [], holidayRule: HolidayRule = .normal, includesPublicHolidays: Bool = false,
        note: String = ""
    ) {
        self.purpose = purpose
        self.start = start
        self.from = from
        self.to = from == nil ? nil : to
        self.rule = rule
        self.exceptions = exceptions
        self.holidayRule = holidayRule
        self.includesPublicHolidays = includesPublicHolidays
        self.note = note
    }
}

/// Termin: one date of a schedule.
package struct Occurrence: Hashable, Sendable, Comparable {
    package let day: Day
    package let from: WallTime?
    package let to: WallTime?

    /// When it begins; midnight without a time.
    package var start: Instant { (from ?? .midnight).instant(on: day) }

    /// When it ends; the end of the day without a time, the start without an end.
    package var end: Instant {
        guard let from else { return WallTime.midnight.instant(on: day.adding(days: 1)) }
        guard let to else { return start }
        return to.instant(on: to < from ? day.adding(days: 1) : day)
    }

    package static func < (left: Self, right: Self) -> Bool {
        (left.day, left.from?.minutes ?? 0) < (right.day, right.from?.minutes ?? 0)
    }
}

extension Schedule {
    /// The dates from `first` to `last`, both included, in order; at most `limit`.
    package func occurrences(from first: Day, to last: Day, limit: Int = 1_000) -> [Occurrence] {
        guard let rule else {
            return start >= first && start <= last && happens(on: start)
                ? [Occurrence(day: start, from: from, to: to)] : []
        }
        var result: [Occurrence] = []
        // Holidays take dates away, so more days than asked for may be needed.
        for day in rule.days(start: start, from: max(first, start), to: last) where happens(on: day) {
            result.append(Occurrence(day: day, from: from, to: to))
            if result.count == limit { break }
        }
        return result
    }

    /// The first date that has not ended at `instant`; looks two years ahead.
    package func nextOccurrence(after instant: Instant) -> Occurrence? {
        let today = instant.berlinDay
        var first = today.adding(days: -1)
        let horizon = today.adding(days: 732)
        while first <= horizon {
            let last = min(first.adding(days: 61), horizon)
            if let next = occurrences(from: first, to: last).first(where: { $0.end > instant || $0.start >= instant }) {
                return next
            }
            first = last.adding(days: 1)
        }
        guard rule == nil, start > horizon else { return nil }
        return Occurrence(day: start, from: from, to: to)
    }

    /// Whether nothing (exception, holiday) forbids this day.
    package func happens(on day: Day) -> Bool {
        if exceptions.contains(day) { return false }
        if !includesPublicHolidays, PublicHoliday.inNorthRhineWestphalia(day) != nil { return false }
        switch holidayRule {
        case .normal: return true
        case .notInSchoolHolidays: return SchoolHolidays.inNorthRhineWestphalia(day) == nil
        case .onlyInSchoolHolidays: return SchoolHolidays.inNorthRhineWestphalia(day) != nil
        }
    }

    /// Weekdays on which it can happen, 1 = Monday … 7 = Sunday.
    package var weekdays: Set<Int> {
        guard let rule else { return [start.weekday] }
        if !rule.byDay.isEmpty { return Set(rule.byDay.map(\.weekday)) }
        return rule.frequency == .weekly ? [start.weekday] : Set(1...7)
    }
}

extension [Schedule] {
    /// The soonest date of all of them that has not ended at `instant`.
    package func nextOccurrence(after instant: Instant) -> Occurrence? {
        compactMap { $0.nextOccurrence(after: instant) }.min()
    }
}
