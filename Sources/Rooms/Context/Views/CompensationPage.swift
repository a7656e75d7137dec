import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/{id}/ausgleich`
func compensationPage(
    _ visit: Visit, _ scene: CheckScene, _ row: ContextCheck.Row, _ old: Compensation?, _ form: FormReader,
    _ words: ContextWords
) -> Answer {
    let texts = words.texts.compensate
    let id = scene.record.id.text
    return visit.checkPage(scene, words, title: texts.title, part: nil, form: form) { h in
        h.p(
            texts.lead.filled([
                "number": "\(scene.number(row.requirement.id))", "condition": row.requirement.condition.text,
                "colour": words.short(row.colour),
            ]))
        h.p { h.riskBadge(row.colour, words) }
        let substitutes = row.requirement.substitutes.compactMap { ConditionCatalogue.condition($0)?.text }
        if !substitutes.isEmpty {
            h.p(texts.substitutes.filled(["names": words.formats.list(substitutes)]))
        }
        h.postForm(to: ContextPath.compensation.link(id), visit) {
            h.hiddenField("bedingung", row.requirement.id.text)
            if let old { h.hiddenField("ausgleich", old.id.text) }
            writeFields(h, scene, row, old, form, words)
            h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
        }
        guard let old else { return }
        h.disclosure(texts.removeLead) {
            h.postForm(to: ContextPath.compensationRemoval.link(id), visit) {
                h.hiddenField("ausgleich", old.id.text)
                h.submitButton(words.texts.common.remove, .final, icon: .trash)
            }
        }
    }
}

private func writeFields(
    _ h: HTML, _ scene: CheckScene, _ row: ContextCheck.Row, _ old: Compensation?, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.compensate
    h.checkboxGroup(
        form.state("art", now: old?.kinds.map(\.rawValue) ?? []), legend: texts.kinds,
        choices: Choice.all(words) { (kind: Compensation.Kind) in words[kind] }, isInline: true)
    h.textArea(form.state("massnahme", now: old?.measure), label: texts.measure, rows: 3, limit: 400)
    h.textField(form.state("wer", now: old?.owner), label: texts.owner, hint: texts.ownerHint, width: .half)
    h.textField(
        form.state("kosten", now: old?.cost.map { "\($0.cents / 100)" }), label: texts.cost, kind: .number,
        width: .short, isOptional: true, suffix: "€")
    h.dateField(form.dateState("bis", old?.due), legend: texts.due, isOptional: true)
    h.radioGroup(
        form.state("rest", now: old?.residual.rawValue), legend: texts.residual,
        choices: RiskColour.allCases.filter { $0 <= row.colour }.map { Choice($0.rawValue, words[$0]) },
        isInline: true)
    if !scene.coreElements.isEmpty {
        h.selectField(
            form.state("kern", now: old?.touchesCore), label: texts.core,
            choices: scene.coreElements.map { Choice($0, $0) }, hint: texts.coreHint, emptyChoice: texts.coreNone)
    }
    h.checkbox(form.state("annahme"), label: words.texts.practice.assumedField)
}

/// `/kontext/{id}/kommentar`: what the giver says to a change of a core element.
func commentPage(
    _ visit: Visit, _ scene: CheckScene, _ compensation: Compensation, _ form: FormReader, _ words: ContextWords
) -> Answer {
    let texts = words.texts.compensate
    return visit.checkPage(scene, words, title: texts.comment, part: nil, form: form) { h in
        h.p(texts.commentLead)
        h.article(.class("card")) {
            h.p { h.strong(compensation.measure) }
            h.p(words.texts.check.core.filled(["core": compensation.touchesCore ?? ""]))
        }
        h.postForm(to: ContextPath.comment.link(scene.record.id.text), visit) {
            h.hiddenField("ausgleich", compensation.id.text)
            h.textArea(
                form.state("kommentar", now: compensation.giversComment), label: texts.comment, limit: 600)
            h.actions { h.submitButton(texts.commentButton, .next, icon: .speech) }
        }
    }
}

/// `/kontext/{id}/anpassung`: the eight questions of the adaptation log.
func adaptationPage(_ visit: Visit, _ scene: CheckScene, _ form: FormReader, _ words: ContextWords) -> Answer {
    let texts = words.texts.adapt
    return visit.checkPage(scene, words, title: texts.title, part: nil, form: form) { h in
        h.p(texts.lead)
        h.postForm(to: ContextPath.adaptation.link(scene.record.id.text), visit) {
            h.radioGroup(
                form.state("wann"), legend: texts.moment,
                choices: Choice.all(words) { (moment: Adaptation.Moment) in words[moment] }, isInline: true)
            h.checkbox(form.state("geplant"), label: texts.planned)
            h.textField(form.state("wer"), label: texts.by, hint: texts.byHint)
            h.radioGroup(
                form.state("teil"), legend: texts.part,
                choices: Choice.all(words) { (part: Adaptation.Part) in words[part] }, isInline: true)
            h.textArea(form.state("was"), label: texts.what, rows: 2, limit: 400)
            h.radioGroup(
                form.state("wo"), legend: texts.level,
                choices: Choice.all(words) { (level: Adaptation.Level) in words[level] }, isInline: true)
            h.radioGroup(
                form.state("weise"), legend: texts.nature,
                choices: Choice.all(words) { (nature: Adaptation.Nature) in words[nature] }, isInline: true)
            if !scene.coreElements.isEmpty {
                h.selectField(
                    form.state("kern"), label: texts.core, choices: scene.coreElements.map { Choice($0, $0) },
                    emptyChoice: words.texts.compensate.coreNone)
            }
            h.textArea(form.state("warum"), label: texts.why, rows: 3, limit: 600)
            h.dateField(form.dateState("tag", scene.today), legend: texts.day)
            h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
        }
    }
}
