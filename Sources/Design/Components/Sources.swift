package import HTML
package import Prevention
import Texts

/// Herkunft of a figure: source, date and base stand under every number, table and chart.
package struct SourceNote: Sendable, Hashable {
    package let source: String
    /// Day of the data, in words if it is not a day ("Schuljahr 2015/16").
    package let date: String?
    /// What the figures refer to: "1.184 Kinder".
    package let base: String?
    package let link: Link?

    package init(_ source: String, date: String? = nil, base: String? = nil, link: Link? = nil) {
        self.source = source
        self.date = date
        self.base = base
        self.link = link
    }
}

/// Aktualität: when somebody last looked whether an entry is right.
package struct CheckedMark: Sendable, Hashable {
    /// `nil`: never checked.
    package let day: Day?
    /// Who checked, as a function or organisation; `nil` if unknown.
    package let by: String?
    /// Longer ago than agreed.
    package let isOverdue: Bool

    package init(_ day: Day?, by: String? = nil, isOverdue: Bool = false) {
        self.day = day
        self.by = by
        self.isOverdue = isOverdue
    }
}

extension HTML {
    /// Quellenangabe under a figure.
    package func sourceNote(_ note: SourceNote) {
        p(.class("source small muted")) { sourceText(note) }
    }

    /// A figure (table, chart, map) with its source under it.
    package func sourcedFigure(_ note: SourceNote, content: () -> Void) {
        figure(.class("sourced")) {
            content()
            figcaption(.class("source small muted")) { sourceText(note) }
        }
    }

    /// The same words without the link, for files.
    func sourceWords(_ note: SourceNote) -> String {
        let parts = [
            words.parts.source + " " + note.source, note.date.map { words.parts.date.filled(["date": $0]) },
            note.base.map { words.parts.base.filled(["base": $0]) },
        ]
        return parts.compactMap { $0 }.joined(separator: ", ") + "."
    }

    private func sourceText(_ note: SourceNote) {
        text(words.parts.source + " ")
        if let link = note.link { a(note.source, .href(link)) } else { text(note.source) }
        if let date = note.date { text(", " + words.parts.date.filled(["date": date])) }
        if let base = note.base { text(", " + words.parts.base.filled(["base": base])) }
        text(".")
    }

    /// `geprüft im März 2026`: badge on every entry, also when nobody ever checked.
    package func checkedBadge(_ mark: CheckedMark) {
        guard let day = mark.day else {
            badge(words.parts.unchecked, icon: .clock)
            return
        }
        badge(
            (mark.isOverdue ? words.parts.checkedLong : words.parts.checked).filled(["date": formats.month(day)]),
            mark.isOverdue ? .warning : .good)
    }

    /// `geprüft am 3. März 2026 durch Familienbüro`: the same as a full sentence.
    package func checkedLine(_ mark: CheckedMark) {
        p(.class("row small")) {
            checkedBadge(mark)
            if let day = mark.day, let by = mark.by {
                span(words.parts.checkedBy.filled(["date": formats.day(day), "by": by]), .class("muted"))
            }
        }
    }
}
