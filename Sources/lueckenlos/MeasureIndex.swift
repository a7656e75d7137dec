import ArgumentParser
import Prevention
import Statistics

/// Time of a composite index: new weights, and the bands of places.
struct MeasureIndex: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "index")

    @Option(help: "Zahl der Gebiete.") var areas = 4_500
    @Option(help: "Zahl der Kenngrößen.") var indicators = 16
    @Option(help: "Wiederholungen für die Platzspannen.") var replicates = 1_000
    @Flag(help: "Mit Zufall in jedem einzelnen Wert.") var errors = false

    func run() async throws {
        let index = try CompositeIndex(design, data)
        var weights = Stopwatch()
        for round in 0..<40 {
            await weights.time { index.ranks(weights: ["k2": 1 + Double(round) / 10]).count }
        }
        print("Neue Gewichte: \(weights)")
        var bands = Stopwatch()
        for _ in 0..<3 {
            await bands.time {
                await IndexVariation(index, IndexAssumptions(around: index.design)).bands(
                    replicates: replicates, seed: 1, tasks: 2
                ).count
            }
        }
        print("Platzspannen: \(bands)")
    }

    private var design: IndexDesign {
        IndexDesign(
            components: (0..<indicators).map {
                .init(id: "k\($0)", parent: "t\($0 % 5)", isReversed: $0.isMultiple(of: 2))
            },
            groups: (0..<min(5, indicators)).map { .init(id: "t\($0)", parent: "alles") }
                + [.init(id: "alles", parent: nil)], outliers: IndexDesign.Outliers())
    }

    /// Invented values with 5 % gaps and one column with outliers.
    private var data: IndexData {
        var random = SeededGenerator(seed: 7)
        var columns: [String: IndexData.Column] = [:]
        for number in 0..<indicators {
            let values: [Double?] = (0..<areas).map { _ in
                let value = (0..<4).map { _ in Double(random.number(in: 0...1_000_000)) / 1e6 }.reduce(0, +)
                if random.chance(5) { return nil }
                return number == 3 && random.chance(1) ? value * 40 : value
            }
            columns["k\(number)"] = .init(values, standardErrors: errors ? values.map { _ in 0.1 } : nil)
        }
        return IndexData(units: (0..<areas).map(String.init), columns: columns)
    }
}
