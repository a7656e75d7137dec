/// Wortschatz: how often each word occurs in the texts of an index.
package struct WordCount: Sendable {
    /// Figures of one word.
    package struct Entry: Sendable {
        /// Occurrences.
        package var count = 0
        /// Of these with a capital first letter.
        package var capitalised = 0
        /// The spelling met first, a capitalised one if there is any.
        package var spelling: String
    }

    /// By folded word; stop words, numbers and words of one or two letters are left out.
    package private(set) var entries: [String: Entry] = [:]

    package init() {}

    /// Counts the words of a text.
    package mutating func add(_ text: String) {
        let bytes = Array(text.utf8)
        for token in Tokenizer.tokens(in: text) {
            guard token.text.utf8.count > 2, !token.isNumber, !token.isTruncated,
                !StopWords.contains(token.text)
            else { continue }
            let known = entries[token.text]
            var entry = known ?? Entry(spelling: "")
            if known == nil || (entry.capitalised == 0 && token.isCapitalised) {
                entry.spelling = String(decoding: bytes[token.range], as: UTF8.self)
            }
            entry.count += 1
            entry.capitalised += token.isCapitalised ? 1 : 0
            entries[token.text] = entry
        }
    }

    /// Adds what was counted elsewhere.
    package mutating func add(_ other: WordCount) {
        for (word, entry) in other.entries {
            guard let known = entries[word] else {
                entries[word] = entry
                continue
            }
            let spelling = known.capitalised == 0 && entry.capitalised > 0 ? entry.spelling : known.spelling
            entries[word] = Entry(
                count: known.count + entry.count, capitalised: known.capitalised + entry.capitalised, spelling: spelling
            )
        }
    }

    /// Folded words that are always capitalised, most frequent first.
    func nouns(atLeast count: Int, limit: Int) -> [String] {
        let nouns = entries.filter { $0.value.count >= count && $0.value.capitalised == $0.value.count }
        let sorted = nouns.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return sorted.prefix(limit).map(\.key)
    }
}
