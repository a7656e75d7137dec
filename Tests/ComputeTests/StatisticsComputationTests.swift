import Compute
import Foundation
import Testing

@Suite("compute rates, breaks, smooth")
struct StatisticsComputationTests {
    private func run(
        _ name: String, _ input: String, _ settings: [(name: String, text: String)] = []
    ) throws -> [String: Any] {
        let computation = try #require(Computations.named(name))
        let answer = try computation.run(input: Data(input.utf8), settings: settings)
        return try #require(try JSONSerialization.jsonObject(with: answer) as? [String: Any])
    }

    private func problems(_ name: String, _ input: String, _ settings: [(name: String, text: String)] = []) -> [String]
    {
        let error = #expect(throws: ComputeProblems.self) { try run(name, input, settings) }
        return error?.problems ?? []
    }

    private func rows(_ answer: [String: Any]) throws -> [[String: Any]] {
        try #require(answer["rows"] as? [[String: Any]])
    }

    @Test("rates take JSON and give back the ids as they came")
    func rates() throws {
        let rows = try rows(
            run("rates", #"{"rows": [{"id": 7, "events": 65, "base": 100}, {"id": "B", "events": null, "base": 3}]}"#))
        #expect(rows[0]["id"] as? Int == 7)
        #expect(rows[0]["rate"] as? Double == 0.65)
        #expect(abs((rows[0]["lower"] as? Double ?? 0) - 0.552544) < 1e-6)
        #expect(rows[0]["countLower"] == nil)
        #expect(rows[1]["rate"] is NSNull && rows[1]["lower"] is NSNull)
    }

    @Test("the same table as CSV, with decimal comma and settings, gives the same as JSON")
    func ratesFromCSV() throws {
        let csv = "\u{FEFF}ID;Events;Base\r\nA;65;500,0\r\nB;;12\r\n"
        let json = """
            {"rows": [{"id": "A", "events": 65, "base": 500}, {"id": "B", "events": null, "base": 12}],
             "method": "byar", "level": 0.998, "per": 1000}
            """
        let settings = [(name: "method", text: "byar"), (name: "level", text: "0,998"), (name: "per", text: "1000")]
        let (fromCSV, fromJSON) = (try run("rates", csv, settings), try run("rates", json))
        #expect(NSDictionary(dictionary: fromCSV) == NSDictionary(dictionary: fromJSON))
        #expect(abs((try rows(fromCSV)[0]["countLower"] as? Double ?? 0) - 42.8802614714802) < 1e-10)
    }

    @Test("a count alone, without base, still has its limits")
    func countsOnly() throws {
        let row = try rows(run("rates", "id,events\nA,5\n", [(name: "method", text: "poisson")]))[0]
        #expect(row["rate"] is NSNull)
        #expect(abs((row["countUpper"] as? Double ?? 0) - 11.6683) < 1e-4)
    }

    @Test("settings are laid over JSON")
    func settingsOverJSON() throws {
        let answer = try run("rates", #"{"rows": [], "level": 0.9}"#, [(name: "level", text: "0.95")])
        #expect(answer["level"] as? Double == 0.95)
    }

    @Test("breaks leave out what is missing")
    func breaks() throws {
        let answer = try run("breaks", #"{"values": [1, 2, null, 10, 11], "classes": 2, "method": "natural"}"#)
        #expect(answer["upperBounds"] as? [Double] == [2, 11])
        #expect(answer["counts"] as? [Int] == [2, 2])
        #expect(answer["sse"] as? Double == 1)
        #expect(answer["adcm"] as? Double == 2)
        let own = try run("breaks", #"{"values": [1, 2, 10, 11], "upperBounds": [5, 10]}"#)
        #expect(own["counts"] as? [Int] == [2, 1, 1])
        let csv = try run("breaks", "value\n1\n2\n\n10\n11\n", [(name: "classes", text: "2")])
        #expect(NSDictionary(dictionary: csv) == NSDictionary(dictionary: answer))
    }

    @Test("smooth gives the reference numbers from JSON and CSV")
    func smooth() throws {
        let answer = try run("smooth", #"{"events": [2, 0, 5, 12, 3], "bases": [40, 25, 60, 200, 15]}"#)
        let rates = try #require(answer["rates"] as? [Double])
        #expect(abs(rates[1] - 0.05872599) < 0.5e-8)
        #expect(abs((answer["global"] as? Double ?? 0) - 22.0 / 340) < 1e-15)
        let csv = try run("smooth", "events,base\n2,40\n0,25\n5,60\n12,200\n3,15\n")
        #expect(csv["rates"] as? [Double] == rates)
    }

    @Test("everything wrong with the input is listed")
    func everyProblem() {
        let rows =
            #"{"rows": [{"id": "A", "events": 5, "base": 4}, {"id": "B", "events": -1, "base": -2}], "level": 2}"#
        #expect(problems("rates", rows).count == 4)
        #expect(problems("rates", #"{"rows": [], "method": "wald"}"#).first?.contains("wilson, byar") == true)
        #expect(problems("breaks", #"{"values": [null], "classes": 0, "method": "jenks"}"#).count == 3)
        #expect(problems("breaks", #"{"values": [1], "upperBounds": [2, 2]}"#).count == 1)
        #expect(problems("smooth", #"{"events": [1, -2], "bases": [3]}"#).count == 2)
        #expect(problems("smooth", #"{"events": [], "bases": []}"#).count == 1)
    }

    @Test(
        "what is wrong with a table is listed with row and column",
        arguments: [
            ("id,base\nA,3\n", "\"events\" fehlt"), ("id,events,base\nA,1.234.5,x\n", "Zeile 2, Spalte \"events\""),
            ("id,events,events\nA,1,2\n", "steht doppelt da"), ("", "leer"),
            ("id,events\n\"A,1\n", "Anführungszeichen"),
        ])
    func tableProblems(csv: String, words: String) {
        #expect(problems("rates", csv).contains { $0.contains(words) }, "\(problems("rates", csv))")
    }

    @Test("an unknown setting and one that is no number are refused")
    func wrongSettings() {
        #expect(problems("rates", #"{"rows": []}"#, [(name: "klassen", text: "4")]).first?.contains("--level") == true)
        #expect(
            problems("breaks", "value\n1\n", [(name: "classes", text: "vier")]).first?.contains("keine Zahl") == true)
        #expect(problems("smooth", "events,base\n1,2\n", [(name: "level", text: "1")]).count == 1)
    }
}
