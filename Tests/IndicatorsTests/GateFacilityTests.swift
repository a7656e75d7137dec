import Areas
import Disclosure
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Freigabe je Einrichtung") struct GateFacilityTests {
    private static let year = GateTown.year

    /// Two Kitas in the north, three in the south; the district counts children of no Kita as well.
    private static func fill(_ town: GateTown, _ kitas: [Double], district: [Double]) async throws
        -> [MeasuredValue.Place]
    {
        let facilities = kitas.indices.map {
            GateTown.kita("Kita \($0 + 1)", in: $0 < 2 ? town.fixture.north : town.fixture.south)
        }
        try await town.record(district, in: year)
        try await town.record(
            zip(facilities, kitas).map {
                MeasuredValue(town.births, place: .facility($0.reference), period: year, events: $1)
            }, facilities: facilities)
        return facilities.map { .facility($0.reference) }
    }

    @Test("facilities are shown only when asked for, and can be read from the shelf", arguments: TestEngine.available)
    func shelf(engine: TestEngine) async throws {
        let town = try await GateTown(engine, districts: 2)
        _ = try await Self.fill(town, [10, 12, 8, 9, 11], district: [22, 28])
        let areas = try await town.publish([Self.year])
        #expect(areas.cells.count == 3 && areas.facilities.isEmpty)
        let shelf = IndicatorShelf(town.fixture.store)
        #expect(try await shelf.facilities("geburten", for: .everyone, on: IndicatorFixture.today).isEmpty)
        let report = try await town.publish([Self.year], withFacilities: true)
        #expect(report.cells.count == 8 && report.count(.published) == 8)
        let shown = try await shelf.facilities("geburten", for: .everyone, on: IndicatorFixture.today)
        #expect(shown.map(\.facility.name) == ["Kita 1", "Kita 2", "Kita 3", "Kita 4", "Kita 5"])
        #expect(shown.map { $0[Self.year].value } == [10, 12, 8, 9, 11])
        #expect(shown.allSatisfy { $0.facility.areaID != nil })
    }

    @Test("a small Kita takes another one of its district with it")
    func small() async throws {
        let town = try await GateTown(.sqlite, districts: 2)
        let kitas = try await Self.fill(town, [2, 20, 8, 9, 11], district: [22, 28])
        let report = try await town.publish([Self.year], withFacilities: true)
        #expect(report.isSafe && town.verdict(report, kitas[0]) == .small)
        #expect(town.verdict(report, kitas[1]) == .secondary && report.count(.secondary) == 1)
        let rows = try await town.fixture.database.read { r in
            try r.rows("SELECT value FROM publicationFacilityCell WHERE state = 'suppressed'") {
                try $0.optional(0, as: Double.self)
            }
        }
        #expect(rows == [nil, nil])
    }

    @Test("what a district counts besides its Kitas must not be a small remainder")
    func remainder() async throws {
        let town = try await GateTown(.sqlite, districts: 2)
        let kitas = try await Self.fill(town, [10, 12, 8, 9, 11], district: [24, 40])
        // 24 − 10 − 12: two children of the north are in no Kita.
        let report = try await town.gate.examine(town.request([Self.year], withFacilities: true))
        #expect(report.isSafe && report.count(.secondary) > 0)
        let north = [.area(town.fixture.north.id)] + kitas.prefix(2)
        #expect(north.contains { town.verdict(report, $0) == .secondary })
    }

    @Test("districts published before bound what their Kitas may show")
    func earlier() async throws {
        let town = try await GateTown(.sqlite, districts: 2)
        let kitas = try await Self.fill(town, [2, 20, 8, 9, 11], district: [22, 28])
        try await town.publish([Self.year])
        let report = try await town.publish([Self.year], withFacilities: true)
        #expect(town.verdict(report, kitas[1]) == .secondary && report.isSafe)
        let seen = try await town.seen()
        #expect(seen.keys.count { $0.facility != nil } == 3)
    }

    @Test("a facility without an area is not shown: nobody could say which sums it belongs to")
    func homeless() async throws {
        let town = try await GateTown(.sqlite, districts: 2)
        try await town.record([22, 28], in: Self.year)
        let lost = MeasuredFacility(Reference(.facility, ID<Area>()), name: "Kita Irgendwo", areaID: nil)
        try await town.record(
            [MeasuredValue(town.births, place: .facility(lost.reference), period: Self.year, events: 30)],
            facilities: [lost])
        let report = try await town.gate.examine(town.request([Self.year], withFacilities: true))
        #expect(town.verdict(report, .facility(lost.reference)) == .notCheckable)
    }

    @Test("districts and Kitas together disclose nothing, whatever was published first", arguments: 1...10)
    func random(seed: Int) async throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        let town = try await GateTown(.sqlite, districts: 2)
        let kitas = (0..<5).map { _ in
            Double(generator.chance(35) ? generator.number(in: 0...3) : generator.number(in: 3...20))
        }
        let besides = (0..<2).map { _ in Double(generator.chance(50) ? 0 : generator.number(in: 1...9)) }
        let districts = [kitas[0] + kitas[1] + besides[0], kitas[2] + kitas[3] + kitas[4] + besides[1]]
        let places = try await Self.fill(town, kitas, district: districts)
        for withFacilities in generator.chance(50) ? [false, true] : [true, false] {
            do { try await town.publish([Self.year], withFacilities: withFacilities) } catch GateRefusal.unsafe {}
        }
        let seen = try await town.seen()
        let all = places + town.areas.map { .area($0.id) }
        let counts = kitas + districts + [districts.reduce(0, +)]
        let rule = PrimaryRule(threshold: 3)
        var table = CellTable(
            cells: zip(all, counts).map { .init($0.text, $1) }
                + besides.map { .init("rest \($0)", $0, isUnseen: true) },
            equations: [
                .init(total: 5, parts: [0, 1, 8]), .init(total: 6, parts: [2, 3, 4, 9]),
                .init(total: 7, parts: [5, 6]),
            ])
        for (cell, count) in (counts + besides).enumerated() where rule.hides(count) {
            table.requirements[cell] = rule.requirement
        }
        let hidden =
            all.map { seen[Slot(indicator: town.births.id, place: $0, period: Self.year)] == nil } + [true, true]
        let audit = Audit(table, hidden: hidden)
        #expect(audit.isSafe, "\(table.names(audit.exposed))")
    }
}

