import Offers
import Prevention
import Tables

/// Zeiten as HSDS schedules: dates and wall-clock times without an offset.
enum ScheduleMapping {
    static func object(_ schedule: Schedule, id: String, _ owner: String, _ ownerID: String) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("id", .text(id)), (owner, .text(ownerID)), ("dtstart", .text(schedule.start.description)),
            ("opens_at", schedule.from.map { .text($0.description) } ?? .null),
            ("closes_at", schedule.to.map { .text($0.description) } ?? .null),
            ("description", .text(schedule.words)), ("notes", schedule.note.isEmpty ? .null : .text(schedule.note)),
        ]
        if let rule = schedule.rule {
            members += recurrence(rule)
        } else {
            members.append(("count", .int(1)))
        }
        members += [
            ("de_purpose", .text(schedule.purpose.rawValue)),
            ("de_holiday_rule", schedule.holidayRule == .normal ? .null : .text(schedule.holidayRule.rawValue)),
            ("de_exceptions", schedule.exceptions.isEmpty ? .null : .texts(schedule.exceptions.map(\.description))),
            ("de_public_holidays", schedule.includesPublicHolidays ? .bool(true) : .null),
        ]
        return .record(members)
    }

    private static func recurrence(_ rule: RecurrenceRule) -> [(String, JSONValue)] {
        var members: [(String, JSONValue)] = [
            ("freq", .text(rule.frequency.rawValue)), ("interval", .int(rule.interval)), ("wkst", .text("MO")),
        ]
        if !rule.byDay.isEmpty { members.append(("byday", .text(rule.byDay.map(\.code).joined(separator: ",")))) }
        if !rule.byMonthDay.isEmpty {
            members.append(("bymonthday", .text(rule.byMonthDay.map(String.init).joined(separator: ","))))
        }
        switch rule.end {
        case .never: break
        case .count(let count): members.append(("count", .int(count)))
        case .until(let day): members.append(("until", .text(day.description)))
        }
        return members
    }
}
