import Foundation
import Offers
import Prevention
import Testing

private func day(_ text: String) throws -> Day { try #require(Day(text)) }
private func rule(_ text: String) throws -> RecurrenceRule { try #require(RecurrenceRule(text)) }

@Suite("Zeiten") struct ScheduleTests {
    @Test("300 random rules give the same days as python-dateutil")
    func oracle() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/rrule.txt")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 300)
        for line in lines {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let days = try rule(parts[1]).days(start: try day(parts[0]), from: try day(parts[2]), to: try day(parts[3]))
            #expect(days.map(\.description).joined(separator: " ") == parts[4], "\(parts[0]) \(parts[1])")
            #expect(RecurrenceRule(try rule(parts[1]).description) == RecurrenceRule(parts[1]))
        }
    }

    @Test(
        "rules that we cannot keep are not understood half",
        arguments: [
            "FREQ=DAILY", "FREQ=YEARLY", "FREQ=WEEKLY;BYDAY=1MO", "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=MONTHLY;BYDAY=6MO",
            "FREQ=WEEKLY;COUNT=3;UNTIL=20260101", "FREQ=WEEKLY;INTERVAL=0", "FREQ=WEEKLY;BYSETPOS=1", "", "FREQ=",
            "FREQ=WEEKLY;FREQ=WEEKLY", "FREQ=WEEKLY;UNTIL=20260230", "FREQ=WEEKLY;WKST=SU",
            "FREQ=WEEKLY;COUNT=99999999999999999999",
        ])
    func refused(text: String) { #expect(RecurrenceRule(text) == nil) }

    @Test("a weekly hour keeps its wall time over both changes of the clock")
    func daylightSaving() throws {
        let sundays = Schedule(
            start: try day("2026-03-01"), from: WallTime("9"), to: WallTime("10"),
            rule: try rule("FREQ=WEEKLY;BYDAY=SU"))
        let dates = sundays.occurrences(from: try day("2026-03-22"), to: try day("2026-03-31"))
        #expect(dates.map(\.start.description) == ["2026-03-22T08:00:00.000Z", "2026-03-29T07:00:00.000Z"])
        let autumn = sundays.occurrences(from: try day("2026-10-18"), to: try day("2026-10-25"))
        #expect(autumn.map(\.start.description) == ["2026-10-18T07:00:00.000Z", "2026-10-25T08:00:00.000Z"])
    }

    @Test("every occurrence of a random week rule shows the same clock time and weekday", arguments: 0..<50)
    func wallTimeProperty(seed: Int) throws {
        let start = Day(daysSince1970: 20_000 + seed * 37)
        let time = try #require(WallTime(minutes: (seed * 97) % 1_440))
        let schedule = Schedule(
            start: start, from: time, rule: try rule("FREQ=WEEKLY;INTERVAL=\(seed % 3 + 1)"),
            includesPublicHolidays: true)
        for occurrence in schedule.occurrences(from: start, to: start.adding(days: 800)) {
            #expect(occurrence.day.weekday == start.weekday)
            let clock = BerlinTime(occurrence.start)
            let isSkipped = time.hour == 2 && clock.hour == 3
            #expect(isSkipped || clock.hour * 60 + clock.minute == time.minutes)
            #expect(clock.day == occurrence.day)
        }
    }

    @Test("29 February comes only in leap years, the 31st only in long months")
    func monthEnds() throws {
        let leap = try rule("FREQ=MONTHLY;INTERVAL=12").days(
            start: try day("2024-02-29"), from: try day("2024-01-01"), to: try day("2033-01-01"))
        #expect(leap.map(\.description) == ["2024-02-29", "2028-02-29", "2032-02-29"])
        let ends = try rule("FREQ=MONTHLY").days(
            start: try day("2026-01-31"), from: try day("2026-01-01"), to: try day("2026-07-01"))
        #expect(ends.map(\.month) == [1, 3, 5])
    }

    @Test("every Monday and the first Tuesday are a union, as RFC 5545 says")
    func union() throws {
        let days = try rule("FREQ=MONTHLY;BYDAY=MO,1TU").days(
            start: try day("2026-06-01"), from: try day("2026-06-01"), to: try day("2026-06-30"))
        #expect(days.map(\.day) == [1, 2, 8, 15, 22, 29])
    }

    @Test("exceptions, public holidays and school holidays take dates away")
    func holidays() throws {
        var schedule = Schedule(
            start: try day("2026-03-02"), rule: try rule("FREQ=WEEKLY;BYDAY=MO"), exceptions: [try day("2026-03-09")],
            holidayRule: .notInSchoolHolidays)
        let (first, last) = (try day("2026-03-02"), try day("2026-04-20"))
        #expect(
            schedule.occurrences(from: first, to: last).map(\.day.description)
                == ["2026-03-02", "2026-03-16", "2026-03-23", "2026-04-13", "2026-04-20"])
        schedule.holidayRule = .onlyInSchoolHolidays
        #expect(schedule.occurrences(from: first, to: last).map(\.day.description) == ["2026-03-30"])
        schedule.includesPublicHolidays = true
        #expect(schedule.occurrences(from: first, to: last).map(\.day.description) == ["2026-03-30", "2026-04-06"])
    }

    @Test("the next date is found over a long break, and none after the last")
    func next() throws {
        let now = try #require(Instant("2026-07-01T10:00:00Z"))
        let term = Schedule(
            start: try day("2026-01-07"), from: WallTime("16"), to: WallTime("17:30"),
            rule: try rule("FREQ=WEEKLY;BYDAY=WE"), holidayRule: .notInSchoolHolidays)
        #expect(term.nextOccurrence(after: now)?.day.description == "2026-07-01")
        #expect(term.nextOccurrence(after: now.adding(seconds: 86_400 * 15))?.day.description == "2026-09-02")
        var over = term
        over.rule = try rule("FREQ=WEEKLY;BYDAY=WE;UNTIL=20260630")
        #expect(over.nextOccurrence(after: now) == nil)
        let night = Schedule(start: try day("2026-06-30"), from: WallTime("22"), to: WallTime("2"))
        #expect(
            night.nextOccurrence(after: try #require(Instant("2026-06-30T23:30:00Z")))?.day.description == "2026-06-30")
        #expect(night.nextOccurrence(after: now) == nil)
        #expect([over, term].nextOccurrence(after: now)?.day == now.berlinDay)
    }

    @Test(
        "Easter and the holidays that hang on it",
        arguments: [(2024, "03-31"), (2025, "04-20"), (2026, "04-05"), (2027, "03-28"), (2038, "04-25")])
    func easter(year: Int, expected: String) throws {
        let sunday = PublicHoliday.easterSunday(year)
        #expect(sunday.description == "\(year)-\(expected)")
        #expect(PublicHoliday.inNorthRhineWestphalia(sunday.adding(days: 60)) == .corpusChristi)
        #expect(PublicHoliday.inNorthRhineWestphalia(sunday) == nil)
    }

    @Test("school holidays are in order, do not touch and never begin on a Sunday")
    func schoolHolidays() throws {
        #expect(SchoolHolidays.all.count == 29)
        for (one, two) in zip(SchoolHolidays.all, SchoolHolidays.all.dropFirst()) { #expect(one.last < two.first) }
        for holidays in SchoolHolidays.all {
            #expect(holidays.first.weekday != 7)
            #expect(SchoolHolidays.inNorthRhineWestphalia(holidays.first) == holidays)
            #expect(SchoolHolidays.inNorthRhineWestphalia(holidays.last) == holidays)
            #expect(SchoolHolidays.inNorthRhineWestphalia(holidays.first.adding(days: -1)) == nil)
            #expect(SchoolHolidays.inNorthRhineWestphalia(holidays.last.adding(days: 1)) == nil)
        }
    }

    @Test(
        "German words",
        arguments: [
            ("FREQ=WEEKLY;BYDAY=TU", "9", "11", "dienstags 9 bis 11 Uhr, nicht in den Schulferien"),
            (
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "8:30", "12",
                "montags bis freitags 8.30 bis 12 Uhr, nicht in den Schulferien"
            ),
            (
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH,MO", "15", "",
                "alle zwei Wochen montags und donnerstags um 15 Uhr, nicht in den Schulferien"
            ),
            (
                "FREQ=MONTHLY;BYDAY=1SA,-1FR", "", "",
                "am 1. Samstag und am letzten Freitag im Monat, nicht in den Schulferien"
            ),
            (
                "FREQ=WEEKLY;COUNT=6", "10", "11",
                "sonntags 10 bis 11 Uhr, 6 Termine ab 1. März 2026, nicht in den Schulferien"
            ),
        ])
    func words(text: String, from: String, to: String, expected: String) throws {
        let schedule = Schedule(
            start: try day("2026-03-01"), from: WallTime(from), to: WallTime(to), rule: try rule(text),
            holidayRule: .notInSchoolHolidays)
        #expect(schedule.words == expected)
    }

    @Test(
        "clock times as people write them",
        arguments: [("9", 540), ("9:30", 570), ("09.05", 545), ("14 Uhr", 840), ("23:59:00", 1_439)])
    func wallTimes(text: String, minutes: Int) { #expect(WallTime(text)?.minutes == minutes) }

    @Test("no clock time", arguments: ["24", "9:60", "-1", "", "neun", "9:5:x", "9::", "999"])
    func noWallTime(text: String) { #expect(WallTime(text) == nil) }
}
