import Compute
import Foundation
import Testing

@Suite("Lücke, Erreichbarkeit und Standort als Befehle")
struct GapComputationTests {
    private func output(_ name: String, _ input: String) throws -> [String: Any] {
        let computation = try #require(Computations.named(name))
        let data = try computation.run(json: Data(input.utf8))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    private func problems(_ name: String, _ input: String) throws -> String {
        let computation = try #require(Computations.named(name))
        let error = #expect(throws: ComputeProblems.self) { try computation.run(json: Data(input.utf8)) }
        return (error?.problems ?? []).joined(separator: "\n")
    }

    @Test("gap shares out by need; unknown stays unknown")
    func gap() throws {
        let answer = try output(
            "gap", #"{"population":[100,100,50],"need":[0,1,null],"capacity":[10,10,7],"lambda":1,"target":0.2}"#)
        let gap = try #require(answer["gap"] as? [Any])
        #expect(gap[0] as? Double == -5)
        #expect(gap[1] as? Double == 5)
        #expect(gap[2] is NSNull)
        #expect((answer["absoluteGap"] as? [Double]) == [10, 10, 3])
        #expect(answer["sum"] as? Double == 0)
    }

    @Test("access counts what is in reach")
    func access() throws {
        let answer = try output(
            "access", #"{"population":[100,200],"capacity":[30],"cost":[[5,null]],"threshold":15}"#)
        #expect(answer["access"] as? [Double] == [0.3, 0])
        #expect(answer["ratios"] as? [Double] == [0.3])
        let steps = try output(
            "access", #"{"population":[100,200],"capacity":[30],"cost":[[5,12]],"steps":[[10,1],[20,0.5]]}"#)
        #expect(steps["access"] as? [Double] == [0.15, 0.075])
    }

    @Test("locate names sites from 0, also when the table stands the other way round")
    func locate() throws {
        let byDemand =
            #"{"population":[100,200,300,50],"cost":[[5,25,40],[12,8,33],[28,14,9],[60,55,35]],"count":2,"model":"p-median"}"#
        let answer = try output("locate", byDemand)
        #expect(answer["sites"] as? [Int] == [0, 2])
        #expect(answer["objective"] as? Double == 7_350)
        #expect(answer["proven"] as? Bool == true)
    }

    @Test(
        "what is wrong is listed completely",
        arguments: [
            (
                "gap", #"{"population":[-1,2],"need":[2],"capacity":[1,2],"lambda":-1}"#,
                ["need: 1 Werte", "population[0]", "need[0]", "lambda"]
            ),
            (
                "access", #"{"population":[1],"capacity":[1,2],"cost":[[1,2]]}"#,
                ["cost: 1 Zeilen", "cost[0]: 2 Werte", "entweder threshold"]
            ),
            (
                "access", #"{"population":[1],"capacity":[1],"cost":[[1]],"steps":[[1]]}"#, ["steps[0]"]
            ),
            (
                "locate", #"{"population":[1,2],"cost":[[1,null]],"count":3,"model":"p-median"}"#,
                ["count: bitte 1 bis 1", "für jeden Weg"]
            ),
            ("locate", #"{"population":[1],"cost":[[1]],"count":1,"model":"max-cover"}"#, ["threshold"]),
            ("locate", #"{"population":[1],"cost":[],"count":1,"model":"p-median"}"#, ["count"]),
        ])
    func refuses(name: String, input: String, words: [String]) throws {
        let said = try problems(name, input)
        for word in words { #expect(said.contains(word), "\(word) in \(said)") }
    }
}
