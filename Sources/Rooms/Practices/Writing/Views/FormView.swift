import Design
import HTML
import Practice
import Prevention
import Texts
import Web

/// Writes the fields of the form.
struct FormView {
    let h: HTML
    let form: FormReader
    let words: EntryWords
    /// The form's own address with a place on the page, to which a button for more rows comes back.
    let formAction: (String) -> String

    var texts: EntryTexts { words.entry }

    func write(_ page: PracticeFormPage) {
        section(.what) { what(page) }
        section(.whom) { whom() }
        section(.why) { why() }
        section(.how) { how() }
        section(.experience) {
            lines(.success)
            lines(.stumbling)
        }
        section(.state) { state() }
        section(.effort) { effort() }
        section(.proof) { proof() }
        section(.adopters) {
            ownWords(page)
            blocks(.adopter, adopter)
        }
        section(.sheet) { sheet() }
        section(.contact) { contact() }
    }

    // MARK: Parts

    private func section(_ section: FormSection, _ content: () -> Void) {
        h.section(.id(section.id), .labelledBy(section.id + "-titel")) {
            h.h2(texts.section(section.rawValue), .id(section.id + "-titel"))
            if let lead = texts.sectionLeads[section.rawValue] { h.p(lead, .class("hint")) }
            content()
        }
    }

    private func what(_ page: PracticeFormPage) {
        if page.file == nil {
            let scene = page.scene
            let own = scene.tree.municipalities.filter { scene.writer.writes(for: $0.id) }
            if own.count <= 40 {
                h.selectField(
                    form.state("kommune"), label: texts.label("kommune"),
                    choices: own.map { Choice(words.names[$0.id], words.names[$0.id]) }, hint: texts.hint("kommune"))
            } else {
                line("kommune", list: "kommunen")
            }
        }
        line("titel")
        line("titel-en", isOptional: true)
        area("kurz", rows: 2, limit: 200)
        lines(.others, list: "kommunen")
    }

    private func whom() {
        h.div(.class("row")) {
            for field in ["alter-von", "alter-bis"] {
                let shown = form.fields.text(field).flatMap { Int($0) }.map { [$0] } ?? []
                let months = Set(PracticeForm.ages + shown).sorted().compactMap { AgeInMonths($0) }
                h.selectField(
                    form.state(field), label: texts.label(field),
                    choices: months.map { Choice("\($0.months)", words.formats.age($0)) })
            }
        }
        boxes("felder", FieldOfAction.allCases.map { Choice($0.rawValue, words.vocabulary[$0]) })
        boxes("gruppen", TargetGroup.allCases.map { Choice($0.rawValue, words.vocabulary[$0]) })
        h.selectField(
            form.state("uebergang"), label: texts.label("uebergang"),
            choices: Transition.allCases.map { Choice("\($0.rawValue)", words.vocabulary[$0]) },
            emptyChoice: texts.label("kein-uebergang"), isOptional: true)
        boxes("zugang", AccessMode.allCases.map { Choice($0.rawValue, words.vocabulary[$0]) }, isOptional: true)
        boxes("orte", Setting.allCases.map { Choice($0.rawValue, words.vocabulary[$0]) }, isOptional: true)
        boxes(
            "strategie", StrategyLine.allCases.map { Choice($0.rawValue, texts.strategies[$0.rawValue] ?? "") },
            isOptional: true)
    }

    private func why() {
        for field in ["bedarf", "ziel"] { area(field) }
        h.fieldGroup(texts.label("wirkmodell"), hint: texts.hint("wirkmodell")) {
            for field in ["wirk-input", "wirk-output", "wirk-outcome"] { area(field, rows: 2) }
        }
    }

    private func how() {
        for rows in [FormRows.core, .adaptable, .step, .role, .partner] { lines(rows) }
        line("initiator", isOptional: true)
    }

    private func state() {
        line("seit", width: .short)
        h.radioGroup(
            form.state("stand"), legend: texts.label("stand"),
            choices: PracticeForm.Stage.allCases.map { Choice($0.rawValue, texts.statuses[$0.rawValue] ?? "") },
            hint: texts.hint("stand"))
        area("grund", isOptional: true)
    }

    private func effort() {
        h.div(.class("row")) {
            for field in ["erreicht", "erreicht-von", "erreicht-jahr"] { line(field, width: .short, isOptional: true) }
        }
        h.p(texts.hint("erreicht") ?? "", .class("hint"))
        line("stunden", width: .short, isOptional: true)
        h.div(.class("row")) {
            for field in ["einmalig", "jaehrlich", "je-kind"] {
                line(field, width: .short, isOptional: true, suffix: "€")
            }
        }
        line("finanzierung", isOptional: true)
        h.radioGroup(
            form.state("dauerhaft"), legend: texts.label("dauerhaft"),
            choices: [Choice("yes", texts.yes), Choice("no", texts.no)], isOptional: true, isInline: true)
    }

