/// Zerlegung in Wörter: cuts a text into tokens, without grammar and without ICU.
///
/// "Eltern-Kind-Gruppe" gives three tokens joined by hyphens, "U3" and "9a" stay whole,
/// "Erzieher:innen", "Erzieher*innen" and "Erzieher(innen)" give `erzieherinnen`, an apostrophe
/// inside a word vanishes. Any string is allowed, NUL included.
package enum Tokenizer {
    /// Longer pieces are cut here (bytes); no German word of everyday use comes close.
    package static let longestToken = 64

    /// All tokens in the order of the text.
    package static func tokens(in text: String) -> [Token] {
        var scanner = Scanner(text)
        return scanner.scan()
    }
}

/// Walks once over the UTF-8 bytes of the text.
private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var tokens: [Token] = []
    var word: [UInt8] = []
    var start = 0
    var isCapitalised = false
    var joint = Token.Joint.free
    var sawParagraph = false

    init(_ text: String) {
        bytes = Array(text.utf8)
        word.reserveCapacity(Tokenizer.longestToken)
        tokens.reserveCapacity(bytes.count / 6 + 1)
    }

    mutating func scan() -> [Token] {
        while position < bytes.count {
            let (scalar, length) = decode(at: position)
            let next = position + length
            if isWordPart(scalar) {
                take(scalar, until: next)
            } else if Folding.isDropped(scalar.value) {
                if !word.isEmpty { Folding.append(scalar, to: &word) }
            } else if word.isEmpty {
                if scalar == "§" { sawParagraph = true } else if scalar != " " { joint = .free }
            } else {
                endWord(at: scalar, next: next)
            }
            position = max(next, position + 1)
        }
        finish(end: bytes.count, truncated: false)
        return tokens
    }

    private mutating func take(_ scalar: Unicode.Scalar, until next: Int) {
        if word.isEmpty {
            start = position
            isCapitalised =
                scalar.value < 0x80
                ? scalar.value < 0x5B && scalar.value > 0x40
                : scalar.properties.isUppercase
        }
        Folding.append(scalar, to: &word)
    }

    /// Decides what a character between or after letters means.
    private mutating func endWord(at scalar: Unicode.Scalar, next: Int) {
        switch scalar {
        case "'", "\u{2019}", "\u{02BC}":
            if !startsWord(at: next) { finish(end: position, truncated: false) }
        case "-", "\u{2010}", "\u{2011}", "\u{B7}", "\u{2027}":
            if let end = genderEnding(at: next, short: false) {
                position = end - 1
                return
            }
            let continues = startsWord(at: next)
            finish(end: position, truncated: !continues && scalar != "\u{B7}")
            if continues { joint = .hyphen }
        case ":", "*", "_", "/", "(":
            if let end = genderEnding(at: next, short: true) {
                position = end - 1
            } else {
                finish(end: position, truncated: false)
            }
        default:
            finish(end: position, truncated: false)
        }
    }

    /// Appends "innen" (or "in" where `short`) of a gender form; answers where the scanner goes on.
    private mutating func genderEnding(at index: Int, short: Bool) -> Int? {
        var index = index
        if bytes.indices.contains(index), bytes[index] == 0x2D { index += 1 }
        var end = index
        while end < bytes.count, end - index < 6, isLetter(bytes[end]) { end += 1 }
        let ending = bytes[index..<end].map { $0 | 0x20 }
        let fits = ending == Array("innen".utf8) || (short && ending == Array("in".utf8))
        let isEnd = !startsWord(at: end) && !(end < bytes.count && bytes[end] == 0x2D)
        guard word.count > 2, fits, isEnd else { return nil }
        word.append(contentsOf: ending)
        return end
    }

    private mutating func finish(end: Int, truncated: Bool) {
        guard !word.isEmpty else { return }
        if word.count > Tokenizer.longestToken { shorten() }
        tokens.append(
            Token(
                text: String(decoding: word, as: UTF8.self), range: start..<end, joint: joint,
                isTruncated: truncated, isCapitalised: isCapitalised, isParagraph: sawParagraph))
        word.removeAll(keepingCapacity: true)
        joint = .free
        sawParagraph = false
    }

    /// Cuts at a scalar boundary.
    private mutating func shorten() {
        var count = Tokenizer.longestToken
        while count > 0, word[count] & 0xC0 == 0x80 { count -= 1 }
        word.removeSubrange(count...)
    }

    private func startsWord(at index: Int) -> Bool {
        index < bytes.count && isWordPart(decode(at: index).scalar)
    }

    private func isLetter(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower >= 0x61 && lower <= 0x7A
    }

    private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 {
            let lower = value | 0x20
            return (lower >= 0x61 && lower <= 0x7A) || (value >= 0x30 && value <= 0x39)
        }
        if Folding.isDropped(value) { return false }
        if FoldingTable.latin(value) != nil { return true }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.generalCategory == .decimalNumber
    }

    /// One scalar of valid UTF-8 and its length in bytes.
    private func decode(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let first = bytes[index]
        if first < 0x80 { return (Unicode.Scalar(first), 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (length == 4 ? 0x07 : length == 3 ? 0x0F : 0x1F)
        for offset in 1..<length where index + offset < bytes.count {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
