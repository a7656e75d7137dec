package import Design
package import Texts

/// Liest ein Formular: asks for each field once, collects every problem at once, and keeps what was typed.
///
/// ```swift
/// var form = try FormReader(visit)
/// let title = form.requiredText("titel", max: 200)
/// let age = form.integer("alter", in: -9...324)
/// guard form.isComplete else { return editPage(visit, form) }      // shown again with 422
/// ```
/// Values of wrong or missing fields are `nil`; the messages say what to do, in the visitor's language.
package struct FormReader: Sendable {
    package let fields: Fields
    /// What is wrong so far, in the order in which fields were asked; one problem per field.
    package private(set) var problems: [FieldProblem] = []
    let texts: WebTexts.FormTexts
    let formats: Formats

    /// - Throws: if the texts in the binary cannot be read.
    package init(_ fields: Fields, language: Language) throws {
        self.fields = fields
        texts = try WebTexts.of(language).form
        formats = Formats(language)
    }

    /// Reads the form that the visitor has sent.
    package init(_ visit: Visit) throws { try self.init(visit.form, language: visit.language) }

    /// Nothing is wrong: the values may be used.
    package var isComplete: Bool { problems.isEmpty }

    /// Status of the page that shows the form: 422 if something is wrong, otherwise 200.
    package var status: Int { isComplete ? 200 : 422 }

    /// The problems as the error summary takes them.
    package var summary: [(field: String, message: String)] { problems.map { ($0.field, $0.message) } }

    /// Adds a problem that only the room can know; the first problem of a field stays.
    package mutating func refuse(_ field: String, _ message: String) {
        guard !problems.contains(where: { $0.field == field }) else { return }
        problems.append(FieldProblem(field, message))
    }

    /// What is wrong with a field.
    package func problem(_ field: String) -> String? { problems.first { $0.field == field }?.message }

    /// A field as it is shown again: what was typed and what is wrong.
    package func state(_ field: String) -> FieldState {
        let values = fields.all.filter { $0.name == field && !$0.value.isEmpty }.map(\.value)
        return FieldState(field, values: values, problem: problem(field))
    }

    // MARK: Text

    /// One line of text; `nil` if empty or wrong.
    ///
    /// - Parameter max: most characters.
    package mutating func text(_ field: String, max: Int = 200) -> String? {
        guard let text = VisibleText.of(fields.text(field)) else { return nil }
        guard !text.unicodeScalars.contains(where: { VisibleText.isControl($0) || VisibleText.isBreak($0) }) else {
            refuse(field, texts.oneLine)
            return nil
        }
        return within(field, text, max)
    }

    /// One line of text that must be there.
    package mutating func requiredText(_ field: String, max: Int = 200) -> String? {
        required(field) { $0.text(field, max: max) }
    }

    /// Several lines of text; line breaks become `\n`.
    package mutating func longText(_ field: String, max: Int = 5_000) -> String? {
        guard let text = VisibleText.of(fields.text(field)) else { return nil }
        let breaks = text.replacing("\r\n", with: "\n")
        let lines = String(
            String.UnicodeScalarView(breaks.unicodeScalars.map { VisibleText.isBreak($0) ? "\n" : $0 }))
        let isClean = lines.unicodeScalars.allSatisfy { !VisibleText.isControl($0) || $0 == "\n" || $0 == "\t" }
        guard isClean else {
            refuse(field, texts.oneLine)
            return nil
        }
        return within(field, lines, max)
    }

    private mutating func within(_ field: String, _ text: String, _ max: Int) -> String? {
        // A letter can carry any number of marks: what one counts is bounded as well.
        guard text.count <= max, text.unicodeScalars.count <= 4 * max + 20 else {
            refuse(field, texts.tooLong.filled(["max": formats.number(max), "count": formats.number(text.count)]))
            return nil
        }
        return text
    }

    /// Asks for a value that must be there: `form.required("alter") { $0.integer("alter", in: 0...27) }`.
    package mutating func required<Value>(_ field: String, _ read: (inout FormReader) -> Value?) -> Value? {
        let value = read(&self)
        if value == nil { refuse(field, texts.required) }
        return value
    }

    // MARK: Marks and choices

    /// Whether a box was ticked.
    package func flag(_ field: String) -> Bool { fields.text(field) != nil }

    /// One of a closed list; `nil` if nothing is chosen. Values outside the list are refused.
    package mutating func choice<Value: RawRepresentable<String>>(_ field: String, as type: Value.Type) -> Value? {
        guard let text = fields.text(field) else { return nil }
        guard let value = Value(rawValue: text) else {
            refuse(field, texts.choice)
            return nil
        }
        return value
    }

    /// One of values that only the room knows, for example keys of organisations.
    package mutating func choice(_ field: String, among allowed: some Collection<String>) -> String? {
        guard let text = fields.text(field) else { return nil }
        guard allowed.contains(text) else {
            refuse(field, texts.choice)
            return nil
        }
        return text
    }

    /// Any of a closed list, in the order sent, none twice.
    package mutating func choices<Value: RawRepresentable<String> & Hashable>(
        _ field: String, as type: Value.Type
    ) -> [Value] {
        var result: [Value] = []
        for text in fields.values(field) {
            guard let value = Value(rawValue: text) else {
                refuse(field, texts.choice)
                return []
            }
            if !result.contains(value) { result.append(value) }
        }
        return result
    }
}
