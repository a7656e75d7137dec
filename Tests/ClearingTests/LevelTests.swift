import Prevention
import Testing

@testable import Clearing

@Suite("Standards für alle")
struct LevelTests {
    private static func goal(_ random: inout SeededGenerator) -> LevelGoal {
        let count = random.number(in: 2...5)
        return LevelGoal(
            participants: (0..<count).map {
                .init("m\($0)", give: random.number(in: 0...2), receive: random.number(in: 1...2))
            },
            standards: (0..<random.number(in: 1...3)).map { _ in
                Set((0..<count).filter { _ in random.chance(40) })
            }, lag: random.number(in: 1...3))
    }

    @Test("one giver, one transfer a half-year, lag two: the recursion by hand")
    func spread() {
        let goal = LevelGoal(
            participants: (0..<6).map { .init("m\($0)", give: 1, receive: 1) }, standards: [[0]], lag: 2)
        // Have: 1, 2, 3, 4, 6: the first receiver has it after one half-year and gives after two more.
        #expect(goal.lowerBound == 4)
    }

    @Test("what one still misses, and what all can give")
    func counts() {
        let rich = LevelGoal(
            participants: [.init("a", give: 9, receive: 9), .init("b", give: 0, receive: 1)],
            standards: [[0], [0], [0]], lag: 1)
        #expect(rich.lowerBound == 3)
        let few = LevelGoal(
            participants: [.init("a", give: 2, receive: 9), .init("b", give: 0, receive: 9)],
            standards: [[0], [0], [0], [0], [0]], lag: 1)
        #expect(few.lowerBound == 3)
    }

    @Test("a standard that nobody has can reach nobody")
    func unreachable() throws {
        let goal = LevelGoal(
            participants: [.init("a", give: 1, receive: 1), .init("b", give: 1, receive: 1)], standards: [[]], lag: 1)
        #expect(goal.lowerBound == nil)
        let forecast = try LevelForecast(goal, rules: .init())
        #expect(forecast.finishedAfter == nil && forecast.halfYears.count == 1)
    }

    @Test("no forecast undercuts the bound, accounts and fund are zero together, the fund keeps to its budget")
    func forecasts() throws {
        var finished = 0
        for seed in 0..<1_000 {
            var random = SeededGenerator(seed: UInt64(seed))
            let goal = Self.goal(&random)
            let forecast = try LevelForecast(goal, rules: .init())
            if let after = forecast.finishedAfter {
                finished += 1
                let bound = try #require(goal.lowerBound)
                #expect(after >= bound, "goal \(seed)")
                #expect(forecast.halfYears.last?.missing ?? 0 == 0)
            }
            #expect(forecast.balances.reduce(forecast.fund, +) == 0)
            #expect(forecast.halfYears.allSatisfy { $0.fromFund <= 2 * goal.participants.count })
            #expect(forecast.balances.allSatisfy { $0 >= -2 })
        }
        #expect(finished > 200)
    }

    @Test("ten towns, twelve standards: without a fund it comes to a standstill, with it all arrive")
    func fund() throws {
        var without = 0
        for seed in 0..<10 {
            var random = SeededGenerator(seed: UInt64(seed))
            let goal = LevelGoal(
                participants: (0..<10).map { .init("m\($0)", give: 2, receive: 2) },
                standards: (0..<12).map { _ in
                    let has = Set((0..<10).filter { random.chance($0 < 3 ? 70 : 20) })
                    return has.isEmpty ? [0] : has
                }, lag: 2)
            #expect(try LevelForecast(goal, rules: .init()).finishedAfter != nil)
            var rules = LevelForecast.Rules()
            rules.fund = 0
            without += try LevelForecast(goal, rules: rules).finishedAfter == nil ? 1 : 0
        }
        #expect(without >= 5)
    }
}
