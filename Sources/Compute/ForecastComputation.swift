import Clearing

/// Prognose als Befehl: how long until everybody has all standards, and what no plan can undercut.
package enum ForecastComputation: Computation {
    package struct Input: Decodable, Sendable {
        struct Participant: Decodable, Sendable {
            let id: RowID
            let give: Int
            let receive: Int
        }

        struct Standard: Decodable, Sendable {
            let id: RowID
            /// Participants that have it.
            let has: [RowID]
        }

        let participants: [Participant]
        let standards: [Standard]
        let lag: Int?
        let floor: Int?
        let ceiling: Int?
        let fund: Int?
        let seed: RowID?
    }

    package struct HalfYear: Encodable, Sendable {
        let transfers: Int
        let fromFund: Int
        let missing: Int
    }

    package struct Output: Encodable, Sendable {
        /// `nil` where a standard can never reach everybody.
        let lowerBound: Int?
        let finishedAfter: Int?
        let halfYears: [HalfYear]
        let balances: [String: Int]
        let fund: Int
    }

    package static let name = "forecast"
    package static let summary = "Wie viele Halbjahre, bis alle jeden Standard haben: untere Schranke und Prognose."

    package static func run(_ input: Input) throws(ComputeProblems) -> Output {
        var places: [String: Int] = [:]
        for (number, one) in input.participants.enumerated() { places[one.id.name] = number }
        let problems = problems(input, places)
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        let goal = LevelGoal(
            participants: input.participants.map { .init($0.id.name, give: $0.give, receive: $0.receive) },
            standards: input.standards.map { Set($0.has.compactMap { places[$0.name] }) }, lag: input.lag ?? 2)
        var rules = LevelForecast.Rules()
        rules.floor = input.floor ?? rules.floor
        rules.ceiling = input.ceiling ?? rules.ceiling
        rules.fund = input.fund ?? rules.fund
        rules.seed = input.seed?.name ?? ""
        let forecast: LevelForecast
        do { forecast = try LevelForecast(goal, rules: rules) } catch {
            throw ComputeProblems(error.problems.map(\.sentence))
        }
        return Output(
            lowerBound: goal.lowerBound, finishedAfter: forecast.finishedAfter,
            halfYears: forecast.halfYears.map {
                HalfYear(transfers: $0.transfers, fromFund: $0.fromFund, missing: $0.missing)
            },
            balances: Dictionary(
                zip(goal.participants.map(\.id), forecast.balances), uniquingKeysWith: { first, _ in first }),
            fund: forecast.fund)
    }

    private static func problems(_ input: Input, _ places: [String: Int]) -> [String] {
        var problems: [String] = []
        for (number, one) in input.participants.enumerated() {
            if places[one.id.name] != number {
                problems.append("participants[\(number)]: \"\(one.id.name)\" kommt doppelt vor.")
            }
            if !(0...1_000).contains(one.give) || !(0...1_000).contains(one.receive) {
                problems.append("participants[\(number)]: give und receive liegen zwischen 0 und 1000.")
            }
        }
        for (number, standard) in input.standards.enumerated() {
            for id in standard.has where places[id.name] == nil {
                problems.append("standards[\(number)].has: \"\(id.name)\" gibt es nicht.")
            }
        }
        if let lag = input.lag, !(0...20).contains(lag) { problems.append("lag: bitte 0 bis 20 Halbjahre.") }
        if let fund = input.fund, !(0...1_000).contains(fund) { problems.append("fund: bitte 0 bis 1000.") }
        if !(-1_000_000...0).contains(input.floor ?? 0) { problems.append("floor: bitte 0 oder weniger.") }
        if !(0...1_000_000).contains(input.ceiling ?? 0) { problems.append("ceiling: bitte 0 oder mehr.") }
        return problems
    }
}
