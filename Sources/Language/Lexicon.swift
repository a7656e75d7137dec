/// Sprachwissen: compounds, synonyms and everyday phrases, prepared once and shared.
///
/// Immutable; every `Analyser` of an index must use the same lexicon for documents and queries.
package struct Lexicon: Sendable {
    /// Cuts compounds.
    package let splitter: CompoundSplitter
    /// Finds synonyms and phrases.
    let thesaurus: Thesaurus

    /// The curated knowledge of the field (about 1,000 word parts, 200 word fields).
    package static let standard = Lexicon(learning: nil)

    /// Adds words of the indexed texts to the parts of compounds.
    ///
    /// Taken are nouns (always capitalised) of five letters or more that occur at least three
    /// times; at most 20,000, most frequent first. Terms depend on it: rebuild the index when
    /// the lexicon changes.
    package init(learning words: WordCount?) {
        let stemmer = Stemmer()
        var splitter = CompoundSplitter(
            words: CompoundWords.all, neverSplit: CompoundWords.neverSplit, stemmer: stemmer)
        for word in words?.nouns(atLeast: 3, limit: 20_000) ?? [] {
            splitter.learn(word, stemmer: stemmer)
        }
        self.splitter = splitter
        let reader = WordReader(splitter: splitter)
        thesaurus = Thesaurus(
            groups: SynonymTable.groups, phrases: PhraseTable.phrases + "\n" + ForeignWordTable.words,
            reader: reader)
    }
}
