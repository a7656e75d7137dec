import Areas
import Indicators
import Monitoring
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

/// A house with the room, one town with four districts and numbers that passed the gate.
struct MonitoringHouse {
    let client: TestClient<HouseResponder>
    let room: MonitoringRoom
    static let now = Instant(milliseconds: 1_772_500_000_000)  // 3 March 2026
    static let actor = AuditActor.system("test")
    static let places: [(key: String, name: String, level: AreaLevel, parent: String?)] = [
        ("05", "Nordrhein-Westfalen", .land, nil), ("05913", "Dortmund", .city, "05"),
        ("05913/1", "Nord <A>", .district, "05913"), ("05913/2", "Mitte", .district, "05913"),
        ("05913/3", "Süd", .district, "05913"), ("05913/4", "West", .district, "05913"),
    ]

    static func id(_ key: String) throws -> ID<Area> { ID(key: try #require(AreaKey(key))) }

    static func areas() throws -> [Area] {
        try places.map { place in
            let key = try #require(AreaKey(place.key))
            return Area(
                id: ID(key: key), key: key, level: place.level, parentID: try place.parent.map { try id($0) },
                name: place.name)
        }
    }

    /// Shares in percent: North 40, Mitte 20, Süd kept back, West not known; Dortmund 25.
    static func share(key: String = "kinder-sgb2") throws -> PublishedSeries {
        let indicator = Indicator(
            id: ID(), key: key, name: "Kinder in SGB II", kind: .context, measure: .share(per: 100), unit: "%",
            numerator: "Kinder in SGB II", denominator: "Kinder unter 15", stages: [.aroundKita],
            source: "Bundesagentur für Arbeit", readingAid: "Von 100 Kindern …", isInvented: true)
        var values: [Period: [ID<Area>: PublishedValue]] = [:]
        for year in [2021, 2022] {
            let period = try #require(Period(year: year))
            let shift = Double(year - 2022)
            let value = { (events: Double, base: Double) in
                PublishedValue(state: .available, value: events / base * 100, events: events, base: base)
            }
            values[period] = [
                try id("05913"): value(250 + shift, 1_000), try id("05913/1"): value(160 + 10 * shift, 400),
                try id("05913/2"): value(60, 300), try id("05913/3"): .suppressed,
            ]
        }
        return PublishedSeries(indicator, values)
    }

    init(_ engine: TestEngine, _ series: [PublishedSeries], areas more: [Area] = []) async throws {
        let database = try await engine.database(AreaMigrations.all + OfferMigrations.all)
        let areas = AreaStore(database: database)
        try await areas.save(try Self.areas() + more, by: Self.actor, at: Self.now)
        room = try MonitoringRoom(
            source: PublishedSource(series), database: database, directory: AreaDirectory(areas),
            offers: OfferStore(database: database))
        client = TestClient(
            try HouseResponder(
                rooms: [room], facts: HouseFacts(name: "Test", sender: "Test"), clock: .fixed(Self.now),
                database: database))
    }
}
