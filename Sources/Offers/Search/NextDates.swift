import Prevention
import Synchronization

/// When the schedules of a segment happen next; kept until a date has passed.
final class NextDates: Sendable {
    private struct Entry {
        let minute: Int64
        let starts: [Int64]
    }

    private let entries = Mutex<[Int: Entry]>([:])

    /// Start of the next date of each schedule in milliseconds since 1970, to the minute; `Int64.max` without one.
    func starts(of segment: SearchSegment, after now: Instant) -> [Int64] {
        let minute = now.milliseconds / 60_000
        let key = segment.serial
        if let entry = entries.withLock({ $0[key] }), entry.minute == minute { return entry.starts }
        let starts = segment.times.schedules.map {
            $0.nextOccurrence(after: now)?.start.milliseconds ?? .max
        }
        entries.withLock { entries in
            if entries.count > 64 { entries.removeAll() }
            entries[key] = Entry(minute: minute, starts: starts)
        }
        return starts
    }
}
