/// Zerlegung zusammengesetzter Wörter: "Hebammensprechstunde" into `hebamm`, `sprech`, `stund`.
///
/// A word is split only when known words and joining elements (s, es, n, en, er, e) cover it
/// without a gap, so prefixes and suffixes ("Be-treu-ung") never count as parts. Of several ways
/// the one with the fewest and longest parts wins; a word that is itself known is never split.
package struct CompoundSplitter: Sendable {
    /// One part of a split word.
    package struct Part: Hashable, Sendable {
        /// Stem of the part, the term it is found by.
        package let term: String
        /// Bytes of the folded word it covers, joining element included.
        package let range: Range<Int>
    }

    private var trie = ByteTrie()
    /// Stems of heads, by the number a trie node carries.
    private var terms: [String] = []
    /// Stems that may end a compound, and stems never split.
    private var tails: Set<String> = []
    /// Words of three letters, which must end a compound as they are ("-amt", not "-les").
    private var shortWords: Set<String> = []
    private var whole: Set<String> = []
    /// Tails learned from texts, and the number of the first head learned; curated words win.
    private var learnedTails: Set<String> = []
    private var firstLearned = Int.max
    private static let learnedCost = 3

    /// Whether a stem belongs to a known simple word.
    package func knows(stem: String) -> Bool { tails.contains(stem) || whole.contains(stem) }

    /// Number of known words.
    package var wordCount: Int { tails.count }

    /// Reads the curated words and the exceptions.
    init(words: String, neverSplit: [String], stemmer: Stemmer) {
        for entry in words.split(whereSeparator: \.isWhitespace) { add(entry: entry, stemmer) }
        for word in neverSplit { whole.insert(stemmer.stem(Folding.fold(word))) }
    }

    /// Adds a word met in the indexed texts, unless it is known or a compound itself.
    ///
    /// - Parameter word: folded.
    mutating func learn(_ word: String, stemmer: Stemmer) {
        let stem = stemmer.stem(word)
        guard word.utf8.count >= 5, stem.utf8.count >= 4, word.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }),
            !knows(stem: stem), split(word, stemmer: stemmer).isEmpty
        else { return }
        firstLearned = min(firstLearned, terms.count)
        add(word, forms: Self.joiningForms(of: word), term: stem)
        tails.insert(stem)
        learnedTails.insert(stem)
    }

    /// The parts of a folded word from left to right; empty if the word is not a compound.
    package func split(_ word: String, stemmer: Stemmer) -> [Part] {
        let bytes = Array(word.utf8)
        guard bytes.count >= 6, bytes.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return [] }
        let stem = stemmer.stem(word)
        if knows(stem: stem) { return [] }
        let heads = headPaths(bytes)
        var best: (cost: Int, start: Int, term: String)?
        for start in 3...bytes.count - 3 {
            guard let head = heads[start] else { continue }
            let cost = head.cost + Self.cost(length: bytes.count - start)
            if let best, best.cost <= cost { continue }
            let tail = stemmer.stem(String(decoding: bytes[start...], as: UTF8.self))
            let isShort = bytes.count - start < 4
            if isShort, !shortWords.contains(String(decoding: bytes[start...], as: UTF8.self)) {
                continue
            }
            guard tails.contains(tail) else { continue }
            let total = cost + (learnedTails.contains(tail) ? Self.learnedCost : 0)
            if total < (best?.cost ?? .max) { best = (total, start, tail) }
        }
        guard let best else { return [] }
        let last = Part(term: best.term, range: best.start..<bytes.count)
        return parts(until: best.start, heads) + [last]
    }

    /// The parts of the first half of a truncated or hyphenated word ("Schwangerschafts-",
    /// "Kindertages-"); empty if it is not made of joining forms.
    package func splitHead(_ word: String) -> [Part] {
        let bytes = Array(word.utf8)
        guard bytes.count >= 3 else { return [] }
        return parts(until: bytes.count, headPaths(bytes))
    }

    /// Where known beginnings of a folded word end, the longest first, for correcting only what
    /// follows them.
    func headEnds(of word: String) -> [Int] {
        let bytes = Array(word.utf8)
        guard bytes.count >= 8 else { return [] }
        let heads = headPaths(bytes)
        return heads.indices.dropLast(4).filter { $0 >= 4 && heads[$0] != nil }.reversed()
    }
}

extension CompoundSplitter {
    /// The cheapest way to reach a position by joining forms alone.
    private struct Head {
        let cost: Int
        let start: Int
        let term: Int
    }

    private func headPaths(_ bytes: [UInt8]) -> [Head?] {
        var heads = [Head?](repeating: nil, count: bytes.count + 1)
        for start in 0..<bytes.count where start == 0 || heads[start] != nil {
            let before = start == 0 ? 0 : heads[start]?.cost ?? 0
            trie.walk(bytes, from: start) { end, term in
                let extra = term < firstLearned ? 0 : Self.learnedCost
                let cost = before + Self.cost(length: end - start) + extra
                if let known = heads[end], known.cost <= cost { return }
                heads[end] = Head(cost: cost, start: start, term: term)
            }
        }
        return heads
    }

    private func parts(until end: Int, _ heads: [Head?]) -> [Part] {
        var parts: [Part] = []
        var position = end
        while position > 0, let head = heads[position] {
            parts.append(Part(term: terms[head.term], range: head.start..<position))
            position = head.start
        }
        return position == 0 ? parts.reversed() : []
    }

    /// Few parts first; three-letter parts are the usual false friends.
    private static func cost(length: Int) -> Int { length < 4 ? 16 : length < 5 ? 11 : 10 }

    private mutating func add(entry: Substring, _ stemmer: Stemmer) {
        let pieces = entry.split(separator: "(", maxSplits: 1)
        guard var name = pieces.first else { return }
        var extra: [String] = []
        if pieces.count > 1, let close = pieces[1].firstIndex(of: ")") {
            extra = pieces[1][..<close].split(separator: ",").map { Folding.fold(String($0)) }
            if pieces[1].hasSuffix("-") { name += "-" }
        }
        let endsOnly = name.hasPrefix("-")
        let beginsOnly = name.hasSuffix("-")
        let word = Folding.fold(String(name.filter { $0 != "-" }))
        let term = stemmer.stem(word)
        if !beginsOnly {
            tails.insert(term)
            if word.utf8.count == 3 { shortWords.insert(word) }
        }
        let forms = beginsOnly ? [word] : endsOnly ? [] : Self.joiningForms(of: word)
        add(word, forms: forms + extra, term: term)
    }

    private mutating func add(_ word: String, forms: [String], term: String) {
        let number = terms.count
        terms.append(term)
        for form in Set(forms) { trie.insert(form, value: number, isExact: form == word) }
    }

    /// Which forms of a folded word may stand before another.
    private static func joiningForms(of word: String) -> [String] {
        let abstract = ["ung", "heit", "keit", "schaft", "ion", "taet", "ling", "tum"]
        if abstract.contains(where: word.hasSuffix) { return [word, word + "s"] }
        if word.hasSuffix("e") { return [word, word + "n"] }
        if ["er", "el", "en", "a", "o", "i", "y"].contains(where: word.hasSuffix) {
            return [word, word + "s"]
        }
        return [word] + ["s", "es", "e", "er", "en"].map { word + $0 }
    }
}
