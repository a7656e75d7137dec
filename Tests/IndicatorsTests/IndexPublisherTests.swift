import Areas
import Prevention
import Statistics
import Storage
import StorageTesting
import Tables
import Testing

@testable import Indicators

/// Four districts, an index of two indicators over two years, one value kept back.
private struct PublishedIndex {
    let fixture: IndicatorFixture
    let districts: [Area]
    var definition = IndexDefinition(
        name: "Chancen", isPublic: true,
        groups: [.init("g", [.init("a", .unfavourable, weight: 2), .init("b", .favourable)])], treatsOutliers: false)
    var series: [String: PublishedSeries] = [:]

    init(_ engine: TestEngine) async throws {
        fixture = try await IndicatorFixture(engine)
        let town = fixture.town
        districts = try (3...6).map {
            try IndicatorFixture.area("05978036/\($0)", .district, "Ort \($0)", parent: town)
        }
        try await AreaStore(database: fixture.database).save(
            districts, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        series["a"] = try reading("a", [2021: [10, 20, 30, 40], 2022: [12, 20, 30, nil]], hidden: true)
        series["b"] = try reading("b", [2021: [80, 60, 70, 90]], hidden: false)
        definition = try await IndexDefinitionStore(database: fixture.database).save(
            definition, by: IndicatorFixture.actor, at: IndicatorFixture.now)
    }

    private func reading(_ key: String, _ years: [Int: [Double?]], hidden: Bool) throws -> PublishedSeries {
        var values: [Period: [ID<Area>: PublishedValue]] = [:]
        for (year, column) in years {
            let cells = zip(districts, column).map { area, value in
                (
                    area.id,
                    value.map { PublishedValue(state: .available, value: $0) }
                        ?? (hidden ? .suppressed : .notAvailable)
                )
            }
            values[try #require(Period(year: year))] = Dictionary(uniqueKeysWithValues: cells)
        }
        return PublishedSeries(
            Indicator(id: ID(), key: key, name: key, measure: .share(per: 100), source: "Statistik \(key)"), values)
    }

    var territory: IndexTerritory { IndexTerritory(root: fixture.town.id, floor: "stadtteile", areas: districts) }

    func publish(over other: IndexTerritory? = nil) async throws -> IndexEdition {
        try await IndexPublisher(store: fixture.store).publish(
            definition, series, over: other ?? territory, by: IndicatorFixture.actor, at: IndicatorFixture.now)
    }

    func shown() async throws -> PublishedSeries? {
        try await IndicatorShelf(fixture.store).series("index-chancen", for: .everyone, on: IndicatorFixture.today)
    }
}

@Suite("Index als Kenngröße") struct IndexPublisherTests {
    @Test(
        "the scores stand on the shelf as any indicator, with all that is needed to compute them again",
        arguments: TestEngine.available)
    func publishes(engine: TestEngine) async throws {
        let index = try await PublishedIndex(engine)
        let edition = try await index.publish()
        let series = try #require(try await index.shown())
        #expect(series.indicator.measure == .score && series.indicator.direction == .higherIsBetter)
        #expect(series.indicator.source == "Statistik a; Statistik b" && series.indicator.plausible == 0...100)
        #expect(series.periods.map(\.description) == ["2021", "2022"])
        let first = try #require(series.periods.first)
        let scores = index.districts.map { series[$0.id, first].value.map { ($0 * 10).rounded() / 10 } }
        // a: 100, 66.7, 33.3, 0 twice; b: 66.7, 0, 33.3, 100 once.
        #expect(scores == [88.9, 44.4, 33.3, 33.3])
        #expect(edition.number == 1 && edition.version == 1 && edition.periods.count == 2)
        #expect(edition.sources == ["Statistik a", "Statistik b"])
        #expect(edition.provenance["weights"]["a"].double.map { abs($0 - 2.0 / 3) < 1e-12 } == true)
        #expect(edition.provenance["periods"]["2022"]["b"].string == "2021")
        let store = IndexDefinitionStore(database: index.fixture.database)
        #expect(try await store.editions(of: index.definition.id) == [edition])
        #expect(try await store.edition(behind: series.indicator.id) == edition)
    }

    @Test("where a hidden value is missing the score is hidden, not unknown", arguments: TestEngine.available)
    func hidden(engine: TestEngine) async throws {
        var index = try await PublishedIndex(engine)
        index.definition.minimumShare = 100
        _ = try await index.publish()
        let series = try #require(try await index.shown())
        let last = try #require(series.latest)
        #expect(series[index.districts[3].id, last].state == .suppressed)
        #expect(series[index.districts[0].id, last].state == .available)
    }

    @Test(
        "it goes through the register; unchanged it is published once, changed the old edition is withdrawn",
        arguments: TestEngine.available)
    func register(engine: TestEngine) async throws {
        var index = try await PublishedIndex(engine)
        let first = try await index.publish()
        #expect(try await index.publish() == first)
        let once = try await index.fixture.store.publications()
        #expect(once.count == 1 && once[0].withdrawnAt == nil)
        #expect(GateDecision(once[0]).rules.map(\.indicator) == ["index-chancen"])
        index.definition.groups[0].parts[0].weight = 1
        index.definition = try await IndexDefinitionStore(database: index.fixture.database).save(
            index.definition, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let second = try await index.publish()
        #expect(second.number == 2 && second.version == 2)
        let both = try await index.fixture.store.publications()
        #expect(both.map { $0.withdrawnAt == nil } == [false, true])
        let series = try #require(try await index.shown())
        let first2021 = try #require(series.periods.first)
        #expect(series[index.districts[1].id, first2021].value.map { ($0 * 10).rounded() / 10 } == 33.3)
    }

    @Test(
        "withdrawing what an index is computed from withdraws the index; what was replaced since does not",
        arguments: TestEngine.available)
    func withdrawnInput(engine: TestEngine) async throws {
        let index = try await PublishedIndex(engine)
        let store = index.fixture.store
        let input = try #require(index.series["a"])
        try await store.save([input.indicator], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let cells = input.periods.flatMap { period in
            index.districts.map { area in
                PublicationCell(
                    indicator: input.indicator.id, area: area.id, period: period, value: input[area.id, period])
            }
        }
        try await index.fixture.publish(cells)
        try await index.fixture.publish(cells)
        _ = try await index.publish()
        let all = try await store.publications()
        try await store.withdraw(all[0].id, by: IndicatorFixture.actor, at: IndicatorFixture.now, reason: "alt")
        #expect(try await index.shown() != nil)
        try await store.withdraw(all[1].id, by: IndicatorFixture.actor, at: IndicatorFixture.now, reason: "Fehler")
        #expect(try await store.publications().allSatisfy { $0.withdrawnAt != nil })
        #expect(try await index.shown()?.periods.isEmpty ?? true)
        let reasons = try await index.fixture.database.read { r in
            try r.rows("SELECT reason FROM audit WHERE action = 'indicator.withdraw'") {
                try $0.get(0, as: String.self)
            }
        }
        #expect(Set(reasons) == ["alt", "Fehler", "Index aus Veröffentlichung 2, die zurückgezogen ist"])
        _ = try await index.publish()
        #expect(try await index.shown()?.periods.count == 2)
    }

    @Test("a draft, another comparison and too few areas are refused", arguments: TestEngine.available)
    func refuses(engine: TestEngine) async throws {
        var index = try await PublishedIndex(engine)
        _ = try await index.publish()
        let other = IndexTerritory(root: index.fixture.town.id, floor: "orte", areas: index.districts)
        await #expect(throws: IndexRefusal.otherTerritory(index.fixture.town.id, floor: "stadtteile")) {
            try await index.publish(over: other)
        }
        let few = IndexTerritory(
            root: index.fixture.town.id, floor: "stadtteile", areas: Array(index.districts.prefix(2)))
        await #expect(throws: IndexRefusal.nothingComputable) { try await index.publish(over: few) }
        index.definition.isPublic = false
        await #expect(throws: IndexRefusal.draft) { try await index.publish() }
    }

    @Test("what planners decided about the indicator stays when it is computed anew", arguments: TestEngine.available)
    func keepsDecisions(engine: TestEngine) async throws {
        var index = try await PublishedIndex(engine)
        _ = try await index.publish()
        var indicator = try #require(try await index.fixture.store.indicator(key: "index-chancen"))
        indicator.office = "Jugendamt"
        indicator.use = .need
        try await index.fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        index.definition.name = "Chancen von Kindern"
        index.definition = try await IndexDefinitionStore(database: index.fixture.database).save(
            index.definition, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let edition = try await index.publish()
        let after = try #require(try await index.fixture.store.indicator(key: edition.indicatorKey))
        #expect(after.key == "index-chancen" && after.name == "Chancen von Kindern")
        #expect(after.office == "Jugendamt" && after.use == .need)
    }
}
