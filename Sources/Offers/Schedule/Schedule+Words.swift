import Prevention

extension Schedule {
    /// The times in German words: "dienstags 9 bis 11 Uhr, nicht in den Schulferien".
    package var words: String {
        var parts: [String] = []
        if let rule {
            parts.append(Self.rhythm(rule, start: start))
        } else {
            parts.append("am " + GermanDay.long(start))
        }
        if let from { parts[0] += " " + Self.time(from, to) }
        if case .until(let day) = rule?.end { parts.append("bis zum " + GermanDay.long(day)) }
        if case .count(let count) = rule?.end {
            parts.append(count == 1 ? "ein Termin" : "\(count) Termine ab " + GermanDay.long(start))
        }
        switch holidayRule {
        case .normal: break
        case .notInSchoolHolidays: parts.append("nicht in den Schulferien")
        case .onlyInSchoolHolidays: parts.append("nur in den Schulferien")
        }
        if includesPublicHolidays { parts.append("auch an Feiertagen") }
        if !note.isEmpty { parts.append(note) }
        return parts.joined(separator: ", ")
    }

    private static func time(_ from: WallTime, _ to: WallTime?) -> String {
        to.map { "\(clock(from)) bis \(clock($0)) Uhr" } ?? "um \(clock(from)) Uhr"
    }

    private static func clock(_ time: WallTime) -> String {
        time.minute == 0 ? "\(time.hour)" : "\(time.hour)." + (time.minute < 10 ? "0" : "") + "\(time.minute)"
    }

    private static func rhythm(_ rule: RecurrenceRule, start: Day) -> String {
        switch rule.frequency {
        case .weekly:
            let days = rule.byDay.isEmpty ? [start.weekday] : Set(rule.byDay.map(\.weekday)).sorted()
            let names = days == [1, 2, 3, 4, 5] ? "montags bis freitags" : list(days.map { GermanDay.adverbs[$0 - 1] })
            switch rule.interval {
            case 1: return names
            case 2: return "alle zwei Wochen " + names
            default: return "alle \(rule.interval) Wochen " + names
            }
        case .monthly:
            let months = rule.interval == 1 ? "im Monat" : "alle \(rule.interval) Monate"
            return "\(list(monthDays(rule, start: start))) \(months)"
        }
    }

    private static func monthDays(_ rule: RecurrenceRule, start: Day) -> [String] {
        if rule.byDay.isEmpty {
            let days = rule.byMonthDay.isEmpty ? [start.day] : rule.byMonthDay
            return days.map { $0 > 0 ? "am \($0)." : $0 == -1 ? "am letzten Tag" : "am \(-$0).-letzten Tag" }
        }
        return rule.byDay.map { day in
            let name = GermanDay.names[day.weekday - 1]
            guard let nth = day.nth else { return "jeden \(name)" }
            if nth == -1 { return "am letzten \(name)" }
            return nth > 0 ? "am \(nth). \(name)" : "am \(-nth).-letzten \(name)"
        }
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " und " + last
    }
}

/// German words for days.
enum GermanDay {
    static let names = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"]
    static let adverbs = ["montags", "dienstags", "mittwochs", "donnerstags", "freitags", "samstags", "sonntags"]
    static let months = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]

    /// `3. Mai 2026`.
    static func long(_ day: Day) -> String { "\(day.day). \(months[day.month - 1]) \(day.year)" }
}
