package import Prevention
import Workflow

/// Spielregeln der Transferbörse: one published version; the steering body sets them, everybody can read them.
///
/// - Source: Antrag 2011, 7.2 (gleichwertige Gegenleistung, Anreize, gleichmäßige Last); the numbers are start values.
package struct ExchangeRules: Hashable, Sendable, Codable {
    package var version: String
    package var validFrom: Day
    package var points = PartPoints(presentation: 2, factors: 3, coaching: 5)
    /// How many full transfers an account may be in debit.
    package var creditTransfers = 2
    /// Highest balance in full transfers; `nil` while the fund runs.
    package var highestTransfers: Int?
    /// Months after which unused credit flows back to the fund.
    package var creditMonths = 36
    /// How far the fund lifts one account in a half-year, in full transfers.
    package var fundTransfers = 2
    /// What the fund may issue in a half-year, in points.
    package var fundBudget = 200
    package var answerDays = 14
    package var evaluationMonths = 6
    /// After a decline the same offer is not proposed again to the same request for so long.
    package var declineMonths = 12
    package var samePracticeMonths = 24
    /// Cost of one more transfer of the same giver: lambda, three lambda, five lambda …
    package var loadCost = 60
    /// Cost of credit: small, and the higher the balance, the more; so the lowest balance gives first.
    package var creditCost = 5
    package var weights = PairWeights()

    package init(version: String, validFrom: Day) {
        self.version = version
        self.validFrom = validFrom
    }

    /// The lowest balance an account may be planned to have, in points.
    package var floor: Int { -creditTransfers * points.full }
}

/// Regelfehler: what keeps a version of the rules from being published.
package enum RuleProblem: Hashable, Sendable {
    case versionMissing
    /// A number outside what makes sense; `highest` and `lowest` are allowed.
    case outOfRange(RuleNumber, value: Int, lowest: Int, highest: Int)
    /// Useful transfers would stay undone: the load of the last one costs more than the poorest match brings.
    case loadOutweighsMatches(load: Int, lowestWeight: Int)
    /// Terms taken off could make a weight negative.
    case weightBelowOne(lowest: Int)
}

extension ExchangeRules {
    /// Everything that keeps these rules from being published; empty if they can be.
    ///
    /// The bounds also keep every sum far inside 64 bits, so that no later step has to think of overflow.
    ///
    /// - Parameter highestGive: the highest limit of any participant; its last transfer must still be worth its load.
    package func problems(highestGive: Int) -> [RuleProblem] {
        var problems: [RuleProblem] = version.contains { !$0.isWhitespace } ? [] : [.versionMissing]
        problems += RuleNumber.allCases.compactMap { number -> RuleProblem? in
            let (value, range) = (self[number], number.bounds)
            return range.contains(value)
                ? nil : .outOfRange(number, value: value, lowest: range.lowerBound, highest: range.upperBound)
        }
        guard problems.isEmpty else { return problems }
        let lowest = weights.lowest
        if lowest < 1 { problems.append(.weightBelowOne(lowest: lowest)) }
        let load = loadCost * max(0, 2 * min(highestGive, TransferLimits.bounds.upperBound) - 1)
        if load >= lowest { problems.append(.loadOutweighsMatches(load: load, lowestWeight: lowest)) }
        return problems
    }
}
