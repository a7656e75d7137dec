import Compute
import Foundation
import Testing

@Suite("compute index")
struct IndexComputationTests {
    private func run(_ input: String, _ settings: [(name: String, text: String)] = []) throws -> [String: Any] {
        let answer = try IndexComputation.run(input: Data(input.utf8), settings: settings)
        return try #require(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }

    private let mini = """
        {"units": ["A", "B", "C", "D"], "groups": [{"id": "ganz", "weight": 1, "parent": null}], "indicators": [
        {"id": "sgb2", "direction": -1, "weight": 2, "parent": "ganz", "values": [12.4, 35.0, 28.1, 41.7]},
        {"id": "u9", "direction": 1, "weight": 1, "parent": "ganz", "values": [96, 88, 91, 80]},
        {"id": "gym", "direction": 1, "weight": 1, "parent": "ganz", "values": [45, 18, 22, null]}],
        "normalisation": "minmax", "range": [0, 100], "aggregation": "arithmetic", "minimumShare": 0.66,
        "outliers": {"method": "none"}, "imputation": "none", "replicates": 100, "seed": 1}
        """

    @Test("scores, places, bands and log have the agreed shape")
    func shape() throws {
        let answer = try run(mini)
        let scores = try #require(answer["scores"] as? [String: [Any]])
        #expect(Set(scores.keys) == ["sgb2", "u9", "gym", "ganz"])
        #expect(scores["gym"]?[3] is NSNull)
        #expect(abs((scores["ganz"]?[1] as? Double ?? 0) - 23.9334) < 5e-5)
        #expect(answer["ranks"] as? [Int] == [1, 3, 2, 4])
        let bands = try #require(answer["bands"] as? [[Int]])
        #expect(bands.count == 4 && bands[0] == [1, 1, 1])
        #expect((answer["log"] as? [[String: Any]])?.contains { $0["action"] as? String == "weightsShared" } == true)
        #expect((answer["leaveOneOut"] as? [[String: Any]])?.count == 3)
        #expect((answer["sensitivity"] as? [[String: Any]])?.count == 5)
    }

    @Test("the same input gives the same bytes")
    func deterministic() throws {
        let one = try IndexComputation.run(json: Data(mini.utf8))
        #expect(try IndexComputation.run(json: Data(mini.utf8)) == one)
    }

    @Test("a table with one row for each unit and indicator gives the same as JSON")
    func table() throws {
        let csv = """
            unit;indicator;value;direction;weight
            A;sgb2;12,4;-1;2
            B;sgb2;35;-1;2
            C;sgb2;28,1;-1;2
            D;sgb2;41,7;-1;2
            A;u9;96;1;1
            B;u9;88;1;1
            C;u9;91;1;1
            D;u9;80;1;1
            A;gym;45;1;1
            B;gym;18;1;1
            C;gym;22;1;1
            D;gym;;1;1
            """
        let table = try #require(try run(csv)["scores"] as? [String: [Any]])
        let json = try #require(try run(mini)["scores"] as? [String: [Any]])
        #expect(table["index"]?.compactMap { $0 as? Double } == json["ganz"]?.compactMap { $0 as? Double })
        #expect(try run(csv, [("normalisation", "percentile")])["ranks"] as? [Int] == [1, 3, 2, 4])
    }

    @Test(
        "what is wrong is said in German",
        arguments: [
            (#""minmax""#, #""quer""#, "normalisation: \"quer\""),
            (#""direction": -1"#, #""direction": 2"#, "direction"),
            ("[96, 88, 91, 80]", "[96, 88]", "u9: 2 Werte für 4 Gebiete"), ("[0, 100]", "[9, 1]", "range"),
            (#""weight": 2"#, #""weight": -2"#, "Gewicht"), (#""id": "gym""#, #""id": "u9""#, "mehrfach"),
            (#""parent": null"#, #""parent": "x""#, "gibt es nicht"),
        ])
    func problems(old: String, new: String, words: String) throws {
        let broken = mini.replacingOccurrences(of: old, with: new)
        let error = #expect(throws: ComputeProblems.self) { try IndexComputation.run(json: Data(broken.utf8)) }
        #expect(error?.problems.contains { $0.contains(words) } == true, "\(String(describing: error))")
    }

    @Test("a row that stands there twice is refused")
    func doubled() {
        let csv = "unit;indicator;value\nA;x;1\nA;x;2\n"
        #expect(throws: ComputeProblems(["Zeile 3: x steht für A doppelt da."])) {
            try IndexComputation.run(input: Data(csv.utf8), settings: [])
        }
    }
}
