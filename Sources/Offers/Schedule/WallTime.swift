package import Prevention

/// Uhrzeit on a clock in Berlin, to the minute: 00:00…23:59.
package struct WallTime: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Since midnight, 0…1439.
    package let minutes: Int

    package static let midnight = WallTime(unchecked: 0)

    private init(unchecked minutes: Int) { self.minutes = minutes }

    package init?(hour: Int, minute: Int) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        minutes = hour * 60 + minute
    }

    package init?(minutes: Int) {
        guard (0..<1_440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    /// Reads `9`, `9:30`, `09.30`, `9 Uhr`, `09:30:00`.
    package init?(_ text: some StringProtocol) {
        var body = String(text.lowercased().filter { !$0.isWhitespace })
        if body.hasSuffix("uhr") { body.removeLast(3) }
        let parts = body.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." || $0 == "h" }
        guard (1...3).contains(parts.count), let hour = Self.number(parts[0]) else { return nil }
        let minute = parts.count > 1 ? Self.number(parts[1]) : 0
        guard let minute, parts.count < 3 || Self.number(parts[2]) != nil else { return nil }
        self.init(hour: hour, minute: minute)
    }

    private static func number(_ text: Substring) -> Int? {
        guard (1...2).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }

    package var hour: Int { minutes / 60 }
    package var minute: Int { minutes % 60 }

    /// `09:30`.
    package var description: String {
        (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }

    package static func < (left: Self, right: Self) -> Bool { left.minutes < right.minutes }
}

extension WallTime {
    /// The instant at which clocks in Berlin show this time on `day` (02:30 of the skipped hour is 03:30).
    package func instant(on day: Day) -> Instant {
        BerlinTime(day, hour: hour, minute: minute)?.instant ?? Instant(milliseconds: 0)
    }
}
