/// Wörterverzeichnis eines Suchindexes: which words exist there, to correct those that do not.
package struct KnownWords: Sendable {
    /// A word offered instead of the one typed.
    package struct Correction: Hashable, Sendable {
        /// As written in the texts.
        package let spelling: String
        /// Edits from the typed word, 3 for words that only sound alike.
        package let distance: Int
        /// Occurs in the texts, not only in the synonym table.
        package let isIndexed: Bool
    }

    private let terms: Set<String>
    private let spellings: [String]
    private let typos: TypoIndex

    /// Files the words of the indexed texts; the words of the synonym table come along with
    /// frequency 0, since they lead to offers too.
    package init(_ words: WordCount, lexicon: Lexicon = .standard) {
        let reader = WordReader(splitter: lexicon.splitter)
        var entries = words.entries
        var terms: Set<String> = []
        for word in entries.keys {
            for unit in reader.units(of: word) { terms.formUnion(reader.read(unit).terms.map(\.text)) }
        }
        var extra = WordCount()
        extra.add(
            SynonymTable.groups.split(separator: "\n").map { $0.prefix { $0 != "#" } }
                .joined(separator: "\n"))
        for (word, entry) in extra.entries where entries[word] == nil {
            entries[word] = .init(count: 0, capitalised: 0, spelling: entry.spelling)
        }
        let sorted = entries.sorted { $0.key < $1.key }
        self.terms = terms
        spellings = sorted.map(\.value.spelling)
        typos = TypoIndex(sorted.map { ($0.key, $0.value.count) })
    }

    /// Whether some text contains the term, in full or as part of a compound.
    package func contains(term: String) -> Bool { terms.contains(term) }

    /// Words close to a word; of an unknown compound only the unknown rest is corrected. Nothing
    /// for a word that is spelt correctly but does not occur.
    ///
    /// - Parameters:
    ///   - word: folded.
    ///   - typed: the same word as typed.
    package func corrections(
        for word: String, typed: String, splitter: CompoundSplitter, limit: Int = 3
    ) -> [Correction] {
        let direct = typos.candidates(for: word, limit: limit)
        if direct.first?.distance == 0 { return [] }
        if !direct.isEmpty {
            return direct.map { correction(spellings[$0.index], $0) }
        }
        let bytes = Array(word.utf8)
        for end in splitter.headEnds(of: word) {
            let rest = String(decoding: bytes[end...], as: UTF8.self)
            let found = typos.candidates(for: rest, limit: limit).filter { $0.distance < 3 }
            guard !found.isEmpty else { continue }
            let beginning = Self.beginning(of: typed, folded: bytes[..<end])
            return found.map { correction(beginning + spellings[$0.index].lowercased(), $0) }
        }
        return []
    }

    private func correction(_ spelling: String, _ found: TypoIndex.Candidate) -> Correction {
        Correction(spelling: spelling, distance: found.distance, isIndexed: found.frequency > 0)
    }

    /// The start of the typed word that folds to these bytes.
    private static func beginning(of typed: String, folded: ArraySlice<UInt8>) -> String {
        let folded = String(decoding: folded, as: UTF8.self)
        let end = typed.indices.dropFirst().first { Folding.fold(String(typed[..<$0])) == folded }
        return end.map { String(typed[..<$0]) } ?? folded
    }
}
