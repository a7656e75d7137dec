import Design
import HTML
import Prevention
import Texts
import Web

/// The form of three questions: how old, where, what about.
struct AskForm {
    let texts: PortalTexts.Start
    let model: AskModel

    func write(_ h: HTML) {
        h.form(
            .class("ask"), .id("suche"), .action(PortalPaths.search.link()), .attribute("method", "post"),
            .label(texts.formLabel)
        ) {
            h.errorSummary(model.problems)
            question(h, "1") { age(h) }
            question(h, "2") {
                h.textField(
                    FieldState("ort", model.question.place), label: texts.place, hint: texts.placeHint,
                    autocomplete: "postal-code", suggestions: model.places)
            }
            question(h, "3") {
                h.textField(FieldState("was", model.question.text), label: texts.what, hint: texts.whatHint)
            }
            h.submitButton(texts.submit, .next, icon: .arrow)
        }
    }

    private func question(_ h: HTML, _ number: String, field: () -> Void) {
        h.div(.class("q")) {
            h.span(number, .class("no"), .hidden())
            h.div(content: field)
        }
    }

    private func age(_ h: HTML) {
        let chosen = model.question.age.map { "\($0.months)" } ?? ""
        let problem = model.problems.first { $0.field == "alter" }?.message
        h.selectField(
            FieldState("alter", chosen, problem: problem), label: texts.age, choices: choices(h.formats),
            emptyChoice: texts.anyAge)
        h.disclosure(texts.exact, isOpen: model.birthday.problem != nil) {
            h.dateField(model.birthday, legend: texts.birthday, hint: texts.birthdayHint, isOptional: true)
        }
    }

    /// Pregnant, newborn, every third month, half years, years; and the age of the question, whatever it is.
    private func choices(_ formats: Formats) -> [Choice] {
        var ages = [-4, 0, 3, 6, 9, 12, 18] + stride(from: 24, through: 312, by: 12)
        if let age = model.question.age?.months, !ages.contains(age) {
            ages.append(age)
            ages.sort()
        }
        return ages.map { months in
            switch months {
            case -4: Choice("-4", texts.pregnant)
            case 0: Choice("0", texts.newborn)
            default: Choice("\(months)", formats.age(AgeInMonths(clamping: months)))
            }
        }
    }
}
