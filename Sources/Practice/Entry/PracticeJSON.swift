package import Foundation

/// Praxis als JSON: the exchange format of entries; keys may be added, never renamed.
package enum PracticeJSON {
    /// The version of the format, first key of every file.
    package static let format = 1

    private struct File: Codable {
        let format: Int
        let practice: Practice
    }

    /// The same bytes for the same entry.
    package static func encode(_ practice: Practice) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(File(format: format, practice: practice))
    }

    /// - Throws: `PracticeJSONProblem` with the place and what was expected there.
    package static func decode(_ data: Data) throws(PracticeJSONProblem) -> Practice {
        let file: File
        do {
            file = try JSONDecoder().decode(File.self, from: data)
        } catch let error as DecodingError {
            throw PracticeJSONProblem(error)
        } catch {
            throw PracticeJSONProblem(place: "", found: .noJSON)
        }
        guard file.format == format else {
            throw PracticeJSONProblem(place: "format", found: .otherFormat(file.format))
        }
        return file.practice
    }
}

/// Lesefehler einer Praxis: where the file is wrong, and how.
package struct PracticeJSONProblem: Error, Hashable, Sendable {
    package enum Found: Hashable, Sendable {
        case noJSON
        case missing
        case otherType
        /// The text says what was expected.
        case invalid(String)
        case otherFormat(Int)
    }

    /// Keys and positions from the outside in: "practice.adopters[2].since".
    package let place: String
    package let found: Found

    init(place: String, found: Found) {
        self.place = place
        self.found = found
    }

    init(_ error: DecodingError) {
        func place(_ path: [any CodingKey]) -> String {
            path.reduce(into: "") { text, key in
                if let index = key.intValue {
                    text += "[\(index)]"
                } else {
                    text += (text.isEmpty ? "" : ".") + key.stringValue
                }
            }
        }
        self =
            switch error {
            case .keyNotFound(let key, let context): .init(place: place(context.codingPath + [key]), found: .missing)
            case .valueNotFound(_, let context): .init(place: place(context.codingPath), found: .missing)
            case .typeMismatch(_, let context): .init(place: place(context.codingPath), found: .otherType)
            case .dataCorrupted(let context):
                .init(
                    place: place(context.codingPath),
                    found: context.codingPath.isEmpty ? .noJSON : .invalid(context.debugDescription))
            @unknown default: .init(place: "", found: .noJSON)
            }
    }
}
