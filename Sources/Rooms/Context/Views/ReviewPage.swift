import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}/nachschau`: five questions after half a year, a year and two.
func reviewPage(
    _ visit: Visit, _ scene: CheckScene, _ asked: ReviewQuestion?, _ form: FormReader, _ words: ContextWords
) -> Answer {
    let texts = words.texts.review
    return visit.checkPage(scene, words, title: texts.title, part: .review, form: form) { h in
        h.p(texts.lead)
        guard let plan = scene.file.transferPlan else {
            return h.emptyState(texts.none, texts.noneText, icon: .calendar)
        }
        if let asked, scene.mayWork { writeForm(h, visit, scene, plan, asked, form, words) }
        for check in plan.checks { writeCheck(h, scene, check, words) }
        writeOutcome(h, visit, scene, plan, form, words)
    }
}

private func writeCheck(_ h: HTML, _ scene: CheckScene, _ check: ReAimCheck, _ words: ContextWords) {
    let texts = words.texts.review
    h.section {
        h.h2(texts.after.filled(["months": "\(check.months)"]))
        h.p(.class("row")) {
            h.badge(
                texts.due.filled(["day": words.formats.day(check.due)]),
                check.open.isEmpty ? .good : check.due <= scene.today ? .warning : nil)
        }
        h.dl(.class("rows")) {
            for dimension in ReAimCheck.Dimension.allCases {
                let finding = check.findings.first { $0.dimension == dimension }
                h.descriptionRow(
                    words[dimension],
                    change: scene.mayWork && check.due <= scene.today
                        ? .to(
                            ContextPath.review.path(scene.record.id.text),
                            query: [("monate", "\(check.months)"), ("frage", dimension.rawValue)]) : nil
                ) {
                    guard let finding else { return h.span(texts.open, .class("muted")) }
                    h.text(finding.text)
                    if let count = finding.count, let all = finding.of {
                        h.p(
                            texts.counted.filled([
                                "count": words.formats.number(count), "all": words.formats.number(all),
                            ]), .class("small muted"))
                    }
                }
            }
        }
    }
}

private func writeForm(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ plan: TransferPlan, _ asked: ReviewQuestion,
    _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.review
    let old = plan.checks.first { $0.months == asked.months }?.findings.first { $0.dimension == asked.dimension }
    h.article(.class("card")) {
        h.h2(words[asked.dimension])
        h.p(texts.after.filled(["months": "\(asked.months)"]), .class("muted"))
        h.postForm(to: ContextPath.review.link(scene.record.id.text), visit) {
            h.hiddenField("monate", "\(asked.months)")
            h.hiddenField("frage", asked.dimension.rawValue)
            h.textArea(form.state("antwort", now: old?.text), label: texts.text, limit: 1_000)
            h.textField(
                form.state("gezaehlt", now: old?.count.map(String.init)), label: texts.count, hint: texts.countHint,
                kind: .number, width: .short, isOptional: true)
            h.textField(
                form.state("von", now: old?.of.map(String.init)), label: texts.of, kind: .number, width: .short,
                isOptional: true)
            h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
        }
    }
}

private func writeOutcome(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ plan: TransferPlan, _ form: FormReader, _ words: ContextWords
) {
    let texts = words.texts.review
    h.section {
        h.h2(texts.outcome)
        if let outcome = scene.file.outcome {
            h.p {
                h.strong(
                    texts.outcomeSaved.filled([
                        "day": words.formats.day(outcome.day), "answer": outcome.hasSucceeded ? texts.yes : texts.no,
                    ]))
            }
        }
        h.p(texts.outcomeLead)
        guard scene.mayWork else { return }
        guard plan.checks.contains(where: { !$0.findings.isEmpty }) else {
            return h.p(texts.tooEarly, .class("muted"))
        }
        h.postForm(to: ContextPath.outcome.link(scene.record.id.text), visit) {
            h.radioGroup(
                form.state("ergebnis", now: scene.file.outcome.map { $0.hasSucceeded ? "ja" : "nein" }),
                legend: texts.outcome, choices: [Choice("ja", texts.yes), Choice("nein", texts.no)])
            h.dateField(form.dateState("stand", scene.today), legend: texts.day)
            h.actions { h.submitButton(words.texts.common.save) }
        }
    }
}
