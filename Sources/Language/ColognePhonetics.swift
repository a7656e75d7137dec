/// Kölner Phonetik: one code for German words that sound alike ("Fisioterapie", "Physiotherapie").
///
/// - Source: Hans Joachim Postel, Die Kölner Phonetik, IBM-Nachrichten 19 (1969).
package enum ColognePhonetics {
    /// The digits of a folded word; empty for words without Latin letters.
    package static func code(_ folded: String) -> String {
        let letters = folded.utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
        var digits: [UInt8] = []
        for (index, letter) in letters.enumerated() {
            let previous = index > 0 ? letters[index - 1] : 0
            let next = index + 1 < letters.count ? letters[index + 1] : 0
            let added = code(of: letter, isFirst: index == 0, previous, next)
            for digit in added where digits.last != digit { digits.append(digit) }
        }
        let kept = digits.enumerated().filter { $0.offset == 0 || $0.element != UInt8(ascii: "0") }
        return String(decoding: kept.map(\.element), as: UTF8.self)
    }

    private static func code(
        of letter: UInt8, isFirst: Bool, _ previous: UInt8, _ next: UInt8
    ) -> [UInt8] {
        func isOne(of letters: String, _ letter: UInt8) -> Bool { letters.utf8.contains(letter) }
        let text: String
        switch Character(Unicode.Scalar(letter)) {
        case "a", "e", "i", "j", "o", "u", "y": text = "0"
        case "b": text = "1"
        case "p": text = next == UInt8(ascii: "h") ? "3" : "1"
        case "d", "t": text = isOne(of: "csz", next) ? "8" : "2"
        case "f", "v", "w": text = "3"
        case "g", "k", "q": text = "4"
        case "c" where isFirst: text = isOne(of: "ahkloqrux", next) ? "4" : "8"
        case "c":
            text = isOne(of: "sz", previous) || !isOne(of: "ahkoqux", next) ? "8" : "4"
        case "x": text = isOne(of: "ckq", previous) ? "8" : "48"
        case "l": text = "5"
        case "m", "n": text = "6"
        case "r": text = "7"
        case "s", "z": text = "8"
        default: text = ""
        }
        return Array(text.utf8)
    }
}
