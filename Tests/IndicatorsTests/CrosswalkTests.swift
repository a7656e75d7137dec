import Areas
import Foundation
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Umsteigeschlüssel") struct CrosswalkTests {
    private let people = Indicator(id: ID(), key: "einwohner", name: "Einwohner")
    private let share = Indicator(id: ID(), key: "quote", name: "Quote", measure: .share(per: 100))
    private let index = Indicator(id: ID(), key: "index", name: "Index", measure: .score)

    private func key(_ text: String) throws -> AreaKey { try #require(AreaKey(text)) }

    private func day(_ text: String) throws -> Day { try #require(Day(text)) }

    /// 05313 and 05354 merge into 05334; a quarter of 14001 goes to 14002, the rest to 14003; 05315 stays.
    private func crosswalk() throws -> Crosswalk {
        Crosswalk(
            name: "Kreise", weighting: "Bevölkerung", from: try day("2008-12-31"), to: try day("2020-12-31"),
            source: "BBSR",
            shares: [
                try key("05313"): [.init(to: try key("05334"), share: 1)],
                try key("05354"): [.init(to: try key("05334"), share: 1)],
                try key("14001"): [.init(to: try key("14002"), share: 0.25), .init(to: try key("14003"), share: 0.75)],
                try key("05315"): [.init(to: try key("05315"), share: 1)],
            ])
    }

    private func value(
        _ indicator: Indicator, _ area: String, _ value: Double? = nil, _ events: Double? = nil, _ base: Double? = nil
    )
        throws -> MeasuredValue
    {
        MeasuredValue(
            indicator, place: .area(ID(key: try key(area))), period: try #require(Period("2008")), value: value,
            events: events, base: base)
    }

    private func convert(_ indicator: Indicator, _ values: [String: MeasuredValue]) throws -> [String:
        CrosswalkConversion.Result]
    {
        let old = try Dictionary(uniqueKeysWithValues: values.map { (try key($0.key), $0.value) })
        let results = CrosswalkConversion(crosswalk: try crosswalk()).convert(
            old, of: indicator, in: try #require(Period("2008")))
        var byKey: [String: CrosswalkConversion.Result] = [:]
        for text in ["05334", "14002", "14003", "05315"] {
            let place = MeasuredValue.Place.area(ID(key: try key(text)))
            byKey[text] = results.first { $0.value.place == place }
        }
        return byKey
    }

    @Test("whole mergers are exact, divided areas give by share, unchanged ones are left alone")
    func counts() throws {
        let results = try convert(
            people,
            [
                "05313": try value(people, "05313", 100), "05354": try value(people, "05354", 250),
                "14001": try value(people, "14001", 80), "05315": try value(people, "05315", 9),
            ])
        #expect(results["05334"]?.value.value == 350 && results["05334"]?.isExact == true)
        #expect(results["14002"]?.value.value == 20 && results["14003"]?.value.value == 60)
        #expect(results["14002"]?.isExact == false && results["14002"]?.value.isConverted == true)
        #expect(results["05315"] == nil)
    }

    @Test("rates go through events and base, never as a mean of rates")
    func rates() throws {
        let results = try convert(
            share, ["05313": try value(share, "05313", nil, 10, 100), "05354": try value(share, "05354", nil, 10, 400)])
        #expect(results["05334"]?.value.value == 4)
        let bare = try convert(
            share, ["05313": try value(share, "05313", 10), "05354": try value(share, "05354", 2.5)])
        #expect(bare["05334"]?.value.state == .notAvailable)
    }

    @Test("a missing origin makes the new area unknown, a hidden one hides it, a score is never averaged")
    func states() throws {
        let alone = try convert(people, ["05313": try value(people, "05313", 100)])
        #expect(alone["05334"]?.value.state == .notAvailable)
        let hidden = MeasuredValue(
            indicator: people.id, place: .area(ID(key: try key("05354"))), period: try #require(Period("2008")),
            state: .suppressed)
        let half = try convert(people, ["05313": try value(people, "05313", 100), "05354": hidden])
        #expect(half["05334"]?.value.state == .suppressed)
        let scores = try convert(index, ["05313": try value(index, "05313", 1), "05354": try value(index, "05354", 2)])
        #expect(scores["05334"]?.value.state == .notAvailable)
    }

    @Test("stored values are converted once and never over delivered ones", arguments: TestEngine.available)
    func stored(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + IndicatorMigrations.all)
        let store = IndicatorStore(database: database)
        try await store.save([people], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let areas = try ["05313", "05354", "05334", "14001", "14002"].map {
            try IndicatorFixture.area($0, .kreis, "Gebiet \($0)", parent: nil)
        }
        try await AreaStore(database: database).save(areas, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        try await store.save([try crosswalk()], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        try await store.save([try crosswalk()], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let kept = try #require(try await store.crosswalks().first)
        #expect(try await store.crosswalks().count == 1)
        #expect(kept.shares == (try crosswalk()).shares)
        try await store.record(
            [
                try value(people, "05313", 100), try value(people, "05354", 250), try value(people, "14001", 80),
                try value(people, "14002", 33),
            ], from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let year = try #require(Period("2008"))
        let report = try await store.convert(
            [people], periods: [year], by: kept, actor: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(report.exact == 1 && report.estimated == 0 && report.count.created == 1)
        #expect(report.unknownAreas.map(\.text) == ["14003"])
        let cells = try await store.rawCells([people.id])
        #expect(cells.first { $0.area == areas[2].id }?.value.value == 350)
        #expect(cells.first { $0.area == areas[2].id }?.value.isConverted == true)
        #expect(cells.first { $0.area == areas[4].id }?.value.value == 33)
        let again = try await store.convert(
            [people], periods: [year], by: kept, actor: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(again.count == DeliveryCount(created: 0, corrected: 0, unchanged: 1))
    }

    @Test("shares that are no whole, keys that are none and shares above 1 are listed")
    func faults() throws {
        let text = """
            jahr,kreis_alt,anteil_bevoelkerung,kreis_2020
            2008,05313,0.6,05334
            2008,xy,1,05334
            2008,05354,1.5,05334
            neun,05315,1,05315
            """
        let plan = CrosswalkImport(file: "u.csv", name: "Kreise", to: try day("2020-12-31")).plan(Array(text.utf8))
        #expect(plan.crosswalks.isEmpty && plan.problems.compactMap(\.row) == [2, 3, 4] && plan.problems.count == 4)
    }

    private static let file: [UInt8]? = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let path = "../shared/data/geo/nrw/kreise_umsteigeschluessel_auf_2020.csv"
        return try? Array(Data(contentsOf: root.appending(path: path)))
    }()

    @Test(
        "all German Kreise 1990…2019: shares add up, in NRW only Aachen changed",
        .enabled(if: file != nil, "../shared/data/geo fehlt"))
    func real() throws {
        let plan = CrosswalkImport(file: "kreise.csv", name: "BBSR Kreise", to: try day("2020-12-31")).plan(
            try #require(Self.file))
        #expect(plan.problems.isEmpty && plan.read == 4_095 && plan.crosswalks.count == 18)
        let old = try #require(
            plan.crosswalks.first { $0.weighting == "Bevölkerung" && $0.from.year == 2008 })
        let changed = old.shares.filter { $0.key.text.hasPrefix("05") && $0.value.map(\.to) != [$0.key] }
        #expect(Set(changed.keys.map(\.text)) == ["05313", "05354"])
        #expect(changed.values.allSatisfy { $0.map(\.to.text) == ["05334"] && $0[0].share == 1 })
        let first = try #require(plan.crosswalks.first { $0.weighting == "Bevölkerung" && $0.from.year == 1990 })
        #expect(first.shares.values.contains { $0.count > 1 })
        for crosswalk in plan.crosswalks {
            for parts in crosswalk.shares.values { #expect(abs(parts.reduce(0) { $0 + $1.share } - 1) < 1e-9) }
        }
    }
}
