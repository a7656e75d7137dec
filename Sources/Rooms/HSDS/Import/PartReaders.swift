import Offers
import Prevention
import Tables

/// Reads schedules; a rule that we could not repeat exactly is refused, never bent.
enum ScheduleReader {
    static func schedule(_ object: JSONValue) -> Schedule? {
        guard let start = object["dtstart"].string.flatMap({ Day($0.prefix(10)) }) else { return nil }
        let unknown = ["byweekno", "byyearday"].contains { object[$0] != .null }
        if unknown { return nil }
        var rule: RecurrenceRule?
        if let frequency = object["freq"].string {
            guard let made = self.rule(frequency, object) else { return nil }
            rule = made
        }
        return Schedule(
            purpose: object["de_purpose"].string.flatMap(Schedule.Purpose.init(rawValue:)) ?? .hours, start: start,
            from: object["opens_at"].string.flatMap { WallTime($0) },
            to: object["closes_at"].string.flatMap { WallTime($0) },
            rule: rule, exceptions: object["de_exceptions"].strings.compactMap { Day($0) },
            holidayRule: object["de_holiday_rule"].string.flatMap(Schedule.HolidayRule.init(rawValue:)) ?? .normal,
            includesPublicHolidays: object["de_public_holidays"].boolean ?? false, note: object["notes"].string ?? "")
    }

    private static func rule(_ frequency: String, _ object: JSONValue) -> RecurrenceRule? {
        var parts = ["FREQ=" + frequency]
        if let interval = object["interval"].int { parts.append("INTERVAL=\(interval)") }
        if let days = object["byday"].string { parts.append("BYDAY=" + days) }
        if let days = object["bymonthday"].string { parts.append("BYMONTHDAY=" + days) }
        if let count = object["count"].int { parts.append("COUNT=\(count)") }
        if let until = object["until"].string.flatMap({ Day($0.prefix(10)) }) {
            parts.append("UNTIL=" + until.description.replacing("-", with: ""))
        }
        return RecurrenceRule(parts.joined(separator: ";"))
    }
}

/// Reads costs and capacities.
enum CostReader {
    static func cost(_ object: JSONValue) -> OfferCost {
        let note = object["fees_description"].string ?? ""
        guard let option = object["cost_options"].items.first else { return OfferCost(.unknown, note: note) }
        let per = option["amount_description"].string ?? ""
        if option["option"].string == "gestaffelt" { return OfferCost(.graded, note: note.isEmpty ? per : note) }
        guard let amount = option["amount"].double, amount >= 0, amount < 1_000_000 else {
            return OfferCost(.unknown, note: note)
        }
        if amount == 0 { return OfferCost(.free, note: note) }
        return OfferCost(
            .amount, amount: Euro(cents: Int64((amount * 100).rounded())),
            per: per.hasPrefix("je ") ? String(per.dropFirst(3)) : per, note: note,
            isEducationPackage: option["de_education_package"].boolean ?? false,
            acceptsFamilyPass: option["de_family_pass"].boolean ?? false)
    }

    static func capacity(_ object: JSONValue) -> Capacity? {
        let weeks = object["de_waiting_weeks"].int
        guard let capacity = object["capacities"].items.first else { return weeks.map { Capacity(waitingWeeks: $0) } }
        return Capacity(
            total: capacity["maximum"].int, free: capacity["available"].int, waitingWeeks: weeks,
            unit: capacity["unit"]["name"].string ?? "Plätze",
            asOf: capacity["updated"].string.flatMap { Day($0.prefix(10)) })
    }
}
