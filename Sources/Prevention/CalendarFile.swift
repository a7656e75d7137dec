/// Kalenderdatei (iCalendar): appointments for the calendar program of whoever downloads them.
///
/// Hours stand in universal time (form 2, with "Z"), so the file needs no VTIMEZONE: 9:30 in Germany is 08:30 in winter and
/// 07:30 in summer, whichever zone and rules the reader's calendar knows. Nothing here repeats, so no hour can shift.
/// - Source: RFC 5545, 3.3.5 and 3.6.5.
package struct CalendarFile: Hashable, Sendable {
    /// Termin: one appointment of the file.
    package struct Event: Hashable, Sendable {
        /// When it is: hours in universal time, which every calendar shows in its own, or whole days.
        package enum Time: Hashable, Sendable {
            case hours(from: Instant, to: Instant)
            /// Both days belong to it.
            case days(from: Day, to: Day)
        }

        /// Stays the same when the appointment changes, so that calendars replace the old one: `<key>@<host>`.
        package let uid: String
        package let time: Time
        package let summary: String
        package let place: String
        package let text: String
        /// Page of the appointment, complete with `https://`; empty for none.
        package let address: String
        /// Grows with every change.
        package let sequence: Int
        package let isCancelled: Bool

        package init(
            uid: String, time: Time, summary: String, place: String = "", text: String = "", address: String = "",
            sequence: Int = 0, isCancelled: Bool = false
        ) {
            self.uid = uid
            self.time = time
            self.summary = summary
            self.place = place
            self.text = text
            self.address = address
            self.sequence = sequence
            self.isCancelled = isCancelled
        }
    }

    package static let contentType = "text/calendar; charset=utf-8"
    /// Most bytes of a line without its end.
    static let longestLine = 75

    package let events: [Event]
    /// When the file was made.
    package let stamp: Instant

    package init(_ events: [Event], at stamp: Instant) {
        self.events = events
        self.stamp = stamp
    }

    package var bytes: [UInt8] {
        var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Lueckenlos//DE", "CALSCALE:GREGORIAN"]
        lines.append("METHOD:PUBLISH")
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(Self.folded)
    }

    private func lines(of event: Event) -> [String] {
        var lines = ["BEGIN:VEVENT", "UID:" + Self.escaped(event.uid), "DTSTAMP:" + Self.utc(stamp)]
        switch event.time {
        case .hours(let from, let to): lines += ["DTSTART:" + Self.utc(from), "DTEND:" + Self.utc(max(from, to))]
        case .days(let from, let to):
            lines.append("DTSTART;VALUE=DATE:" + Self.date(from))
            // The end is the first day that no longer belongs to it.
            lines.append("DTEND;VALUE=DATE:" + Self.date(max(from, to).adding(days: 1)))
        }
        lines += ["SEQUENCE:\(max(0, event.sequence))", "SUMMARY:" + Self.escaped(event.summary)]
        if !event.place.isEmpty { lines.append("LOCATION:" + Self.escaped(event.place)) }
        if !event.text.isEmpty { lines.append("DESCRIPTION:" + Self.escaped(event.text)) }
        if !event.address.isEmpty { lines.append("URL:" + event.address.filter { !$0.isWhitespace }) }
        lines.append("STATUS:" + (event.isCancelled ? "CANCELLED" : "CONFIRMED"))
        return lines + ["END:VEVENT"]
    }

    /// A text value: line breaks, commas, semicolons and backslashes are escaped, other control characters go.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\", ";", ",": result += "\\" + String(character)
            case "\n", "\r\n", "\r": result += "\\n"
            default:
                let isControl = character.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
                result += isControl ? "" : String(character)
            }
        }
        return result
    }

    /// `20261121T190000Z`
    private static func utc(_ instant: Instant) -> String {
        String(instant.description.prefix(19).filter { $0 != "-" && $0 != ":" }) + "Z"
    }

    private static func date(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    /// The line in pieces of at most 75 bytes, each continued with a blank; no letter is cut in two.
    private static func folded(_ line: String) -> [UInt8] {
        var result: [UInt8] = []
        var length = 0
        for scalar in line.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if length + bytes.count > longestLine {
                result += Array("\r\n ".utf8)
                length = 1
            }
            result += bytes
            length += bytes.count
        }
        return result + Array("\r\n".utf8)
    }
}
