import ArgumentParser
import Prevention
import Statistics

/// Time of exact natural classes for as many areas as a land has districts.
struct MeasureBreaks: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "breaks")

    @Option(help: "Wie oft gerechnet wird.") var rounds = 60

    func run() async throws {
        for (count, classes) in [(396, 5), (4_500, 5), (4_500, 9), (100_000, 5)] {
            var random = SeededGenerator(seed: 1)
            // Shares in percent with one decimal place would be few distinct values; these are all different.
            let values = (0..<count).map { _ in Double(random.next() >> 11) / 9_007_199_254_740_992 * 100 }
            var stopwatch = Stopwatch()
            for _ in 0..<max(1, rounds) {
                await stopwatch.time { _ = ClassBreaks(values, classes: classes, method: .natural) }
            }
            print("\(count) Werte, \(classes) Klassen: \(stopwatch)")
        }
    }
}
