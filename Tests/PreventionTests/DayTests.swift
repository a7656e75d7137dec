import Prevention
import Testing

@Suite("Tage und Zeitpunkte") struct DayTests {
    @Test(
        "days that do not exist are refused",
        arguments: ["2023-02-29", "2024-13-01", "2024-00-10", "24-01-01", "2024-1-1", "", "2024-04-31", "x024-01-01"])
    func refused(text: String) { #expect(Day(text) == nil) }

    @Test("29 February exists in leap years only")
    func leapYears() {
        #expect(Day("2024-02-29") != nil && Day("2000-02-29") != nil)
        #expect(Day("1900-02-29") == nil && Day("2100-02-29") == nil)
    }

    @Test("every day of 400 years counts one more than the day before and comes back")
    func wholeEra() throws {
        var day = try #require(Day("1999-12-31"))
        var weekday = day.weekday
        for _ in 0..<146_097 {
            let next = Day(daysSince1970: day.daysSince1970 + 1)
            #expect(next.daysSince1970 == day.daysSince1970 + 1 && next > day)
            #expect(next.weekday == weekday % 7 + 1)
            weekday = next.weekday
            day = next
        }
        #expect(day.description == "2399-12-31")
    }

    @Test(
        "weekdays agree with the calendar",
        arguments: [("2026-11-21", 6), ("1970-01-01", 4), ("2000-01-01", 6), ("2024-02-29", 4)])
    func weekdays(text: String, weekday: Int) { #expect(Day(text)?.weekday == weekday) }

    @Test("an instant is written and read in UTC with milliseconds")
    func instants() throws {
        let instant = try #require(Instant("2026-03-29T01:30:00Z"))
        #expect(instant.description == "2026-03-29T01:30:00.000Z")
        #expect(Instant("2026-03-29T01:30:00.007Z")?.milliseconds == instant.milliseconds + 7)
        #expect(Instant(milliseconds: -1).description == "1969-12-31T23:59:59.999Z")
        for wrong in [
            "2026-03-29 01:30:00Z", "2026-03-29T24:00:00Z", "2026-03-29T01:30:00+01:00", "2026-02-29T01:30:00Z",
        ] {
            #expect(Instant(wrong) == nil)
        }
    }

    @Test("text order of instants is time order")
    func order() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let a = Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &generator))
            let b = Instant(milliseconds: .random(in: 0...4_000_000_000_000, using: &generator))
            #expect((a < b) == (a.description < b.description))
            #expect(Instant(a.description) == a)
        }
    }
}
