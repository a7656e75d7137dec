import Statistics

/// `compute smooth`: rates of small areas drawn towards the overall rate.
package enum SmoothComputation: Computation {
    package static let name = "smooth"
    package static let summary = "Geglättete Raten kleiner Gebiete (empirisches Bayes-Verfahren nach Marshall)."
    package static let table: TableShape? = .columns([
        TableColumn("events", .number), TableColumn("base", key: "bases", .number),
    ])

    package struct Input: Decodable {
        let events: [Double?]
        let bases: [Double?]
    }

    package struct Output: Encodable {
        let rates: [Double?]
        let global: Double
        let between: Double
    }

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        var problems: [String] = []
        if input.events.count != input.bases.count {
            problems.append(
                "events und bases sind verschieden lang: \(input.events.count) und \(input.bases.count).")
        }
        for (name, values) in [("events", input.events), ("bases", input.bases)] {
            for (number, value) in values.enumerated() {
                if let value, value < 0 { problems.append("\(name)[\(number)]: \(value) ist kleiner als 0.") }
            }
        }
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        guard let smoothed = EmpiricalBayes(events: input.events, bases: input.bases) else {
            throw ComputeProblems(["Kein Gebiet hat Fälle und eine Grundmenge über 0."])
        }
        return Output(rates: smoothed.rates, global: smoothed.overall, between: smoothed.between)
    }
}
