import Foundation

/// Texts in headers: checked, quoted or encoded so that no line is longer than 76 characters (RFC 5322, 2047).
enum HeaderText {
    /// The text itself, if it may stand in a header.
    static func checked(_ text: String, field: String) throws(MailProblem) -> String {
        let forbidden = text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: true
            default: false
            }
        }
        guard !forbidden else { throw .controlCharacter(field: field) }
        guard text.utf8.count <= 500 else { throw .tooLong(field: field) }
        return text
    }

    /// A character of an RFC 5322 atom.
    static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
        }
    }

    /// A header line with its line end: plain if it is short ASCII, else encoded and folded.
    static func line(_ header: String, _ text: String) -> String {
        let plain = "\(header): \(text)"
        let isPlain =
            plain.utf8.count <= 76 && text.utf8.allSatisfy { (32...126).contains($0) } && !text.contains("=?")
            && text.first != " " && text.last != " "
        return (isPlain ? plain : "\(header): \(encoded(text))") + "\r\n"
    }

    /// A header line with an address.
    static func line(_ header: String, _ address: MailAddress) -> String {
        guard !address.name.isEmpty else { return "\(header): \(address.text)\r\n" }
        let words = address.name.split(separator: " ", omittingEmptySubsequences: false)
        let isPhrase = words.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isAtom) } && !address.name.contains("=?")
        let phrase = isPhrase && address.name.utf8.count <= 60 ? address.name : encoded(address.name)
        return "\(header): \(phrase)\r\n <\(address.text)>\r\n"
    }

    /// Encoded words of at most 75 characters, split between characters, one a line.
    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // 39 bytes become 52 characters: with the frame of 12 and a header name in front still below 76.
            if words[words.count - 1].count + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
