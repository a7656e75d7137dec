import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/praxis/{slug}`: what a practice needs, heaviest first.
func practicePage(_ visit: Visit, _ scene: RequirementScene, _ words: ContextWords) -> Answer {
    let texts = words.texts.practice
    let lead = texts.lead.filled(["title": scene.practice.title])
    let title = "\(texts.title): \(scene.practice.title)"
    return visit.page(PageHead(title, description: lead, section: ContextRoom.name)) { h in
        h.breadcrumb([Crumb(words.texts.start.title, ContextPath.start.link()), Crumb(scene.practice.title)])
        h.h1(texts.title)
        h.p(lead, .class("lead"))
        if scene.practice.isInvented { h.p { h.badge(words.texts.common.invented, .info) } }
        if visit.isDone { h.alert(.good, words.texts.common.done, isAnswer: true) }
        h.p(.class("row no-print")) {
            if scene.caller.isStaff, scene.set != nil {
                h.linkButton(
                    texts.begin, to: .to(ContextPath.new.path(), query: [("praxis", scene.practice.slug)]), .next,
                    icon: .arrow)
            }
            h.linkButton(texts.toPractice, to: .to("/praxis/" + scene.practice.slug), icon: .document)
            if scene.mayState {
                h.linkButton(texts.add, to: ContextPath.requirement.link(scene.practice.slug), icon: .plus)
            }
        }
        guard let set = scene.set, !set.lines.isEmpty else {
            return h.emptyState(texts.none, texts.noneText, icon: .question)
        }
        for weight in Requirement.Weight.allCases.reversed() { writeWeight(h, weight, set, scene, words) }
        if set.lines.contains(where: \.isAssumed) {
            h.p(words.texts.common.assumedHint, .class("small muted"))
        }
        writeHistory(h, scene, words)
    }
}

private func writeWeight(
    _ h: HTML, _ weight: Requirement.Weight, _ set: RequirementSet, _ scene: RequirementScene, _ words: ContextWords
) {
    let own = set.lines.filter { $0.requirement.weight == weight }
    if own.isEmpty { return }
    h.section(.class("ctx-weight")) {
        h.h2(words[weight])
        h.p(words.long(weight), .class("muted"))
        h.div(.class("grid")) { for line in own { writeCard(h, line, scene, words) } }
    }
}

private func writeCard(_ h: HTML, _ line: RequirementSet.Line, _ scene: RequirementScene, _ words: ContextWords) {
    let texts = words.texts.practice
    let requirement = line.requirement
    h.card {
        h.h3(requirement.condition.text)
        h.p(.class("row")) {
            h.badge("\(requirement.condition.category.rawValue) \(words[requirement.condition.category])")
            if line.isAssumed { h.badge(words.texts.common.assumed, .info) }
        }
        h.p(requirement.why)
        if requirement.condition.kind != .yesNo {
            h.p("\(texts.threshold): \(words.value(requirement.threshold, requirement.condition.kind))")
        }
        let basis = line.isAssumed ? words.texts.common.assumed : words[requirement.basis]
        h.p("\(texts.basis): \(basis)", .class("small muted"))
        let substitutes = requirement.substitutes.compactMap { ConditionCatalogue.condition($0)?.text }
        if !substitutes.isEmpty {
            h.p("\(texts.substitutes): \(words.formats.list(substitutes))", .class("small"))
        }
        if scene.mayState {
            h.p(.class("no-print")) {
                h.a(
                    .href(
                        .to(
                            ContextPath.requirement.path(scene.practice.slug),
                            query: [("bedingung", requirement.id.text)]))
                ) {
                    h.text(texts.edit)
                    h.span(": \(requirement.condition.text)", .class("vh"))
                }
            }
        }
    }
}

private func writeHistory(_ h: HTML, _ scene: RequirementScene, _ words: ContextWords) {
    let texts = words.texts.practice
    func sentence(_ set: RequirementSet) -> String {
        texts.version.filled([
            "version": "\(set.version)", "day": words.formats.day(set.changedAt.berlinDay), "reason": set.reason,
        ])
    }
    if let set = scene.set { h.p(sentence(set), .class("small muted")) }
    if scene.history.count > 1 {
        h.disclosure(texts.older) {
            h.ul { for set in scene.history.dropFirst() { h.li(sentence(set)) } }
        }
    }
    guard !scene.experiences.isEmpty else { return }
    h.h2(texts.experiences)
    h.ul {
        for experience in scene.experiences {
            h.li(
                "\(experience.origin), \(words.formats.day(experience.day)): "
                    + (experience.hasSucceeded ? words.texts.state.works : words.texts.state.failed))
        }
    }
}

/// `/kontext/praxis/{slug}/anforderung`
func requirementPage(
    _ visit: Visit, _ scene: RequirementScene, _ old: RequirementSet.Line?, _ form: FormReader, _ words: ContextWords
) -> Answer {
    let texts = words.texts.practice
    let slug = scene.practice.slug
    let head = PageHead(
        "\(texts.formTitle): \(scene.practice.title)", section: ContextRoom.name, hasProblems: !form.isComplete,
        isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(scene.practice.title, to: ContextPath.practice.link(slug))
        h.h1(texts.formTitle)
        h.errorSummary(form.summary)
        h.postForm(to: ContextPath.requirement.link(slug), visit) {
            writeHidden(h, scene, old)
            writeFields(h, old, form, words)
            h.textField(form.state("grund"), label: texts.reason)
            h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
        }
        guard let old else { return }
        h.disclosure(words.texts.common.remove) {
            h.postForm(to: ContextPath.removal.link(slug), visit) {
                writeHidden(h, scene, old)
                h.p(old.requirement.condition.text)
                h.hiddenField("grund", "\(words.texts.common.remove): \(old.requirement.condition.text)")
                h.submitButton(words.texts.common.remove, .final, icon: .trash)
            }
        }
    }
}

private func writeHidden(_ h: HTML, _ scene: RequirementScene, _ old: RequirementSet.Line?) {
    h.hiddenField("fassung", "\(scene.set?.version ?? 0)")
    if let old { h.hiddenField("bedingung", old.requirement.id.text) }
}

private func writeFields(_ h: HTML, _ old: RequirementSet.Line?, _ form: FormReader, _ words: ContextWords) {
    let texts = words.texts.practice
    let groups = Condition.Category.allCases.map { category in
        (
            title: "\(category.rawValue) \(words[category])",
            choices: ConditionCatalogue.all.filter { $0.category == category }.map { Choice($0.id.text, $0.text) }
        )
    }
    let requirement = old?.requirement
    h.selectField(
        form.state("was", now: requirement?.condition.id.text), label: texts.condition, groups: groups,
        emptyChoice: words.texts.common.choose)
    h.radioGroup(
        form.state("gewicht", now: requirement.map { "\($0.weight.rawValue)" }), legend: texts.weight,
        choices: Requirement.Weight.allCases.reversed().map {
            Choice("\($0.rawValue)", words[$0], hint: words.long($0))
        })
    h.textArea(form.state("warum", now: requirement?.why), label: texts.why, hint: texts.whyHint, rows: 3, limit: 400)
    h.textField(
        form.state("schwelle", now: requirement.flatMap { enough($0.threshold) }), label: texts.enough,
        hint: texts.enoughHint, kind: .number, width: .short, isOptional: true)
    h.radioGroup(
        form.state("quelle", now: requirement?.basis.rawValue), legend: texts.basis,
        choices: Choice.all(words) { (basis: Requirement.Basis) in words[basis] })
    h.selectField(
        form.state("ersatz", now: requirement?.substitutes.first?.text), label: texts.substitutes, groups: groups,
        emptyChoice: words.texts.common.nothing, isOptional: true)
    h.checkbox(form.state("annahme", now: old?.isAssumed == true ? "ja" : nil), label: texts.assumedField)
}

private func enough(_ value: ConditionValue) -> String? {
    switch value {
    case .yesNo: nil
    case .level(let level): "\(level)"
    case .quantity(let amount): "\(Int(amount))"
    }
}
