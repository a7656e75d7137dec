import Foundation

/// E-Mail-Adresse with an optional name to show: checked, the domain lowered and in ASCII.
package struct MailAddress: Hashable, Sendable {
    /// `name@domain`, ASCII, at most 254 characters, safe in an SMTP command.
    package let text: String
    /// What the reader sees instead of the address; empty if there is none.
    package let name: String

    /// The part after the @-sign, in ASCII.
    package var domain: Substring { text[text.index(after: text.lastIndex(of: "@") ?? text.startIndex)...] }

    /// - Throws: `MailProblem.address` with the first fault found, or `.controlCharacter` for the name.
    package init(_ entered: String, name: String = "") throws(MailProblem) {
        guard !entered.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
            throw .address(.controlCharacter)
        }
        let parts = entered.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .address(.atSignMissing) }
        try Self.check(localPart: parts[0])
        text = "\(parts[0])@\(try Self.ascii(domain: parts[1]))"
        guard text.utf8.count <= 254 else { throw .address(.tooLong) }
        // Mail programs take several spaces in a name for one.
        self.name = try HeaderText.checked(name, field: "Name").split(separator: " ").joined(separator: " ")
    }

    private static func check(localPart: Substring) throws(MailProblem) {
        guard !localPart.isEmpty else { throw .address(.nameMissing) }
        guard localPart.utf8.allSatisfy({ $0 < 128 }) else { throw .address(.nameNotASCII) }
        guard localPart.utf8.count <= 64 else { throw .address(.nameTooLong) }
        let atoms = localPart.split(separator: ".", omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(HeaderText.isAtom) }) else {
            throw .address(.nameHasForbiddenCharacter)
        }
    }

    private static func ascii(domain: Substring) throws(MailProblem) -> String {
        guard !domain.isEmpty else { throw .address(.domainMissing) }
        let labels = String(domain).precomposedStringWithCanonicalMapping.lowercased()
            .split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count > 1 else { throw .address(.domainWithoutDot) }
        var encoded: [String] = []
        for label in labels {
            guard isLabel(label), let ascii = Punycode.label(String(label)), ascii.utf8.count <= 63 else {
                throw .address(.domainLabel)
            }
            encoded.append(ascii)
        }
        guard encoded.last?.utf8.contains(where: { !(48...57).contains($0) }) == true else {
            throw .address(.domainLabel)
        }
        return encoded.joined(separator: ".")
    }

    /// Letters, digits and inner hyphens; combining marks only inside.
    private static func isLabel(_ label: Substring) -> Bool {
        guard !label.isEmpty, !label.hasPrefix("-"), !label.hasSuffix("-") else { return false }
        return label.unicodeScalars.enumerated().allSatisfy { position, scalar in
            if scalar.isASCII { return scalar == "-" || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) }
            return switch scalar.properties.generalCategory {
            case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
            case .nonspacingMark, .spacingMark: position > 0
            default: false
            }
        }
    }
}
