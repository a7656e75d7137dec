import Prevention
import Testing
import Transfers

@Suite("Zahlen der Spielregeln") struct RuleNumberTests {
    @Test("every number can be read and set by its name, and only that one changes")
    func subscripts() {
        let start = ExchangeRules(version: "1", validFrom: Market.day("2026-01-01"))
        for number in RuleNumber.allCases {
            var next = start
            let new = start[number] == number.bounds.upperBound ? number.bounds.lowerBound : number.bounds.upperBound
            next[number] = new
            #expect(next[number] == new && start.changes(to: next).map(\.number) == [number], "\(number)")
            #expect(start.changes(to: next).first?.old == start[number])
            #expect(number.bounds.contains(start[number]), "the start values make sense")
        }
        #expect(start.changes(to: start) == [])
        var limited = start
        limited[.highestTransfers] = 3
        #expect(limited.highestTransfers == 3)
        limited[.highestTransfers] = 0
        #expect(limited.highestTransfers == nil)
    }

    @Test("a number outside its bounds keeps the rules from being published")
    func bounds() {
        for number in RuleNumber.allCases {
            var rules = ExchangeRules(version: "1", validFrom: Market.day("2026-01-01"))
            let value = number.bounds.upperBound + 1
            rules[number] = value
            let found = RuleProblem.outOfRange(
                number, value: value, lowest: number.bounds.lowerBound, highest: number.bounds.upperBound)
            #expect(rules.problems(highestGive: 2) == [found])
        }
    }
}
