/// Sichtbarer Text: what is left of typed text without characters that nobody sees and that make it look different.
enum VisibleText {
    /// Without marks that turn the direction of what follows and without blanks of no width; `nil` if nothing is left to
    /// see. Joiners stay, because languages and emoji need them.
    static func of(_ typed: String?) -> String? {
        guard var text = typed else { return nil }
        if text.unicodeScalars.contains(where: isDeceptive) {
            text = String(String.UnicodeScalarView(text.unicodeScalars.filter { !isDeceptive($0) })).trimmed
        }
        let isSeen = text.unicodeScalars.contains {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
        }
        return isSeen ? text : nil
    }

    private static func isDeceptive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x202A...0x202E, 0x2066...0x2069, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// Ends a line somewhere: also the separators that only some programs know.
    static func isBreak(_ scalar: Unicode.Scalar) -> Bool { [0x0A, 0x0D, 0x85, 0x2028, 0x2029].contains(scalar.value) }

    static func isControl(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.generalCategory == .control }
}
