import Prevention
import Storage

/// A value of any kind in a row to be written.
struct Bound: SQLConvertible {
    let sqlValue: SQLValue

    init(sqlValue: SQLValue) { self.sqlValue = sqlValue }
    init(_ value: some SQLConvertible) { sqlValue = value.sqlValue }
    init(_ value: (some SQLConvertible)?) { sqlValue = value?.sqlValue ?? .null }
    init<Word: RawRepresentable<String>>(word: Word) { sqlValue = .text(word.rawValue) }
    init<Word: RawRepresentable<String>>(word: Word?) { sqlValue = word.map { .text($0.rawValue) } ?? .null }
}

/// Lists in one text column, one value a line.
enum Lines {
    static func join(_ values: some Sequence<String>) -> String { values.joined(separator: "\n") }

    static func join<Word: RawRepresentable<String>>(words: some Sequence<Word>) -> String {
        words.map(\.rawValue).sorted().joined(separator: "\n")
    }

    static func split(_ text: String) -> [String] {
        text.isEmpty ? [] : text.utf8.split(separator: 10).map { String(Substring($0)) }
    }

    /// Words that a newer version wrote and this one does not know are left out.
    static func words<Word: RawRepresentable<String> & Hashable>(_ text: String) -> Set<Word> {
        text.isEmpty ? [] : Set(split(text).compactMap(Word.init(rawValue:)))
    }

    /// A source a line, document and section separated by a tab.
    static func join(sources: [Source]) -> String { join(sources.map { $0.document + "\t" + $0.section }) }

    static func sources(_ text: String) -> [Source] {
        split(text).map { line in
            let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
            return Source(document: String(parts[0]), section: parts.count > 1 ? String(parts[1]) : "")
        }
    }
}

extension Writer {
    /// Writes rows of one shape: `head` is `INSERT INTO t (…) VALUES`. A row may point at earlier ones only.
    func insert(_ head: SQL, _ rows: [[Bound]], ending: SQL = "") throws {
        try insert(head, rows: rows.map { row in row.map(\.sqlValue) }, ending: ending)
    }
}
