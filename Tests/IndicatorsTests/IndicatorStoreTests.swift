import Areas
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Kenngrößen im Speicher") struct IndicatorStoreTests {
    private func full(_ area: Area) throws -> Indicator {
        let year = try #require(Period("2022"))
        let goal = try #require(Period("2026"))
        return Indicator(
            id: ID(), key: "kinder-sgb2", name: "Kinder unter 15 in SGB II", kind: .outcome,
            measure: .share(per: 100), direction: .within(2...10), unit: "%", numerator: "Kinder in SGB II",
            denominator: "Kinder unter 15", baseKey: "kinder-u15", wholeKey: "kinder-u18", breakdown: "Alter",
            stages: [.aroundKita, .school],
            fields: [.socialSecurityAndWork], use: .need, source: "BA", office: "Jugendamt", periodicity: "jährlich",
            licence: "dl-de/by-2-0", readingAid: "Von 100 Kindern …", caveat: "Ohne Dunkelziffer", plausible: 0...100,
            threshold: 3, hidesZero: true,
            targets: [
                .init(areaID: area.id, baseline: 12, baselinePeriod: year, value: 10, period: goal),
                .init(value: 11, period: goal),
            ],
            isInvented: true)
    }

    @Test("an indicator with everything stated comes back as it was stored", arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        let indicator = try full(fixture.town)
        #expect(try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now) == 1)
        #expect(try await fixture.store.indicator(key: "kinder-sgb2") == indicator)
        #expect(try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now) == 1)
    }

    @Test("a changed definition is a new version, and the earlier one is kept", arguments: TestEngine.available)
    func versions(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        var indicator = try full(fixture.town)
        try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let before = try await fixture.store.revision()
        indicator.caveat = "Neu"
        indicator.targets.removeLast()
        #expect(try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now) == 2)
        #expect(try await fixture.store.indicator(key: "kinder-sgb2") == indicator)
        #expect(try await fixture.store.revision() == before + 1)
        let kept = try await fixture.database.read { r in
            try r.value("SELECT definition FROM indicatorVersion WHERE version = 1", as: String.self)
        }
        #expect(kept?.contains("\"caveat\":\"Ohne Dunkelziffer\"") == true)
    }

    @Test("keys are plain, unique and never change", arguments: TestEngine.available)
    func keys(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        let indicator = try full(fixture.town)
        try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        var other = indicator
        other.key = "anders"
        await #expect(throws: IndicatorStore.Refusal.keyChanged(from: "kinder-sgb2", to: "anders")) {
            try await fixture.store.save(other, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }
        await #expect(throws: IndicatorStore.Refusal.keyTaken("kinder-sgb2")) {
            try await fixture.store.save(
                Indicator(id: ID(), key: "kinder-sgb2", name: "X"), by: IndicatorFixture.actor,
                at: IndicatorFixture.now)
        }
        for wrong in ["", "Kinder", "kinder sgb2", "ä", "2x", "a/b"] {
            await #expect(throws: IndicatorStore.Refusal.key(wrong)) {
                try await fixture.store.save(
                    Indicator(id: ID(), key: wrong, name: "X"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
            }
        }
    }

    @Test("a corrected value is a new version and the earlier one stays", arguments: TestEngine.available)
    func corrections(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        let indicator = try full(fixture.town)
        try await fixture.store.save(indicator, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let year = try #require(Period("2022"))
        let north = MeasuredValue.Place.area(fixture.north.id)
        let kita = MeasuredValue.Place.facility(Reference(.facility, ID<Area>()))
        let first = [
            MeasuredValue(indicator, place: north, period: year, events: 5, base: 40),
            MeasuredValue(indicator, place: kita, period: year, events: 2, base: 20),
            MeasuredValue(indicator: indicator.id, place: .area(fixture.south.id), period: year, state: .suppressed),
        ]
        let origin = ValueOrigin(name: "statistik", fileName: "a.csv")
        let stored = try await fixture.store.record(
            first, from: origin, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(stored == DeliveryCount(created: 3, corrected: 0, unchanged: 0))
        let second = [MeasuredValue(indicator, place: north, period: year, events: 6, base: 40), first[1]]
        let again = try await fixture.store.record(
            second, from: origin, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(again == DeliveryCount(created: 0, corrected: 1, unchanged: 1))
        let cells = try await fixture.store.rawCells([indicator.id])
        #expect(cells.count == 3)
        #expect(cells.first { $0.area == fixture.north.id }?.value.value == 15)
        #expect(cells.first { $0.area == fixture.south.id }?.state == .suppressed)
        let versions = try await fixture.store.versions(of: indicator.id, at: north, in: year)
        #expect(versions.map(\.version) == [1, 2] && versions.map(\.value.events) == [5, 6])
    }
}
