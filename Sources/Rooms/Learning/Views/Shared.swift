import Design
import HTML
import LearningNetwork
import Prevention
import Texts
import Web

/// What a refused step has left in the address.
func writeNotice(_ h: HTML, _ visit: Visit, _ texts: LearningTexts) {
    let words = [
        "notNow": texts.refusal.notNow, "tooLate": texts.refusal.tooLate, "merged": texts.refusal.merged,
        "same": texts.refusal.same,
    ]
    guard let sentence = visit.query.text("hinweis").flatMap({ words[$0] }) else { return }
    h.alert(.warning, sentence, isAnswer: true)
}

/// A page with one form on it.
struct FormPage {
    let title: String
    var lead: String = ""
    let back: (title: String, link: Link)
    let action: Link
    let button: String
}

func formPage(_ visit: Visit, _ page: FormPage, _ form: FormReader, fields: (HTML) -> Void) -> Answer {
    // Every page has a title of its own, also the same form for another group or product.
    let head = PageHead(
        "\(page.title): \(page.back.title)", section: LearningRoom.name, hasProblems: !form.isComplete,
        isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(page.back.title, to: page.back.link)
        h.h1(page.title)
        if !page.lead.isEmpty { h.p(page.lead, .class("lead")) }
        h.errorSummary(form.summary)
        h.postForm(to: page.action, visit) {
            fields(h)
            h.actions { h.submitButton(page.button, .next) }
        }
    }
}

extension FormReader {
    /// The three entries of a day as they were typed.
    func dayState(_ name: String) -> DateFieldState {
        DateFieldState(
            name, day: fields.raw(name + "-tag"), month: fields.raw(name + "-monat"), year: fields.raw(name + "-jahr"),
            problem: problem(name))
    }

    /// Minutes of the day, typed as `9:30`, `9.30` or `9`.
    mutating func time(_ field: String, _ words: LearningTexts) -> Int? {
        guard let text = fields.text(field) else { return nil }
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        guard (1...2).contains(parts.count), let hour = Int(parts[0]), (0..<24).contains(hour),
            let minute = parts.count == 2 ? Int(parts[1]) : 0, (0..<60).contains(minute)
        else {
            refuse(field, words.meeting.badTime)
            return nil
        }
        return hour * 60 + minute
    }
}

/// Buttons for the steps that can be taken now; the last kind of step is set apart.
func writeSteps<Step: RawRepresentable<String>>(
    _ h: HTML, _ visit: Visit, _ steps: [Step], to link: Link, isFinal: (Step) -> Bool, words: (Step) -> String
) {
    guard !steps.isEmpty else { return }
    h.postForm(to: link, visit) {
        h.actions {
            for step in steps {
                h.submitButton(
                    words(step), isFinal(step) ? .final : .confirm, name: "schritt", value: step.rawValue, isSmall: true
                )
            }
        }
    }
}

/// Several lines of plain text, each its own paragraph.
func writeLines(_ h: HTML, _ text: String) {
    for line in text.split(separator: "\n") { h.p(String(line)) }
}

extension Formats {
    /// `9:30 bis 12:00 Uhr`, from minutes of the day.
    func clock(_ minutes: Int) -> String { time(hour: minutes / 60, minute: minutes % 60) }
}

// MARK: Words and tones

extension LearningTexts {
    func kind(_ kind: GroupKind) -> String {
        switch kind {
        case .network: group.network
        case .cluster: group.cluster
        case .development: group.development
        }
    }

    func state(_ state: MeetingFlow.State) -> String {
        switch state {
        case .planned: meeting.planned
        case .agreed: meeting.agreed
        case .held: meeting.held
        case .approved: meeting.approved
        case .cancelled: meeting.cancelled
        }
    }

    func step(_ step: MeetingFlow.Step) -> String {
        switch step {
        case .agree: meeting.agree
        case .hold: meeting.hold
        case .approve: meeting.approve
        case .cancel: meeting.cancel
        }
    }

    func state(_ state: ProductFlow.State) -> String {
        switch state {
        case .idea: product.idea
        case .draft: product.draft
        case .tested: product.tested
        case .published: product.published
        case .retired: product.retired
        }
    }

    func step(_ step: ProductFlow.Step) -> String {
        switch step {
        case .draft, .revise: product.addVersion
        case .test: product.test
        case .publish: product.publish
        case .retire: product.retire
        }
    }

    func state(_ state: ConferenceFlow.State) -> String {
        switch state {
        case .announced: conference.announced
        case .proposing: conference.proposing
        case .gathered: conference.gathered
        case .agreed: conference.agreed
        case .held: conference.held
        case .reported: conference.reported
        case .cancelled: conference.cancelled
        }
    }

    func step(_ step: ConferenceFlow.Step) -> String {
        switch step {
        case .open: conference.open
        case .gather: conference.gather
        case .agree: conference.agree
        case .hold: conference.hold
        case .report: conference.report
        case .cancel: conference.cancel
        }
    }

    func state(_ task: LearningTask, on today: Day) -> String {
        switch task.state {
        case .open: task.isOverdue(on: today) ? self.task.overdue : self.task.open
        case .done: self.task.done
        case .dropped: self.task.dropped
        }
    }
}

extension MeetingFlow.State {
    var tone: Tone? {
        switch self {
        case .planned: nil
        case .agreed: .info
        case .held: .warning
        case .approved: .good
        case .cancelled: .danger
        }
    }
}

extension ProductFlow.State {
    var tone: Tone? {
        switch self {
        case .idea, .draft: nil
        case .tested: .info
        case .published: .good
        case .retired: .danger
        }
    }
}

extension ConferenceFlow.State {
    var tone: Tone? {
        switch self {
        case .announced, .held: nil
        case .proposing, .gathered: .warning
        case .agreed: .info
        case .reported: .good
        case .cancelled: .danger
        }
    }
}

extension LearningTask {
    func tone(on today: Day) -> Tone? {
        switch state {
        case .open: isOverdue(on: today) ? .danger : nil
        case .done: .good
        case .dropped: .info
        }
    }
}

extension Visit {
    var today: Day { now.berlinDay }
}
