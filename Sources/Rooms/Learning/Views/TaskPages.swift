import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web
import Workflow

/// `/lernnetz/aufgaben`
func tasksPage(
    _ visit: Visit, _ tasks: [LearningTask], meetings: [Meeting], editable: Set<ID<LearningGroup>>,
    _ texts: LearningTexts
) -> Answer {
    let words = texts.task
    let (open, closed) = (tasks.filter { $0.state == .open }, tasks.filter { $0.state != .open })
    return visit.page(PageHead(words.title, section: LearningRoom.name, isPrivate: true)) { h in
        h.backLink(texts.group.back, to: LearningPath.start.link())
        h.h1(words.title)
        h.p(words.lead, .class("lead"))
        writeNotice(h, visit, texts)
        h.h2(words.openHead)
        if open.isEmpty { h.emptyState(words.empty, words.emptyText, icon: .checkCircle) }
        h.ul(.class("entries")) {
            for task in open {
                h.li { writeTask(h, visit, task, meetings, mayStep: editable.contains(task.groupID), texts) }
            }
        }
        if !closed.isEmpty {
            h.disclosure(words.closed) { writeTaskTable(h, closed, caption: words.closed, on: visit.today, texts) }
        }
    }
}

/// One task with its steps.
func writeTask(
    _ h: HTML, _ visit: Visit, _ task: LearningTask, _ meetings: [Meeting], mayStep: Bool, _ texts: LearningTexts
) {
    h.card {
        h.div(.class("row")) {
            h.badge(texts.state(task, on: visit.today), task.tone(on: visit.today))
            h.span(texts.task.dueOn.filled(["day": h.formats.day(task.due)]), .class("muted"))
        }
        h.p { h.strong(task.title) }
        h.facts([(.person, "\(task.owner.role), \(task.owner.place.name)")])
        if let meeting = meetings.first(where: { $0.id == task.meetingID }) {
            h.p(.class("small")) {
                h.text(texts.task.from + " ")
                h.a(meeting.title, .href(LearningPath.meeting.link(meeting.id.text)))
                h.text(", " + h.formats.day(meeting.day))
            }
        }
        if mayStep {
            writeSteps(
                h, visit, task.course.possible, to: LearningPath.taskStep.link(task.id.text), isFinal: { $0 == .drop }
            ) { step in
                switch step {
                case .finish: texts.task.finish
                case .drop: texts.task.drop
                case .reopen: texts.task.reopen
                }
            }
        }
    }
}

/// Tasks as a table without steps.
func writeTaskTable(_ h: HTML, _ tasks: [LearningTask], caption: String, on today: Day, _ texts: LearningTexts) {
    let words = texts.task
    h.dataTable(
        DataTable(
            caption,
            columns: [
                Column(words.name), Column(words.owner), Column(words.due), Column(texts.meeting.stateWord),
            ],
            rows: tasks.map { task in
                [
                    .text(task.title), .text("\(task.owner.role), \(task.owner.place.name)"),
                    .text(h.formats.day(task.due)), .badge(texts.state(task, on: today), task.tone(on: today)),
                ]
            }, isCaptionHidden: true))
}
