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

    @Test("English lacks no sentence")
    func languages() async throws {
        let database = try await TestEngine.sqlite.database([])
        let room = try MonitoringRoom(
            source: PublishedSource([]), database: database, directory: AreaDirectory(AreaStore(database: database)),
            offers: OfferStore(database: database))
        #expect(room.missingTexts.isEmpty)
    }
}
