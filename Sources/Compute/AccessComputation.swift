import Statistics

/// `compute access`: places within reach by (enhanced) two-step floating catchment.
package enum AccessComputation: Computation {
    package struct Input: Decodable, Sendable {
        let population: [Double]
        let capacity: [Double]
        let cost: [[Double?]]
        let threshold: Double?
        /// Pairs of limit and weight.
        let steps: [[Double]]?
    }

    package struct Output: Encodable, Sendable {
        let ratios: [Double]
        let access: [Double]
        /// Places of each supply that nobody reaches.
        let unreached: [Double]
        /// Supplies within the limit of each place of demand.
        let reachable: [Int]
    }

    package static let name = "access"
    package static let summary = "Erreichbare Plätze je Kind: 2SFCA mit einer Grenze, E2SFCA mit Stufen."
    package static let options = [
        ComputeOption("threshold", .number, "Grenze in der Einheit von cost, eingeschlossen")
    ]

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let problems = problems(input)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        let catchment =
            input.steps.map { Catchment(steps: $0.map { .init(upTo: $0[0], weight: $0[1]) }) }
            ?? Catchment(within: input.threshold ?? 0)
        let result = FloatingCatchment(
            population: input.population, capacity: input.capacity, cost: input.cost, catchment: catchment)
        let reachable = input.population.indices.map { place in
            input.cost.count { row in row[place].map { $0 <= catchment.limit } ?? false }
        }
        return Output(
            ratios: result.ratios, access: result.access, unreached: result.unreached, reachable: reachable)
    }

    private static func problems(_ input: Input) -> [String] {
        var problems = CostTable.problems(
            input.cost, rows: input.capacity.count, rowName: "capacity", columns: input.population.count)
        problems += CostTable.negative("population", input.population)
        problems += CostTable.negative("capacity", input.capacity)
        if (input.threshold == nil) == (input.steps == nil) {
            problems.append("Bitte entweder threshold (eine Grenze) oder steps (Grenzen mit Gewichten) angeben.")
        }
        for (place, step) in (input.steps ?? []).enumerated() where step.count != 2 || !(0...1).contains(step[1]) {
            problems.append("steps[\(place)]: erwartet wird [Grenze, Gewicht] mit einem Gewicht von 0 bis 1.")
        }
        if input.steps?.isEmpty == true { problems.append("steps: bitte mindestens eine Stufe angeben.") }
        return problems
    }
}

/// What tables of ways must keep to.
enum CostTable {
    static func problems(_ cost: [[Double?]], rows: Int, rowName: String, columns: Int) -> [String] {
        var problems: [String] = []
        if cost.count != rows {
            problems.append("cost: \(cost.count) Zeilen, aber \(rowName) hat \(rows). Zeilen sind Standorte.")
        }
        for (place, row) in cost.enumerated() where row.count != columns {
            problems.append("cost[\(place)]: \(row.count) Werte, aber population hat \(columns).")
        }
        for (place, row) in cost.enumerated() where row.contains(where: { $0.map { $0 < 0 } ?? false }) {
            problems.append("cost[\(place)]: Wege unter 0 gibt es nicht.")
        }
        return problems
    }

    static func negative(_ name: String, _ values: [Double]) -> [String] {
        values.indices.filter { values[$0] < 0 }.map { "\(name)[\($0)]: Zahlen unter 0 gibt es hier nicht." }
    }
}
