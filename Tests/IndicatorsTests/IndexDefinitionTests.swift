import Foundation
import Prevention
import Statistics
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Indexdefinitionen") struct IndexDefinitionTests {
    private static func definition() -> IndexDefinition {
        IndexDefinition(
            name: "Chancen", about: "Beschluss vom Mai",
            groups: [
                .init("Lage", weight: 2, [.init("sgb2", .unfavourable), .init("zuzug", .need, weight: 0.5)]),
                .init("Gesundheit", [.init("u9", .favourable)]),
            ], normalisation: .percentile, aggregation: .geometric, imputation: .groupMean, treatsOutliers: false,
            minimumShare: 50)
    }

    @Test("a definition comes back as it was stored, with its history and the log", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        let store = IndexDefinitionStore(database: fixture.database)
        let saved = try await store.save(Self.definition(), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(saved.version == 1)
        #expect(try await store.definition(saved.id, for: .offices) == saved)
        var changed = saved
        changed.isPublic = true
        changed.groups[0].weight = 3
        let again = try await store.save(changed, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(again.version == 2)
        #expect(try await store.save(again, by: IndicatorFixture.actor, at: IndicatorFixture.now).version == 2)
        let (versions, entries) = try await fixture.database.read { r in
            (
                try r.rows("SELECT definition FROM compositeIndexVersion ORDER BY version") {
                    try $0.get(0, as: String.self)
                },
                try r.rows("SELECT action FROM audit WHERE action LIKE 'index.%' ORDER BY n") {
                    try $0.get(0, as: String.self)
                }
            )
        }
        #expect(versions.count == 2 && versions[0].contains("\"public\":false"))
        #expect(entries == ["index.create", "index.edit"])
    }

    @Test("who changes an old version is told so, and drafts stay inside", arguments: TestEngine.available)
    func staleAndDraft(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        let store = IndexDefinitionStore(database: fixture.database)
        let saved = try await store.save(Self.definition(), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        var old = saved
        old.version = 0
        old.name = "Anders"
        await #expect(throws: StorageError.self) {
            try await store.save(old, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }
        #expect(try await store.definition(saved.id, for: .everyone) == nil)
        #expect(try await store.definitions(for: .everyone).isEmpty)
        #expect(try await store.definitions(for: .offices).map(\.name) == ["Chancen"])
        try await store.remove(saved.id, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(try await store.definitions(for: .offices).isEmpty)
    }

    @Test("Gelsenkirchen's template holds the indicators of the documents, under keys made of their names")
    func template() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let file = folder.appending(path: "Examples/model-project/index-gelsenkirchen.json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
        let groups = try #require((object as? [String: Any])?["sub_indices"] as? [[String: Any]])
        let template = IndexTemplate.gelsenkirchen.definition
        #expect(template.groups.map(\.name) == groups.compactMap { $0["title"] as? String })
        let indicators = groups.flatMap { $0["indicators"] as? [[String: Any]] ?? [] }
        #expect(
            template.parts.map(\.indicator) == indicators.map { IndexTemplate.key(of: $0["title"] as? String ?? "") })
        #expect(template.parts.count == 16)
        for (part, indicator) in zip(template.parts, indicators) {
            #expect((part.effect == .favourable) == (indicator["direction"] as? String == "higher-less-need"))
        }
        #expect(template.parts.first { $0.indicator == "migrantenanteil-unter-18-jahren" }?.effect == .need)
        #expect(IndexTemplate.key(of: "Übergewichtige und adipöse Kinder") == "uebergewichtige-und-adipoese-kinder")
        let weights = try template.design.effectiveWeights()
        let ratio = (weights["sozialgeldquote"] ?? 0) / (weights["schulempfehlung-gymnasium"] ?? 1)
        #expect(abs(ratio - 2.5) < 1e-12)
    }
}

@Suite("Index aus veröffentlichten Werten") struct IndexEvaluationTests {
    private let areas: [Area]
    private let year: Period
    private let before: Period

    init() throws {
        areas = try (1...4).map {
            try IndicatorFixture.area("05978036/\($0)", .district, "Ort \($0)", parent: nil)
        }
        year = try #require(Period("2022"))
        before = try #require(Period("2021"))
    }

    private func series(_ key: String, _ values: [Double?], in period: Period, hidden: Int? = nil) -> PublishedSeries {
        let cells = zip(areas, values).enumerated().map { place, cell in
            let value =
                place == hidden
                ? PublishedValue.suppressed
                : PublishedValue(
                    state: cell.1 == nil ? .notAvailable : .available, value: cell.1, events: cell.1, base: 100)
            return (cell.0.id, value)
        }
        return PublishedSeries(
            Indicator(id: ID(), key: key, name: key, measure: .share(per: 100)),
            [period: Dictionary(uniqueKeysWithValues: cells)])
    }

    @Test("scores, need and what is hidden come from published values only")
    func evaluates() async throws {
        let definition = IndexDefinition(
            name: "x", groups: [.init("g", [.init("a", .unfavourable, weight: 2), .init("b", .favourable)])],
            treatsOutliers: false)
        let evaluation = try IndexEvaluation(
            definition,
            [
                "a": series("a", [10, 20, 30, 40], in: year),
                "b": series("b", [80, 60, 70, 90], in: before, hidden: 3),
            ],
            areas: areas)
        let scores = try #require(evaluation.result.scores[IndexDefinition.whole]).map {
            $0.map { ($0 * 10).rounded() / 10 }
        }
        #expect(scores == [100, 44.4, 38.9, 0])
        #expect(evaluation.result.ranks == [1, 2, 3, 4])
        #expect(evaluation.values["b"]?[3].state == .suppressed)
        #expect(evaluation.periods == ["a": year, "b": before])
        #expect(evaluation.need()[areas[0].id] == 0 && evaluation.need()[areas[3].id] == 1)
        let bands = await evaluation.bands(replicates: 100)
        #expect(bands.count == 4 && bands.allSatisfy { $0 != nil })
    }

    @Test("without enough weight there is neither score nor need")
    func unknown() throws {
        let definition = IndexDefinition(
            name: "x", groups: [.init("g", [.init("a", .unfavourable, weight: 2), .init("b", .favourable)])],
            treatsOutliers: false, minimumShare: 80)
        let evaluation = try IndexEvaluation(
            definition,
            ["a": series("a", [10, 20, 30, 40], in: year), "b": series("b", [80, 60, 70, 90], in: year, hidden: 3)],
            areas: areas)
        #expect(evaluation.result.ranks[3] == nil)
        #expect(evaluation.need()[areas[3].id] == nil && evaluation.need().count == 3)
        let earlier = try IndexEvaluation(
            definition, ["a": series("a", [10, 20, 30, 40], in: year)], areas: areas, upTo: before)
        #expect(earlier.periods.isEmpty && earlier.need().isEmpty)
    }

    @Test("small counts are less certain than large ones; ready-made scores have no error of their own")
    func errors() {
        func value(_ events: Double, of base: Double) -> PublishedValue {
            PublishedValue(state: .available, value: events / base * 100, events: events, base: base)
        }
        let share = Indicator.Measure.share(per: 100)
        let small = IndexEvaluation.standardError(value(3, of: 12), share)
        #expect(small > 4 * IndexEvaluation.standardError(value(250, of: 1_000), share))
        #expect(IndexEvaluation.standardError(value(0, of: 12), share) > 0)
        #expect(IndexEvaluation.standardError(value(49, of: 1), .ratio(per: 10)) == 70)
        #expect(IndexEvaluation.standardError(PublishedValue(state: .available, value: 3), .score) == 0)
        #expect(IndexEvaluation.standardError(.suppressed, .count) == 0)
    }
}