@Suite("Freigabe von Beträgen") struct GateDominanceTests {
    /// Euros of two districts with the Kitas that got them.
    private static func town(_ rule: DominanceRule?, _ north: [Double], _ south: [Double]) async throws -> GateTown {
        let town = try await GateTown(.sqlite, districts: 2, threshold: 1, dominance: rule)
        var facilities: [MeasuredFacility] = []
        var values: [MeasuredValue] = []
        for (area, amounts) in [(town.fixture.north, north), (town.fixture.south, south)] {
            for amount in amounts {
                let kita = GateTown.kita("Kita \(facilities.count + 1)", in: area)
                facilities.append(kita)
                values.append(
                    MeasuredValue(town.births, place: .facility(kita.reference), period: GateTown.year, value: amount))
            }
        }
        try await town.record(values, facilities: facilities)
        try await town.record([north.reduce(0, +), south.reduce(0, +)], in: GateTown.year)
        return town
    }

    @Test("(n,k): two Kitas with more than 85 percent hide the amount of their district")
    func largest() async throws {
        let rule = DominanceRule.largest(count: 2, percent: 85)
        let town = try await Self.town(rule, [60_000, 35_000, 5_000], [40_000, 40_000, 40_000])
        let report = try await town.publish([GateTown.year])
        #expect(town.verdict(report, .area(town.fixture.north.id)) == .dominant)
        #expect(report.isSafe && report.count(.secondary) == 1)
        // By 10 percent: (95,000 · 100 / 85 − 100,000) · 2.
        let cell = try #require(report.cells.first { $0.verdict == .dominant })
        let width = (cell.upper ?? 0) - (cell.lower ?? 0)
        #expect(width >= 2 * (95_000 / 0.85 - 100_000) - 1e-3)
        let open = try await Self.town(nil, [60_000, 35_000, 5_000], [40_000, 40_000, 40_000])
        #expect(try await open.publish([GateTown.year]).count(.published) == 3)
    }

    @Test("p%: the second largest must not know the largest to within 15 percent")
    func estimate() async throws {
        let rule = DominanceRule.estimate(percent: 15)
        let town = try await Self.town(rule, [60_000, 35_000, 5_000], [40_000, 40_000, 40_000])
        let report = try await town.gate.examine(town.request([GateTown.year], withFacilities: true))
        #expect(town.verdict(report, .area(town.fixture.north.id)) == .dominant)
        #expect(town.verdict(report, .area(town.fixture.south.id)) == .secondary)
        #expect(town.verdict(report, .area(town.fixture.town.id)) == .published)
        #expect(report.cells.filter { $0.place.facility != nil }.allSatisfy { $0.verdict == .dominant })
    }

    @Test("an amount of which no contributor is known is not shown while a rule asks for it")
    func unknown() async throws {
        let town = try await GateTown(.sqlite, districts: 2, threshold: 1, dominance: .estimate(percent: 15))
        try await town.record([60_000, 35_000], in: GateTown.year)
        let report = try await town.gate.examine(town.request([GateTown.year]))
        #expect(report.count(.notCheckable) == 3)
    }

