/// Zeichensatz of a file of people's offices: found by its bytes, told to the person who sent it.
package enum TextEncoding: String, CaseIterable, Sendable, Hashable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    /// Windows-1252, of which Latin-1 is a part.
    case windows = "Windows-1252"

    /// The text of a file without its byte order mark.
    ///
    /// UTF-16 is known by its mark or by the zeros that Latin text has in it. Bytes that are not UTF-8 are read as
    /// Windows-1252, in which every sequence is some text.
    /// - Returns: `nil` for bytes that are no text in any of them (zeros outside UTF-16).
    package static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes[2...], littleEndian: true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes[2...], littleEndian: false) }
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
        if body.contains(0) { return unmarkedUTF16(body) }
        if String(validating: body, as: UTF8.self) != nil { return (body, .utf8) }
        return (windows(body), .windows)
    }

    private static func unmarkedUTF16(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
        guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
        let sample = bytes.prefix(2_000)
        let zerosAtOdd = sample.indices.filter { $0 % 2 == 1 && sample[$0] == 0 }.count
        let zerosAtEven = sample.indices.filter { $0 % 2 == 0 && sample[$0] == 0 }.count
        guard max(zerosAtOdd, zerosAtEven) * 4 > sample.count, min(zerosAtOdd, zerosAtEven) == 0 else { return nil }
        return utf16(bytes[...], littleEndian: zerosAtOdd > zerosAtEven)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, littleEndian: Bool) -> (
        text: [UInt8], encoding: TextEncoding
    )? {
        guard bytes.count.isMultiple(of: 2) else { return nil }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(littleEndian ? second << 8 | first : first << 8 | second)
            index += 2
        }
        guard let text = String(validating: units, as: UTF16.self), !text.utf8.contains(0) else { return nil }
        return (Array(text.utf8), .utf16)
    }

    private static func windows(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            switch byte {
            case 0..<0x80: result.append(byte)
            case 0x80..<0xA0: result += Array(String(upper[Int(byte) - 0x80]).utf8)
            default: result += [0xC0 | byte >> 6, 0x80 | byte & 0x3F]
            }
        }
        return result
    }

    /// 0x80…0x9F of Windows-1252; the five unused bytes become the replacement character.
    private static let upper = Array(
        "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
