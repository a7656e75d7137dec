import Foundation

/// Texte of one room in all languages: a struct of sentences, decoded from `de.json` with the other languages laid over.
///
/// German must be complete; a key missing elsewhere falls back to German and is counted.
package struct TextCatalogue<Sentences: Decodable & Sendable>: Sendable {
    private let german: Sentences
    private let others: [Language: Sentences]
    /// Keys that a language lacks, written with dots: `search.empty`.
    package let missing: [Language: [String]]

    /// - Throws: `DecodingError` if a German key is missing or a file is not JSON.
    package init(
        _ type: Sentences.Type = Sentences.self, german: [UInt8], _ translations: [Language: [UInt8]]
    ) throws {
        let decoder = JSONDecoder()
        self.german = try decoder.decode(Sentences.self, from: Data(german))
        let base = try decoder.decode(TextNode.self, from: Data(german))
        var others: [Language: Sentences] = [:]
        var missing: [Language: [String]] = [:]
        for (language, file) in translations {
            let overlay = try decoder.decode(TextNode.self, from: Data(file))
            others[language] = try decoder.decode(
                Sentences.self, from: JSONEncoder().encode(base.overlaid(with: overlay)))
            missing[language] = base.paths(missingIn: overlay).sorted()
        }
        self.others = others
        self.missing = missing
    }

    /// The catalogue of files compiled into the program, for `static let texts = TextCatalogue<…>(embedded: …)`.
    ///
    /// - Precondition: the German file is complete. The files are part of the program, so a test finds a gap before it ships.
    package init(embedded german: [UInt8], _ translations: [Language: [UInt8]]) {
        do {
            self = try Self(german: german, translations)
        } catch {
            preconditionFailure("The embedded texts of \(Sentences.self) are not readable: \(error)")
        }
    }

    package subscript(language: Language) -> Sentences { others[language] ?? german }
}

/// A JSON object of texts as read from a file.
enum TextNode: Codable {
    case text(String)
    case group([String: TextNode])
    case list([TextNode])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([TextNode].self) {
            self = .list(list)
        } else {
            self = .group(try container.decode([String: TextNode].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .group(let group): try container.encode(group)
        }
    }

    func overlaid(with other: TextNode) -> TextNode {
        guard case .group(let mine) = self, case .group(let theirs) = other else { return other }
        return .group(mine.merging(theirs) { $0.overlaid(with: $1) })
    }

    func paths(missingIn other: TextNode?) -> [String] {
        guard case .group(let mine) = self else { return [] }
        var theirs: [String: TextNode] = [:]
        if case .group(let group)? = other { theirs = group }
        return mine.flatMap { key, node -> [String] in
            guard let match = theirs[key] else { return [key] }
            return node.paths(missingIn: match).map { "\(key).\($0)" }
        }
    }
}

/// A sentence that depends on a number: `{"one": "{count} Angebot", "other": "{count} Angebote"}`.
package struct PluralText: Decodable, Sendable {
    private let forms: [String: String]

    package init(from decoder: any Decoder) throws {
        forms = try decoder.singleValueContainer().decode([String: String].self)
        guard forms["other"] != nil else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: decoder.codingPath, debugDescription: "plural text without the form 'other'"))
        }
    }

    /// The sentence for `count`, with `{count}` filled in.
    package func callAsFunction(_ count: Int, in language: Language) -> String {
        let form = forms[language.pluralForm(count).rawValue] ?? forms["other"] ?? ""
        return form.filled(["count": Formats(language).number(count)])
    }
}

extension String {
    /// The text with each `{name}` replaced; unknown names stay as they are.
    package func filled(_ values: [String: String]) -> String {
        guard contains("{") else { return self }
        var result = ""
        var rest = self[...]
        while let open = rest.firstIndex(of: "{") {
            result += rest[..<open]
            guard let close = rest[open...].firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            result += values[name] ?? "{\(name)}"
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
