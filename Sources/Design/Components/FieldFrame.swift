package import HTML
import Texts

extension HTML {
    /// Hidden field with the token of the session's forms; every form of a signed-in visitor holds it.
    package func formToken(_ token: String) {
        hiddenField(HiddenFields.token, token)
    }

    package func hiddenField(_ name: String, _ value: String) {
        input(.type("hidden"), .name(name), .value(value))
    }

    /// Label, hint and problem around one control, tied together for screen readers.
    func fieldFrame(_ state: FieldState, label title: String, hint: String?, isOptional: Bool, control: () -> Void) {
        div(.class(state.problem == nil ? "field" : "field err")) {
            label(.for(state.id)) {
                text(title)
                optionalMark(isOptional)
            }
            if let hint { span(hint, .class("hint"), .id(state.id + "-hinweis")) }
            problemLine(state)
            control()
        }
    }

    /// Groups several controls under one question.
    func groupFrame(_ state: FieldState, legend title: String, hint: String?, isOptional: Bool, controls: () -> Void) {
        fieldset(
            .class(state.problem == nil ? "field" : "field err"), .id(state.id), .attribute("tabindex", "-1"),
            .describedBy(describedBy(state, hint: hint))
        ) {
            legend {
                text(title)
                optionalMark(isOptional)
            }
            if let hint { span(hint, .class("hint"), .id(state.id + "-hinweis")) }
            problemLine(state)
            controls()
        }
    }

    /// Fields that belong together under a heading of their own, without being one question.
    package func fieldGroup(_ title: String, hint: String? = nil, fields: () -> Void) {
        fieldset(.class("group")) {
            legend(title, .class("h3"))
            if let hint { p(hint, .class("hint")) }
            fields()
        }
    }

    func problemLine(_ state: FieldState) {
        guard let problem = state.problem else { return }
        p(.class("errmsg"), .id(state.id + "-fehler")) {
            icon(.error)
            span(words.form.errorMark + " ", .class("vh"))
            text(problem)
        }
    }

    func describedBy(_ state: FieldState, hint: String?, more: String? = nil) -> String? {
        let ids = [
            hint == nil ? nil : state.id + "-hinweis", state.problem == nil ? nil : state.id + "-fehler", more,
        ].compactMap { $0 }
        return ids.isEmpty ? nil : ids.joined(separator: " ")
    }

    private func optionalMark(_ isOptional: Bool) {
        if isOptional { span(" " + words.form.optional, .class("optional")) }
    }
}

/// Names of hidden fields that every form may carry.
package enum HiddenFields {
    package static let token = "_token"
}
