import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}/urteil`: one condition at a time, with what helps to judge it.
func ratingPage(
    _ visit: Visit, _ scene: CheckScene, _ requirement: Requirement?, _ form: FormReader, _ words: ContextWords
) -> Answer {
    let texts = words.texts.rate
    let all = scene.check.rows.count
    let title =
        requirement.map { texts.title.filled(["number": "\(scene.number($0.id))", "all": "\(all)"]) }
        ?? words.texts.check.rate
    return visit.checkPage(scene, words, title: title, part: .rate, form: form) { h in
        if let requirement {
            h.div(.class("ctx-ask")) {
                h.div {
                    writeQuestion(h, scene, requirement, words)
                    if scene.mayWork { writeForm(h, visit, scene, requirement, form, words) }
                }
                writeList(h, scene, requirement, words)
            }
        } else {
            let isMine = scene.file.ratings.contains { $0.rating.rater == scene.caller.reference }
            h.alert(isMine ? .good : .info, isMine ? texts.done : texts.taken)
            writeList(h, scene, nil, words)
        }
    }
}

private func writeQuestion(_ h: HTML, _ scene: CheckScene, _ requirement: Requirement, _ words: ContextWords) {
    let texts = words.texts.rate
    h.article(.class("card ctx-question")) {
        h.p(.class("row")) {
            h.badge("\(requirement.condition.category.rawValue) \(words[requirement.condition.category])")
            h.badge(words[requirement.weight], .info)
            if scene.file.requirements.assumed.contains(requirement.id) { h.badge(words.texts.common.assumed) }
        }
        h.h2(requirement.condition.text)
        h.p(texts.lead, .class("muted"))
        h.dl(.class("rows")) {
            h.descriptionRow(texts.why) { h.text(requirement.why) }
            h.descriptionRow(texts.howTo) { h.text(requirement.condition.howToCheck) }
            if requirement.condition.kind != .yesNo {
                h.descriptionRow(words.texts.practice.threshold) {
                    h.text(words.value(requirement.threshold, requirement.condition.kind))
                }
            }
        }
        if let answer = scene.profile[requirement.condition.id] {
            h.p(
                texts.profile.filled([
                    "value": words.value(answer.value, requirement.condition.kind),
                    "day": words.formats.day(answer.day), "evidence": answer.evidence,
                    "suggestion": words[requirement.suggested(for: answer.value)],
                ]))
        }
    }
    let others = scene.lines(requirement.id).filter { $0.rating.rater != scene.caller.reference }
    if !others.isEmpty {
        h.h3(texts.other)
        for line in others {
            h.p {
                h.strong(words[line.rating.fulfilment])
                h.text(" – \(line.role): \(line.rating.evidence)")
            }
        }
    } else if scene.hidden.contains(requirement.id) {
        h.alert(.info, words.texts.check.hidden)
    }
}

private func writeForm(
    _ h: HTML, _ visit: Visit, _ scene: CheckScene, _ requirement: Requirement, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.rate
    let own = scene.lines(requirement.id).first { $0.rating.rater == scene.caller.reference }
    let ratings = scene.file.assessments.first { $0.requirement == requirement.id }?.ratings.count ?? 0
    guard own != nil || ratings < 2 else { return h.p(texts.taken, .class("muted")) }
    let lastRole = scene.file.ratings.last { $0.rating.rater == scene.caller.reference }?.role
    h.postForm(to: ContextPath.rating.link(scene.record.id.text), visit) {
        h.hiddenField("bedingung", requirement.id.text)
        h.radioGroup(
            form.state("erfuellung", now: own?.rating.fulfilment.rawValue), legend: texts.fulfilment,
            choices: Choice.all(words) { (found: Fulfilment) in words[found] }, isInline: true)
        if requirement.condition.kind != .yesNo {
            h.textField(
                form.state("wert"), label: texts.value, hint: texts.valueHint, kind: .number, width: .short,
                isOptional: true)
        }
        h.textArea(
            form.state("beleg", now: own?.rating.evidence), label: texts.evidence, hint: texts.evidenceHint, rows: 3,
            limit: 600)
        h.textField(
            form.state("rolle", now: own?.role ?? lastRole), label: words.texts.common.role,
            hint: words.texts.common.roleHint, width: .half)
        h.dateField(form.dateState("tag", scene.today), legend: texts.day)
        h.checkbox(form.state("annahme"), label: words.texts.practice.assumedField)
        h.actions { h.submitButton(texts.next, .next, icon: .arrow) }
    }
}

/// Where one is among all conditions.
private func writeList(_ h: HTML, _ scene: CheckScene, _ current: Requirement?, _ words: ContextWords) {
    let texts = words.texts.rate
    h.nav(.class("ctx-list"), .label(texts.all)) {
        h.h2(texts.all, .class("h3"))
        h.ol {
            for row in scene.check.rows {
                let id = row.requirement.id
                h.li(.class(scene.hasRated(id) ? "done" : nil)) {
                    h.a(
                        .href(.to(ContextPath.rating.path(scene.record.id.text), query: [("bedingung", id.text)])),
                        .current(current?.id == id ? "step" : nil)
                    ) { h.text(row.requirement.condition.text) }
                    if scene.hasRated(id) { h.icon(.check, meaning: words.texts.common.done) }
                }
            }
        }
    }
}

/// `/kontext/{id}/entscheidung`
func decisionPage(_ visit: Visit, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords) -> Answer {
    let texts = words.texts.decide
    let recommendation = words.recommendation(scene)
    return visit.checkPage(scene, words, title: texts.title, part: nil, form: form) { h in
        h.div(.class("head")) {
            h.p(texts.lead.filled(["recommendation": "„\(recommendation.title)“"]), .class("lead"))
            h.p(recommendation.rule)
        }
        guard scene.file.isRated else { return h.alert(.warning, texts.notRated) }
        h.postForm(to: ContextPath.decision.link(scene.record.id.text), visit) {
            h.radioGroup(
                form.state("wahl"), legend: texts.choice,
                choices: Choice.all(words) { (choice: ContextDecision.Choice) in words[choice] })
            h.textArea(form.state("grund"), label: texts.reason, hint: texts.reasonHint, limit: 1_000)
            h.actions { h.submitButton(texts.button, .next, icon: .check) }
        }
    }
}
