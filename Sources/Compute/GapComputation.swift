import Statistics

/// `compute gap`: need-weighted fair share and gap by area.
package enum GapComputation: Computation {
    package struct Input: Decodable, Sendable {
        let population: [Double?]
        let need: [Double?]
        let capacity: [Double?]
        let lambda: Double?
        /// Places for one child; adds the absolute gap.
        let target: Double?
        /// Used places and those they are meant for; adds the reach.
        let used: [Double?]?
        let eligible: [Double?]?
    }

    package struct Output: Encodable, Sendable {
        let expected: [Double?]
        let gap: [Double?]
        let weights: [Double?]
        let meanNeed: Double?
        let sum: Double
        let absoluteGap: [Double?]?
        let reach: [Double?]?
    }

    package static let name = "gap"
    package static let summary = "Bedarfsgewichteter Anteil und Lücke je Gebiet; die Lücken ergeben zusammen null."
    package static let table: TableShape? = .columns([
        TableColumn("population", .number), TableColumn("need", .number), TableColumn("capacity", .number),
    ])
    package static let options = [
        ComputeOption("lambda", .number, "Gewicht des Bedarfs, 0 (Gießkanne) oder mehr, sonst 1"),
        ComputeOption("target", .number, "Plätze je Kind; dazu die absolute Lücke"),
    ]

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        let problems = problems(input)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        let share = FairShare(
            population: input.population, need: input.need, capacity: input.capacity, lambda: input.lambda ?? 1)
        let absolute = input.target.map { target in
            zip(input.population, input.capacity).map { people, places -> Double? in
                guard let people, let places else { return nil }
                return AbsoluteGap.of(population: people, capacity: places, target: target)
            }
        }
        return Output(
            expected: share.expected, gap: share.gap, weights: share.weights, meanNeed: share.meanNeed,
            sum: share.sumOfGaps, absoluteGap: absolute, reach: reach(input))
    }

    private static func reach(_ input: Input) -> [Double?]? {
        guard let used = input.used, let eligible = input.eligible else { return nil }
        return zip(used, eligible).map { used, eligible -> Double? in
            guard let used, let eligible else { return nil }
            return Reach.of(used: used, eligible: eligible)
        }
    }

    private static func problems(_ input: Input) -> [String] {
        let count = input.population.count
        var problems = [
            ("need", input.need.count), ("capacity", input.capacity.count), ("used", input.used?.count ?? count),
            ("eligible", input.eligible?.count ?? count),
        ].filter { $0.1 != count }.map {
            "\($0.0): \($0.1) Werte, aber population hat \(count). Bitte für jedes Gebiet einen Wert angeben, sonst null."
        }
        if (input.used == nil) != (input.eligible == nil) {
            problems.append("used und eligible gehören zusammen: bitte beide angeben oder keines.")
        }
        let never = [
            ("population", input.population), ("capacity", input.capacity), ("used", input.used ?? []),
            ("eligible", input.eligible ?? []),
        ]
        for (name, values) in never {
            for (place, value) in values.enumerated() where value.map({ $0 < 0 }) ?? false {
                problems.append("\(name)[\(place)]: Zahlen unter 0 gibt es hier nicht.")
            }
        }
        for (place, value) in input.need.enumerated() where value.map({ !(0...1).contains($0) }) ?? false {
            problems.append("need[\(place)]: Der Bedarf liegt zwischen 0 und 1.")
        }
        if let lambda = input.lambda, lambda < 0 { problems.append("lambda: bitte 0 oder mehr.") }
        if let target = input.target, target < 0 { problems.append("target: bitte 0 oder mehr.") }
        return problems
    }
}
