/// Textanalyse: turns offers into terms and questions into groups of alternatives.
///
/// Not `Sendable`: it holds a Snowball handle and a memory of words already read. Keep one for
/// each task, or use `SharedAnalyser`. A new one costs microseconds; the lexicon is shared.
package final class Analyser {
    /// Whether words like "und" become terms.
    package enum StopWordRule: Sendable {
        /// Leave them out.
        case drop
        /// Keep them with weight 0.1, so a title made of them can be found.
        case keep
    }

    /// Words of a query beyond this number are ignored.
    package static let longestQuery = 32
    private static let mostAlternatives = 60

    private let lexicon: Lexicon
    private let reader: WordReader

    package init(lexicon: Lexicon = .standard) {
        self.lexicon = lexicon
        reader = WordReader(splitter: lexicon.splitter)
    }

    /// Terms of a text in its order, a term as often as it occurs.
    ///
    /// "Spiel- und Krabbelgruppe" also yields `spielgrupp`, "Familienzentrum" also `famili` and
    /// `zentrum`, "§ 16a" yields `paragraf16a` and `16a`.
    package func document(_ text: String, stopWords: StopWordRule = .drop) -> [Term] {
        var terms: [Term] = []
        var truncated: [[String]] = []
        for unit in reader.units(of: text) {
            if StopWords.contains(unit.text) {
                if stopWords == .keep { terms.append(Term(text: unit.text, weight: 0.1)) }
                continue
            }
            let reading = reader.read(unit)
            terms.append(contentsOf: reading.terms)
            if unit.isTruncated {
                if truncated.count < 4 { truncated.append(reading.parts) }
            } else if !truncated.isEmpty {
                terms += Self.complete(truncated, with: reading.parts)
                truncated.removeAll(keepingCapacity: true)
            }
        }
        return terms
    }

    /// "Spiel-" and "Krabbel|gruppe" give "Spielgruppe".
    private static func complete(_ truncated: [[String]], with parts: [String]) -> [Term] {
        guard parts.count > 1 else { return [] }
        let ending = parts.dropFirst().joined()
        return truncated.map { Term(text: $0.joined() + ending, weight: 0.9) }
    }

    /// The single term a word is indexed by; for facets and highlighting.
    package func term(for word: String) -> String? {
        reader.units(of: word).first.map { reader.read($0).term }
    }

    /// What a typed text asks for.
    ///
    /// - Parameter vocabulary: words of the index; with it, groups nobody can meet get
    ///   corrections and the analysis a "did you mean".
    package func query(_ text: String, vocabulary: KnownWords? = nil) -> QueryAnalysis {
        let units = Array(reader.units(of: String(text.prefix(2_000))).prefix(Self.longestQuery))
        let bytes = Array(text.utf8)
        var builder = QueryBuilder(
            units: units, readings: units.map(reader.read), source: bytes, lexicon: lexicon)
        var groups = builder.groups()
        if let vocabulary { groups = groups.map { corrected($0, vocabulary) } }
        let result = groups.map { draft in
            QueryAnalysis.Group(
                words: draft.words,
                alternatives: Array(draft.alternatives.prefix(Self.mostAlternatives)),
                isOptional: draft.isOptional, corrections: draft.corrections)
        }
        return QueryAnalysis(groups: result, didYouMean: Self.sentence(groups, bytes))
    }

    private func corrected(_ draft: QueryBuilder.Draft, _ vocabulary: KnownWords) -> QueryBuilder.Draft {
        let strict = draft.alternatives.filter { $0.origin != .loosePart }
        let isKnown = strict.contains { $0.terms.allSatisfy(vocabulary.contains(term:)) }
        guard !isKnown, draft.units.count == 1, let unit = draft.units.first else { return draft }
        let reading = reader.read(unit)
        if lexicon.splitter.knows(stem: reading.term) { return draft }
        var found = vocabulary.corrections(
            for: unit.text, typed: draft.words, splitter: lexicon.splitter)
        // A compound of known words is a word; only a slip that leads to an offer is suggested.
        if reading.parts.count > 1 { found.removeAll { $0.distance > 1 || !$0.isIndexed } }
        var draft = draft
        for correction in found {
            draft.corrections.append(correction.spelling)
            for unit in reader.units(of: correction.spelling).prefix(1) {
                let reading = reader.read(unit)
                let weight: Float = correction.distance < 2 ? 0.8 : correction.distance < 3 ? 0.6 : 0.5
                draft.add([reading.term], weight, .correction)
                for name in lexicon.thesaurus.names(for: reading.term) {
                    draft.add(name.terms, name.weight * weight, .correction)
                }
            }
        }
        draft.sort()
        return draft
    }

    /// The text with the first correction of each group in place of the words typed.
    private static func sentence(_ groups: [QueryBuilder.Draft], _ bytes: [UInt8]) -> String? {
        var result: [UInt8] = []
        var position = 0
        for group in groups {
            guard let correction = group.corrections.first, let unit = group.units.first
            else { continue }
            result += bytes[position..<unit.range.lowerBound]
            result += correction.utf8
            position = unit.range.upperBound
        }
        guard position > 0 else { return nil }
        return String(decoding: result + bytes[position...], as: UTF8.self)
    }
}
