/// A body read as a form: fields and files.
struct FormBody: Sendable {
    var fields = Fields()
    var files: [UploadedFile] = []

    init() {}

    /// Reads a body by its content type. Bodies of other accepted types leave the form empty; the handler sees the bytes.
    ///
    /// - Throws: `Refusal` 415 for types the house does not take or other encodings, 400 for broken content.
    init(_ body: [UInt8], contentType: String?) throws(Refusal) {
        guard !body.isEmpty || contentType != nil else { return }
        guard let type = MediaType(contentType ?? "") else { throw Refusal(415) }
        if let charset = type.parameters["charset"]?.lowercased(), !["utf-8", "utf8", "us-ascii"].contains(charset) {
            throw Refusal(415)
        }
        switch type.name {
        case "application/x-www-form-urlencoded":
            guard let text = String(validating: body, as: UTF8.self) else { throw Refusal(.badEncoding) }
            fields = try Fields(form: text)
        case "multipart/form-data":
            guard let boundary = type.parameters["boundary"] else { throw Refusal(.badForm) }
            let parts = try Multipart.parts(of: body, boundary: boundary)
            for part in parts { try add(part) }
        case "application/json", "application/geo+json", "application/problem+json", "text/csv",
            "application/octet-stream":
            return
        default: throw Refusal(415)
        }
    }

    private mutating func add(_ part: Multipart.Part) throws(Refusal) {
        if let name = part.fileName {
            guard !(name.isEmpty && part.body.isEmpty) else { return }
            files.append(
                UploadedFile(
                    field: part.name, name: FileName.safe(name),
                    contentType: part.contentType ?? "application/octet-stream", bytes: Array(part.body)))
        } else {
            guard let value = String(validating: part.body, as: UTF8.self), !value.utf8.contains(0) else {
                throw Refusal(.badEncoding)
            }
            fields.append(part.name, value)
        }
    }
}

/// A `Content-Type` taken apart.
struct MediaType: Sendable, Equatable {
    /// Lower case: `text/html`.
    let name: String
    /// By lower-case name; quotes removed.
    let parameters: [String: String]

    init?(_ header: String) {
        let parts = header.split(separator: ";", omittingEmptySubsequences: true)
        guard let first = parts.first else { return nil }
        name = String(first).trimmed.lowercased()
        guard name.split(separator: "/").count == 2 else { return nil }
        var parameters: [String: String] = [:]
        for part in parts.dropFirst() {
            let pair = part.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { continue }
            var value = String(pair[1]).trimmed
            if value.count > 1, value.hasPrefix("\""), value.hasSuffix("\"") {
                value = String(value.dropFirst().dropLast())
            }
            parameters[String(pair[0]).trimmed.lowercased()] = value
        }
        self.parameters = parameters
    }
}

/// Names of files as visitors send them.
enum FileName {
    /// The last part of the path with harmless characters only, at most 120; `datei` if nothing is left.
    static func safe(_ name: String) -> String {
        let last = name.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? ""
        let kept = last.map { character -> Character in
            character.isLetter || character.isNumber || "-_. ".contains(character) ? character : "_"
        }
        let trimmed = String(String(kept).trimmed.drop { $0 == "." }.prefix(120))
        return trimmed.isEmpty ? "datei" : trimmed
    }
}
