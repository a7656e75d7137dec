/// Ein Wort im Text: one piece between spaces, punctuation and hyphens.
package struct Token: Hashable, Sendable {
    /// How a token hangs on its neighbours.
    package enum Joint: Hashable, Sendable {
        /// It stands alone or begins a hyphenated word.
        case free
        /// A hyphen or the middle dot of Leichte Sprache joins it to the token before.
        case hyphen
    }

    /// Folded spelling (see `Folding`), never empty, at most `Tokenizer.longestToken` bytes.
    package let text: String
    /// UTF-8 offsets of the piece in the original text.
    package let range: Range<Int>
    /// How it is joined to the token before it.
    package let joint: Joint
    /// A truncated word ("Spiel-" in "Spiel- und Krabbelgruppe").
    package let isTruncated: Bool
    /// Written with a capital first letter.
    package let isCapitalised: Bool
    /// Follows a paragraph sign ("§ 16a").
    package let isParagraph: Bool

    /// Consists of digits only.
    package var isNumber: Bool { text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
}
