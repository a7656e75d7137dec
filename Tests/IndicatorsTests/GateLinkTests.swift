import Areas
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

/// Numbers that hang together only through indicators that nobody asked for.
@Suite("Freigabe über Kenngrößen hinweg") struct GateLinkTests {
    private static let year = GateTown.year
    private static let all = Indicator(id: ID(), key: "alle", name: "Kinder", threshold: 3)
    private static let boys = part("jungen", of: "alle", by: "Geschlecht")
    private static let girls = part("maedchen", of: "alle", by: "Geschlecht")
    private static let share = Indicator(
        id: ID(), key: "quote", name: "Quote", measure: .share(per: 100), baseKey: "alle", threshold: 3)

    private static func part(_ key: String, of whole: String, by breakdown: String) -> Indicator {
        Indicator(id: ID(), key: key, name: key, wholeKey: whole, breakdown: breakdown, threshold: 3)
    }

    /// Values of the districts and of the town.
    private static func values(_ town: GateTown, _ indicator: Indicator, _ counts: [Double], of bases: [Double]? = nil)
        -> [MeasuredValue]
    {
        let all = counts + [counts.reduce(0, +)]
        let under = bases.map { $0 + [$0.reduce(0, +)] }
        return town.areas.indices.map { position in
            MeasuredValue(
                indicator, place: .area(town.areas[position].id), period: year, events: all[position],
                base: under?[position])
        }
    }

    private static func publish(_ town: GateTown, _ keys: [String]) async throws -> GateReport {
        try await town.gate.publish(
            PublicationRequest(indicators: keys, periods: [year]), by: IndicatorFixture.actor, at: IndicatorFixture.now)
    }

    private static func isShown(_ reports: [GateReport], _ key: String, _ area: Area) -> Bool {
        reports.flatMap(\.cells).contains {
            $0.indicator == key && $0.area == area.id && $0.verdict == .published
        }
    }

    @Test("a share's base less the boys is the girls, though nobody ever published the base", arguments: [true, false])
    func base(sharesFirst: Bool) async throws {
        let town = try await GateTown(districts: 5)
        try await town.fixture.store.save(
            [Self.all, Self.boys, Self.girls, Self.share], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let (boys, girls) = ([8.0, 50, 61, 72, 40], [2.0, 48, 59, 66, 44])
        let both = zip(boys, girls).map(+)
        try await town.record(
            Self.values(town, Self.all, both) + Self.values(town, Self.boys, boys)
                + Self.values(town, Self.girls, girls)
                + Self.values(town, Self.share, [4, 40, 50, 30, 20], of: both))
        let requests = [["quote"], ["jungen", "maedchen"]]
        var reports: [GateReport] = []
        for keys in sharesFirst ? requests : requests.reversed() { reports.append(try await Self.publish(town, keys)) }
        let north = town.fixture.north
        #expect(!Self.isShown(reports, "maedchen", north))
        #expect(!(Self.isShown(reports, "quote", north) && Self.isShown(reports, "jungen", north)))
        #expect(reports.last?.linked.contains("alle") == true)
    }

    @Test("parts of a part are tied to the whole, with values of the middle and without", arguments: [true, false])
    func middle(hasValues: Bool) async throws {
        let town = try await GateTown(districts: 5)
        let whole = Indicator(id: ID(), key: "ganzes", name: "Ganzes", threshold: 3)
        let (one, two) = (Self.part("eins", of: "ganzes", by: "a"), Self.part("zwei", of: "ganzes", by: "a"))
        let (first, second) = (Self.part("zwei-a", of: "zwei", by: "b"), Self.part("zwei-b", of: "zwei", by: "b"))
        try await town.fixture.store.save(
            [whole, one, two, first, second], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let ones = [2.0, 30, 31, 42, 20]
        let (firsts, seconds) = ([20.0, 30, 40, 50, 60], [15.0, 25, 35, 45, 55])
        let twos = zip(firsts, seconds).map(+)
        try await town.record(
            Self.values(town, whole, zip(ones, twos).map(+)) + Self.values(town, one, ones)
                + (hasValues ? Self.values(town, two, twos) : []) + Self.values(town, first, firsts)
                + Self.values(town, second, seconds))
        let reports = [
            try await Self.publish(town, ["ganzes", "eins"]), try await Self.publish(town, ["zwei-a", "zwei-b"]),
        ]
        let north = town.fixture.north
        #expect(!Self.isShown(reports, "eins", north))
        #expect(!["ganzes", "zwei-a", "zwei-b"].allSatisfy { Self.isShown(reports, $0, north) })
    }

    @Test("a count and a share of the same children are one number wherever they agree", arguments: [0.0, 2])
    func same(difference: Double) async throws {
        let town = try await GateTown(districts: 5)
        let base = Indicator(id: ID(), key: "basis", name: "Basis", threshold: 3)
        let number = Indicator(id: ID(), key: "anzahl", name: "Anzahl", baseKey: "basis", threshold: 3)
        let rate = Indicator(
            id: ID(), key: "anteil", name: "Anteil", measure: .share(per: 100), baseKey: "basis", threshold: 3)
        try await town.fixture.store.save([base, number, rate], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let bases = [100.0, 120, 150, 90, 200]
        try await town.record(
            Self.values(town, base, bases) + Self.values(town, number, [2, 30, 41, 29, 60])
                + Self.values(town, rate, [2, 30, 41, 29 + difference, 60], of: bases))
        let report = try await Self.publish(town, ["anzahl", "anteil", "basis"])
        // With every district but the first seen in one of the two, the town's total less those is 2.
        let others = town.areas[1..<5].filter { area in
            ["anzahl", "anteil"].contains { Self.isShown([report], $0, area) }
        }
        #expect(others.count < 4)
    }

    @Test("what was never published and leads to nothing else is left out")
    func ends() {
        let other = Indicator(
            id: ID(), key: "andere", name: "Andere", measure: .share(per: 100), baseKey: "alle", threshold: 3)
        let far = Self.part("fern", of: "weit", by: "")
        let everything = [Self.all, Self.boys, Self.girls, Self.share, other, far]
        func linked(_ published: [Indicator]) -> [String] {
            GateScope.linked(to: [Self.share], among: everything, published: Set(published.map(\.id))).map(\.key)
        }
        #expect(linked([]) == ["alle", "jungen", "maedchen"])
        #expect(linked([other]) == ["alle", "andere", "jungen", "maedchen"])
    }
}
