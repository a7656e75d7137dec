import Areas
import Offers
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@Suite("Vergebliche Suche") struct SearchSignalTests {
    let now = Fixture.now
    /// In the month after that of the searches.
    let later = Fixture.today.adding(days: 31)

    private func house(_ engine: TestEngine) async throws -> (Database, SearchSignalStore, ID<Area>, ID<Area>) {
        let database = try await engine.database(Fixture.migrations)
        let town = try #require(AreaKey("05978036"))
        let part = try #require(AreaKey(local: "nord", within: town))
        try await AreaStore(database: database).save(
            [
                Area(id: ID(key: town), key: town, level: .municipality, parentID: nil, name: "Unna"),
                Area(id: ID(key: part), key: part, level: .district, parentID: ID(key: town), name: "Nord"),
            ], by: .system("test"), at: now)
        return (database, SearchSignalStore(database: database), ID(key: town), ID(key: part))
    }

    @Test("fewer than five are not told, five are, written or waiting", arguments: TestEngine.available)
    func least(engine: TestEngine) async throws {
        let (_, signals, town, _) = try await house(engine)
        for _ in 0..<4 { await signals.note(area: town, stage: .school, field: .sport, at: now) }
        #expect(try await signals.count(areas: [town], stage: .school, field: .sport, on: later) == nil)
        try await signals.flush(at: now)
        #expect(try await signals.count(areas: [town], stage: .school, field: .sport, on: later) == nil)
        await signals.note(area: town, stage: .school, field: .sport, at: now)
        #expect(try await signals.count(areas: [town], stage: .school, field: .sport, on: later) == 5...9)
        try await signals.flush(at: now)
        #expect(try await signals.count(areas: [town], stage: .school, field: .sport, on: later) == 5...9)
    }

    @Test("counts are told apart by area, stage, field and month", arguments: TestEngine.available)
    func apart(engine: TestEngine) async throws {
        let (_, signals, town, part) = try await house(engine)
        let before = Instant(milliseconds: now.milliseconds - 100 * 86_400_000)
        // The first searches are more than twelve months old then.
        let old = Fixture.today.adding(days: 300)
        for _ in 0..<5 { await signals.note(area: town, stage: .school, field: .sport, at: before) }
        for _ in 0..<6 { await signals.note(area: town, stage: .school, field: nil, at: now) }
        for _ in 0..<7 { await signals.note(area: part, stage: nil, field: .sport, at: now) }
        try await signals.flush(at: now)
        #expect(try await signals.count(areas: [town], stage: .school, field: .sport, on: later) == 5...9)
        #expect(try await signals.count(areas: [town], stage: .school, field: nil, on: later) == 10...19)
        #expect(try await signals.count(areas: [town], stage: .school, field: nil, on: old) == 5...9)
        #expect(try await signals.count(areas: [part], stage: nil, field: nil, on: later) == 5...9)
        #expect(try await signals.count(areas: [part], stage: .school, field: nil, on: later) == nil)
        #expect(try await signals.count(areas: [town, part], stage: nil, field: nil, on: later) == 10...19)
        #expect(try await signals.count(areas: [town, part], stage: nil, field: .sport, on: later) == 10...19)
    }

    @Test(
        "the row says area, month, stage and field, nothing finer; the log names no area",
        arguments: TestEngine.available)
    func nothingFiner(engine: TestEngine) async throws {
        let (database, signals, town, _) = try await house(engine)
        await signals.note(area: town, stage: .youth, field: nil, at: now)
        #expect(try await database.read { try $0.value("SELECT count(*) FROM searchSignal", as: Int.self) } == 0)
        let late = Instant(milliseconds: now.milliseconds + 15 * 60_000)
        await signals.note(area: town, stage: .youth, field: nil, at: late)
        let rows = try await database.read { r in
            try r.rows("SELECT areaId, month, stage, field, searches FROM searchSignal") { row in
                let words: [String] = [try row.get(0), try row.get(1), try row.get(2), try row.get(3)]
                return words + ["\(try row.get(4, as: Int.self))"]
            }
        }
        #expect(rows == [[town.text, "2026-05", "youth", "", "2"]])
        let log = try await database.read { r in
            try r.rows("SELECT objectId FROM audit WHERE action = 'searchSignal.count'") {
                try $0.get(0, as: String.self)
            }
        }
        #expect(log == ["search-signal"])
    }

    @Test(
        "counts older than three years are deleted; those of a deleted area are not written",
        arguments: TestEngine.available)
    func deleted(engine: TestEngine) async throws {
        let (_, signals, town, _) = try await house(engine)
        let old = Instant(milliseconds: now.milliseconds - 1_150 * 86_400_000)
        for _ in 0..<5 { await signals.note(area: town, stage: nil, field: nil, at: old) }
        try await signals.flush(at: old)
        let soon = old.berlinDay.adding(days: 40)
        #expect(try await signals.count(areas: [town], stage: nil, field: nil, on: soon) == 5...9)
        for _ in 0..<5 { await signals.note(area: town, stage: nil, field: nil, at: now) }
        for _ in 0..<5 { await signals.note(area: ID(), stage: nil, field: nil, at: now) }
        try await signals.flush(at: now)
        #expect(try await signals.count(areas: [town], stage: nil, field: nil, on: soon) == nil)
        #expect(try await signals.count(areas: [town], stage: nil, field: nil, on: later) == 5...9)
    }

    @Test("the running month is not told, so that nobody sees a number grow by one", arguments: TestEngine.available)
    func wholeMonths(engine: TestEngine) async throws {
        let (_, signals, town, _) = try await house(engine)
        for _ in 0..<9 { await signals.note(area: town, stage: nil, field: nil, at: now) }
        #expect(try await signals.count(areas: [town], stage: nil, field: nil, on: now.berlinDay) == nil)
        #expect(try await signals.count(areas: [town], stage: nil, field: nil, on: later) == 5...9)
    }

    @Test("size classes follow each other without a gap, from a multiple of five to just before one")
    func classes() throws {
        var next = SearchSignalStore.leastCount
        for _ in 0..<12 {
            let found = try #require(SearchSignalStore.sizeClass(of: next))
            #expect(found.lowerBound == next && next.isMultiple(of: 5) && (found.upperBound + 1).isMultiple(of: 5))
            #expect(SearchSignalStore.sizeClass(of: found.upperBound) == found)
            next = found.upperBound + 1
        }
        #expect(SearchSignalStore.sizeClass(of: 4) == nil)
        #expect([7, 32, 64, 120].map { SearchSignalStore.sizeClass(of: $0) } == [5...9, 20...49, 50...99, 100...199])
    }

    @Test("a town and its districts together do not narrow what a silent district may be")
    func differences() {
        /// What a reader sees: the town with its districts, then each district.
        struct Seen: Hashable { let classes: [ClosedRange<Int>?] }
        var silent: [Seen: [Set<Int>]] = [:]
        for town in 0...49 {
            for first in 0...19 {
                for second in 0...19 {
                    for third in 0...4 {
                        let districts = [first, second, third]
                        let all = districts.reduce(town, +)
                        let seen = Seen(classes: ([all] + districts).map(SearchSignalStore.sizeClass))
                        for (place, count) in districts.enumerated() {
                            silent[seen, default: [[], [], []]][place].insert(count)
                        }
                    }
                }
            }
        }
        // Larger totals are cut off by the ranges above.
        for (seen, counts) in silent where (seen.classes[0]?.upperBound ?? 4) < 50 {
            for (place, possible) in counts.enumerated() where seen.classes[place + 1] == nil {
                #expect(possible == [0, 1, 2, 3, 4], "\(seen.classes)")
            }
        }
    }
}
