package import Prevention

/// Jahresrhythmus des Lernnetzwerks: four meetings a year, each with a theme of its own.
///
/// - Source: Fachbericht 2013, Lernnetzwerk (vier Treffen je Jahr).
package struct Rhythm: Hashable, Sendable {
    /// A meeting as the rule sees it; cancelled ones do not count.
    package struct Meeting: Hashable, Sendable {
        package let day: Day
        package let theme: String

        package init(day: Day, theme: String) {
            self.day = day
            self.theme = theme
        }
    }

    /// What the rule finds wanting.
    package enum Reminder: Hashable, Sendable {
        /// Fewer meetings than agreed stand in this year's calendar.
        case meetingsMissing(Int)
        /// Nothing has been planned for a quarter that has begun or begins next (1…4).
        case quarterEmpty(Int)
        case themeMissing(Day)
        case themeTwice(String)
    }

    package static let meetingsPerYear = 4

    /// What the meetings of the year of `today` are still lacking, the most urgent first.
    package static func reminders(_ meetings: [Meeting], on today: Day) -> [Reminder] {
        let year = meetings.filter { $0.day.year == today.year }.sorted { ($0.day, $0.theme) < ($1.day, $1.theme) }
        var found: [Reminder] = []
        if year.count < meetingsPerYear {
            found.append(.meetingsMissing(meetingsPerYear - year.count))
            let now = quarter(of: today)
            let held = Set(year.map { quarter(of: $0.day) })
            found += (now...min(4, now + 1)).filter { !held.contains($0) }.map { .quarterEmpty($0) }
        }
        found += year.filter { folded($0.theme).isEmpty }.map { .themeMissing($0.day) }
        var seen: Set<String> = []
        for meeting in year where !folded(meeting.theme).isEmpty {
            if !seen.insert(folded(meeting.theme)).inserted { found.append(.themeTwice(meeting.theme)) }
        }
        return found
    }

    private static func quarter(of day: Day) -> Int { (day.month - 1) / 3 + 1 }

    private static func folded(_ theme: String) -> String {
        theme.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
