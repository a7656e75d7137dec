package import Foundation

/// Berechnung: one algorithm of the house as a command: JSON in, JSON out, the same for the same input.
///
/// The names and shapes are a public interface; fields may be added, never renamed.
package protocol Computation: Sendable {
    associatedtype Input: Decodable
    associatedtype Output: Encodable

    /// The name on the command line: `rates`.
    static var name: String { get }
    /// One German sentence for the help.
    static var summary: String { get }
    /// How a CSV file is read as its input; `nil` where only JSON is read.
    static var table: TableShape? { get }
    /// Settings that may also stand on the command line, each a key at the top of the JSON input.
    static var options: [ComputeOption] { get }

    /// - Throws: `ComputeProblems` with everything that is wrong with the input.
    static func run(_ input: Input) throws(ComputeProblems) -> Output
}

/// Eingabefehler: everything that keeps an input from being computed, in German, with what to do.
package struct ComputeProblems: Error, Encodable, Sendable, Hashable {
    package var problems: [String]

    package init(_ problems: [String]) { self.problems = problems }
}

extension Computation {
    /// Decodes, computes and encodes; numbers in full precision, keys in a fixed order.
    ///
    /// - Throws: `ComputeProblems`, also for what is no JSON or has another shape.
    package static func run(json: Data) throws -> Data {
        let input: Input
        do { input = try JSONDecoder().decode(Input.self, from: json) } catch let error as DecodingError {
            throw ComputeProblems([Self.sentence(error)])
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(try run(input))
    }

    private static func sentence(_ error: DecodingError) -> String {
        func place(_ context: DecodingError.Context) -> String {
            let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? $0.stringValue }.joined(separator: ".")
            return path.isEmpty ? "ganz außen" : path
        }
        return switch error {
        case .keyNotFound(let key, let context): "\(place(context)): Die Angabe \"\(key.stringValue)\" fehlt."
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            "\(place(context)): Der Wert hat nicht die erwartete Form. Bitte mit der Beschreibung vergleichen."
        case .dataCorrupted(let context):
            "\(place(context)): Das ist kein gültiges JSON. Bitte Klammern, Kommas und Anführungszeichen prüfen."
        @unknown default: "Die Eingabe konnte nicht gelesen werden."
        }
    }
}
