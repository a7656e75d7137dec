import Design
import HTML
import Prevention
import Texts
import Transfers
import Web

/// `/boerse/regeln`: the rules in force, in words and numbers, what each reason counts, and how they came about.
func rulesPage(_ scene: Scene) -> Answer {
    let texts = scene.texts.rules
    let rules = scene.market.rules
    return scene.page(texts.title, isPrivate: scene.visit.account != nil) { h in
        scene.crumbs(h, texts.title)
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.descriptionList([
            (texts.version, rules.version),
            (texts.valid, rules == .start ? texts.start : scene.formats.day(rules.validFrom)),
        ])
        if scene.caller?.isBoard == true {
            h.actions { h.linkButton(scene.texts.ruleForm.action, to: ExchangePath.newRules.link(), icon: .edit) }
        }
        h.section(.labelledBy("punkte")) {
            h.h2(texts.points, .id("punkte"))
            table(h, scene, texts.points, rules, RuleNumber.allCases.filter { !$0.isWeight })
        }
        h.section(.labelledBy("gewichte")) {
            h.h2(texts.weights, .id("gewichte"))
            h.p(texts.limits)
            table(h, scene, texts.weights, rules, RuleNumber.allCases.filter(\.isWeight))
        }
        versions(h, scene)
    }
}

private func table(_ h: HTML, _ scene: Scene, _ title: String, _ rules: ExchangeRules, _ numbers: [RuleNumber]) {
    h.dataTable(
        DataTable(
            title, columns: [Column(title), Column(scene.texts.round.rules, isNumeric: true)],
            rows: numbers.map { number in
                [
                    .text(scene.texts.rules.names[number.rawValue] ?? number.rawValue),
                    .number(value(scene, number, rules[number]), Double(rules[number])),
                ]
            }, isCaptionHidden: true))
}

/// A number of the rules with its unit.
private func value(_ scene: Scene, _ number: RuleNumber, _ value: Int) -> String {
    if number == .highestTransfers, value == 0 { return scene.texts.ruleForm.noLimit }
    let unit = scene.texts.rules.units[number.rawValue].map { " " + $0 } ?? ""
    return scene.formats.number(value) + unit
}

private func versions(_ h: HTML, _ scene: Scene) {
    let (texts, all) = (scene.texts.ruleForm, scene.market.versions)
    guard !all.isEmpty else { return }
    h.section(.labelledBy("fassungen")) {
        h.h2(texts.versions, .id("fassungen"))
        h.p(texts.versionsLead)
        for (index, version) in all.enumerated().reversed() {
            let before = index == 0 ? ExchangeRules.start : all[index - 1].rules
            h.h3(version.rules.version)
            h.p {
                h.text(texts.since.filled(["day": scene.formats.day(version.rules.validFrom)]) + ": ")
                h.text(version.reason)
            }
            changes(h, scene, before.changes(to: version.rules), version.rules.version)
        }
        h.p(texts.startValues, .class("small muted"))
    }
}

/// What differs between two versions, old and new side by side.
private func changes(_ h: HTML, _ scene: Scene, _ changes: [RuleChange], _ title: String) {
    let texts = scene.texts.ruleForm
    guard !changes.isEmpty else { return h.p(texts.same, .class("muted")) }
    h.dataTable(
        DataTable(
            title,
            columns: [
                Column(texts.number), Column(texts.old, isNumeric: true), Column(texts.new, isNumeric: true),
            ],
            rows: changes.map { change in
                [
                    .text(scene.texts.rules.names[change.number.rawValue] ?? change.number.rawValue),
                    .number(value(scene, change.number, change.old), Double(change.old)),
                    .number(value(scene, change.number, change.new), Double(change.new)),
                ]
            }, isCaptionHidden: true))
}

/// `/boerse/regeln/neu`: every number of the rules, filled with those in force.
func newRulesPage(_ scene: Scene, _ form: FormReader) -> Answer {
    let texts = scene.texts.ruleForm
    return scene.page(texts.title, status: form.status, hasProblems: !form.isComplete) { h in
        scene.crumbs(h, texts.title, Crumb(scene.texts.rules.title, ExchangePath.rules.link()))
        h.h1(texts.title)
        h.p(texts.lead, .class("lead"))
        h.errorSummary(form.summary)
        h.postForm(to: ExchangePath.newRules.link(), scene.visit) {
            h.textField(form.state("fassung"), label: texts.version, hint: texts.versionHint, width: .half)
            for (title, isWeight) in [(scene.texts.rules.points, false), (scene.texts.rules.weights, true)] {
                h.h2(title)
                for number in RuleNumber.allCases where number.isWeight == isWeight { field(h, scene, number, form) }
            }
            h.textField(form.state("grund"), label: texts.reason, hint: texts.reasonHint)
            h.actions { h.submitButton(texts.check, .next, icon: .arrow) }
        }
    }
}

private func field(_ h: HTML, _ scene: Scene, _ number: RuleNumber, _ form: FormReader) {
    let texts = scene.texts.rules
    let range = scene.texts.ruleForm.range.filled([
        "low": scene.formats.number(number.bounds.lowerBound), "high": scene.formats.number(number.bounds.upperBound),
    ])
    h.textField(
        form.state(number.rawValue), label: texts.names[number.rawValue] ?? number.rawValue,
        hint: number == .highestTransfers ? "\(range). \(scene.texts.ruleForm.limitHint)" : range,
        kind: .number, width: .short, suffix: texts.units[number.rawValue])
}

/// What will be different, before it is published.
func rulesCheckPage(_ scene: Scene, _ rules: ExchangeRules, _ reason: String) -> Answer {
    let texts = scene.texts.ruleForm
    var fields = [("fassung", rules.version), ("grund", reason)]
    fields += RuleNumber.allCases.map { ($0.rawValue, "\(rules[$0])") }
    return scene.page(texts.checkTitle) { h in
        scene.crumbs(h, texts.checkTitle, Crumb(scene.texts.rules.title, ExchangePath.rules.link()))
        h.h1(texts.checkTitle)
        h.p(texts.checkLead, .class("lead"))
        h.descriptionList([(texts.version, rules.version), (texts.reason, reason)])
        changes(h, scene, scene.market.rules.changes(to: rules), texts.checkTitle)
        h.postForm(to: ExchangePath.newRules.link(), scene.visit) {
            for (name, value) in fields { h.hiddenField(name, value) }
            h.hiddenField("geprueft", "ja")
            h.actions {
                h.submitButton(texts.now, .final)
                h.linkButton(texts.change, to: .to(ExchangePath.newRules.path(), query: fields))
            }
        }
    }
}
