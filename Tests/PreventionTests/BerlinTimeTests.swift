import Foundation
import Prevention
import Testing

@Suite("Ortszeit") struct BerlinTimeTests {
    @Test("the clocks agree with the time zone database, every three hours and around every change, 1981 to 2037")
    func oracle() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        let start: Int64 = 347_155_200  // 1 January 1981
        for hours in stride(from: Int64(0), to: 57 * 8_766, by: 7) {
            let seconds = start + hours * 3_600
            let wanted = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
            #expect(BerlinTime.offset(at: Instant(milliseconds: seconds * 1_000)) == wanted)
        }
        var change = Date(timeIntervalSince1970: Double(start))
        while let next = zone.nextDaylightSavingTimeTransition(after: change),
            next.timeIntervalSince1970 < 2_140_000_000
        {
            for shift in [-1, 0, 1] {
                let seconds = Int64(next.timeIntervalSince1970) + Int64(shift)
                let wanted = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
                #expect(BerlinTime.offset(at: Instant(milliseconds: seconds * 1_000)) == wanted)
            }
            change = next
        }
    }

    @Test("what a clock shows leads back to the same instant, except in the hour that comes twice")
    func roundTrip() {
        for minutes in stride(from: Int64(1_760_000_000 / 60), to: 1_800_000_000 / 60, by: 37) {
            let instant = Instant(milliseconds: minutes * 60_000)
            let shown = BerlinTime(instant)
            let back = shown.instant
            #expect(BerlinTime(back) == shown)
            #expect(back == instant || back == instant.adding(seconds: -3_600))
        }
    }

    @Test("the skipped hour is read one hour later, the double hour is the first one")
    func changes() throws {
        let spring = try #require(Day("2026-03-29"))
        let skipped = try #require(BerlinTime(spring, hour: 2, minute: 30))
        #expect(BerlinTime(skipped.instant) == BerlinTime(spring, hour: 3, minute: 30))
        let autumn = try #require(Day("2026-10-25"))
        #expect(try #require(BerlinTime(autumn, hour: 2, minute: 30)).instant.description == "2026-10-25T00:30:00.000Z")
        #expect(BerlinTime(spring, hour: 24) == nil)
        #expect(try #require(Instant("2026-06-30T22:30:00Z")).berlinDay == Day("2026-07-01"))
        #expect(try #require(Instant("1969-12-31T23:30:00Z")).berlinDay == Day("1970-01-01"))
    }
}
