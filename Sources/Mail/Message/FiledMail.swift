import Foundation

/// A mail of our own writing, read back for the outbox page. No reader for mails of others.
struct FiledMail {
    private let headers: [String: String]
    /// The plain text, line ends as LF.
    let text: String

    /// `nil` if there is no blank line between head and body.
    init?(_ bytes: [UInt8]) {
        guard let (head, body) = Self.split(bytes) else { return nil }
        headers = Self.headers(head)
        let plain = headers["content-type"]?.contains("multipart/") == true ? Self.firstPart(body) : body
        text = String(decoding: QuotedPrintable.decode(plain), as: UTF8.self).replacingOccurrences(
            of: "\r\n", with: "\n")
    }

    /// The decoded header; empty if it is not there.
    func header(_ name: String) -> String { headers[name.lowercased()] ?? "" }

    private static func split(_ bytes: [UInt8]) -> (head: [UInt8], body: [UInt8])? {
        guard let cut = bytes.indices.first(where: { bytes[$0...].prefix(4).elementsEqual([13, 10, 13, 10]) }) else {
            return nil
        }
        return (Array(bytes[..<cut]), Array(bytes[(cut + 4)...]))
    }

    private static func firstPart(_ body: [UInt8]) -> [UInt8] {
        guard let (_, rest) = split(body) else { return [] }
        let end = rest.indices.first { rest[$0...].prefix(6).elementsEqual("\r\n--=_".utf8) }
        return Array(rest[..<(end ?? rest.endIndex)])
    }

    private static func headers(_ head: [UInt8]) -> [String: String] {
        var lines: [String] = []
        for line in String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n") {
            if line.hasPrefix(" "), !lines.isEmpty { lines[lines.count - 1] += line } else { lines.append(line) }
        }
        var result: [String: String] = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            result[line[..<colon].lowercased()] = decoded(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return result
    }

    /// Encoded words back to text; the space between two of them belongs to the folding.
    private static func decoded(_ value: Substring) -> String {
        var output = ""
        var wasEncoded = false
        for word in value.split(separator: " ", omittingEmptySubsequences: false) {
            let data =
                word.hasPrefix("=?UTF-8?B?") && word.hasSuffix("?=")
                ? Data(base64Encoded: String(word.dropFirst(10).dropLast(2))) : nil
            if !output.isEmpty, !(wasEncoded && data != nil) { output += " " }
            output += data.map { String(decoding: $0, as: UTF8.self) } ?? String(word)
            wasEncoded = data != nil
        }
        return output
    }
}
