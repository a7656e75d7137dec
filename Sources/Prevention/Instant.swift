#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Zeitpunkt: milliseconds since 1970 in UTC; text form RFC 3339 with three decimals, so that text order is time order.
package struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// Reads `YYYY-MM-DDTHH:MM:SS[.fff]Z`; offsets other than Z are refused.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20 || bytes.count == 24, bytes.last == UInt8(ascii: "Z"), bytes[10] == UInt8(ascii: "T"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = Day(String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Self.number(bytes[11..<13]), let minute = Self.number(bytes[14..<16]),
            let second = Self.number(bytes[17..<19]), hour < 24, minute < 60, second < 60
        else { return nil }
        var fraction = 0
        if bytes.count == 24 {
            guard bytes[19] == UInt8(ascii: "."), let value = Self.number(bytes[20..<23]) else { return nil }
            fraction = value
        }
        let seconds = day.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + second
        milliseconds = Int64(seconds) * 1_000 + Int64(fraction)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int(digit) - 48
        }
        return value
    }

    /// The day in UTC.
    package var utcDay: Day { Day(daysSince1970: Int((Double(milliseconds) / 86_400_000).rounded(.down))) }

    package func adding(seconds: Int) -> Instant { Instant(milliseconds: milliseconds + Int64(seconds) * 1_000) }
    package func adding(milliseconds: Int) -> Instant { Instant(milliseconds: self.milliseconds + Int64(milliseconds)) }

    /// Seconds from `other` to this instant.
    package func seconds(since other: Instant) -> Double { Double(milliseconds - other.milliseconds) / 1_000 }

    package var description: String {
        let day = utcDay
        let rest = Int(milliseconds - Int64(day.daysSince1970) * 86_400_000)
        let time = "\(Pad.two(rest / 3_600_000)):\(Pad.two(rest / 60_000 % 60)):\(Pad.two(rest / 1_000 % 60))"
        return "\(day)T\(time).\(Pad.three(rest % 1_000))Z"
    }

    package static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }
}

/// Uhr: where the house takes the time from; tests set it by hand.
package struct Clock: Sendable {
    package let now: @Sendable () -> Instant

    package init(now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The machine's clock.
    package static let live = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// A clock that stands still.
    package static func fixed(_ instant: Instant) -> Clock { Clock { instant } }
}
