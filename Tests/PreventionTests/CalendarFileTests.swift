import Testing

@testable import Prevention

@Suite("Kalenderdatei") struct CalendarFileTests {
    private let stamp = Instant(milliseconds: 1_800_000_000_000)

    private func lines(_ event: CalendarFile.Event) -> [String] {
        String(decoding: CalendarFile([event], at: stamp).bytes, as: UTF8.self)
            .replacing("\r\n ", with: "").split(separator: "\r\n").map(String.init)
    }

    @Test("an appointment stands in universal time, also across the change of the clocks") func hours() throws {
        let day = try #require(Day("2027-03-28"))
        let from = try #require(BerlinTime(day.adding(days: -1), hour: 9, minute: 30)).instant
        let to = try #require(BerlinTime(day, hour: 12)).instant
        let lines = lines(.init(uid: "a@b", time: .hours(from: from, to: to), summary: "Treffen"))
        #expect(lines.contains("DTSTART:20270327T083000Z") && lines.contains("DTEND:20270328T100000Z"))
        #expect(lines.contains("DTSTAMP:20270115T080000Z"))
        #expect(lines.first == "BEGIN:VCALENDAR" && lines.last == "END:VCALENDAR")
    }

    @Test(
        "half past nine in Germany is another universal time in summer than in winter, and the file names no zone",
        arguments: [("2027-01-15", "083000"), ("2027-07-15", "073000")])
    func seasons(day: String, time: String) throws {
        let day = try #require(Day(day))
        let from = try #require(BerlinTime(day, hour: 9, minute: 30)).instant
        let lines = lines(
            .init(uid: "a", time: .hours(from: from, to: from.adding(seconds: 3_600)), summary: "Treffen"))
        let compact = "\(day)".replacing("-", with: "")
        #expect(lines.contains("DTSTART:\(compact)T\(time)Z"))
        #expect(!lines.contains { $0.contains("TZID") || $0.contains("VTIMEZONE") })
    }

    @Test("whole days end with the first day after them") func days() throws {
        let (from, to) = (try #require(Day("2027-12-30")), try #require(Day("2027-12-31")))
        let lines = lines(.init(uid: "a", time: .days(from: from, to: to), summary: "Konferenz", isCancelled: true))
        #expect(lines.contains("DTSTART;VALUE=DATE:20271230") && lines.contains("DTEND;VALUE=DATE:20280101"))
        #expect(lines.contains("STATUS:CANCELLED"))
    }

    @Test("nobody's words can begin a line of their own") func escaping() {
        let event = CalendarFile.Event(
            uid: "a", time: .hours(from: stamp, to: stamp), summary: "A, B; C\\D\r\nATTENDEE:x\u{0}",
            address: "https://haus.example/x\r\nSUMMARY:y")
        let lines = lines(event)
        #expect(lines.contains("SUMMARY:A\\, B\\; C\\\\D\\nATTENDEE:x"))
        #expect(!lines.contains { $0.hasPrefix("ATTENDEE") } && lines.count { $0.hasPrefix("SUMMARY") } == 1)
    }

    @Test("no line is longer than 75 bytes and no letter is cut") func folding() {
        let event = CalendarFile.Event(
            uid: "a", time: .hours(from: stamp, to: stamp), summary: String(repeating: "Übergänge ", count: 40))
        let bytes = CalendarFile([event], at: stamp).bytes
        let text = String(validating: bytes, as: UTF8.self)
        #expect(text != nil)
        for line in (text ?? "").split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(lines(event).contains("SUMMARY:" + String(repeating: "Übergänge ", count: 40)))
    }
}
