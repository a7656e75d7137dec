import ContextModel
import Design
import HTML
import Prevention
import Texts
import Web

/// `/kontext/profil`: which municipality.
func profileStartPage(_ visit: Visit, _ areas: [Area], _ words: ContextWords) -> Answer {
    let texts = words.texts.profile
    return visit.page(PageHead(texts.title, section: ContextRoom.name, isPrivate: true)) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.form(.action(.to("/kontext/profil"))) {
            h.selectField(
                FieldState("gemeinde"), label: texts.choose,
                choices: areas.map { Choice(AreaSlug.text($0.key), $0.name) })
            h.actions { h.submitButton(texts.show, .next, icon: .arrow) }
        }
    }
}

/// `/kontext/profil/{area}`
func profilePage(
    _ visit: Visit, _ scene: ProfileScene, _ group: Condition.Category?, _ form: FormReader, _ words: ContextWords
) -> Answer {
    let texts = words.texts.profile
    let title = texts.titleOf.filled(["name": scene.area.name])
    let head = PageHead(title, section: ContextRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.texts.start.title, to: ContextPath.start.link())
        h.h1(title)
        h.p(texts.lead, .class("lead"))
        if scene.area.isInvented { h.p { h.badge(words.texts.common.invented, .info) } }
        if visit.isDone { h.alert(.good, words.texts.common.done, isAnswer: true) }
        h.errorSummary(form.summary)
        h.p(.class("row")) {
            h.badge(
                texts.answered.filled(["count": "\(scene.answers.count)", "all": "\(ConditionCatalogue.all.count)"]))
            h.span(texts.privacy, .class("small muted"))
        }
        if let group { writeForm(h, visit, scene, group, form, words) }
        writeFits(h, scene, words)
        for category in Condition.Category.allCases { writeGroup(h, scene, category, words) }
        writeKin(h, scene, words)
    }
}

private func writeFits(_ h: HTML, _ scene: ProfileScene, _ words: ContextWords) {
    let texts = words.texts.profile
    h.section {
        h.h2(texts.fits)
        h.p(texts.fitsLead)
        if scene.fits.isEmpty { h.p(texts.fitsNone, .class("muted")) }
        h.ul(.class("tasks")) {
            for fit in scene.fits {
                h.li {
                    h.a(fit.practice.title, .href(ContextPath.practice.link(fit.practice.slug)))
                    h.badge(
                        texts.fit.filled(["met": "\(fit.met)", "all": "\(fit.of)"]), fit.met == fit.of ? .good : nil)
                }
            }
        }
    }
}

private func writeGroup(_ h: HTML, _ scene: ProfileScene, _ category: Condition.Category, _ words: ContextWords) {
    let texts = words.texts.profile
    let own = ConditionCatalogue.all.filter { $0.category == category }
    h.section(.id(category.rawValue.lowercased())) {
        h.h2("\(category.rawValue) \(words[category])")
        h.dataTable(
            DataTable(
                texts.caption.filled(["category": words[category]]),
                columns: [
                    Column(words.texts.catalogue.condition), Column(texts.answer), Column(texts.evidence),
                    Column(texts.day),
                ],
                rows: own.map { condition in
                    guard let answer = scene.answers[condition.id] else {
                        return [.text(condition.text), .badge(texts.none, nil), .empty, .empty]
                    }
                    return [
                        .text(condition.text), answerCell(answer.value, condition, words), .text(answer.evidence),
                        .text(words.formats.day(answer.day)),
                    ]
                }, isCaptionHidden: true))
        h.p {
            h.a(
                .href(
                    .to(
                        ContextPath.profile.path(AreaSlug.text(scene.area.key)),
                        query: [("gruppe", category.rawValue)]))
            ) {
                h.text(texts.edit)
                h.span(": \(words[category])", .class("vh"))
            }
        }
    }
}

private func answerCell(_ value: ConditionValue, _ condition: Condition, _ words: ContextWords) -> TableCell {
    switch value {
    case .yesNo(true): .badge(words.texts.profile.yes, .good)
    case .yesNo(false): .badge(words.texts.profile.no, .danger)
    default: .text(words.value(value, condition.kind))
    }
}

private func writeForm(
    _ h: HTML, _ visit: Visit, _ scene: ProfileScene, _ group: Condition.Category, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.profile
    h.article(.class("card")) {
        h.h2(texts.formTitle.filled(["category": words[group]]))
        h.postForm(to: ContextPath.profile.link(AreaSlug.text(scene.area.key)), visit) {
            h.hiddenField("gruppe", group.rawValue)
            for (place, condition) in ConditionCatalogue.all.enumerated() where condition.category == group {
                h.fieldGroup(condition.text, hint: condition.howToCheck) {
                    writeAnswer(h, place, condition, scene.answers[condition.id], form, words)
                    h.textField(
                        form.state("beleg-\(place)", now: scene.answers[condition.id]?.evidence),
                        label: texts.evidence, isOptional: true)
                }
            }
            h.actions { h.submitButton(words.texts.common.save, .next, icon: .check) }
        }
    }
}

private func writeAnswer(
    _ h: HTML, _ place: Int, _ condition: Condition, _ answer: ProfileAnswer?, _ form: FormReader,
    _ words: ContextWords
) {
    let texts = words.texts.profile
    let name = "wert-\(place)"
    switch condition.kind {
    case .yesNo:
        let now: String? = answer.map { $0.value == .yesNo(true) ? "ja" : "nein" }
        h.radioGroup(
            form.state(name, now: now ?? ""), legend: texts.answer,
            choices: [Choice("ja", texts.yes), Choice("nein", texts.no), Choice("", texts.unknown)], isInline: true)
    case .level:
        var now: String?
        if case .level(let level)? = answer?.value { now = "\(level)" }
        h.radioGroup(
            form.state(name, now: now), legend: texts.answer,
            choices: (0...3).map { Choice("\($0)", texts.level.filled(["level": "\($0)"])) }
                + [Choice("", texts.unknown)], isInline: true)
    case .quantity(let unit):
        var now: String?
        if case .quantity(let amount)? = answer?.value { now = "\(Int(amount))" }
        h.textField(
            form.state(name, now: now), label: texts.number, kind: .number, width: .short, isOptional: true,
            suffix: unit)
    }
}

private func writeKin(_ h: HTML, _ scene: ProfileScene, _ words: ContextWords) {
    let texts = words.texts.profile
    h.section {
        h.h2(texts.kin)
        h.p(texts.kinLead)
        if scene.kin.isEmpty { h.p(texts.kinNone, .class("muted")) }
        for kin in scene.kin.prefix(10) {
            h.disclosure(
                "\(scene.caller.name(kin.area)): \(texts.shared.filled(["count": "\(kin.shared.count)"]))"
            ) { h.ul { for condition in kin.shared { h.li(condition.text) } } }
        }
    }
}
