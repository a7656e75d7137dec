import HTML
import Texts

/// What a request's target names: a path of decoded segments and a question.
struct RequestTarget: Sendable, Equatable {
    /// Longest accepted path and question in bytes.
    static let longestPath = 2_048
    static let longestQuery = 8_192

    let language: Language
    /// Decoded segments without the language's prefix.
    let segments: [String]
    /// The question as it was sent, without `?`.
    let query: String

    /// Decoded path without the language's prefix.
    var path: String { "/" + segments.joined(separator: "/") }
    /// Path without the language's prefix, percent-encoded.
    var encodedPath: String { "/" + segments.map(PercentEncoding.query).joined(separator: "/") }
    /// Programs talk to these paths: problems are answered as JSON, other pages may read them.
    var isInterface: Bool { segments.first == "hsds" || segments.first == "api" }

    /// The same for an address that could not be read.
    static func isInterface(_ path: String) -> Bool { path.hasPrefix("/hsds/") || path.hasPrefix("/api/") }

    /// Reads the target of a request line.
    ///
    /// - Throws: `Refusal` 400 for addresses that are no clean UTF-8 path (dot segments, encoded slashes, NUL, broken
    ///   escapes), 414 for too long ones.
    init(_ target: String) throws(Refusal) {
        var rest = target[...]
        if let authority = rest.firstRange(of: "://"), !rest.hasPrefix("/") {
            rest = rest[authority.upperBound...]
            rest = rest.firstIndex(where: { $0 == "/" || $0 == "?" }).map { rest[$0...] } ?? "/"
        }
        rest = rest.prefix { $0 != "#" }
        let parts = rest.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let path = parts.first ?? ""
        query = parts.count > 1 ? String(parts[1]) : ""
        guard path.utf8.count <= Self.longestPath, query.utf8.count <= Self.longestQuery else { throw Refusal(414) }
        guard path.hasPrefix("/"), rest.utf8.allSatisfy({ $0 > 32 && $0 != 127 }) else { throw Refusal(.badAddress) }
        var segments: [String] = []
        for segment in path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            segments.append(try Self.clean(segment))
        }
        if segments.last?.isEmpty == true { segments.removeLast() }
        (language, self.segments) = Self.languageAndRest(segments)
    }

    private static func clean(_ segment: Substring) throws(Refusal) -> String {
        guard let text = PercentEncoding.decode(segment, plusIsBlank: false), text != ".", text != "..",
            text.unicodeScalars.allSatisfy({ $0.value > 31 && $0.value != 127 && $0 != "/" && $0 != "\\" })
        else { throw Refusal(.badAddress) }
        return text
    }

    private static func languageAndRest(_ segments: [String]) -> (Language, [String]) {
        for language in Language.allCases where !language.pathPrefix.isEmpty {
            if segments.first == String(language.pathPrefix.dropFirst()) {
                return (language, Array(segments.dropFirst()))
            }
        }
        return (.german, segments)
    }
}
