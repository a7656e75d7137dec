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

@Suite("Monitoring: Startseite") struct MonitoringStartTests {
    @Test("without numbers the page says so", arguments: TestEngine.available)
    func empty(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + OfferMigrations.all)
        let areas = AreaStore(database: database)
        let room = try MonitoringRoom(
            source: PublishedSource([]), database: database, directory: AreaDirectory(areas),
            offers: OfferStore(database: database))
        let client = TestClient(
            try HouseResponder(
                rooms: [room], facts: HouseFacts(name: "Test", sender: "Test"),
                clock: .fixed(Instant(milliseconds: 1_772_500_000_000)), database: database))
        let answer = try await client.get("/monitoring")
        #expect(answer.status == 200)
        #expect(answer.text.contains("Noch keine Zahlen veröffentlicht"))
    }

    @Test("everyone sees the tools they may open: editors import, planners also publish")
    func tools() async throws {
        let house = try await TestHouse(
            migrations: AreaMigrations.all + OfferMigrations.all + IndicatorMigrations.all + MonitoringRoom.migrations
        ) { house in
            [
                try MonitoringRoom(
                    source: PublishedSource([]), database: house.database,
                    directory: AreaDirectory(AreaStore(database: house.database)),
                    offers: OfferStore(database: house.database))
            ]
        }
        for (role, imports, publishes) in [
            (Role.editor, true, false), (.planner, true, true), (.reader, false, false),
        ] {
            let page = try await house.signIn(.init(role)).get("/monitoring").text
            #expect(page.contains("href=\"/monitoring/einlesen\"") == imports, "\(role)")
            #expect(page.contains("href=\"/monitoring/freigabe\"") == publishes, "\(role)")
        }
    }

    @Test("English lacks no sentence")
    func languages() async throws {
        let database = try await TestEngine.sqlite.database([])
        let room = try MonitoringRoom(
            source: PublishedSource([]), database: database, directory: AreaDirectory(AreaStore(database: database)),
            offers: OfferStore(database: database))
        #expect(room.missingTexts.isEmpty)
    }
}
