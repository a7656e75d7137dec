import Areas
import Offers
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@Suite("Vergebliche Suche") struct SearchSignalTests {
    let now = Fixture.now
    let from = Fixture.today.adding(days: -365)

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
        #expect(try await signals.count(area: town, stage: .school, field: .sport, from: from) == nil)
        try await signals.flush(at: now)
        #expect(try await signals.count(area: town, stage: .school, field: .sport, from: from) == nil)
        await signals.note(area: town, stage: .school, field: .sport, at: now)
        #expect(try await signals.count(area: town, stage: .school, field: .sport, from: from) == 5)
        try await signals.flush(at: now)
        #expect(try await signals.count(area: town, stage: .school, field: .sport, from: from) == 5)
    }

    @Test("counts are told apart by area, stage, field and month", arguments: TestEngine.available)
    func apart(engine: TestEngine) async throws {
        let (_, signals, town, part) = try await house(engine)
        let before = Instant(milliseconds: now.milliseconds - 100 * 86_400_000)
        for _ in 0..<5 { await signals.note(area: town, stage: .school, field: .sport, at: before) }
        for _ in 0..<6 { await signals.note(area: town, stage: .school, field: nil, at: now) }
        for _ in 0..<7 { await signals.note(area: part, stage: nil, field: .sport, at: now) }
        try await signals.flush(at: now)
        #expect(try await signals.count(area: town, stage: .school, field: .sport, from: from) == 5)
        #expect(try await signals.count(area: town, stage: .school, field: nil, from: from) == 11)
        #expect(try await signals.count(area: town, stage: .school, field: nil, from: now.berlinDay) == 6)
        #expect(try await signals.count(area: part, stage: nil, field: nil, from: from) == 7)
        #expect(try await signals.count(area: part, stage: .school, field: nil, from: from) == nil)
        #expect(try await signals.count(areas: [town, part], stage: nil, field: nil, from: from) == 18)
        #expect(try await signals.count(areas: [town, part], stage: nil, field: .sport, from: from) == 12)
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
        let early = old.berlinDay.adding(days: -40)
        #expect(try await signals.count(area: town, stage: nil, field: nil, from: early) == 5)
        for _ in 0..<5 { await signals.note(area: town, stage: nil, field: nil, at: now) }
        for _ in 0..<5 { await signals.note(area: ID(), stage: nil, field: nil, at: now) }
        try await signals.flush(at: now)
        #expect(try await signals.count(area: town, stage: nil, field: nil, from: early) == 5)
    }
}
