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

    /// `text` without the sentences that label anyone; `nil` if nothing is left.
    static func shown(_ text: String) -> String? {
        let kept = sentences(text).filter { sentence in
            let lower = sentence.lowercased()
            return !labels.contains { lower.contains($0) }
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
            if character.isUppercase, previous == " ", ".!?".contains(beforePrevious), current.count > 12 {
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
