/// Einleseproblem: one thing in a file that cannot be taken as it is, with what to do about it.
package struct ImportProblem: Hashable, Sendable, Encodable {
    package enum Severity: String, Sendable, Encodable {
        /// The record is refused.
        case error
        /// The record is taken; somebody should look at it.
        case warning
    }

    package let file: String
    /// 1 = first record after the heading, or first feature; `nil` for the whole file.
    package let row: Int?
    /// Heading of the column or name of the property; empty for the whole record.
    package let column: String
    /// What stands there, shortened to 80 characters.
    package let found: String
    /// What should stand there, in German.
    package let expected: String
    /// What to do, a German sentence.
    package let hint: String
    package let severity: Severity

    package init(
        file: String, row: Int?, column: String, found: String, expected: String, hint: String,
        severity: Severity = .error
    ) {
        self.file = file
        self.row = row
        self.column = column
        self.found = found.count > 80 ? found.prefix(79) + "…" : found
        self.expected = expected
        self.hint = hint
        self.severity = severity
    }
}

/// Einlesebericht: what an import did or, in a dry run, would do.
package struct ImportReport: Hashable, Sendable, Encodable {
    package var read = 0
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    package var refused = 0
    package var problems: [ImportProblem] = []

    package init() {}

    /// Whether anything was refused; warnings alone do not count.
    package var hasErrors: Bool { problems.contains { $0.severity == .error } }
}
