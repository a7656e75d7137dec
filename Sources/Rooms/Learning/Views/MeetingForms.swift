import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

func meetingForm(_ visit: Visit, _ form: FormReader, _ group: LearningGroup, _ texts: LearningTexts) -> Answer {
    let words = texts.meeting
    let page = FormPage(
        title: words.new, lead: texts.reminder.rule, back: (group.title, LearningPath.group.link(group.id.text)),
        action: LearningPath.newMeeting.link(group.id.text), button: texts.save)
    return formPage(visit, page, form) { h in
        h.textField(form.state("titel"), label: words.name)
        h.textField(form.state("thema"), label: words.theme, hint: words.themeHint)
        h.dateField(form.dayState("tag"), legend: words.day)
        h.textField(form.state("beginn"), label: words.from, hint: words.timeHint, width: .short)
        h.textField(form.state("ende"), label: words.to, hint: words.timeHint, width: .short)
        h.textField(form.state("ort"), label: words.location, hint: words.locationHint)
    }
}

/// A form that belongs to a meeting.
private func page(_ title: String, lead: String = "", _ meeting: Meeting, _ path: Path, _ texts: LearningTexts)
    -> FormPage
{
    FormPage(
        title: title, lead: lead, back: (meeting.title, LearningPath.meeting.link(meeting.id.text)),
        action: path.link(meeting.id.text), button: texts.save)
}

func agendaForm(_ visit: Visit, _ form: FormReader, _ meeting: Meeting, _ texts: LearningTexts) -> Answer {
    let words = texts.meeting
    return formPage(visit, page(words.addItem, meeting, LearningPath.newAgenda, texts), form) { h in
        h.textField(form.state("punkt"), label: words.item)
        h.textField(form.state("minuten"), label: words.minutes, kind: .number, width: .short)
        h.textField(form.state("rolle"), label: words.lead, hint: words.leadHint, isOptional: true)
    }
}

func attendanceForm(
    _ visit: Visit, _ form: FormReader, _ meeting: Meeting, _ group: LearningGroup, _ texts: LearningTexts
) -> Answer {
    let words = texts.meeting
    let head = page(words.setAttendance, lead: words.attendanceHint, meeting, LearningPath.attendance, texts)
    return formPage(visit, head, form) { h in
        for (index, place) in group.places.enumerated() {
            let name = "personen-\(index)"
            let noted = meeting.attendance.first { $0.place == place.name }.map { "\($0.count)" } ?? ""
            let state = visit.method == "POST" ? form.state(name) : FieldState(name, noted)
            h.textField(state, label: place.name, kind: .number, width: .short, suffix: words.people)
        }
    }
}

func decisionForm(_ visit: Visit, _ form: FormReader, _ meeting: Meeting, _ texts: LearningTexts) -> Answer {
    let words = texts.meeting
    return formPage(visit, page(words.addDecision, meeting, LearningPath.newDecision, texts), form) { h in
        h.textArea(form.state("beschluss"), label: words.decision, limit: 1_000)
    }
}

func taskForm(
    _ visit: Visit, _ form: FormReader, _ meeting: Meeting, _ group: LearningGroup, _ texts: LearningTexts
) -> Answer {
    let words = texts.task
    return formPage(visit, page(texts.meeting.addTask, meeting, LearningPath.newTask, texts), form) { h in
        h.textField(form.state("aufgabe"), label: words.name)
        writePlaceField(h, form, group.places, texts)
        h.textField(
            form.state("rolle"), label: texts.group.role, hint: texts.group.roleHint,
            suggestions: Set(group.seats.map(\.role)).sorted())
        h.dateField(form.dayState("frist"), legend: words.due)
    }
}