    @Test("a rule is read as it is written, and stays with the indicator and in the register")
    func stored() async throws {
        for rule in [DominanceRule.largest(count: 2, percent: 85), .estimate(percent: 12.5)] {
            #expect(DominanceRule(rule.description) == rule)
        }
        for wrong in ["", "85", "0/85", "2/0", "2/101", "p", "p-3", "q5"] {
            #expect(DominanceRule(wrong) == nil, "\(wrong)")
        }
        let town = try await Self.town(.estimate(percent: 15), [50_000, 50_000, 50_000, 50_000], [9, 9, 9, 9])
        #expect(try await town.fixture.store.indicator(key: "geburten")?.dominance == .estimate(percent: 15))
        try await town.publish([GateTown.year])
        let publication = try #require(try await town.fixture.store.publications().first)
        #expect(GateDecision(publication).rules.first?.dominance == .estimate(percent: 15))
    }
}

@Suite("Freigabe über Gebietsstände") struct GateBoundaryTests {
    /// Three old districts in the north of the town became two new ones; values are known for both.
    private struct Change {
        let town: GateTown
        let old: [Area]
        let new: [Area]
        static let shares: [(Int, Int, Double)] = [(0, 0, 1), (1, 0, 0.5), (1, 1, 0.5), (2, 1, 1)]

        init() async throws {
            let town = try await GateTown(.sqlite, districts: 2)
            self.town = town
            old = try ["10", "11", "12"].map {
                try IndicatorFixture.area("05978036/\($0)", .district, "Alt \($0)", parent: town.fixture.town)
            }
            new = try ["20", "21"].map {
                try IndicatorFixture.area("05978036/\($0)", .district, "Neu \($0)", parent: town.fixture.town)
            }
            try await AreaStore(database: town.fixture.database).save(
                old + new, by: IndicatorFixture.actor, at: IndicatorFixture.now)
            var shares: [AreaKey: [Crosswalk.Share]] = [:]
            for (from, to, share) in Self.shares {
                shares[old[from].key, default: []].append(.init(to: new[to].key, share: share))
            }
            let walk = Crosswalk(
                name: "Neu", weighting: "Bevölkerung", from: Day(daysSince1970: 14_000),
                to: Day(daysSince1970: 15_000), source: "", shares: shares)
            try await town.fixture.store.save([walk], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }

        func record(_ areas: [Area], _ counts: [Double], isConverted: Bool = false) async throws {
            try await town.record(
                zip(areas, counts).map {
                    MeasuredValue(
                        town.births, place: .area($0.id), period: GateTown.year, events: $1, isConverted: isConverted)
                })
        }
    }

    @Test("old districts and new ones of the same ground are not added up, and both agree with the town")
    func editions() async throws {
        let change = try await Change()
        try await change.record(change.old, [20, 30, 40])
        try await change.record(change.new, [38, 52])
        try await change.record([change.town.fixture.town], [90])
        let report = try await change.town.publish([GateTown.year])
        #expect(report.mismatches.isEmpty && report.count(.published) == 6)
    }

    @Test("numbers for new districts do not give away what the old ones hide")
    func exchange() async throws {
        let change = try await Change()
        try await change.record(change.old, [2, 30, 40])
        try await change.record(change.new, [20, 52])
        // Without the town: only old against new gives 20 + 52 − 30 − 40 = 2.
        let report = try await change.town.publish([GateTown.year])
        let north = MeasuredValue.Place.area(change.old[0].id)
        #expect(change.town.verdict(report, north) == .small)
        #expect(report.isSafe && report.count(.secondary) == 1)
    }

    @Test("new numbers are refused or hidden where old ones were published before")
    func later() async throws {
        let change = try await Change()
        try await change.record(change.old, [2, 30, 40])
        let first = try await change.town.publish([GateTown.year])
        #expect(first.count(.published) == 2)
        try await change.record(change.new, [20, 52])
        let report = try await change.town.publish([GateTown.year])
        #expect(report.isSafe && report.known == 2)
        #expect(change.new.contains { change.town.verdict(report, .area($0.id)) == .secondary })
    }

    @Test("a converted number tells the old one through the published share")
    func mixture() async throws {
        let change = try await Change()
        // 21 = half of the second old district and the third: 0.5 · 30 + 2.
        try await change.record(change.old, [40, 30, 2])
        try await change.record(change.new, [55, 17], isConverted: true)
        let report = try await change.town.publish([GateTown.year])
        #expect(change.town.verdict(report, .area(change.old[2].id)) == .small)
        #expect(report.isSafe)
        let shown = Set(report.cells.filter { $0.verdict == .published }.compactMap(\.area))
        // The new district, or the one of which it has a half, is hidden with it.
        #expect(!shown.isSuperset(of: [change.old[1].id, change.new[1].id]))
    }
}
