import Offers
import Prevention
import Texts
import Web

/// One block of times in the form: a schedule as form fields and back.
struct ScheduleForm {
    enum Rhythm: String, CaseIterable {
        case none, weekly, biweekly, monthly, once
        /// A rule that the form cannot show; it stays as it is.
        case keep
    }

    /// From 1.
    let number: Int

    init(_ number: Int) { self.number = number }

    /// The name of a field of this block.
    func name(_ field: String) -> String { "z\(number)-\(field)" }

    /// The fields as they stand in the record.
    func fields(of schedule: Schedule) -> [(String, String)] {
        let rhythm = Self.rhythm(of: schedule)
        var pairs = [
            ("rhythmus", rhythm.rawValue), ("beginn", schedule.from?.description ?? ""),
            ("ende", schedule.to?.description ?? ""), ("erster", Self.text(schedule.start)),
            ("ferien", schedule.holidayRule.rawValue), ("hinweis", schedule.note),
            ("welcher", "\(schedule.rule?.byDay.first?.nth ?? 1)"),
            ("ausfall", schedule.exceptions.map(Self.text).joined(separator: ", ")),
        ]
        if case .until(let day)? = schedule.rule?.end { pairs.append(("letzter", Self.text(day))) }
        if schedule.includesPublicHolidays { pairs.append(("feiertage", "ja")) }
        let days = schedule.rule?.byDay.map(\.weekday) ?? []
        pairs += (days.isEmpty ? [schedule.start.weekday] : days).map { ("tag", "\($0)") }
        return pairs.map { (name($0.0), $0.1) }
    }

    /// How the form shows a schedule; `.keep` for what it cannot.
    static func rhythm(of schedule: Schedule) -> Rhythm {
        guard let rule = schedule.rule else { return .once }
        if case .count = rule.end { return .keep }
        guard rule.byMonthDay.isEmpty else { return .keep }
        switch (rule.frequency, rule.interval) {
        case (.weekly, 1): return .weekly
        case (.weekly, 2): return .biweekly
        case (.monthly, 1):
            let places = Set(rule.byDay.map { $0.nth ?? 0 })
            return places.count == 1 && places.isSubset(of: [1, 2, 3, 4, -1]) ? .monthly : .keep
        default: return .keep
        }
    }

    /// `3.5.2026`, as people type it.
    static func text(_ day: Day) -> String { "\(day.day).\(day.month).\(day.year)" }

    /// What was typed; `nil` if there are no times in this block.
    func read(_ form: inout FormReader, earlier: Schedule?, texts: RegisterTexts) -> Schedule? {
        let rhythm = form.choice(name("rhythmus"), as: Rhythm.self) ?? .none
        if rhythm == .keep { return earlier }
        let isNamed = form.fields.text(name("rhythmus")) != nil
        if !isNamed, earlier != nil { return earlier }
        let from = time(&form, "beginn", texts)
        let to = time(&form, "ende", texts)
        let start = form.day(name("erster"), in: Self.days)
        let last = form.day(name("letzter"), in: Self.days)
        let note = form.text(name("hinweis"), max: 300) ?? ""
        let exceptions = exceptions(&form, texts)
        guard rhythm != .none else { return nil }
        if rhythm == .once, start == nil { form.refuse(name("erster"), texts.form.needStart) }
        if from == nil, to != nil { form.refuse(name("beginn"), texts.form.needBegin) }
        if let start, let last, last < start { form.refuse(name("letzter"), texts.form.orderDays) }
        // A rhythm of two weeks has to be counted from somewhere.
        if rhythm == .biweekly, start == nil { form.refuse(name("erster"), texts.form.needStart) }
        var schedule = earlier ?? Schedule(start: Day(daysSince1970: 19_723))
        schedule.rule = rhythm == .once ? nil : rule(rhythm, &form, last, texts)
        schedule.start = start ?? schedule.start
        schedule.from = from
        schedule.to = from == nil ? nil : to
        schedule.exceptions = exceptions
        schedule.holidayRule = form.choice(name("ferien"), as: Schedule.HolidayRule.self) ?? .normal
        schedule.includesPublicHolidays = form.flag(name("feiertage"))
        schedule.note = note
        return schedule
    }

    private static let days = Day(daysSince1970: 0)...Day(daysSince1970: 65_743)

    private func rule(
        _ rhythm: Rhythm, _ form: inout FormReader, _ last: Day?, _ texts: RegisterTexts
    ) -> RecurrenceRule? {
        let days = Set(form.fields.values(name("tag")).compactMap { Int($0) }.filter { (1...7).contains($0) })
        let place = form.text(name("welcher"), max: 3).flatMap { Int($0) } ?? 1
        let byDay = days.sorted().compactMap {
            RecurrenceRule.ByDay(weekday: $0, nth: rhythm == .monthly ? place : nil)
        }
        if byDay.isEmpty { form.refuse(name("tag"), texts.form.needWeekday) }
        return RecurrenceRule(
            rhythm == .monthly ? .monthly : .weekly, interval: rhythm == .biweekly ? 2 : 1, byDay: byDay,
            end: last.map { .until($0) } ?? .never)
    }

    private func time(_ form: inout FormReader, _ field: String, _ texts: RegisterTexts) -> WallTime? {
        guard let text = form.text(name(field), max: 20) else { return nil }
        if let time = WallTime(text) { return time }
        form.refuse(name(field), texts.form.time)
        return nil
    }

    private func exceptions(_ form: inout FormReader, _ texts: RegisterTexts) -> [Day] {
        let parts = OfferForm.words(form.text(name("ausfall"), max: 5_000))
        let days = parts.map { part -> Day? in
            if let day = Day(part) { return day }
            let numbers = part.split(separator: ".", omittingEmptySubsequences: false).map { Int(String($0).trimmed) }
            guard numbers.count == 3, let day = numbers[0], let month = numbers[1], let year = numbers[2],
                (1970...2149).contains(year)
            else { return nil }
            return Day(year: year, month: month, day: day)
        }
        if let wrong = zip(parts, days).first(where: { $0.1 == nil })?.0 {
            form.refuse(name("ausfall"), texts.form.exception.filled(["found": wrong]))
        }
        return days.compactMap { $0 }
    }
}
