import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// The parts of a check, each a page of its own.
enum CheckPart: CaseIterable {
    case overview, rate, plan, review, inquiry

    var path: Path {
        switch self {
        case .overview: ContextPath.check
        case .rate: ContextPath.rating
        case .plan: ContextPath.plan
        case .review: ContextPath.review
        case .inquiry: ContextPath.inquiry
        }
    }

    func title(_ texts: ContextTexts.Check) -> String {
        switch self {
        case .overview: texts.overview
        case .rate: texts.rate
        case .plan: texts.plan
        case .review: texts.review
        case .inquiry: texts.inquiry
        }
    }
}

extension Visit {
    /// A page of a check: where one is, what was saved, what is wrong, and then `content`.
    func checkPage(
        _ scene: CheckScene, _ words: ContextWords, title: String, part: CheckPart?, form: FormReader? = nil,
        status: Int? = nil, content: (HTML) -> Void
    ) -> Answer {
        let head = PageHead(
            title, section: ContextRoom.name, hasProblems: form?.isComplete == false, isPrivate: true)
        return page(head, status: status ?? form?.status ?? 200) { h in
            let id = scene.record.id.text
            h.breadcrumb(
                [
                    Crumb(words.texts.start.title, ContextPath.start.link()),
                    Crumb(scene.record.practiceTitle, part == .overview ? nil : ContextPath.check.link(id)),
                ] + (part == .overview ? [] : [Crumb(title)]))
            h.h1(title)
            h.p(way(scene, words, isOverview: part == .overview), .class("lead"))
            if scene.record.isInvented {
                h.p(.class("row small")) {
                    h.badge(words.texts.common.invented, .info)
                    h.span(words.texts.common.inventedNote, .class("muted"))
                }
            }
            h.segments(
                words.texts.check.title.filled(["title": scene.record.practiceTitle]),
                CheckPart.allCases.map {
                    (
                        title: $0.title(words.texts.check), link: $0.path.link(id), isCurrent: $0 == part
                    )
                })
            if isDone { h.alert(.good, words.texts.common.done, isAnswer: true) }
            if let form { h.errorSummary(form.summary) }
            if part != nil, !scene.mayWork { h.alert(.info, words.texts.common.mayNot) }
            content(h)
        }
    }

    private func way(_ scene: CheckScene, _ words: ContextWords, isOverview: Bool) -> String {
        (isOverview ? words.texts.common.way : words.texts.plan.lead).filled([
            "title": scene.record.practiceTitle, "giver": scene.caller.name(scene.record.giver),
            "receiver": scene.caller.name(scene.record.receiver),
        ])
    }
}

extension FormReader {
    /// A date field as it was typed, or filled with a day.
    func dateState(_ name: String, _ day: Day? = nil) -> DateFieldState {
        let names = DateFieldState.names(name)
        guard isComplete, !hasDay(name), let day else {
            return DateFieldState(
                name, day: fields.raw(names.day), month: fields.raw(names.month), year: fields.raw(names.year),
                problem: problem(name))
        }
        return DateFieldState(name, day: "\(day.day)", month: "\(day.month)", year: "\(day.year)")
    }

    /// A field as it was typed; before anything was sent, with the value it has now.
    func state(_ name: String, now value: String?) -> FieldState {
        guard fields.all.isEmpty, let value, !value.isEmpty else { return state(name) }
        return FieldState(name, value)
    }

    /// Several choices as they were made, or as they are now.
    func state(_ name: String, now values: [String]) -> FieldState {
        fields.all.isEmpty ? FieldState(name, values: values) : state(name)
    }
}

extension Choice {
    /// A choice for each word of a list.
    static func all<Word: RawRepresentable<String> & CaseIterable>(
        _ words: ContextWords, _ title: (Word) -> String
    ) -> [Choice] {
        Word.allCases.map { Choice($0.rawValue, title($0)) }
    }
}
