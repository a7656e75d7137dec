import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/lernen`
func learningPage(_ visit: Visit, _ lessons: [LessonLine], _ form: FormReader, _ words: ContextWords) -> Answer {
    let texts = words.texts.learn
    let head = PageHead(texts.title, section: ContextRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        if visit.isDone { h.alert(.good, texts.confirmed, isAnswer: true) }
        h.errorSummary(form.summary)
        h.h2(texts.proposals)
        let proposals = lessons.filter { $0.proposed != nil }
        if proposals.isEmpty { h.emptyState(texts.none, texts.noneText, icon: .chart) }
        for line in proposals { writeProposal(h, visit, line, form, words) }
        let others = lessons.filter { $0.proposed == nil }
        guard !others.isEmpty else { return }
        h.h2(texts.others)
        h.dataTable(
            DataTable(
                texts.caption,
                columns: [
                    Column(texts.condition), Column(texts.practice), Column(texts.withoutHead), Column(texts.withHead),
                    Column(texts.probably),
                ],
                rows: others.map { line in
                    [
                        .text(line.requirement.condition.text),
                        .link(line.practice.title, ContextPath.practice.link(line.practice.slug)),
                        .text(count(line.lesson.without, words)), .text(count(line.lesson.with, words)),
                        .text(texts.range.filled(range(line.lesson.without))),
                    ]
                }, isCaptionHidden: true))
    }
}

private func count(_ posterior: BetaPosterior, _ words: ContextWords) -> String {
    words.texts.check.ofCount.filled(["met": "\(posterior.successes)", "all": "\(posterior.trials)"])
}

private func range(_ posterior: BetaPosterior) -> [String: String] {
    let interval = posterior.interval
    return [
        "low": "\(Int((interval.lowerBound * 100).rounded()))",
        "high": "\(Int((interval.upperBound * 100).rounded()))",
    ]
}

private func writeProposal(_ h: HTML, _ visit: Visit, _ line: LessonLine, _ form: FormReader, _ words: ContextWords) {
    guard let weight = line.proposed else { return }
    let texts = words.texts.learn
    let isDown = weight < line.requirement.weight
    let next = line.lesson.without.predictedRange(of: 10)
    h.article(.class("card")) {
        h.h3(line.requirement.condition.text)
        h.p(.class("row")) {
            h.a(line.practice.title, .href(ContextPath.practice.link(line.practice.slug)))
            if line.practice.isInvented { h.badge(words.texts.common.invented, .info) }
        }
        h.p {
            h.strong(
                (isDown ? texts.down : texts.up).filled([
                    "from": words[line.requirement.weight], "to": words[weight],
                ]))
        }
        writeInterval(h, line.lesson, words)
        h.p(
            [
                sentence(texts.without, line.lesson.without), sentence(texts.with, line.lesson.with),
                texts.interval.filled(
                    range(line.lesson.without).merging(["few": "\(next.lowerBound)", "many": "\(next.upperBound)"]) {
                        a, _ in a
                    }),
            ].joined(separator: " "))
        h.p("\(words.texts.practice.experiences): \(words.formats.list(line.origins))", .class("small muted"))
        guard line.mayConfirm else { return h.p(texts.rights, .class("muted")) }
        let isMine = form.fields.text("anforderung") == line.requirement.id.text
        let name = "grund"
        h.postForm(to: ContextPath.learning.link(), visit) {
            h.hiddenField("anforderung", line.requirement.id.text)
            h.hiddenField("gewicht", "\(weight.rawValue)")
            var state = isMine ? form.state(name) : FieldState(name)
            state.problem = isMine ? state.problem : nil
            h.disclosure("\(texts.confirm): \(words[weight])", isOpen: isMine) {
                h.lessonReason(state, line, texts)
                h.actions { h.submitButton(texts.confirm, .confirm, icon: .check) }
            }
        }
    }
}

extension HTML {
    /// The reason's field with an id of its own, as there is one per proposal.
    fileprivate func lessonReason(_ state: FieldState, _ line: LessonLine, _ texts: ContextTexts.Learn) {
        let id = state.problem == nil ? "grund-\(line.requirement.id.text)" : state.id
        div(.class(state.problem == nil ? "field" : "field err")) {
            label(texts.reason, .for(id))
            if let problem = state.problem {
                p(.class("errmsg"), .id(id + "-fehler")) {
                    icon(.error)
                    text(problem)
                }
            }
            input(
                .type("text"), .id(id), .name(state.name), .value(state.value.isEmpty ? nil : state.value),
                .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy(state.problem == nil ? nil : id + "-fehler"))
        }
    }
}

private func sentence(_ text: String, _ posterior: BetaPosterior) -> String {
    text.filled(["successes": "\(posterior.successes)", "trials": "\(posterior.trials)"])
}

/// The probable span of success without the condition, beside the middle.
private func writeInterval(_ h: HTML, _ lesson: RequirementLesson, _ words: ContextWords) {
    let interval = lesson.without.interval
    let (low, high) = (Int(interval.lowerBound * 500), Int(interval.upperBound * 500))
    h.svg(
        .class("ctx-interval"), .attribute("viewBox", "-6 0 512 46"), .role("img"),
        .label(words.texts.learn.figure.filled(range(lesson.without)))
    ) {
        h.raw(
            ##"<rect class="trk" y="16" width="500" height="10" rx="5"/><path class="ctx-half" d="M250,4v34"/>"##)
        h.rect(
            .class("ctx-span"), .attribute("x", "\(low)"), .attribute("y", "12"),
            .attribute("width", "\(max(high - low, 6))"), .attribute("height", "18"), .attribute("rx", "9")
        ) {}
        h.circle(
            .class("ctx-mean"), .attribute("cx", "\(Int(lesson.without.mean * 500))"), .attribute("cy", "21"),
            .attribute("r", "6")
        ) {}
        h.svgText("0", .attribute("y", "44"))
        h.svgText(
            words.texts.learn.half, .attribute("x", "250"), .attribute("y", "44"), .attribute("text-anchor", "middle"))
        h.svgText("100", .attribute("x", "500"), .attribute("y", "44"), .attribute("text-anchor", "end"))
    }
}
