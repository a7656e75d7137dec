package import Foundation

extension Computation {
    package static var table: TableShape? { nil }
    package static var options: [ComputeOption] { [] }

    /// Reads JSON, or CSV where the computation knows a table, with settings from the command line laid over it.
    ///
    /// JSON is what begins with a bracket; everything else is read as a table.
    /// - Parameter settings: name without hyphens and text: `["level": "0.998"]`.
    /// - Throws: `ComputeProblems`.
    package static func run(input: Data, settings: [(name: String, text: String)]) throws -> Data {
        var values: [String: ComputeValue] = [:]
        for (name, text) in settings {
            guard let option = options.first(where: { $0.name == name }) else {
                let known = options.map { "--\($0.name)" }.joined(separator: ", ")
                throw ComputeProblems([
                    "--\(name) gibt es bei \(Self.name) nicht. " + (known.isEmpty ? "" : "Möglich: \(known).")
                ])
            }
            values[name] = try option.value(of: text)
        }
        let isJSON = input.first { !" \t\r\n".utf8.contains($0) }.map { "{[".utf8.contains($0) } ?? false
        if isJSON { return try run(json: values.isEmpty ? input : try laid(values, over: input)) }
        guard let table else { throw ComputeProblems(["\(Self.name) liest JSON; diese Eingabe ist keines."]) }
        values.merge(try table.values(of: try ComputeTable(csv: Array(input)))) { option, _ in option }
        return try run(json: JSONEncoder().encode(values))
    }

    private static func laid(_ values: [String: ComputeValue], over json: Data) throws -> Data {
        guard var object = (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] else { return json }
        for (name, value) in values {
            switch value {
            case .number(let number): object[name] = number
            case .text(let text): object[name] = text
            case .null, .list, .object: continue
            }
        }
        return try JSONSerialization.data(withJSONObject: object)
    }
}

/// Key of a row in the input, text or number, given back as it came.
package enum RowID: Codable, Sendable, Hashable {
    case text(String)
    case number(Int)

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Int.self) {
            self = .number(number)
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .number(let number): try container.encode(number)
        }
    }

    /// As it stands in messages.
    package var name: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        }
    }
}
