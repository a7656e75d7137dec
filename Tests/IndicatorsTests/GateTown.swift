import Areas
import Disclosure
import Prevention
import Storage
import StorageTesting

@testable import Indicators

/// A town of districts whose births are counted by quarter and by year, and what the gate does with them.
struct GateTown {
    let fixture: IndicatorFixture
    let gate: PublishGate
    /// Districts, then the town.
    let areas: [Area]
    let births: Indicator

    static let year = Period(year: 2024) ?? Period(day: IndicatorFixture.today)
    static let quarters = (1...4).compactMap { Period("2024-Q\($0)") }

    init(
        _ engine: TestEngine = .sqlite, districts: Int = 3, counting: Indicator.Counting = .flow, threshold: Int = 3,
        dominance: DominanceRule? = nil
    ) async throws {
        let fixture = try await IndicatorFixture(engine)
        self.fixture = fixture
        gate = PublishGate(store: fixture.store)
        births = Indicator(
            id: ID(), key: "geburten", name: "Geburten", counting: counting, unit: "Kinder", threshold: threshold,
            dominance: dominance)
        let more = try (3..<max(3, districts + 1)).map {
            try IndicatorFixture.area("05978036/\($0)", .district, "Teil \($0)", parent: fixture.town)
        }
        try await AreaStore(database: fixture.database).save(
            more, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        areas = [fixture.north, fixture.south] + more + [fixture.town]
        try await fixture.store.save([births], by: IndicatorFixture.actor, at: IndicatorFixture.now)
    }

    /// Stores counts of the districts and their sum for the town.
    func record(_ counts: [Double], in period: Period, at now: Instant = IndicatorFixture.now) async throws {
        let values = zip(areas, counts + [counts.reduce(0, +)]).map { area, count in
            MeasuredValue(births, place: .area(area.id), period: period, events: count)
        }
        try await record(values, at: now)
    }

    func record(
        _ values: [MeasuredValue], facilities: [MeasuredFacility] = [], at now: Instant = IndicatorFixture.now
    ) async throws {
        try await fixture.store.record(
            values, facilities: facilities, from: ValueOrigin(name: "Standesamt"), by: IndicatorFixture.actor, at: now)
    }

    func request(_ periods: [Period], withFacilities: Bool = false) -> PublicationRequest {
        PublicationRequest(indicators: ["geburten"], periods: periods, withFacilities: withFacilities)
    }

    @discardableResult
    func publish(_ periods: [Period], withFacilities: Bool = false, at now: Instant = IndicatorFixture.now)
        async throws -> GateReport
    {
        try await gate.publish(
            request(periods, withFacilities: withFacilities), by: IndicatorFixture.actor, at: now)
    }

    func verdict(_ report: GateReport, _ place: MeasuredValue.Place, _ period: Period = year) -> GateReport.Verdict? {
        report.cells.first { $0.place == place && $0.period == period }?.verdict
    }

    /// Everything ever published, by place and period.
    func seen() async throws -> [Slot: Double] {
        try await fixture.database.read { r in
            var seen: [Slot: Double] = [:]
            for publication in try IndicatorStore.publications(r) {
                let cells =
                    try IndicatorStore.cells(r, of: publication.id)
                    + IndicatorStore.facilityCells(r, of: publication.id, indicator: births.id)
                for cell in cells {
                    seen[Slot(indicator: cell.indicator, place: cell.place, period: cell.period)] = cell.value.value
                }
            }
            return seen
        }
    }

    /// A kindergarten in an area.
    static func kita(_ name: String, in area: Area) -> MeasuredFacility {
        MeasuredFacility(Reference(.facility, ID<Area>()), name: name, areaID: area.id)
    }
}
