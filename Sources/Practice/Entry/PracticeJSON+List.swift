package import Foundation

extension PracticeJSON {
    private struct List: Encodable {
        let format: Int
        let practices: [Practice]
    }

    private struct Head: Decodable {
        let format: Int
    }

    private struct Attempts: Decodable {
        let practices: [Attempt]
    }

    /// One entry, or where it is wrong; the others are read all the same.
    private struct Attempt: Decodable {
        let result: Result<Practice, PracticeJSONProblem>

        init(from decoder: any Decoder) throws {
            do {
                result = .success(try Practice(from: decoder))
            } catch let error as DecodingError {
                result = .failure(PracticeJSONProblem(error))
            }
        }
    }

    /// Several entries in one file; the same bytes for the same entries.
    package static func encode(_ practices: [Practice]) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(List(format: format, practices: practices))
    }

    /// Each entry of a file, or what is wrong with it.
    ///
    /// - Throws: `PracticeJSONProblem` if the file as a whole is no list of entries.
    package static func decodeAll(
        _ data: Data
    ) throws(PracticeJSONProblem) -> [Result<Practice, PracticeJSONProblem>] {
        let found: Int
        let attempts: [Attempt]
        do {
            found = try JSONDecoder().decode(Head.self, from: data).format
            attempts = try JSONDecoder().decode(Attempts.self, from: data).practices
        } catch let error as DecodingError {
            throw PracticeJSONProblem(error)
        } catch {
            throw PracticeJSONProblem(place: "", found: .noJSON)
        }
        guard found == format else { throw PracticeJSONProblem(place: "format", found: .otherFormat(found)) }
        return attempts.map(\.result)
    }
}
