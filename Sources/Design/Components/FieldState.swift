/// Feldzustand: what a form field shows: what was typed and what is wrong with it.
package struct FieldState: Sendable, Hashable {
    /// Name in the form and stem of the element's `id`.
    package var name: String
    /// What was typed or chosen; several for checkboxes.
    package var values: [String]
    /// What is wrong, as a sentence that says what to do; `nil` if nothing is.
    package var problem: String?

    package init(_ name: String, _ value: String = "", problem: String? = nil) {
        self.init(name, values: value.isEmpty ? [] : [value], problem: problem)
    }

    package init(_ name: String, values: [String], problem: String? = nil) {
        self.name = name
        self.values = values
        self.problem = problem
    }

    package var value: String { values.first ?? "" }
    /// The `id` of the field, to which the error summary links.
    package var id: String { Self.id(name) }

    package static func id(_ name: String) -> String { "feld-" + name }
}

/// Auswahl: one thing to choose in a list, as radio button or checkbox.
package struct Choice: Sendable, Hashable {
    package var value: String
    package var title: String
    package var hint: String?
    /// How many results this choice leaves, shown at its end.
    package var count: Int?
    /// Language of the title if it is not the page's.
    package var lang: String?

    package init(_ value: String, _ title: String, hint: String? = nil, count: Int? = nil, lang: String? = nil) {
        self.value = value
        self.title = title
        self.hint = hint
        self.count = count
        self.lang = lang
    }
}
