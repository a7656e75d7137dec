import Compute
import Foundation
import Testing

@Suite("Berechnungen: suppress und audit")
struct DisclosureComputationTests {
    private static let table = """
        {"cells": [{"id": "a", "value": 2}, {"id": "b", "value": 18}, {"id": "ab", "value": 20},
                   {"id": "c", "value": 9}, {"id": "d", "value": 7}, {"id": "cd", "value": 16},
                   {"id": "ac", "value": 11}, {"id": "bd", "value": 25}, {"id": "all", "value": 36, "fixed": true}],
         "sums": [{"total": "ab", "parts": ["a", "b"]}, {"total": "cd", "parts": ["c", "d"]},
                  {"total": "ac", "parts": ["a", "c"]}, {"total": "bd", "parts": ["b", "d"]},
                  {"total": "all", "parts": ["ab", "cd"]}],
         "threshold": 3, "width": 1}
        """

    private struct Answer: Decodable {
        struct Interval: Decodable {
            let id: String
            let lower: Double
            let upper: Double?
        }
        let primary, secondary, exposed: [String]?
        let published: [String: Double]?
        let safe: Bool
        let intervals: [Interval]
    }

    private func answer(_ type: any Computation.Type, _ json: String) throws -> Answer {
        try JSONDecoder().decode(Answer.self, from: try type.run(json: Data(json.utf8)))
    }

    @Test("suppress names what to hide and what remains")
    func suppresses() throws {
        let answer = try answer(SuppressComputation.self, Self.table)
        #expect(answer.primary == ["a"])
        #expect(answer.secondary == ["b", "c", "d"])
        #expect(answer.published == ["ab": 20, "cd": 16, "ac": 11, "bd": 25, "all": 36])
        #expect(answer.safe)
        #expect(answer.intervals.map(\.id) == ["a", "b", "c", "d"])
        #expect(answer.intervals.first.map { [$0.lower, $0.upper ?? -1] } == [0, 11])
    }

    @Test("audit finds what a missing number gives away")
    func audits() throws {
        let open = Self.table.replacing(#"{"id": "a", "value": 2}"#, with: #"{"id": "a", "value": null}"#)
        let answer = try answer(AuditComputation.self, open)
        #expect(!answer.safe && answer.exposed == ["a"])
        #expect(answer.intervals.first.map { [$0.lower, $0.upper ?? -1] } == [2, 2])
        let hidden = [("b", 18), ("c", 9), ("d", 7)].reduce(open) { text, cell in
            text.replacing("\"\(cell.0)\", \"value\": \(cell.1)", with: "\"\(cell.0)\", \"value\": null")
        }
        #expect(try self.answer(AuditComputation.self, hidden).safe)
    }

    @Test("everything wrong is listed")
    func problems() throws {
        let json = """
            {"cells": [{"id": "a", "value": 2}, {"id": "a", "value": -1}, {"id": "b", "value": null}],
             "sums": [{"total": "x", "parts": ["a", "y"]}], "threshold": 3}
            """
        let error = #expect(throws: ComputeProblems.self) { try SuppressComputation.run(json: Data(json.utf8)) }
        #expect(error?.problems.count == 5)
        let sums = Self.table.replacing("\"value\": 36", with: "\"value\": 37")
        let other = #expect(throws: ComputeProblems.self) { try SuppressComputation.run(json: Data(sums.utf8)) }
        #expect(other?.problems == ["Die Summe \"all\" stimmt nicht mit ihren Teilen überein."])
    }
}
