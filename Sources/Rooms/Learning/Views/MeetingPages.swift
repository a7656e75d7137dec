import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web
import Workflow

/// `/lernnetz/treffen/{id}`
func meetingPage(_ visit: Visit, _ model: MeetingModel, _ texts: LearningTexts) -> Answer {
    let (words, meeting) = (texts.meeting, model.meeting)
    let id = meeting.id.text
    return visit.page(PageHead(meeting.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(model.group.title, to: LearningPath.group.link(model.group.id.text))
        h.div(.class("row")) { h.badge(texts.state(meeting.state), meeting.state.tone) }
        h.h1(meeting.title)
        h.p(meeting.theme, .class("lead"))
        writeNotice(h, visit, texts)
        writeMeetingFacts(h, model, texts)
        h.div(.class("row no-print")) {
            h.linkButton(words.calendar, to: .file(LearningPath.meetingFile.path(id)), icon: .calendar, isSmall: true)
            h.linkButton(words.printAgenda, to: LearningPath.agenda.link(id), icon: .print, isSmall: true)
            if meeting.state == .held || meeting.state == .approved {
                h.linkButton(words.printMinutes, to: LearningPath.minutes.link(id), icon: .print, isSmall: true)
            }
            if model.isMember {
                h.linkButton(words.thread, to: LearningPath.thread.link("meeting", id), icon: .speech, isSmall: true)
            }
        }
        if model.isMember {
            writeSteps(
                h, visit, meeting.course.possible.filter { $0 != .agree || !meeting.agenda.isEmpty },
                to: LearningPath.meetingStep.link(id), isFinal: { $0 == .cancel }, words: texts.step)
        }
        writeAgenda(h, model, texts)
        if model.isMember, meeting.isPlannable {
            add(h, words.addItem, LearningPath.newAgenda.link(id))
        }
        if !model.earlier.isEmpty {
            h.h2(words.earlier)
            writeTaskTable(h, model.earlier, caption: words.earlier, on: visit.today, texts)
        }
        if meeting.state != .planned, meeting.state != .cancelled { writeRecord(h, visit, model, texts) }
    }
}

private func add(_ h: HTML, _ title: String, _ link: Link) {
    h.p(.class("no-print")) { h.linkButton(title, to: link, icon: .plus, isSmall: true) }
}

/// When, where, who.
func writeMeetingFacts(_ h: HTML, _ model: MeetingModel, _ texts: LearningTexts) {
    let (words, meeting) = (texts.meeting, model.meeting)
    h.keyFacts([
        KeyFact(
            words.when,
            [h.formats.longDay(meeting.day), "\(h.formats.clock(meeting.from)) – \(h.formats.clock(meeting.to))"],
            icon: .calendar),
        KeyFact(words.venue, meeting.location, icon: .place),
        KeyFact(words.group, [model.group.title, texts.kind(model.group.kind)], icon: .people),
    ])
}

/// The agenda with the time at which each item begins.
func writeAgenda(_ h: HTML, _ model: MeetingModel, _ texts: LearningTexts) {
    let (words, meeting) = (texts.meeting, model.meeting)
    h.h2(words.agenda)
    guard !meeting.agenda.isEmpty else { return h.p(words.agendaEmpty) }
    var minute = meeting.from
    var rows: [[TableCell]] = []
    for (index, item) in meeting.agenda.enumerated() {
        rows.append([
            .text(h.formats.clock(minute % 1_440)), .text("\(index + 1). \(item.title)"), .text(item.lead),
            .number(h.formats.number(item.minutes), Double(item.minutes)),
        ])
        minute += item.minutes
    }
    h.dataTable(
        DataTable(
            words.agenda,
            columns: [
                Column(words.time), Column(words.item), Column(words.lead), Column(words.minutes, isNumeric: true),
            ], rows: rows, isCaptionHidden: true))
    if minute > meeting.to { h.alert(.warning, words.over(minute - meeting.to, in: h.formats.language)) }
}

/// Attendance, decisions and tasks.
private func writeRecord(_ h: HTML, _ visit: Visit, _ model: MeetingModel, _ texts: LearningTexts) {
    let (words, meeting) = (texts.meeting, model.meeting)
    let mayAdd = model.isMember && meeting.isRecordable
    let id = meeting.id.text
    writeAttendance(h, meeting, texts)
    if mayAdd { add(h, words.setAttendance, LearningPath.attendance.link(id)) }
    writeDecisions(h, meeting, texts)
    if mayAdd { add(h, words.addDecision, LearningPath.newDecision.link(id)) }
    h.h2(words.tasks)
    if model.tasks.isEmpty { h.p(words.tasksEmpty) }
    h.ul(.class("entries")) {
        for task in model.tasks {
            h.li { writeTask(h, visit, task, [], mayStep: model.isMember, texts) }
        }
    }
    if mayAdd { add(h, words.addTask, LearningPath.newTask.link(id)) }
    h.disclosure(words.course) {
        h.ul {
            for entry in meeting.course.entries {
                h.li("\(h.formats.day(entry.at.berlinDay)): \(texts.state(entry.state))")
            }
        }
    }
}

/// How many came from where.
func writeAttendance(_ h: HTML, _ meeting: Meeting, _ texts: LearningTexts) {
    let words = texts.meeting
    h.h2(words.attendance)
    h.p(words.attendanceHint, .class("hint"))
    guard !meeting.attendance.isEmpty else { return }
    h.dataTable(
        DataTable(
            words.attendance, columns: [Column(texts.group.place), Column(words.people, isNumeric: true)],
            rows: meeting.attendance.map { [.text($0.place), .number(h.formats.number($0.count), Double($0.count))] },
            foot: [.text(words.sum), .number(h.formats.number(meeting.present), Double(meeting.present))],
            isCaptionHidden: true))
}

func writeDecisions(_ h: HTML, _ meeting: Meeting, _ texts: LearningTexts) {
    h.h2(texts.meeting.decisions)
    guard !meeting.decisions.isEmpty else { return h.p(texts.meeting.decisionsEmpty) }
    h.ol { for decision in meeting.decisions { h.li(decision) } }
}

// MARK: On paper

/// `/lernnetz/treffen/{id}/tagesordnung`
func printedAgenda(_ visit: Visit, _ model: MeetingModel, _ texts: LearningTexts) -> Answer {
    let title = texts.meeting.printedAgenda.filled(["title": model.meeting.title])
    return visit.page(PageHead(title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(texts.meeting.back, to: LearningPath.meeting.link(model.meeting.id.text))
        h.h1(title)
        h.p(model.meeting.theme, .class("lead"))
        h.printButton()
        writeMeetingFacts(h, model, texts)
        writeAgenda(h, model, texts)
        if !model.earlier.isEmpty {
            h.h2(texts.meeting.earlier)
            writeTaskTable(h, model.earlier, caption: texts.meeting.earlier, on: visit.today, texts)
        }
    }
}

/// `/lernnetz/treffen/{id}/protokoll`
func printedMinutes(_ visit: Visit, _ model: MeetingModel, _ texts: LearningTexts) -> Answer {
    let title = texts.meeting.printedMinutes.filled(["title": model.meeting.title])
    return visit.page(PageHead(title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(texts.meeting.back, to: LearningPath.meeting.link(model.meeting.id.text))
        h.h1(title)
        h.p(model.meeting.theme, .class("lead"))
        h.div(.class("row")) { h.badge(texts.state(model.meeting.state), model.meeting.state.tone) }
        h.printButton()
        writeMeetingFacts(h, model, texts)
        writeAttendance(h, model.meeting, texts)
        writeAgenda(h, model, texts)
        writeDecisions(h, model.meeting, texts)
        h.h2(texts.meeting.tasks)
        if model.tasks.isEmpty {
            h.p(texts.meeting.tasksEmpty)
        } else {
            writeTaskTable(h, model.tasks, caption: texts.meeting.tasks, on: visit.today, texts)
        }
    }
}
