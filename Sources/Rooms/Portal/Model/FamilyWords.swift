/// Worte, die niemanden abstempeln: keeps texts of planners that label families away from the families' pages.
///
/// The register keeps the words of its sources; the portal leaves out a sentence that calls families poor, at risk or
/// in need, as DOMAIN's principle "no stigma" demands.
enum FamilyWords {
    private static let labels = [
        "armut", "arme ", "armen ", "risiko", "gefährdet", "gefährdung", "hilfebedarf", "hilfebedürftig", "mit bedarf",
        "förderbedarf", "bedürftig", "benachteiligt", "sgb", "hartz", "bezug", "straffällig", "überschuld", "belastet",
        "belastung", "problem", "sozial schwach", "bildungsfern", "brennpunkt", "auffällig", "schulmüde", "defizit",
        "verwahrlos", "langzeitarbeitslos", "bedarfsgemeinschaft", "überford", "meldebogen", "meldebögen", "§",
    ]

    /// The labels as bytes, in both spellings of umlauts: comparing bytes is many times faster than letters.
    private static let patterns: [[UInt8]] = labels.flatMap { label -> [[UInt8]] in
        let apart = label.map { ["ä": "a\u{308}", "ö": "o\u{308}", "ü": "u\u{308}"][$0] ?? String($0) }.joined()
        return apart.utf8.count == label.utf8.count ? [Array(label.utf8)] : [Array(label.utf8), Array(apart.utf8)]
    }

    private static func contains(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
        guard let first = pattern.first, text.count >= pattern.count else { return false }
        for start in 0...(text.count - pattern.count) where text[start] == first {
            if text[start..<(start + pattern.count)].elementsEqual(pattern) { return true }
        }
        return false
    }

    /// `text` without the sentences that label anyone; `nil` if nothing is left.
    static func shown(_ text: String) -> String? {
        let kept = sentences(text).filter { sentence in
            let lower = Array(sentence.lowercased().utf8)
            return !patterns.contains { contains(lower, $0) }
        }
        let joined = kept.joined(separator: " ")
        return joined.isEmpty ? nil : joined
    }

    /// Split after `.`, `!`, `?` followed by a blank and a capital letter.
    private static func sentences(_ text: String) -> [String] {
        var sentences: [String] = []
        var current = ""
        var previous: Character = " "
        var beforePrevious: Character = " "
        for character in text {
            if previous == " ", ".!?".contains(beforePrevious), character.isUppercase, current.count > 12 {
                sentences.append(String(current.dropLast()))
                current = ""
            }
            current.append(character)
            beforePrevious = previous
            previous = character
        }
        if !current.isEmpty { sentences.append(current) }
        return sentences
    }
}
