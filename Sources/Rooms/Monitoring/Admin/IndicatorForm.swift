import Design
import HTML
import Indicators
import Prevention
import Texts
import Web

/// `/monitoring/kenngroessen/neu` and `/monitoring/kenngroessen/{indicator}`
func indicatorForm(
    _ visit: Visit, _ known: Indicator?, _ fields: IndicatorFields, _ form: FormReader, _ words: MonitoringTexts.Admin
) -> Answer {
    let title = known.map { words.editTitle.filled(["name": $0.name]) } ?? words.newTitle
    let head = PageHead(title, section: MonitoringRoom.name, hasProblems: !form.isComplete, isPrivate: true)
    return visit.page(head, status: form.status) { h in
        h.backLink(words.back, to: AdminPath.list.link())
        h.h1(title)
        h.errorSummary(form.summary)
        let address = known.map { AdminPath.indicator.link($0.key) } ?? AdminPath.new.link()
        h.postForm(to: address, visit) {
            let writer = IndicatorFormWriter(
                h: h, fields: fields, form: form, words: words, vocabulary: Vocabulary(visit.language))
            if known == nil { writer.line("key", words.fields.key, isOptional: false) }
            writer.write()
            h.actions { h.submitButton(words.save, .next, icon: .check) }
        }
    }
}

/// Writes the fields of a definition, group by group.
private struct IndicatorFormWriter {
    let h: HTML
    let fields: IndicatorFields
    let form: FormReader
    let words: MonitoringTexts.Admin
    let vocabulary: Vocabulary

    private func state(_ name: String) -> FieldState {
        FieldState(name, fields.texts[name] ?? "", problem: form.problem(name))
    }

    private func hint(_ field: MonitoringTexts.Admin.Field) -> String? { field.hint.isEmpty ? nil : field.hint }

    func line(_ name: String, _ field: MonitoringTexts.Admin.Field, isOptional: Bool = true, width: FieldWidth = .full)
    {
        h.textField(
            state(name), label: field.label, hint: hint(field), width: width, autocomplete: "off",
            isOptional: isOptional)
    }

    private func area(_ name: String, _ field: MonitoringTexts.Admin.Field) {
        h.textArea(state(name), label: field.label, hint: hint(field), rows: 3, limit: 2_000, isOptional: true)
    }

    private func choose(_ name: String, _ field: MonitoringTexts.Admin.Field, _ choices: [Choice]) {
        h.selectField(state(name), label: field.label, choices: choices, hint: hint(field))
    }

    func write() {
        let f = words.fields
        h.fieldGroup(words.groups.what) {
            line("name", f.name, isOptional: false)
            choose("kind", f.kind, Indicator.Kind.allCases.map { Choice($0.rawValue, words.words.kind($0)) })
            area("readingAid", f.readingAid)
            area("caveat", f.caveat)
        }
        h.fieldGroup(words.groups.counts) {
            let w = words.words
            choose(
                "measure", f.measure,
                [
                    Choice("count", w.count), Choice("share", w.share), Choice("ratio", w.ratio),
                    Choice("score", w.score), Choice("yesNo", w.yesNo),
                ])
            choose(
                "counting", f.counting,
                [Choice("unknown", w.unknown), Choice("flow", w.flow), Choice("stock", w.stock)])
            line("per", f.per, width: .short)
            line("unit", f.unit, width: .half)
            line("numerator", f.numerator)
            line("denominator", f.denominator)
            choose(
                "direction", f.direction,
                [
                    Choice("neutral", w.neutral), Choice("higher", w.higher), Choice("lower", w.lower),
                    Choice("within", w.within),
                ])
            line("good", f.good, width: .half)
        }
        writeLinks(f)
        h.fieldGroup(words.groups.origin) {
            line("source", f.source)
            line("office", f.office)
            line("periodicity", f.periodicity)
            line("licence", f.licence)
        }
        h.fieldGroup(words.groups.limits) {
            line("threshold", f.threshold, width: .short)
            yes("hidesZero", f.hidesZero)
            line("dominance", f.dominance, width: .half)
            line("plausible", f.plausible, width: .half)
            yes("isInvented", f.isInvented)
        }
        h.fieldGroup(words.groups.goal) {
            line("baseline", f.baseline, width: .half)
            line("baselinePeriod", f.baselinePeriod, width: .half)
            line("target", f.target, width: .half)
            line("targetPeriod", f.targetPeriod, width: .half)
            h.textArea(
                state(AreaTargets.field), label: f.areaTargets.label, hint: hint(f.areaTargets), rows: 4,
                limit: 10_000, isOptional: true)
        }
    }

    /// To which other indicators it belongs, and what the chain uses it for.
    private func writeLinks(_ f: MonitoringTexts.Admin.Fields) {
        h.fieldGroup(words.groups.belongs) {
            line("baseKey", f.baseKey)
            line("wholeKey", f.wholeKey)
            line("breakdown", f.breakdown)
            let w = words.words
            choose("use", f.use, [Choice("none", w.none), Choice("population", w.population), Choice("need", w.need)])
            many("stages", f.stages, LifeStage.allCases.map { Choice($0.rawValue, vocabulary[$0]) })
            many("fields", f.fields, FieldOfAction.allCases.map { Choice($0.rawValue, vocabulary[$0]) })
        }
    }

    private func many(_ name: String, _ field: MonitoringTexts.Admin.Field, _ choices: [Choice]) {
        let chosen = (fields.texts[name] ?? "").split(separator: ",").map { String($0.filter { $0 != " " }) }
        h.checkboxGroup(
            FieldState(name, values: chosen, problem: form.problem(name)), legend: field.label, choices: choices,
            hint: hint(field), isOptional: true)
    }

    private func yes(_ name: String, _ field: MonitoringTexts.Admin.Field) {
        let isSet = ["ja", "true", "1"].contains(fields.texts[name] ?? "")
        h.checkbox(
            FieldState(name, values: isSet ? ["ja"] : [], problem: form.problem(name)), label: field.label,
            hint: hint(field))
    }
}
