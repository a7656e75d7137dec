import Prevention
import Rounds
import Testing
import Transfers
import Workflow

@Suite("Halbjahr für Halbjahr")
struct SeasonTests {
    /// The most rounds that a duty request which could have been served has waited in any of the 1,000 seasons.
    static let longestWait = 2

    @Test("1,000 seasons of eight half-years: sum 0, floor kept, levels rise, points are there, nobody is starved")
    func seasons() throws {
        var (longest, served, left) = (0, 0, 0)
        for seed in 0..<1_000 {
            var season = Season(seed: seed)
            let start = season.missing
            for number in 0..<8 {
                try season.halfYear(number)
                #expect(season.ledger.balances.values.reduce(0, +) == 0)
                for town in season.towns {
                    let account = Fair.account(town)
                    #expect(
                        season.ledger.planned(account) >= Fair.rules.floor || season.flagged.contains(account),
                        "\(seed)")
                }
            }
            #expect(season.problems.isEmpty, "\(seed): \(season.problems)")
            let replayed = try Ledger(replaying: season.ledger.bookings, rules: Fair.rules)
            #expect(replayed.balances == season.ledger.balances && replayed.tallies == season.ledger.tallies)
            longest = max(longest, season.longestWait)
            served += season.served
            left += start - season.missing
        }
        #expect(longest == Self.longestWait, "waited \(longest) rounds")
        #expect(served > 5_000 && left > 5_000)
    }

    @Test("a forecast never beats its bound, ends where it says, and names links that nobody has")
    func forecast() throws {
        var finished = 0
        for seed in 0..<200 {
            var random = SeededGenerator(seed: UInt64(seed))
            let towns = try (1...random.number(in: 2...8)).map { try Fair.participant($0) }
            let links = (1...random.number(in: 1...5)).map {
                LinkType(id: Fair.link($0), obligation: $0 == 5 ? .choice : .duty)
            }
            var levels = LevelTable()
            for link in links {
                for town in towns where random.chance(40) {
                    levels[link.id, town.id] = random.pick(LinkLevel.allCases, or: .missing)
                }
            }
            let forecast = RoundForecast(towns, links, levels, Fair.rules, seed: "\(seed)")
            let duties = links.filter { $0.obligation == .duty }
            let without = duties.filter { link in !towns.contains { levels[link.id, $0.id] >= .anchored } }
            #expect(forecast.withoutGiver == without.map(\.id).sorted())
            let expected = duties.filter { link in !without.contains(link) }.reduce(0) { sum, link in
                sum + towns.count { levels[link.id, $0.id] < .anchored }
            }
            #expect(forecast.missing == expected)
            guard let end = forecast.finishedAfter else { continue }
            finished += 1
            #expect(end >= forecast.lowerBound ?? 0 && end == forecast.halfYears.count)
            #expect(forecast.halfYears.last?.missing ?? 0 == 0)
        }
        #expect(finished > 150)
    }

    @Test("levels are never lowered by what a transfer comes to")
    func levels() throws {
        var levels = LevelTable()
        #expect(levels[Fair.link(1), Fair.town(1)] == .missing && !levels.knows(Fair.link(1), Fair.town(1)))
        levels[Fair.link(1), Fair.town(1)] = .anchored
        for stage in TransferStage.allCases {
            let before = levels[Fair.link(1), Fair.town(1)]
            levels.raise(Fair.link(1), Fair.town(1), by: .running(stage))
            #expect(levels[Fair.link(1), Fair.town(1)] >= before)
        }
        levels.raise(Fair.link(1), Fair.town(1), by: .stopped(at: .presented, .noMoney))
        #expect(levels[Fair.link(1), Fair.town(1)] == .mayPassOn)
    }
}
