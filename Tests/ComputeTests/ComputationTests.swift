import Compute
import Foundation
import Testing

@Suite("Berechnungen als Befehle")
struct ComputationTests {
    /// Twice a number, to try what every computation has in common.
    private enum Double: Computation {
        struct Input: Decodable { let number: Int }
        struct Output: Encodable { let twice: Int }
        static let name = "double"
        static let summary = "Verdoppelt."

        static func run(_ input: Input) throws(ComputeProblems) -> Output {
            guard input.number < 1_000 else { throw ComputeProblems(["Die Zahl ist zu groß."]) }
            return Output(twice: input.number * 2)
        }
    }

    @Test("JSON in, JSON out")
    func computes() throws {
        let answer = try Double.run(json: Data(#"{"number": 21}"#.utf8))
        #expect(String(decoding: answer, as: UTF8.self) == #"{"twice":42}"#)
    }

    @Test(
        "what is wrong is said in German",
        arguments: [
            ("{", "kein gültiges JSON"), ("{}", "\"number\" fehlt"), (#"{"number": "x"}"#, "number: Der Wert"),
            (#"{"number": 1000}"#, "zu groß"),
        ])
    func says(input: String, words: String) {
        let error = #expect(throws: ComputeProblems.self) { try Double.run(json: Data(input.utf8)) }
        #expect(error?.problems.first?.contains(words) == true, "\(String(describing: error))")
    }

    @Test("every computation has a name of its own")
    func names() { #expect(Set(Computations.all.map { $0.name }).count == Computations.all.count) }
}
