import Areas
import Prevention
import Storage
import StorageTesting
import Testing

@testable import Indicators

@Suite("Veröffentlichte Werte im Gedächtnis") struct ShelfTests {
    private let births = Indicator(id: ID(), key: "geburten", name: "Geburten", unit: "Kinder")
    private let share = Indicator(id: ID(), key: "quote", name: "Quote", measure: .share(per: 100), unit: "%")

    private func cell(_ indicator: Indicator, _ area: Area, _ period: String, _ value: PublishedValue) throws
        -> PublicationCell
    {
        PublicationCell(
            indicator: indicator.id, area: area.id, period: try #require(Period(period)), value: value)
    }

    @Test("what is published is seen as it was, measured values alone are not", arguments: TestEngine.available)
    func seen(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        try await fixture.store.save([births, share], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let shelf = IndicatorShelf(fixture.store)
        let year = try #require(Period("2022"))
        try await fixture.store.record(
            [MeasuredValue(births, place: .area(fixture.north.id), period: year, events: 7)],
            from: ValueOrigin(name: "x"), by: IndicatorFixture.actor, at: IndicatorFixture.now)
        #expect(try await shelf.series("geburten", for: .offices, on: IndicatorFixture.today) == nil)
        let available = PublishedValue(state: .available, value: 12.5, events: 5, base: 40)
        try await fixture.publish([
            try cell(share, fixture.north, "2022", available), try cell(share, fixture.south, "2022", .suppressed),
            try cell(share, fixture.north, "2021", .notAvailable),
        ])
        let series = try #require(try await shelf.series("quote", for: .everyone, on: IndicatorFixture.today))
        #expect(series.periods.map(\.description) == ["2021", "2022"])
        #expect(series[fixture.north.id, year] == available)
        #expect(series[fixture.south.id, year] == .suppressed)
        #expect(series[fixture.town.id, year] == .notAvailable)
        #expect(series.values(in: year).count == 2)
        #expect(series.course(of: fixture.north.id).map(\.value.state) == [.notAvailable, .available])
        #expect(try await shelf.published(for: .everyone, on: IndicatorFixture.today) == [share])
    }

    @Test(
        "before the end of an embargo everyone sees the earlier number, offices the new",
        arguments: TestEngine.available)
    func embargo(engine: TestEngine) async throws {
        let fixture = try await IndicatorFixture(engine)
        try await fixture.store.save([births], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let shelf = IndicatorShelf(fixture.store)
        let year = try #require(Period("2022"))
        let (old, new) = (
            PublishedValue(state: .available, value: 7, events: 7),
            PublishedValue(state: .available, value: 9, events: 9, version: 2)
        )
        try await fixture.publish([try cell(births, fixture.north, "2022", old)])
        #expect(
            try await shelf.series("geburten", for: .everyone, on: IndicatorFixture.today)?[fixture.north.id, year]
                == old)
        let day = IndicatorFixture.today.adding(days: 10)
        try await fixture.publish([try cell(births, fixture.north, "2022", new)], embargoUntil: day)
        for (audience, today, expected) in [
            (Audience.everyone, day.adding(days: -1), old), (.offices, day.adding(days: -1), new),
            (.everyone, day, new),
        ] {
            let series = try await shelf.series("geburten", for: audience, on: today)
            #expect(series?[fixture.north.id, year] == expected)
        }
        let last = try #require(try await fixture.store.publications().last)
        try await fixture.store.withdraw(
            last.id, by: IndicatorFixture.actor, at: IndicatorFixture.now, reason: "Fehler")
        let series = try await shelf.series("geburten", for: .offices, on: day)
        #expect(series?[fixture.north.id, year] == old)
    }

    @Test("columns hold what follows from others only once and give every value back")
    func columns() throws {
        let year = try #require(Period("2022"))
        let areas = (0..<200).map { _ in ID<Area>() }
        var values: [ID<Area>: PublishedValue] = [:]
        for (n, id) in areas.enumerated() {
            values[id] =
                switch n % 4 {
                case 0: .suppressed
                case 1: PublishedValue(state: .available, value: Double(n) / 300 * 100, events: Double(n), base: 300)
                case 2: PublishedValue(state: .available, value: 1.25, version: 3)
                default: .notAvailable
                }
        }
        let series = PublishedSeries(share, [year: values])
        for id in areas { #expect(series[id, year] == values[id]) }
        #expect(series.values(in: year) == values)
    }

    @Test("more than fits is given away and read again")
    func limit() async throws {
        let fixture = try await IndicatorFixture(.sqlite)
        try await fixture.store.save([births, share], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let value = PublishedValue(state: .available, value: 4, events: 4)
        try await fixture.publish([
            try cell(births, fixture.north, "2022", value), try cell(share, fixture.north, "2022", value),
        ])
        let stock = ShelfStock(fixture.store, limit: 1)
        let index = try await stock.current()
        let year = try #require(Period("2022"))
        for indicator in [births, share, births] {
            let visible = index.visible(indicator.id, to: .everyone, on: IndicatorFixture.today)
            #expect(try await stock.series(indicator, visible)?[fixture.north.id, year].value == 4)
        }
    }
}
