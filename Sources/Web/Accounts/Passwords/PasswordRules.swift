import Foundation

/// Passwortregeln: length, no well-known password, nothing that stands in the account or the house's name.
///
/// No rules of composition, no truncation, blanks count.
/// - Source: OWASP ASVS 5.0, 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11, 6.2.12.
package struct PasswordRules: Sendable {
    package static let length = 12...128

    /// Why a password is refused.
    package enum Problem: Sendable, Hashable {
        case tooShort, tooLong, common, context, characters
    }

    /// Words that belong to this house and account: name of the service, town, e-mail address.
    let context: [String]

    /// - Parameter context: texts whose words (from four letters) may not make up the password.
    package init(context: [String] = []) {
        let separators: (Character) -> Bool = { !$0.isLetter && !$0.isNumber }
        let words = (context + ["Lückenlos", "Präventionskette", "Prävention"]).flatMap {
            $0.split(whereSeparator: separators)
        }
        self.context = Set(words.map { CommonPasswords.folded(String($0)) }.filter { $0.count >= 4 })
            .sorted { ($0.count, $0) > ($1.count, $1) }
    }

    /// What is wrong with a password; `nil` if it may be used.
    package func problem(_ password: String) -> Problem? {
        let text = password.precomposedStringWithCompatibilityMapping
        if text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) { return .characters }
        if text.count < Self.length.lowerBound { return .tooShort }
        if text.count > Self.length.upperBound { return .tooLong }
        if CommonPasswords.contains(text) { return .common }
        return isMadeOfContext(text) ? .context : nil
    }

    /// Whether fewer than eight different letters remain when the words of the context are taken away.
    private func isMadeOfContext(_ text: String) -> Bool {
        var rest = CommonPasswords.folded(text)
        let before = rest.count
        for word in context { rest = rest.replacing(word, with: "") }
        return rest.count < before && rest.count < 8
    }
}
