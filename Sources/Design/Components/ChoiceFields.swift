package import HTML
import Texts

extension HTML {
    /// Auswahlliste: one of many.
    package func selectField(
        _ state: FieldState, label title: String, choices: [Choice], hint: String? = nil, emptyChoice: String? = nil,
        width: FieldWidth = .full, isOptional: Bool = false
    ) {
        fieldFrame(state, label: title, hint: hint, isOptional: isOptional) {
            select(
                .id(state.id), .name(state.name), .class(width == .full ? nil : width.rawValue),
                .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy(describedBy(state, hint: hint))
            ) {
                if let emptyChoice { option(emptyChoice, .value("")) }
                for choice in choices { optionLine(choice, state) }
            }
        }
    }

    /// Auswahlliste with headings between the choices.
    package func selectField(
        _ state: FieldState, label title: String, groups: [(title: String, choices: [Choice])], hint: String? = nil,
        emptyChoice: String? = nil, isOptional: Bool = false
    ) {
        fieldFrame(state, label: title, hint: hint, isOptional: isOptional) {
            select(
                .id(state.id), .name(state.name), .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy(describedBy(state, hint: hint))
            ) {
                if let emptyChoice { option(emptyChoice, .value("")) }
                for group in groups {
                    optgroup(.attribute("label", group.title)) {
                        for choice in group.choices { optionLine(choice, state) }
                    }
                }
            }
        }
    }

    private func optionLine(_ choice: Choice, _ state: FieldState) {
        option(
            choice.title, .value(choice.value), .flag("selected", state.values.contains(choice.value)),
            .lang(choice.lang))
    }

    /// Optionsfelder: one of a few, all visible.
    package func radioGroup(
        _ state: FieldState, legend: String, choices: [Choice], hint: String? = nil, isOptional: Bool = false,
        isInline: Bool = false
    ) {
        groupFrame(state, legend: legend, hint: hint, isOptional: isOptional) {
            div(.class(isInline ? "choices inline" : "choices")) {
                for (index, choice) in choices.enumerated() {
                    choiceLine(choice, state, type: "radio", id: "\(state.id)-\(index)")
                }
            }
        }
    }

    /// Ankreuzfelder: any of a few.
    package func checkboxGroup(
        _ state: FieldState, legend: String, choices: [Choice], hint: String? = nil, isOptional: Bool = false,
        isInline: Bool = false
    ) {
        groupFrame(state, legend: legend, hint: hint, isOptional: isOptional) {
            div(.class(isInline ? "choices inline" : choices.count > 12 ? "choices many" : "choices")) {
                for (index, choice) in choices.enumerated() {
                    choiceLine(choice, state, type: "checkbox", id: "\(state.id)-\(index)")
                }
            }
        }
    }

    /// Ankreuzfeld: one statement that is true or not; sends `ja`.
    package func checkbox(_ state: FieldState, label title: String, hint: String? = nil) {
        div(.class(state.problem == nil ? "field" : "field err")) {
            problemLine(state)
            choiceLine(Choice("ja", title, hint: hint), state, type: "checkbox", id: state.id)
        }
    }

    private func choiceLine(_ choice: Choice, _ state: FieldState, type: String, id: String) {
        let hint = choice.hint == nil ? nil : id + "-hinweis"
        let problem = state.problem == nil || type == "radio" ? nil : state.id + "-fehler"
        label(.class("choice"), .for(id)) {
            input(
                .type(type), .id(id), .name(state.name), .value(choice.value),
                .flag("checked", state.values.contains(choice.value)),
                .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy([hint, problem].compactMap { $0 }.joined(separator: " ").nilIfEmpty))
            span(.lang(choice.lang), .dir(choice.lang.map(Language.direction(ofTag:)))) {
                text(choice.title)
                if let words = choice.hint, let hint { span(words, .class("hint"), .id(hint)) }
            }
            if let count = choice.count { span(formats.number(count), .class("count")) }
        }
    }
}

extension String {
    var nilIfEmpty: String? { isEmpty ? nil : self }
}
