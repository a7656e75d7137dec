import Compute
import Foundation
import Testing

@Suite("Berechnungen: clear, verify, timetable und forecast")
struct ClearingComputationTests {
    private static let round = """
        {"participants": [{"id": "A", "give": 2, "receive": 2, "balance": 0, "floor": -1, "ceiling": 1},
                          {"id": "B", "give": 2, "receive": 2, "balance": 0, "floor": -1, "ceiling": 1},
                          {"id": 3, "give": 2, "receive": 2, "balance": 0, "floor": -1, "ceiling": 1}],
         "offers": [{"id": "a", "participant": "A", "capacity": 2}, {"id": "b", "participant": "B", "capacity": 1},
                    {"id": "c", "participant": 3, "capacity": 2}],
         "requests": [{"id": "x", "participant": "A"}, {"id": "y", "participant": "B"}, {"id": "z", "participant": 3}],
         "pairs": [{"offer": "a", "request": "y", "weight": 1000}, {"offer": "b", "request": "z", "weight": 1200},
                   {"offer": "c", "request": "x", "weight": 900}, {"offer": "c", "request": "z", "weight": 9000}],
         "loadStep": 50, "creditStep": 10, "seed": "2026-2"
        """

    private func run(_ type: any Computation.Type, _ json: String) throws -> String {
        String(decoding: try type.run(json: Data(json.utf8)), as: UTF8.self)
    }

    @Test("clear names transfers, accounts and the ring")
    func clears() throws {
        let text = try run(ClearComputation.self, Self.round + "}")
        #expect(text.contains(#""objective":2950"#))
        #expect(text.contains(#""rings":[[3,"A","B"]],"#))
        #expect(text.contains(#""balances":{"3":0,"A":0,"B":0}"#))
        #expect(text.contains(#"{"giver":3,"offer":"c","receiver":"A","request":"x","weight":900}"#))
    }

    @Test("verify accepts what clear says and refuses a forgery")
    func verifies() throws {
        let result = try run(ClearComputation.self, Self.round + "}")
        let stated = "{\"round\": \(Self.round)}, \"result\": "
        #expect(try run(VerifyComputation.self, stated + result + "}") == #"{"optimal":true,"violations":[]}"#)
        let forged = result.replacing(#""objective":2950"#, with: #""objective":2951"#)
        let answer = try run(VerifyComputation.self, stated + forged + "}")
        #expect(answer == #"{"optimal":false,"violations":["objective: nachgerechnet sind es 2950."]}"#)
        let strange = result.replacing(#""offer":"a""#, with: #""offer":"b""#)
        #expect(try run(VerifyComputation.self, stated + strange + "}").contains("steht nicht in pairs"))
    }

    @Test("agreements and declines are kept, mode B needs no weights")
    func variants() throws {
        let declined = Self.round + #", "declined": [{"offer": "b", "request": "z"}]}"#
        #expect(try run(ClearComputation.self, declined).contains(#""reason":"noOffer","request":"z""#))
        let fair = try run(ClearComputation.self, Self.round + #", "mode": "priority"}"#)
        #expect(fair.contains(#""objective":3"#))
        let both = Self.round + #", "declined": [{"offer": "b", "request": "x"}]}"#
        let error = #expect(throws: ComputeProblems.self) { try run(ClearComputation.self, both) }
        #expect(error?.problems == ["declined[0]: Dieses Paar steht nicht in pairs."])
    }

    @Test("everything wrong is listed")
    func problems() throws {
        let json =
            Self.round.replacing(#""floor": -1"#, with: #""floor": 5"#)
            .replacing(#""loadStep": 50"#, with: #""loadStep": -1"#) + "}"
        let error = #expect(throws: ComputeProblems.self) { try run(ClearComputation.self, json) }
        #expect(error?.problems.count == 4)
        let unknown = Self.round.replacing(#""participant": "B""#, with: #""participant": "D""#) + "}"
        let other = #expect(throws: ComputeProblems.self) { try run(ClearComputation.self, unknown) }
        #expect(
            other?.problems == [
                #"offers[1].participant: "D" gibt es nicht."#, #"requests[1].participant: "D" gibt es nicht."#,
            ])
    }

    @Test("timetable keeps blocked slots free and counts from 0")
    func timetable() throws {
        let json = """
            {"sessions": [{"id": 1, "giver": "A", "receiver": "B"}, {"id": 2, "giver": "B", "receiver": "A"}],
             "blocked": [{"participant": "A", "slot": 0}], "sameTeam": true}
            """
        let answer = try run(TimetableComputation.self, json)
        #expect(answer == #"{"lowerBound":2,"slots":[[],[1],[2]],"unscheduled":[]}"#)
        let same = json.replacing(#""receiver": "B""#, with: #""receiver": "A""#)
        let error = #expect(throws: ComputeProblems.self) { try run(TimetableComputation.self, same) }
        #expect(error?.problems == ["sessions[0]: Geber und Empfänger sind dieselben."])
    }

    @Test("forecast stays above its bound")
    func forecasts() throws {
        let json = """
            {"participants": [{"id": "A", "give": 1, "receive": 1}, {"id": "B", "give": 1, "receive": 1},
                              {"id": "C", "give": 1, "receive": 1}],
             "standards": [{"id": "s", "has": ["A"]}, {"id": "t", "has": ["B"]}], "lag": 2}
            """
        let answer = try run(ForecastComputation.self, json)
        #expect(answer.contains(#""lowerBound":2"#) && answer.contains(#""finishedAfter":3"#))
    }
}
