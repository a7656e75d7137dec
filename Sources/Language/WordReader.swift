/// Wortanalyse: turns tokens into units and units into terms, with a memory for repeated words.
///
/// Holds the stemmer, so it belongs to one task at a time.
final class WordReader {
    /// One word or hyphenated word of a text.
    struct Unit {
        /// Folded, hyphens kept.
        let text: String
        /// UTF-8 offsets in the text.
        let range: Range<Int>
        let isTruncated: Bool
        /// Number with a paragraph sign or the word Paragraf before it.
        let isParagraph: Bool
        let pieces: [String]
    }

    /// What a unit is made of.
    struct Reading {
        /// Term of the whole unit: its stem, or the stems of its parts in a row.
        let term: String
        /// Stems of the parts; one element for a simple word.
        let parts: [String]
        /// Everything a document is indexed by.
        let terms: [Term]
    }

    private static let memoryLimit = 100_000
    private static let longestChain = 6
    private let splitter: CompoundSplitter
    private let stemmer = Stemmer()
    private var memory: [String: Reading] = [:]

    init(splitter: CompoundSplitter) { self.splitter = splitter }

    /// Joins hyphenated tokens, "U 3" and "Paragraf 16a"; chains of more than six pieces fall apart.
    func units(of text: String) -> [Unit] {
        let tokens = Tokenizer.tokens(in: text)
        var units: [Unit] = []
        units.reserveCapacity(tokens.count)
        var index = 0
        while index < tokens.count {
            var end = index + 1
            while end < tokens.count, tokens[end].joint == .hyphen { end += 1 }
            let chain = tokens[index..<end]
            if chain.count > Self.longestChain || chain.allSatisfy(\.isNumber) {
                for token in chain { append([token], to: &units) }
            } else {
                append(chain, to: &units)
            }
            index = end
        }
        return units
    }

    private func append(_ tokens: ArraySlice<Token>, to units: inout [Unit]) {
        guard let first = tokens.first, let last = tokens.last else { return }
        let isNumber = tokens.count == 1 && first.text.utf8.first.map { $0 < 0x3A } == true
        if isNumber, first.text.utf8.count < 4, let letter = units.last, letter.pieces.count == 1,
            letter.text == "u" || letter.text == "j"
        {
            let text = letter.text + first.text
            units[units.count - 1] = Unit(
                text: text, range: letter.range.lowerBound..<first.range.upperBound,
                isTruncated: false, isParagraph: false, pieces: [text])
            return
        }
        var start = first.range.lowerBound
        var isParagraph = isNumber && first.isParagraph
        if isNumber, let word = units.last, word.text == "paragraf" || word.text == "paragraph" {
            start = word.range.lowerBound
            isParagraph = true
            units.removeLast()
        }
        let pieces = tokens.map(\.text)
        units.append(
            Unit(
                text: pieces.joined(separator: "-"), range: start..<last.range.upperBound,
                isTruncated: last.isTruncated, isParagraph: isParagraph, pieces: pieces))
    }

    /// The terms of a unit.
    func read(_ unit: Unit) -> Reading {
        if unit.isParagraph { return paragraph(unit.text) }
        if unit.isTruncated {
            let parts = headParts(unit.text)
            return reading(parts, isHyphenated: false)
        }
        if let known = memory[unit.text] { return known }
        let reading = analyse(unit)
        if memory.count >= Self.memoryLimit { memory.removeAll(keepingCapacity: true) }
        memory[unit.text] = reading
        return reading
    }

    private func analyse(_ unit: Unit) -> Reading {
        guard unit.pieces.count > 1 else {
            let parts = splitter.split(unit.text, stemmer: stemmer)
            if parts.isEmpty {
                let stem = stemmer.stem(unit.text)
                return Reading(term: stem, parts: [stem], terms: [Term(text: stem, weight: 1)])
            }
            return reading(parts.map(\.term), isHyphenated: false)
        }
        var parts: [String] = []
        for (index, piece) in unit.pieces.enumerated() {
            let isLast = index == unit.pieces.count - 1
            let split = splitter.split(piece, stemmer: stemmer).map(\.term)
            parts += !split.isEmpty ? split : isLast ? [stemmer.stem(piece)] : headParts(piece)
        }
        return reading(parts, isHyphenated: true)
    }

    private func headParts(_ piece: String) -> [String] {
        let split = splitter.split(piece, stemmer: stemmer)
        let parts = split.isEmpty ? splitter.splitHead(piece) : split
        return parts.isEmpty ? [stemmer.stem(piece)] : parts.map(\.term)
    }

    private func paragraph(_ number: String) -> Reading {
        let term = "paragraf" + number
        return Reading(
            term: term, parts: [term],
            terms: [Term(text: term, weight: 1), Term(text: number, weight: 0.8)])
    }

    /// Whole word, runs of neighbouring parts and single parts, each with its weight.
    private func reading(_ parts: [String], isHyphenated: Bool) -> Reading {
        let whole = parts.joined()
        var terms = [Term(text: whole, weight: 1)]
        guard parts.count > 1 else { return Reading(term: whole, parts: parts, terms: terms) }
        for length in stride(from: min(parts.count, 6) - 1, to: 1, by: -1) {
            for start in 0...parts.count - length {
                let run = parts[start..<start + length].joined()
                terms.append(Term(text: run, weight: 0.7))
            }
        }
        for (index, part) in parts.enumerated() where part.utf8.count > 1 {
            let weight: Float = isHyphenated ? 0.8 : index == parts.count - 1 ? 0.6 : 0.5
            if !StopWords.contains(part) { terms.append(Term(text: part, weight: weight)) }
        }
        return Reading(term: whole, parts: parts, terms: terms)
    }
}
