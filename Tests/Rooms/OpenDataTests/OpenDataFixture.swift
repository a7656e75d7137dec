import Areas
import Indicators
import OpenData
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Web

/// A town with two districts, one invented share and one count, as everybody may see them.
enum OpenDataFixture {
    static let now = Instant("2026-05-04T08:00:00.000Z") ?? Instant(milliseconds: 0)

    struct Wrong: Error {}

    static func area(_ text: String, _ level: AreaLevel, _ name: String, parent: Area?) throws -> Area {
        guard let key = AreaKey(text) else { throw Wrong() }
        return Area(
            id: ID(key: key), key: key, level: level, parentID: parent?.id, name: name,
            center: parent == nil ? Coordinate(latitude: 51.53, longitude: 7.69) : nil)
    }

    static func areas() throws -> [Area] {
        let town = try area("05978036", .municipality, "Unna", parent: nil)
        return [
            town, try area("05978036/1", .district, "Nordstadt", parent: town),
            try area("05978036/2", .district, "Südstadt; \"Alt\"", parent: town),
        ]
    }

    static func series() throws -> [PublishedSeries] {
        let areas = try areas().map(\.id)
        guard let first = Period(year: 2022), let last = Period(year: 2023) else { throw Wrong() }
        let share = Indicator(
            id: ID("00000000-0000-4000-8000-000000000001") ?? ID(), key: "kinder-sgb2", name: "Kinder in SGB II",
            kind: .outcome, measure: .share(per: 100), direction: .lowerIsBetter, unit: "%",
            numerator: "Kinder unter 15 in SGB II", denominator: "Kinder unter 15", stages: [.school],
            fields: [.health], source: "Amt für Statistik <Unna> & Kreis", office: "Jugendamt",
            periodicity: "jährlich, Stichtag 31.12.", licence: "Datenlizenz Deutschland – Namensnennung – Version 2.0",
            readingAid: "Sagt, wie viele Kinder in Armut leben.", caveat: "Ohne Wohngeld.", isInvented: true)
        let score = Indicator(
            id: ID("00000000-0000-4000-8000-000000000002") ?? ID(), key: "note", name: "Zufriedenheit",
            kind: .process, measure: .score, source: "Befragung")
        return [
            PublishedSeries(
                share,
                [
                    first: [areas[0]: PublishedValue(state: .available, value: 21, events: 210, base: 1000)],
                    last: [
                        areas[0]: PublishedValue(state: .available, value: 25, events: 250, base: 1000, version: 2),
                        areas[1]: PublishedValue(state: .available, value: 25.5, events: 51, base: 200),
                        areas[2]: .suppressed,
                    ],
                ]),
            PublishedSeries(score, [last: [areas[0]: PublishedValue(state: .available, value: 3.25)]]),
        ]
    }

    static func client(
        _ source: OpenDataSource? = nil, facts: OpenDataFacts? = nil, publicURL: String? = "https://haus.example"
    ) async throws -> TestClient<HouseResponder> {
        let database = try await TestEngine.sqlite.database(AreaMigrations.all)
        let store = AreaStore(database: database)
        try await store.save(try areas(), by: .system("test"), at: now)
        let house = HouseFacts(name: "Testhaus", sender: "Testkreis")
        let room = try OpenDataRoom(
            source: try source ?? OpenDataSource(series(), publishedAt: now), directory: AreaDirectory(store),
            house: house,
            facts: facts
                ?? OpenDataFacts(publisher: "Stadt Unna", contributor: "http://dcat-ap.de/def/contributors/test"),
            publicURL: publicURL)
        return TestClient(try HouseResponder(rooms: [room], facts: house, clock: .fixed(now), database: database))
    }
}
