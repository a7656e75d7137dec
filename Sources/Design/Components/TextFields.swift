package import HTML
import Texts

/// What is typed into a text field, so that phones show the right keys.
package enum TextKind: Sendable, Hashable {
    case text, email, phone, address, number, password, search, postcode, oneTimeCode

    fileprivate var type: String {
        switch self {
        case .email: "email"
        case .phone: "tel"
        case .address: "url"
        case .password: "password"
        case .search: "search"
        case .text, .number, .postcode, .oneTimeCode: "text"
        }
    }
    fileprivate var inputMode: String? { self == .number || self == .oneTimeCode ? "numeric" : nil }
    fileprivate var isLiteral: Bool { self == .email || self == .address || self == .password || self == .oneTimeCode }
}

/// How wide a field is, as a hint at how much is expected.
package enum FieldWidth: String, Sendable, Hashable {
    case full
    case half = "w-half"
    case short = "w-short"
}

extension HTML {
    /// Textfeld: one line.
    ///
    /// - Parameters:
    ///   - autocomplete: name of the browser's own entry, such as `email`, `postal-code`, `current-password`.
    ///   - suggestions: values to pick from while typing; anything else stays possible.
    ///   - list: `suggestionList` of the page to pick from instead, for many fields with the same suggestions.
    package func textField(
        _ state: FieldState, label title: String, hint: String? = nil, kind: TextKind = .text,
        width: FieldWidth = .full,
        autocomplete: String? = nil, isOptional: Bool = false, suffix: String? = nil, suggestions: [String] = [],
        list: String? = nil
    ) {
        fieldFrame(state, label: title, hint: hint, isOptional: isOptional) {
            span(.class(suffix == nil ? nil : "with-suffix")) {
                input(
                    .type(kind.type), .id(state.id), .name(state.name),
                    .value(kind == .password ? nil : state.value.isEmpty ? nil : state.value),
                    .class(width == .full ? nil : width.rawValue),
                    .attribute("inputmode", kind.inputMode), .attribute("autocomplete", autocomplete),
                    .attribute("spellcheck", kind.isLiteral ? "false" : nil),
                    .attribute("autocapitalize", kind.isLiteral ? "none" : nil),
                    .attribute("list", list ?? (suggestions.isEmpty ? nil : state.id + "-liste")),
                    .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                    .describedBy(describedBy(state, hint: hint)))
                if let suffix { span(suffix, .class("suffix"), .hidden()) }
            }
            if !suggestions.isEmpty { suggestionList(state.id + "-liste", suggestions) }
        }
    }

    /// Vorschlagsliste: what text fields of the page offer while typing.
    package func suggestionList(_ id: String, _ suggestions: [String]) {
        element("datalist", [.id(id)]) {
            for suggestion in suggestions { option("", .value(suggestion)) }
        }
    }

    /// Textbereich: several lines, with the characters left if there is a `limit`.
    package func textArea(
        _ state: FieldState, label title: String, hint: String? = nil, rows: Int = 4, limit: Int? = nil,
        isOptional: Bool = false
    ) {
        let counter = limit == nil ? nil : state.id + "-zaehler"
        fieldFrame(state, label: title, hint: hint, isOptional: isOptional) {
            // The parser drops a line break right after the start tag.
            textarea(
                state.value.hasPrefix("\n") ? "\n" + state.value : state.value, .id(state.id), .name(state.name),
                .attribute("rows", "\(rows)"), .attribute("data-limit", limit.map(String.init)),
                .attribute("data-counter", counter), .attribute("aria-invalid", state.problem == nil ? nil : "true"),
                .describedBy(describedBy(state, hint: hint, more: counter)))
            if let limit, let counter {
                p(
                    words.form.charactersLimit.filled(["count": formats.number(limit)]), .class("hint counter"),
                    .id(counter),
                    .attribute("data-text", words.form.charactersLeft), .attribute("aria-live", "polite"))
            }
        }
    }

    /// Suchfeld: one line with its button, for forms that ask for nothing else.
    package func searchField(_ state: FieldState, label title: String, hint: String? = nil, button: String? = nil) {
        fieldFrame(state, label: title, hint: hint, isOptional: false) {
            div(.class("search")) {
                input(
                    .type("search"), .id(state.id), .name(state.name), .value(state.value.isEmpty ? nil : state.value),
                    .attribute("enterkeyhint", "search"), .describedBy(describedBy(state, hint: hint)))
                submitButton(button ?? words.form.search, .confirm, icon: .search)
            }
        }
    }
}
