import ArgumentParser
import Prevention
import Similarity

/// Time of the ten nearest municipalities, of one and of all, for as many as Germany has.
struct MeasureSimilar: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "similar")

    @Option(help: "Wie viele Gemeinden.") var count = 11_000
    @Option(help: "Wie oft gerechnet wird.") var rounds = 60
    @Flag(help: "Auch für alle Gemeinden nacheinander.") var all = false

    func run() async throws {
        var random = SeededGenerator(seed: 1)
        let variables = (0..<12).map { place in
            SimilarityVariable("v\(place)", place == 0 ? .size : place == 6 ? .category : .number)
        }
        let rows = (0..<count).map { _ in
            variables.map { variable -> Double? in
                if random.chance(5) { return nil }
                return variable.kind == .category
                    ? Double(random.number(in: 1...4)) : Double(random.number(in: 1...1_000_000))
            }
        }
        let table = try SimilarityTable(variables, rows: rows)
        var one = Stopwatch()
        for round in 0..<max(1, rounds) {
            try await one.time { _ = try table.nearest(to: round * 7 % max(1, count)) }
        }
        print("\(count) Gemeinden, 12 Merkmale, zehn nächste einer Gemeinde: \(one)")
        guard all else { return }
        var whole = Stopwatch()
        try await whole.time { for row in 0..<count { _ = try table.nearest(to: row) } }
        print("zehn nächste aller Gemeinden: \(whole.middle) ms")
    }
}
