import Areas
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Freigabe") struct GateTests {
    private static let year = Period(year: 2022) ?? Period(day: IndicatorFixture.today)

    /// A town of five districts with children in SGB II out of all children.
    private struct Town {
        let fixture: IndicatorFixture
        let gate: PublishGate
        let areas: [Area]
        let share: Indicator
        let children = Indicator(id: ID(), key: "kinder", name: "Kinder", threshold: 1)

        init(_ engine: TestEngine, threshold: Int = 3) async throws {
            let fixture = try await IndicatorFixture(engine)
            self.fixture = fixture
            gate = PublishGate(store: fixture.store)
            share = Indicator(
                id: ID(), key: "sgb2", name: "Kinder in SGB II", measure: .share(per: 100), unit: "%",
                baseKey: "kinder", threshold: threshold)
            let more = try ["3", "4", "5"].map {
                try IndicatorFixture.area("05978036/\($0)", .district, "Teil \($0)", parent: fixture.town)
            }
            try await AreaStore(database: fixture.database).save(
                more, by: IndicatorFixture.actor, at: IndicatorFixture.now)
            areas = [fixture.north, fixture.south] + more
            try await fixture.store.save([share, children], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }

        func record(_ events: [Double], of bases: [Double], in period: Period = year) async throws {
            var values: [MeasuredValue] = []
            let places = areas.map(\.id) + [fixture.town.id]
            let all = zip(events + [events.reduce(0, +)], bases + [bases.reduce(0, +)])
            for (area, (events, base)) in zip(places, all) {
                values.append(
                    MeasuredValue(share, place: .area(area), period: period, events: events, base: base))
                values.append(MeasuredValue(children, place: .area(area), period: period, events: base))
            }
            try await fixture.store.record(
                values, from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }

        func examine(_ keys: [String], _ periods: [Period] = [year]) async throws -> GateReport {
            try await gate.examine(PublicationRequest(indicators: keys, periods: periods))
        }

        @discardableResult
        func publish(_ keys: [String], _ periods: [Period] = [year]) async throws -> GateReport {
            try await gate.publish(
                PublicationRequest(indicators: keys, periods: periods), by: IndicatorFixture.actor,
                at: IndicatorFixture.now)
        }

        func verdict(_ report: GateReport, _ key: String, _ area: ID<Area>) -> GateReport.Verdict? {
            report.cells.first { $0.indicator == key && $0.area == area }?.verdict
        }
    }

    @Test("a small count takes another district with it, the town's total stays", arguments: TestEngine.available)
    func small(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.record([2, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        let report = try await town.examine(["sgb2", "kinder"])
        #expect(report.isSafe && report.isProvenBest)
        #expect(town.verdict(report, "sgb2", town.fixture.north.id) == .small)
        #expect(report.cells.count { $0.indicator == "sgb2" && $0.verdict == .secondary } == 1)
        #expect(town.verdict(report, "sgb2", town.fixture.town.id) == .published)
        #expect(report.cells.filter { $0.indicator == "kinder" }.allSatisfy { $0.verdict == .published })
        #expect(try await town.fixture.store.publications().isEmpty, "examining writes nothing")
    }

    @Test("the one child of a district must not learn that the other district has two")
    func loner() async throws {
        let town = try await GateTown(districts: 5)
        try await town.record([1, 30, 41, 2, 60], in: GateTown.year)
        let report = try await town.publish([GateTown.year])
        #expect(report.count(.small) == 2 && report.count(.secondary) == 1)
        // Two in two districts hide each other; none of them is alone.
        let other = try await GateTown(districts: 5)
        try await other.record([2, 30, 41, 2, 60], in: GateTown.year)
        let pair = try await other.publish([GateTown.year])
        #expect(pair.count(.small) == 2 && pair.count(.secondary) == 0)
    }

    @Test("what its source has hidden does not follow from the town's total", arguments: [0.0, 5])
    func secret(count: Double) async throws {
        let town = try await GateTown(districts: 5)
        try await town.record([count, 30, 41, 22, 60], in: GateTown.year)
        let north = MeasuredValue.Place.area(town.fixture.north.id)
        let later = IndicatorFixture.now.adding(seconds: 60)
        try await town.record(
            [MeasuredValue(indicator: town.births.id, place: north, period: GateTown.year, state: .suppressed)],
            at: later)
        let report = try await town.publish([GateTown.year])
        #expect(town.verdict(report, north) == .source)
        #expect(report.count(.secondary) == 1 && report.isSafe)
    }

    @Test("a total one below its parts tells a small count nearly as well as the right one")
    func below() async throws {
        let town = try await GateTown(districts: 5)
        try await town.record([2, 30, 41, 22, 60], in: GateTown.year)
        let place = MeasuredValue.Place.area(town.fixture.town.id)
        let later = IndicatorFixture.now.adding(seconds: 60)
        try await town.record(
            [MeasuredValue(town.births, place: place, period: GateTown.year, events: 154)], at: later)
        let report = try await town.publish([GateTown.year])
        #expect(report.mismatches.map(\.place) == [place])
        #expect(report.count(.secondary) == 1 && report.known == 0)
    }

    @Test("all but two of the children are as telling as two")
    func complement() async throws {
        let town = try await Town(.sqlite)
        try await town.record([98, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        let report = try await town.examine(["sgb2", "kinder"])
        #expect(town.verdict(report, "sgb2", town.fixture.north.id) == .smallComplement)
        #expect(report.count(.secondary) == 1 && report.isSafe)
    }

    @Test("nothing small, nothing hidden; what is published is seen as it is")
    func open() async throws {
        let town = try await Town(.sqlite)
        try await town.record([20, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        let report = try await town.publish(["sgb2"])
        #expect(report.cells.count == 6 && report.count(.published) == 6)
        let shelf = IndicatorShelf(town.fixture.store)
        let series = try #require(try await shelf.series("sgb2", for: .everyone, on: IndicatorFixture.today))
        #expect(series[town.fixture.north.id, Self.year].value == 20)
        #expect(series[town.fixture.north.id, Self.year].base == 100)
        let publication = try #require(try await town.fixture.store.publications().first)
        #expect(publication.hash == report.hash && report.hash.count == 64)
        let decision = GateDecision(publication)
        #expect(decision.counts == [.published: 6] && decision.periods == ["2022"])
        #expect(decision.rules == [.init(indicator: "sgb2", threshold: 3, hidesZero: false)])
    }

    @Test("the planted small number is nowhere in what is stored for pages", arguments: TestEngine.available)
    func planted(engine: TestEngine) async throws {
        let town = try await Town(engine)
        try await town.record([2, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.publish(["sgb2", "kinder"])
        let rows = try await town.fixture.database.read { r in
            try r.rows("SELECT value, events FROM publicationCell WHERE areaId = \(town.fixture.north.id)") {
                [try $0.optional(0, as: Double.self), try $0.optional(1, as: Double.self)]
            }
        }
        #expect(rows.count == 2)
        #expect(!rows.flatMap { $0 }.contains(2))
    }

    @Test("what was published before is known, and publishing its neighbours then is refused")
    func earlier() async throws {
        let town = try await Town(.sqlite)
        // First every district is harmless and published; a correction makes one small.
        try await town.record([9, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.publish(["sgb2", "kinder"])
        try await town.record([2, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        let report = try await town.examine(["sgb2", "kinder"])
        #expect(town.verdict(report, "sgb2", town.fixture.north.id) == .small)
        #expect(report.known > 0)
        // The others are known; with the corrected total the small number would follow: the total is hidden.
        #expect(town.verdict(report, "sgb2", town.fixture.town.id) == .secondary)
        #expect(report.isSafe)
    }

    @Test("a correction by one child is not shown")
    func difference() async throws {
        let town = try await Town(.sqlite)
        try await town.record([20, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.publish(["sgb2", "kinder"])
        try await town.record([21, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        let report = try await town.examine(["sgb2"])
        #expect(town.verdict(report, "sgb2", town.fixture.north.id) == .smallChange)
    }

    @Test("a withdrawn publication stays known")
    func withdrawn() async throws {
        let town = try await Town(.sqlite)
        try await town.record([20, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.publish(["sgb2"])
        let publication = try #require(try await town.fixture.store.publications().first)
        try await town.fixture.store.withdraw(
            publication.id, by: IndicatorFixture.actor, at: IndicatorFixture.now, reason: "Fehler")
        let report = try await town.examine(["sgb2"])
        #expect(report.known == 12)
    }

    @Test("publishing is refused while a hidden number could be worked out, and the report names it")
    func refused() async throws {
        let town = try await Town(.sqlite)
        try await town.record([9, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.publish(["sgb2", "kinder"])
        // Four districts and the town are known as they stand now; the fifth was never published.
        try await town.fixture.store.record(
            [
                MeasuredValue(
                    town.share, place: .area(town.fixture.north.id), period: Self.year, events: 2, base: 100),
                MeasuredValue(
                    town.share, place: .area(town.fixture.town.id), period: Self.year, events: 155, base: 660),
            ], from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        try await town.fixture.publish([
            PublicationCell(
                indicator: town.share.id, area: town.fixture.town.id, period: Self.year,
                value: PublishedValue(state: .available, value: 155.0 / 660 * 100, events: 155, base: 660))
        ])
        let report = try await town.examine(["sgb2"])
        #expect(!report.isSafe)
        #expect(report.exposures.map(\.area) == [town.fixture.north.id])
        await #expect(throws: GateRefusal.unsafe(report)) { try await town.publish(["sgb2"]) }
        #expect(try await town.fixture.store.publications().count == 2)
    }

    @Test("parts of a whole are examined together with the whole published before")
    func parts() async throws {
        let town = try await Town(.sqlite)
        let young = Indicator(id: ID(), key: "unter-3", name: "Unter 3", wholeKey: "unter-6", threshold: 3)
        let older = Indicator(id: ID(), key: "von-3", name: "3 bis 5", wholeKey: "unter-6", threshold: 3)
        let whole = Indicator(id: ID(), key: "unter-6", name: "Unter 6", threshold: 3)
        try await town.fixture.store.save(
            [young, older, whole], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        var values: [MeasuredValue] = []
        for (area, (one, two)) in zip(town.areas, [(2.0, 20.0), (11, 9), (13, 14), (8, 21), (17, 15)]) {
            for (indicator, count) in [(young, one), (older, two), (whole, one + two)] {
                values.append(MeasuredValue(indicator, place: .area(area.id), period: Self.year, events: count))
            }
        }
        try await town.fixture.store.record(
            values, from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        try await town.publish(["unter-6"])
        let report = try await town.examine(["von-3"])
        #expect(report.linked == ["unter-3", "unter-6"])
        #expect(town.verdict(report, "von-3", town.fixture.north.id) == .secondary)
        #expect(report.count(.published) == 4)
    }

    @Test("two breakdowns of the same whole are two sums, not one that is too large")
    func breakdowns() async throws {
        let town = try await Town(.sqlite)
        let whole = Indicator(id: ID(), key: "unter-6", name: "Unter 6", threshold: 3)
        let parts = [("unter-3", "Alter"), ("von-3", "Alter"), ("maedchen", "Geschlecht"), ("jungen", "Geschlecht")]
            .map { Indicator(id: ID(), key: $0.0, name: $0.0, wholeKey: "unter-6", breakdown: $0.1, threshold: 3) }
        try await town.fixture.store.save(parts + [whole], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let counts = zip(parts + [whole], [2.0, 20, 9, 13, 22]).map { indicator, count in
            MeasuredValue(indicator, place: .area(town.fixture.north.id), period: Self.year, events: count)
        }
        try await town.fixture.store.record(
            counts, from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let report = try await town.examine(parts.map(\.key) + ["unter-6"])
        #expect(report.mismatches.isEmpty && report.sums == 2)
        #expect(town.verdict(report, "unter-3", town.fixture.north.id) == .small)
        #expect(report.count(.secondary) == 1 && report.isSafe)
    }

    @Test("a total below its parts is named, and a rate without counts is not shown")
    func faults() async throws {
        let town = try await Town(.sqlite)
        try await town.record([20, 30, 41, 22, 60], of: [100, 120, 150, 90, 200])
        try await town.fixture.store.record(
            [
                MeasuredValue(
                    town.share, place: .area(town.fixture.town.id), period: Self.year, events: 170, base: 660),
                MeasuredValue(town.share, place: .area(town.fixture.south.id), period: Self.year, value: 25),
            ], from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let report = try await town.examine(["sgb2"])
        #expect(town.verdict(report, "sgb2", town.fixture.south.id) == .notCheckable)
        await #expect(throws: GateRefusal.unknownIndicator("x")) { try await town.examine(["x"]) }
        await #expect(throws: GateRefusal.nothingRequested) { try await town.examine([]) }
        let never = try #require(Period(year: 1999))
        await #expect(throws: GateRefusal.nothingMeasured) { try await town.examine(["sgb2"], [never]) }
    }

    @Test("95 percent and 38 children tell that two are missing, even if no base was delivered")
    func baseFollows() async throws {
        let town = try await Town(.sqlite)
        let numbers = [(38.0, 95.0), (30, 25), (41, 27.3), (22, 24.4), (60, 30)]
        try await town.fixture.store.record(
            zip(town.areas, numbers).map { area, number in
                MeasuredValue(
                    town.share, place: .area(area.id), period: Self.year, value: number.1, events: number.0)
            }, from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let report = try await town.examine(["sgb2"])
        #expect(town.verdict(report, "sgb2", town.fixture.north.id) == .smallComplement)
        #expect(town.verdict(report, "sgb2", town.fixture.south.id) == .published)
    }
}
