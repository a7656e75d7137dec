/// Suchbegriff: what an index stores for a word of a text.
package struct Term: Hashable, Sendable {
    /// Stem of a word or of a part of it; lower-case ASCII for Latin script, no spaces.
    package let text: String
    /// 1 for the word itself, less for parts of a compound (0.5 to 0.8) and for stop words (0.1).
    package let weight: Float

    package init(text: String, weight: Float) {
        self.text = text
        self.weight = weight
    }
}
