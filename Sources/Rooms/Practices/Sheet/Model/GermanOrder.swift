import Language

/// Deutsche Reihenfolge (DIN 5007, Variante 1): ä as a, ö as o, ü as u, ß as ss; case and marks do not count.
enum GermanOrder {
    static func key(_ text: String) -> String {
        var plain = ""
        for character in text.lowercased() {
            switch character {
            case "ä": plain.append("a")
            case "ö": plain.append("o")
            case "ü": plain.append("u")
            default: plain.append(character)
            }
        }
        let folded = Folding.fold(plain)
        return folded.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    }

    /// Equal ones as they are written.
    static func precedes(_ left: String, _ right: String) -> Bool { (key(left), left) < (key(right), right) }
}
