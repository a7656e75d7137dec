import HTML
import Texts

extension FormReader {
    /// An e-mail address in lower case; checked for its shape only, because only a message shows whether it works.
    package mutating func email(_ field: String) -> String? {
        guard let text = fields.text(field) else { return nil }
        guard Self.isEmail(text) else {
            refuse(field, texts.email)
            return nil
        }
        return text.lowercased()
    }

    static func isEmail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return false }
        let local = parts[0].unicodeScalars.allSatisfy {
            $0.value > 32 && $0.value != 127 && !"()<>[]:;,\\\"".unicodeScalars.contains($0)
        }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        let host = labels.allSatisfy { label in
            !label.isEmpty && label.count <= 63 && label.first != "-" && label.last != "-"
                && label.unicodeScalars.allSatisfy {
                    $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "-"
                }
        }
        return local && host && labels.count >= 2
    }

    /// A link to a page outside; `https://` is added if no scheme was typed.
    package mutating func url(_ field: String) -> String? {
        guard var text = fields.text(field) else { return nil }
        if !text.contains("://") { text = "https://" + text }
        let host = text.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? ""
        guard text.utf8.count <= 2_000, text.hasPrefix("https://") || text.hasPrefix("http://"),
            host.contains("."), !host.contains("@"), Link.outside(text) != nil
        else {
            refuse(field, texts.url)
            return nil
        }
        return text
    }

    /// A German postcode: five digits, not below 01000.
    package mutating func postcode(_ field: String) -> String? {
        guard let text = fields.text(field) else { return nil }
        guard text.utf8.count == 5, text.utf8.allSatisfy({ (48...57).contains($0) }), text >= "01000" else {
            refuse(field, texts.postcode)
            return nil
        }
        return text
    }

    /// A telephone number as it is written on paper: digits, blanks, `+ ( ) / -`, 5 to 20 digits.
    package mutating func phone(_ field: String) -> String? {
        guard let text = fields.text(field) else { return nil }
        let digits = text.filter { $0.isASCII && $0.isNumber }.count
        guard text.allSatisfy({ $0.isASCII && $0.isNumber || " +()/-".contains($0) }), (5...20).contains(digits) else {
            refuse(field, texts.phone)
            return nil
        }
        return text
    }
}
