import Prevention
import Storage

/// How values of the record become values of a row.
extension SQLValue {
    init(_ value: some SQLConvertible) { self = value.sqlValue }
    init(_ value: (some SQLConvertible)?) { self = value?.sqlValue ?? .null }
    init<Word: RawRepresentable<String>>(word: Word) { self = .text(word.rawValue) }
    init<Word: RawRepresentable<String>>(word: Word?) { self = word.map { .text($0.rawValue) } ?? .null }
}

/// Lists in one text column, one value a line.
enum Lines {
    static func join(_ values: some Sequence<String>) -> String { values.joined(separator: "\n") }

    static func join<Word: RawRepresentable<String>>(words: some Sequence<Word>) -> String {
        words.map { $0.rawValue }.sorted().joined(separator: "\n")
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
