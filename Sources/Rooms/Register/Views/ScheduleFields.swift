import Design
import HTML
import Offers
import Texts
import Web

/// One block of times.
func writeTimes(_ h: HTML, _ form: FormReader, _ block: ScheduleForm, of count: Int, _ texts: RegisterTexts) {
    let words = texts.form
    let state = { (field: String) in form.state(block.name(field)) }
    let isExtra = block.number == count && count > 1
    let title = block.number == 1 ? words.times : words.moreTimes.filled(["number": "\(block.number)"])
    let fields = {
        let rhythms = ScheduleForm.Rhythm.allCases.filter { $0 != .keep || state("rhythmus").value == "keep" }
        h.selectField(
            state("rhythmus"), label: words.rhythm,
            choices: rhythms.map { Choice($0.rawValue, texts.rhythms[$0.rawValue] ?? $0.rawValue) }, width: .half)
        h.checkboxGroup(
            state("tag"), legend: words.weekdays,
            choices: texts.weekdays.enumerated().map { Choice("\($0.offset + 1)", $0.element) }, isInline: true)
        h.div(.class("row")) {
            h.textField(state("beginn"), label: words.from, width: .short)
            h.textField(state("ende"), label: words.to, width: .short)
        }
        h.p(words.timeHint, .class("hint"))
        h.selectField(
            state("ferien"), label: words.holidays,
            choices: Schedule.HolidayRule.allCases.map { Choice($0.rawValue, texts[$0]) }, width: .half)
        h.disclosure(words.moreOfTimes, isOpen: hasDetails(form, block)) {
            h.selectField(
                state("welcher"), label: words.nth,
                choices: ["1", "2", "3", "4", "-1"].map { Choice($0, texts.nths[$0] ?? $0) }, width: .half)
            h.textField(state("erster"), label: words.start, hint: words.startHint, width: .half, isOptional: true)
            h.textField(state("letzter"), label: words.last, hint: words.startHint, width: .half, isOptional: true)
            h.textField(state("ausfall"), label: words.exceptions, hint: words.exceptionsHint, isOptional: true)
            h.checkbox(state("feiertage"), label: words.publicHolidays)
            h.textField(state("hinweis"), label: words.timesNote, isOptional: true)
        }
    }
    if isExtra {
        h.disclosure(words.addTimes) { h.fieldGroup(title, fields: fields) }
    } else {
        h.fieldGroup(title, hint: block.number == 1 ? words.timesHint : nil, fields: fields)
    }
}

/// Something beyond weekday and time is stated or wrong.
private func hasDetails(_ form: FormReader, _ block: ScheduleForm) -> Bool {
    let rhythm = form.fields.text(block.name("rhythmus"))
    if ["biweekly", "monthly", "once"].contains(rhythm) { return true }
    return ["letzter", "ausfall", "feiertage", "hinweis"].contains { form.fields.text(block.name($0)) != nil }
        || form.problems.contains { $0.field.hasPrefix(block.name("")) }
}
