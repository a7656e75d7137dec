import Prevention
import Records
import Storage
import StorageTesting
import Testing

@Suite("Sammlung") struct RecordStoreTests {
    let now = Instant(milliseconds: 1_700_000_000_000)

    func record(_ key: String, title: String = "Elternstart", stages: [LifeStage] = [.pregnancyAndBirth]) -> Record {
        Record(
            kind: .goal, key: key, title: title, summary: "Ein Kurs.", label: "", ages: AgeRange(-3, 12),
            stages: stages, fields: ["Gesundheit"], places: [.init(key: "unna", name: "Unna")],
            facts: [Fact(.tasks, ["30 Familien"])], links: [],
            sources: [Source(document: "report-2016", section: "7")])
    }

    @Test("what was saved comes back whole", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let store = RecordStore(database: try await engine.database(RecordsRoom.migrations))
        let saved = try await store.save([record("a")], by: .system("test"), at: now)
        #expect(saved == (1, 0))
        #expect(try await store.record(.goal, "a") == record("a"))
        #expect(try await store.record(.network, "a") == nil)
    }

    @Test("saving again changes only what is different", arguments: TestEngine.available)
    func again(engine: TestEngine) async throws {
        let database = try await engine.database(RecordsRoom.migrations)
        let store = RecordStore(database: database)
        _ = try await store.save([record("a"), record("b")], by: .system("test"), at: now)
        #expect(try await store.records(.goal).map(\.title) == ["Elternstart", "Elternstart"])
        let saved = try await store.save([record("a"), record("b", title: "Neu")], by: .system("test"), at: now)
        #expect(saved == (0, 1))
        #expect(try await store.records(.goal).map(\.title) == ["Elternstart", "Neu"])
        #expect(try await store.counts() == [.goal: 2])
        let entries = try await database.read { r in try r.value("SELECT COUNT(*) FROM audit", as: Int.self) }
        #expect(entries == 3)
    }

    @Test("the list is narrowed by word, place, stage and field", arguments: TestEngine.available)
    func narrowing(engine: TestEngine) async throws {
        let store = RecordStore(database: try await engine.database(RecordsRoom.migrations))
        _ = try await store.save(
            [record("a"), record("b", title: "Ökotreff", stages: [.youth])], by: .system("test"), at: now)
        var query = RecordQuery()
        query.stage = .youth
        #expect(try await store.records(.goal, matching: query).map(\.key) == ["b"])
        query = RecordQuery()
        query.text = "ÖKO"
        #expect(try await store.records(.goal, matching: query).map(\.key) == ["b"])
        query.text = "30 familien"
        #expect(try await store.records(.goal, matching: query).count == 2)
        query = RecordQuery()
        query.place = "selm"
        #expect(try await store.records(.goal, matching: query).isEmpty)
        query.place = "unna"
        query.field = "Gesundheit"
        #expect(try await store.records(.goal, matching: query).map(\.title) == ["Elternstart", "Ökotreff"])
    }
}
