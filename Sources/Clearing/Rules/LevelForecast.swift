/// Prognose: half-year after half-year cleared exactly until everybody has all standards.
///
/// Who receives a standard gives it on after the lag, counted from the end of the half-year. Accounts go on from round to round; where a solidarity fund runs, it
/// lifts those in debit that still miss a standard.
package struct LevelForecast: Sendable, Hashable {
    package struct Rules: Sendable, Hashable {
        /// Least and greatest balance.
        package var floor = -2
        package var ceiling = 1_000
        /// Most the fund gives one participant in a half-year; 0 for no fund.
        package var fund = 2
        package var loadStep = 20
        package var creditStep = 5
        package var weight = 3_500
        /// For each half-year that somebody waits for a standard, up to four.
        package var waiting = 250
        package var seed = ""

        package init() {}
    }

    package struct HalfYear: Sendable, Hashable {
        package var transfers: Int
        /// Transfers' worth of credit from the fund before the round.
        package var fromFund: Int
        /// Standards still missing afterwards, over all participants.
        package var missing: Int
    }

    package private(set) var halfYears: [HalfYear] = []
    /// Accounts at the end; together with the fund's they are zero.
    package private(set) var balances: [Int]
    package private(set) var fund = 0
    /// Half-years needed; `nil` where it comes to a standstill or takes longer than looked ahead.
    package private(set) var finishedAfter: Int?

    /// - Throws: `ClearingRefusal` where a round contradicts itself.
    package init(_ goal: LevelGoal, rules: Rules, most: Int = 40) throws(ClearingRefusal) {
        balances = Array(repeating: 0, count: goal.participants.count)
        // Half-year in which each one can begin to pass a standard on; those who have it now can at once.
        var since = goal.standards.map { standard in
            goal.participants.indices.map { standard.contains($0) ? 0 : Int?.none }
        }
        func missing() -> Int { since.reduce(0) { $0 + $1.count { $0 == nil } } }
        if missing() == 0 { finishedAfter = 0 }
        for number in 0..<most where finishedAfter == nil {
            let lifted = lift(since, rules.fund)
            let (round, standards) = self.round(goal, rules, since, number)
            let result = try round.cleared()
            for place in result.transfers {
                let request = round.pairs[place].request
                since[standards[request]][round.requests[request].participant] = number + 1 + goal.lag
            }
            balances = result.balances
            halfYears.append(
                HalfYear(transfers: result.transfers.count, fromFund: lifted, missing: missing()))
            if missing() == 0 { finishedAfter = number + 1 }
            let isWaiting = since.contains { $0.contains { $0.map { $0 > number } ?? false } }
            if result.transfers.isEmpty, !isWaiting, lifted == 0 { break }
        }
    }

    private mutating func lift(_ since: [[Int?]], _ most: Int) -> Int {
        var lifted = 0
        for place in balances.indices where balances[place] < 0 && since.contains(where: { $0[place] == nil }) {
            let amount = min(max(0, most), -balances[place])
            balances[place] += amount
            fund -= amount
            lifted += amount
        }
        return lifted
    }

    /// The round of one half-year, and the standard of each request.
    private func round(
        _ goal: LevelGoal, _ rules: Rules, _ since: [[Int?]], _ number: Int
    ) -> (ClearingRound, standards: [Int]) {
        var round = ClearingRound(
            participants: goal.participants.indices.map {
                let one = goal.participants[$0]
                return .init(
                    one.id, give: one.give, receive: one.receive, balance: balances[$0], floor: rules.floor,
                    ceiling: max(rules.ceiling, balances[$0]))
            }, offers: [], requests: [], pairs: [], loadStep: rules.loadStep, creditStep: rules.creditStep,
            seed: "\(rules.seed)/\(number)")
        var standards: [Int] = []
        for (standard, begins) in since.enumerated() {
            let firstOffer = round.offers.count
            for (place, begin) in begins.enumerated() {
                let id = "\(goal.participants[place].id)/\(standard)"
                if let begin {
                    guard begin <= number else { continue }
                    round.offers.append(.init(id, by: place, capacity: max(0, goal.participants[place].give)))
                } else {
                    round.requests.append(.init(id, by: place))
                    standards.append(standard)
                }
            }
            for request in round.requests.indices where standards[request] == standard {
                for offer in firstOffer..<round.offers.count {
                    round.pairs.append(
                        .init(offer, request, weight: rules.weight + rules.waiting * min(4, number)))
                }
            }
        }
        return (round, standards)
    }
}
