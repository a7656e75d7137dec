import HTML

/// Felder: the fields of an address or a form in their order. An empty field counts as not given.
package struct Fields: Sendable, Equatable {
    package struct Field: Sendable, Equatable {
        package let name: String
        package let value: String
    }

    package private(set) var all: [Field] = []

    package init(_ pairs: [(String, String)] = []) {
        all = pairs.map { Field(name: $0.0, value: $0.1) }
    }

    /// Most fields of one form or address.
    package static let most = 1_000

    /// Reads `a=1&b=2` (URL-encoded UTF-8). `nil` for broken escapes, text that is not UTF-8, NUL, or over 1,000 fields.
    package init?(urlEncoded text: String) {
        guard let fields = try? Fields(form: text) else { return nil }
        self = fields
    }

    /// Reads `a=1&b=2` and says what is wrong with it otherwise.
    init(form text: String) throws(Refusal) {
        for pair in text.utf8.split(separator: UInt8(ascii: "&")) {
            guard all.count < Self.most else { throw Refusal(.tooManyFields) }
            let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
            let rest = equals < pair.endIndex ? pair[pair.index(after: equals)...] : pair[equals...]
            guard let name = PercentEncoding.decode(Substring(pair[..<equals]), plusIsBlank: true),
                let value = PercentEncoding.decode(Substring(rest), plusIsBlank: true),
                !name.utf8.contains(0), !value.utf8.contains(0)
            else { throw Refusal(.badEncoding) }
            all.append(Field(name: name, value: value))
        }
    }

    /// Adds a field at the end.
    package mutating func append(_ name: String, _ value: String) {
        all.append(Field(name: name, value: value))
    }

    /// The first value of `name` without blanks at its ends; `nil` if absent or empty.
    package func text(_ name: String) -> String? { values(name).first }

    /// All values of `name` without blanks at their ends, empty ones left out.
    package func values(_ name: String) -> [String] {
        all.compactMap { field in
            guard field.name == name else { return nil }
            let value = field.value.trimmed
            return value.isEmpty ? nil : value
        }
    }

    /// The first value as it was sent, for showing a form again.
    package func raw(_ name: String) -> String { all.first { $0.name == name }?.value ?? "" }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}

/// What is wrong with one field, in the visitor's language; the same words stand at the field and in the summary.
package struct FieldProblem: Sendable, Equatable {
    package let field: String
    package let message: String

    package init(_ field: String, _ message: String) {
        self.field = field
        self.message = message
    }
}
