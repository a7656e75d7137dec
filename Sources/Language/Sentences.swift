/// Sätze: cuts German text where a sentence ends, not at abbreviations, dates and numbers.
package enum Sentences {
    /// The sentences without surrounding white space. A blank line, a list mark at the start of a
    /// line and a line that ends with a colon end a sentence too.
    package static func split(_ text: String) -> [String] {
        var sentences: [String] = []
        var current: [Unicode.Scalar] = []
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let isEnd = endsSentence(scalars, index)
            if !isEnd || scalar != "\n" { current.append(scalar) }
            if isEnd {
                while index + 1 < scalars.count, closing.contains(scalars[index + 1]) {
                    index += 1
                    current.append(scalars[index])
                }
                append(&current, to: &sentences)
            }
            index += 1
        }
        append(&current, to: &sentences)
        return sentences
    }

    /// Words of a sentence: pieces with at least one letter or digit; hyphenated words count once.
    package static func words(in sentence: String) -> [String] {
        sentence.split(whereSeparator: { $0.isWhitespace || $0 == "/" || $0 == "–" || $0 == "\u{0}" })
            .map { piece in
                let isInner = { (character: Character) in character.isLetter || character.isNumber }
                guard let first = piece.firstIndex(where: isInner),
                    let last = piece.lastIndex(where: isInner)
                else { return "" }
                return String(piece[first...last])
            }
            .filter { !$0.isEmpty }
    }

    private static let closing: Set<Unicode.Scalar> = [
        ".", "!", "?", "\"", "“", "”", "«", "»", ")", "’", "‹",
    ]

    private static func append(_ current: inout [Unicode.Scalar], to sentences: inout [String]) {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: current)
        current.removeAll(keepingCapacity: true)
        let words = String(view).split(whereSeparator: \.isWhitespace)
        let sentence = words.joined(separator: " ")
        if sentence.contains(where: { $0.isLetter || $0.isNumber }) { sentences.append(sentence) }
    }

    private static func endsSentence(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        switch text[index] {
        case "!", "?", "…": return index + 1 == text.count || isSpaceOrClosing(text[index + 1])
        case ".": return pointEnds(text, index)
        case "\n": return lineEnds(text, index)
        default: return false
        }
    }

    /// A point ends a sentence before white space, unless it belongs to an abbreviation, a single
    /// letter or an ordinal ("am 3. Mai", "z. B.") and the text goes on.
    private static func pointEnds(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        guard index + 1 < text.count else { return true }
        guard isSpaceOrClosing(text[index + 1]) else { return false }
        let next = text[(index + 1)..<min(index + 50, text.count)].first {
            !$0.properties.isWhitespace && !closing.contains($0)
        }
        guard let next else { return true }
        let word = wordBefore(text, index)
        if word.isEmpty { return true }
        if next.properties.isLowercase { return false }
        if word.unicodeScalars.count == 1, word.unicodeScalars.allSatisfy(\.properties.isAlphabetic) {
            return false
        }
        let folded = Folding.fold(word)
        return !abbreviations.contains(folded) && !folded.hasSuffix("str")
            && !(word.count < 3 && word.allSatisfy(\.isNumber))
    }

    private static func wordBefore(_ text: [Unicode.Scalar], _ index: Int) -> String {
        var start = index
        while start > 0, index - start < 20, !text[start - 1].properties.isWhitespace,
            text[start - 1] != ".", text[start - 1] != "("
        { start -= 1 }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<index])
        return String(view)
    }

    private static func lineEnds(_ text: [Unicode.Scalar], _ index: Int) -> Bool {
        let before = text[..<index].last { $0 != " " && $0 != "\r" && $0 != "\t" }
        if before == ":" || before == ";" { return true }
        let after = text[(index + 1)...].first { $0 != " " && $0 != "\r" && $0 != "\t" }
        return after == "\n" || after == "-" || after == "•" || after == "*" || after == "–"
    }

    private static func isSpaceOrClosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || closing.contains(scalar)
    }

    private static let abbreviations = Set(
        """
        abs bd bspw bzgl bzw ca co dr evtl etc fa ff gem ggf ggfs hr hrsg inkl jan feb apr aug
        sept okt nov dez max min mind mio mrd mo di mi do fr sa nr prof sog st std str tel u.a
        usw vgl zb z.b zzgl einschl fam geb kath ev staatl stellv urspr verh vorm nachm tgl
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
