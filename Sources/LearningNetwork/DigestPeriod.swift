package import Prevention

/// Rhythmus der Sammelmail.
package enum DigestRhythm: String, CaseIterable, Hashable, Sendable {
    case daily, weekly
}

/// Zeitraum einer Sammelmail: a whole day or a week from Monday to Sunday, by the clocks in Germany.
package struct DigestPeriod: Hashable, Sendable {
    package let rhythm: DigestRhythm
    /// Its first day.
    package let from: Day

    /// The last period that has ended completely at `now`.
    package init(_ rhythm: DigestRhythm, endedBy now: Instant) {
        self.rhythm = rhythm
        let today = now.berlinDay
        from =
            switch rhythm {
            case .daily: today.adding(days: -1)
            case .weekly: today.adding(days: -(today.weekday - 1) - 7)
            }
    }

    /// The first day after it.
    package var until: Day { from.adding(days: rhythm == .daily ? 1 : 7) }

    /// When it ends: midnight in Germany, also where the clocks change on that day.
    package var end: Instant { Self.midnight(until) }

    package var start: Instant { Self.midnight(from) }

    /// Names the period for ever: `daily:2027-03-28`.
    package var key: String { "\(rhythm.rawValue):\(from)" }

    private static func midnight(_ day: Day) -> Instant {
        BerlinTime(day, hour: 0)?.instant ?? Instant(milliseconds: Int64(day.daysSince1970) * 86_400_000)
    }
}
