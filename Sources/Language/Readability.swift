/// Lesbarkeit: how easy a German text is to read.
///
/// Texts for families stay at `Readability.familyFlesch` or above with sentences of at most
/// `Readability.longestFamilySentence` words.
/// - Source: Toni Amstad, Wie verständlich sind unsere Zeitungen? (1978): the Flesch reading ease
///   for German, 180 - words per sentence - 58.5 * syllables per word.
package struct Readability: Hashable, Sendable {
    /// Lowest Flesch value allowed for a text that families read (A18).
    package static let familyFlesch = 60.0
    /// Most words in a sentence that families read (A18).
    package static let longestFamilySentence = 15

    /// A sentence and its number of words.
    package struct Sentence: Hashable, Sendable {
        package let text: String
        package let wordCount: Int
    }

    /// All sentences in the order of the text.
    package let sentences: [Sentence]
    /// Words of the text.
    package let wordCount: Int
    /// Syllables of the text.
    package let syllableCount: Int

    package init(_ text: String) {
        var syllables = 0
        sentences = Sentences.split(text).map { sentence in
            let words = Sentences.words(in: sentence)
            for word in words { syllables += Self.syllables(of: word) }
            return Sentence(text: sentence, wordCount: words.count)
        }.filter { $0.wordCount > 0 }
        wordCount = sentences.reduce(0) { $0 + $1.wordCount }
        syllableCount = syllables
    }

    /// Words per sentence; 0 for a text without words.
    package var averageSentenceLength: Double {
        sentences.isEmpty ? 0 : Double(wordCount) / Double(sentences.count)
    }

    /// Syllables per word; 0 for a text without words.
    package var syllablesPerWord: Double {
        wordCount == 0 ? 0 : Double(syllableCount) / Double(wordCount)
    }

    /// German Flesch value, usually 0 (hard) to 100 (easy), below 0 and above 100 possible; `nil`
    /// for a text without words.
    package var flesch: Double? {
        wordCount == 0 ? nil : 180 - averageSentenceLength - 58.5 * syllablesPerWord
    }

    /// The sentence with most words.
    package var longestSentence: Sentence? { sentences.max { $0.wordCount < $1.wordCount } }

    /// Sentences with more words than `limit`, in the order of the text.
    package func sentences(longerThan limit: Int = longestFamilySentence) -> [Sentence] {
        sentences.filter { $0.wordCount > limit }
    }

    /// Whether families can be expected to read it (A18); a text without words passes.
    package var isPlain: Bool {
        sentences(longerThan: Self.longestFamilySentence).isEmpty
            && (flesch ?? Self.familyFlesch) >= Self.familyFlesch
    }

    /// Hyphenated words count by their parts.
    private static func syllables(of word: String) -> Int {
        word.split(separator: "-").reduce(0) { $0 + Syllables.count(String($1)) }
    }
}
