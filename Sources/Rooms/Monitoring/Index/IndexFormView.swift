import Design
import HTML
import Indicators
import Prevention
import Statistics
import Texts
import Web

/// `/monitoring/index/neu`, `/monitoring/index/7…/bearbeiten`
func indexFormPage(_ visit: Visit, _ page: IndexFormPage, _ texts: MonitoringTexts.Index) -> Answer {
    let words = texts.form
    let title = page.stored?.name ?? words.newTitle
    let head = PageHead(title, section: MonitoringRoom.name, hasProblems: !page.form.isComplete, isPrivate: true)
    return visit.page(head, status: page.isStale ? 409 : page.form.status) { h in
        h.backLink(
            page.stored?.name ?? texts.backToList,
            to: page.stored.map { IndexPath.index.link($0.id.text) } ?? MonitoringPath.index.link())
        h.h1(title)
        if page.isStale { h.alert(.warning, words.stale, isAnswer: true) }
        h.errorSummary(page.form.summary)
        let action = page.stored.map { IndexPath.edit.link($0.id.text) } ?? IndexPath.new.link()
        h.postForm(to: action, visit) {
            h.hiddenField("fassung", "\(page.stored?.version ?? 0)")
            h.textField(page.form.state("name"), label: words.name)
            h.textArea(page.form.state("zweck"), label: words.purpose, hint: words.purposeHint, isOptional: true)
            h.checkbox(page.form.state("sichtbar"), label: words.visible, hint: words.visibleHint)
            h.suggestionList(IndexForm.suggestions, page.choices.map(\.title))
            writeGroups(h, page, texts)
            writeWeights(h, page.shown, page.choices, texts, visit.language)
            h.p(words.calculateHint, .class("hint"))
            h.submitButton(words.calculate, .side, name: "tun", value: "rechnen")
            writeRules(h, page.form, texts)
            h.actions { h.submitButton(words.save, .next, name: "tun", value: "speichern") }
        }
        if let stored = page.stored {
            h.disclosure(words.remove) {
                h.p(words.removeHint)
                h.postForm(to: IndexPath.remove.link(stored.id.text), visit) {
                    h.submitButton(words.remove, .final, isSmall: true)
                }
            }
        }
    }
}

private func writeGroups(_ h: HTML, _ page: IndexFormPage, _ texts: MonitoringTexts.Index) {
    let count = page.groupCount
    for number in 0..<min(count + 1, IndexForm.mostGroups) {
        let isNew = number == count
        let title = isNew ? texts.form.nextGroup : texts.form.group.filled(["number": "\(number + 1)"])
        h.fieldGroup(title, hint: number == 0 ? texts.form.groupHint : nil) {
            h.div(.class("row line")) {
                h.textField(page.form.state(IndexForm.group(number)), label: texts.form.groupName, isOptional: isNew)
                h.textField(
                    page.form.state(IndexForm.groupWeight(number)), label: texts.form.groupWeight, width: .short,
                    isOptional: true)
            }
            let lines = page.partCount(number)
            for place in 0..<min(lines + (isNew ? 2 : 1), IndexForm.mostParts) {
                writePart(h, page, number, place, texts)
            }
        }
    }
}

private func writePart(
    _ h: HTML, _ page: IndexFormPage, _ number: Int, _ place: Int, _ texts: MonitoringTexts.Index
) {
    let words = texts.form
    let line = " \(number + 1).\(place + 1)"
    h.div(.class("row line")) {
        h.textField(
            page.chosen(number, place), label: words.indicator + line, isOptional: place > 0,
            list: IndexForm.suggestions)
        h.selectField(
            page.form.state(IndexForm.effect(number, place)), label: words.effect + line,
            choices: IndexDefinition.Effect.allCases.map { Choice($0.rawValue, texts.effects[$0.rawValue] ?? "") },
            emptyChoice: words.noIndicator)
        h.textField(
            page.form.state(IndexForm.weight(number, place)), label: words.weight + line, width: .short,
            isOptional: true)
    }
}

/// Effective weights of what stands in the fields.
private func writeWeights(
    _ h: HTML, _ definition: IndexDefinition, _ choices: [Choice], _ texts: MonitoringTexts.Index,
    _ language: Language
) {
    guard definition.parts.count > 1, let weights = try? definition.design.effectiveWeights() else { return }
    let names = Dictionary(choices.map { ($0.value, $0.title) }, uniquingKeysWith: { first, _ in first })
    h.h2(texts.form.effective)
    h.p(texts.form.effectiveLead)
    weightRatio(h, definition, texts, language)
    h.dataTable(
        DataTable(
            texts.form.effective,
            columns: [
                Column(texts.form.indicator), Column(texts.form.groupName),
                Column(texts.form.effectiveShare, isNumeric: true),
            ],
            rows: definition.groups.flatMap { group in
                group.parts.map { part in
                    let share = weights[part.indicator] ?? 0
                    return [
                        .text(names[part.indicator] ?? part.indicator), .text(group.name),
                        .number(h.formats.percent(share * 100), share),
                    ]
                }
            }, isCaptionHidden: true))
}

/// "One indicator of A counts 2.5 times as much as one of B."
func weightRatio(
    _ h: HTML, _ definition: IndexDefinition, _ texts: MonitoringTexts.Index, _ language: Language
) {
    if let ratio = WeightRatio(definition) {
        h.alert(
            .info,
            texts.form.ratio.filled([
                "most": ratio.most, "least": ratio.least, "times": Formats(language).decimal(ratio.times, places: 1),
            ]))
    } else {
        h.p(texts.form.equal)
    }
}

private func writeRules(_ h: HTML, _ form: FormReader, _ texts: MonitoringTexts.Index) {
    let words = texts.form
    h.fieldGroup(words.rules) {
        h.radioGroup(
            form.state("vereinheitlichung"), legend: words.normalisation,
            choices: IndexDesign.Normalisation.allCases.map {
                Choice($0.rawValue, texts.normalisations[$0.rawValue] ?? "")
            })
        h.radioGroup(
            form.state("mittel"), legend: words.aggregation,
            choices: IndexDesign.Aggregation.allCases.map {
                Choice($0.rawValue, texts.aggregations[$0.rawValue] ?? "")
            })
        h.radioGroup(
            form.state("luecken"), legend: words.imputation,
            choices: IndexDesign.Imputation.allCases.map { Choice($0.rawValue, texts.imputations[$0.rawValue] ?? "") })
        h.textField(
            form.state("anteil"), label: words.share, hint: words.shareHint, kind: .number, width: .short, suffix: "%")
        h.checkbox(form.state("ausreisser"), label: words.outliers, hint: words.outliersHint)
    }
}
