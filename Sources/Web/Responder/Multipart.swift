import HTML

/// Forms with files (`multipart/form-data`, RFC 7578).
enum Multipart {
    static let mostParts = 1_000
    static let longestHeader = 8_192
    static let longestBoundary = 70

    struct Part: Sendable {
        let name: String
        /// As sent, not yet made safe; `nil` for plain fields.
        let fileName: String?
        let contentType: String?
        let body: ArraySlice<UInt8>
    }

    /// The parts in their order.
    ///
    /// - Throws: `Refusal` 400 for anything that is not complete and well-formed, or too many parts.
    static func parts(of bytes: [UInt8], boundary: String) throws(Refusal) -> [Part] {
        guard !boundary.isEmpty, boundary.utf8.count <= longestBoundary,
            boundary.utf8.allSatisfy({ $0 > 31 && $0 < 127 })
        else { throw Refusal(.badForm) }
        let delimiter = Array("--\(boundary)".utf8)
        guard bytes.starts(with: delimiter) else { throw Refusal(.badForm) }
        var rest = bytes[delimiter.count...]
        var parts: [Part] = []
        let inner = Array("\r\n".utf8) + delimiter
        while !rest.starts(with: Array("--".utf8)) {
            guard rest.starts(with: Array("\r\n".utf8)) else { throw Refusal(.badForm) }
            rest = rest.dropFirst(2)
            guard let end = find(inner, in: rest) else { throw Refusal(.badForm) }
            guard parts.count < mostParts else { throw Refusal(.tooManyFields) }
            parts.append(try part(rest[rest.startIndex..<end]))
            rest = rest[(end + inner.count)...]
        }
        return parts
    }

    private static func part(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> Part {
        let blank = Array("\r\n\r\n".utf8)
        let window = bytes.prefix(longestHeader + blank.count)
        guard let end = find(blank, in: window) else { throw Refusal(.badForm) }
        guard let head = String(validating: bytes[bytes.startIndex..<end], as: UTF8.self) else {
            throw Refusal(.badEncoding)
        }
        var disposition: [String: String]?
        var contentType: String?
        for line in head.split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2 else { throw Refusal(.badForm) }
            switch pair[0].lowercased() {
            case "content-disposition": disposition = parameters(pair[1])
            case "content-type": contentType = pair[1]
            case "content-transfer-encoding" where !["binary", "8bit", "7bit"].contains(pair[1].lowercased()):
                throw Refusal(.badForm)
            default: continue
            }
        }
        guard let disposition, let name = disposition["name"] else { throw Refusal(.badForm) }
        return Part(
            name: name, fileName: disposition["filename"], contentType: contentType,
            body: bytes[(end + blank.count)...])
    }

    /// `form-data; name="a"; filename="b.csv"`; `nil` if it is something else or holds control characters.
    private static func parameters(_ header: String) -> [String: String]? {
        var rest = header[...]
        guard rest.lowercased().hasPrefix("form-data"), !header.unicodeScalars.contains(where: { $0.value < 32 }) else {
            return nil
        }
        rest = rest.dropFirst("form-data".count)
        var result: [String: String] = [:]
        while let start = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: start)...].drop { $0 == " " }
            guard let equals = rest.firstIndex(of: "=") else { return nil }
            let key = String(rest[..<equals]).trimmed.lowercased()
            rest = rest[rest.index(after: equals)...]
            if rest.first == "\"" {
                rest = rest.dropFirst()
                guard let value = quoted(&rest) else { return nil }
                result[key] = value
            } else {
                let value = rest.prefix { $0 != ";" }
                result[key] = String(value).trimmed
                rest = rest[value.endIndex...]
            }
        }
        return result
    }

    /// Reads up to the closing quote; browsers write `%22` for a quote, others `\"`.
    private static func quoted(_ rest: inout Substring) -> String? {
        var value = ""
        while let character = rest.popFirst() {
            if character == "\"" { return value.replacing("%22", with: "\"") }
            if character == "\\", rest.first == "\"" || rest.first == "\\", let next = rest.popFirst() {
                value.append(next)
            } else {
                value.append(character)
            }
        }
        return nil
    }

    /// Where `needle` begins in `bytes`; looks for its rarest end first (Horspool's search).
    static func find(_ needle: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        guard let last = needle.last, bytes.count >= needle.count else { return nil }
        var shift = [Int](repeating: needle.count, count: 256)
        for (index, byte) in needle.dropLast().enumerated() { shift[Int(byte)] = needle.count - 1 - index }
        return bytes.withUnsafeBufferPointer { buffer in
            var position = 0
            while position + needle.count <= buffer.count {
                let end = buffer[position + needle.count - 1]
                if end == last, needle.indices.allSatisfy({ buffer[position + $0] == needle[$0] }) {
                    return bytes.startIndex + position
                }
                position += shift[Int(end)]
            }
            return nil
        }
    }
}
