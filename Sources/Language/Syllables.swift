/// Silben: counts the syllables of German words.
package enum Syllables {
    /// Syllables of one word, at least 1: groups of vowels, where "ie" and the diphthongs count
    /// once, but "Fa-mi-li-e", "Na-ti-on" and "The-a-ter" count each vowel. Letters of
    /// abbreviations such as "SGB" count one syllable each.
    package static func count(_ word: String) -> Int {
        let letters = Array(word.lowercased().unicodeScalars.filter { !Folding.isDropped($0.value) })
        let plain = letters.map(letter)
        if plain.count > 1, plain.count < 6, !plain.contains(where: isVowel),
            word.unicodeScalars.allSatisfy(\.properties.isUppercase)
        {
            return plain.count
        }
        var count = 0
        var index = 0
        while index < plain.count {
            guard isVowel(plain[index]), !isSilent(plain, index) else {
                index += 1
                continue
            }
            count += 1
            index += isDiphthong(plain, index) ? 2 : 1
        }
        return max(count, 1)
    }

    /// One letter for each sound sign: umlauts stay apart from plain vowels.
    private static func letter(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "ä", "ö", "ü": return Character(scalar)
        default:
            var folded: [UInt8] = []
            Folding.append(scalar, to: &folded)
            return folded.first.map { Character(Unicode.Scalar($0)) } ?? Character(scalar)
        }
    }

    private static func isVowel(_ letter: Character) -> Bool { "aeiouyäöü".contains(letter) }

    /// The u of "qu", and a y before a vowel ("Yoga").
    private static func isSilent(_ word: [Character], _ index: Int) -> Bool {
        let next = index + 1 < word.count ? word[index + 1] : " "
        if word[index] == "u", index > 0, word[index - 1] == "q" { return true }
        return word[index] == "y" && index == 0 && isVowel(next)
    }

    private static let diphthongs: Set<String> = [
        "ai", "au", "ay", "ei", "eu", "ey", "äu", "aa", "ee", "oo", "ie", "ou",
    ]

    private static func isDiphthong(_ word: [Character], _ index: Int) -> Bool {
        guard index + 1 < word.count, diphthongs.contains(String(word[index...index + 1])) else {
            return false
        }
        if word[index...index + 1] == ["i", "e"] { return isLongI(word, index) }
        // A vowel pair before an ending of its own: "Muse-um", "be-urteilen" stay with the rule.
        let rest = String(word[index...])
        return !(rest == "eum" || rest.hasPrefix("eums"))
    }

    /// "ie" is one sound, except at the end of some foreign words ("Familie", "Ferien", "Linien").
    private static func isLongI(_ word: [Character], _ index: Int) -> Bool {
        let rest = String(word[(index + 2)...])
        guard rest.isEmpty || rest == "n" || rest == "ns" else { return true }
        let before = String(word[..<index])
        let split = ["famil", "fer", "lin", "ital", "brasil", "span", "akt", "ser", "stud", "med"]
        return !split.contains(where: before.hasSuffix)
    }
}