    private func proof() {
        blocks(.outcome) { name in
            line(name("groesse"), "groesse")
            area(name("befund"), "befund", rows: 2)
            h.selectField(
                form.state(name("stufe")), label: texts.label("w-stufe"), choices: effects, emptyChoice: "–")
            area(name("kriterium"), "kriterium", rows: 2)
            line(name("tag"), "tag", width: .short)
            line(name("quelle"), "beleg")
        }
        for (axis, levels) in [("t", texts.readiness), ("v", texts.trust)] {
            h.fieldGroup(texts.label(axis), hint: texts.hint(axis)) {
                h.radioGroup(
                    form.state("\(axis)-stufe"), legend: texts.label("\(axis)-stufe"),
                    choices: levels.sorted { $0.key < $1.key }.map { Choice($0.key, $0.value) })
                area("\(axis)-kriterium", "kriterium", rows: 2)
                line("\(axis)-tag", "tag", width: .short)
            }
        }
        h.disclosure(
            texts.label("fremde"), isOpen: FormRows.rating.count(form.fields) > 1
        ) {
            blocks(.rating) { name in
                line(name("register"), "register")
                line(name("urteil"), "urteil")
                h.selectField(
                    form.state(name("stufe")), label: texts.label("abbildung"), choices: effects, emptyChoice: "–")
                line(name("tag"), "tag", width: .short)
                line(name("adresse"), "adresse")
            }
        }
    }

    private var effects: [Choice] {
        EffectLevel.allCases.map { Choice($0.rawValue, texts.effects[$0.rawValue] ?? $0.rawValue) }
    }

    /// What adopters have written themselves stands above; it cannot be changed here.
    private func ownWords(_ page: PracticeFormPage) {
        guard let adoptions = page.file?.adoptions, !adoptions.isEmpty else { return }
        h.p(texts.label("selbst-berichtet"), .class("hint"))
        h.ul {
            for adoption in adoptions {
                let adopter = adoption.adopter
                h.li("\(words.names[adopter.municipality]), \(words.result(adopter.result)): \(adopter.story)")
            }
        }
    }

    private func adopter(_ name: (String) -> String) {
        line(name("kommune"), "uebernahme-kommune", list: "kommunen")
        h.div(.class("row")) {
            h.selectField(
                form.state(name("art")), label: texts.label("art"),
                choices: Adopter.Kind.allCases.map { Choice($0.rawValue, texts.kinds[$0.rawValue] ?? "") })
            h.selectField(
                form.state(name("ergebnis")), label: texts.label("ergebnis"),
                choices: Adopter.Result.allCases.reversed().map { Choice($0.rawValue, words.result($0)) })
        }
        line(name("seit"), "uebernahme-seit", width: .short)
        area(name("geschichte"), "geschichte", rows: 2)
        line(name("nachschau"), "nachschau", width: .short)
    }

    private func sheet() {
        line("blatt-titel", isOptional: true)
        for field in ["blatt-was", "blatt-wie", "blatt-wandel"] { area(field, isOptional: true) }
        lines(.tick)
        line("blatt-zahl", isOptional: true)
    }

    private func contact() {
        line("kontakt-rolle")
        line("kontakt-stelle", isOptional: true)
        blocks(.document) { name in
            line(name("titel"), "unterlage-titel")
            line(name("lizenz"), "lizenz", width: .half)
            line(name("adresse"), "adresse")
        }
        lines(.source)
    }

    // MARK: Fields

    private func line(
        _ field: String, _ label: String? = nil, width: FieldWidth = .full, isOptional: Bool = false,
        suffix: String? = nil, list: String? = nil,
    ) {
        let name = label ?? field
        h.textField(
            form.state(field), label: texts.label(name), hint: name == "erreicht" ? nil : texts.hint(name),
            width: width, isOptional: isOptional, suffix: suffix, list: list)
    }

    private func area(
        _ field: String, _ label: String? = nil, rows: Int = 3, limit: Int? = nil, isOptional: Bool = false
    ) {
        let name = label ?? field
        h.textArea(
            form.state(field), label: texts.label(name), hint: texts.hint(name), rows: rows, limit: limit,
            isOptional: isOptional)
    }

    private func boxes(_ field: String, _ choices: [Choice], isOptional: Bool = false) {
        h.checkboxGroup(
            form.state(field), legend: texts.label(field), choices: choices, hint: texts.hint(field),
            isOptional: isOptional, isInline: choices.count > 4)
    }

    /// A list of single lines.
    private func lines(_ rows: FormRows, list: String? = nil) {
        h.fieldGroup(texts.label(rows.rawValue), hint: texts.hint(rows.rawValue)) {
            for row in 1...rows.count(form.fields) {
                h.textField(
                    form.state(rows.name(row)),
                    label: texts.row.filled(["name": texts.label(rows.rawValue + "-eins"), "number": "\(row)"]),
                    list: list)
                if let key = form.fields.text(rows.name(row, "key")) { h.hiddenField(rows.name(row, "key"), key) }
            }
            moreButton(rows)
        }
    }

    /// A list of blocks of fields, one filled or empty block after the other.
    private func blocks(_ rows: FormRows, _ fields: (_ name: (String) -> String) -> Void) {
        h.div(.id(rows.rawValue)) {
            for row in 1...rows.count(form.fields) {
                let title = texts.row.filled(["name": texts.label(rows.rawValue + "-eins"), "number": "\(row)"])
                h.fieldGroup(title, hint: row == 1 ? texts.hint(rows.rawValue) : nil) {
                    fields { rows.name(row, $0) }
                }
            }
            moreButton(rows)
        }
    }

    private func moreButton(_ rows: FormRows) {
        h.p(.class("no-print")) {
            h.button(
                .class("btn btn-3 sm"), .name("mehr"), .value(rows.rawValue),
                .attribute("formaction", formAction(FieldState.id(rows.name(rows.count(form.fields), firstPart(rows)))))
            ) {
                h.icon(.plus)
                h.text(texts.more)
                h.span(" " + texts.label(rows.rawValue), .class("vh"))
            }
        }
    }

    private func firstPart(_ rows: FormRows) -> String? {
        switch rows {
        case .outcome: "groesse"
        case .rating: "register"
        case .adopter: "kommune"
        case .document: "titel"
        default: nil
        }
    }
}
