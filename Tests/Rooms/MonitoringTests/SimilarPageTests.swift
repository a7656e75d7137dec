import Areas
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@testable import Monitoring

@Suite("Ähnliche Gebiete: Seite") struct SimilarPageTests {
    @Test("the page names who is near, in what they differ and what was compared", arguments: TestEngine.available)
    func page(engine: TestEngine) async throws {
        let house = try await MonitoringHouse(engine, [try MonitoringHouse.share()])
        let page = try await house.client.get("/monitoring/aehnlich/05913~1")
        #expect(page.status == 200)
        #expect(page.text.contains("Wer ist Nord &lt;A&gt; ähnlich?"))
        #expect(page.text.contains("Mitte"))
        #expect(page.text.contains("Kinder in SGB II: hier 40,0\u{A0}%, dort 20,0\u{A0}%"))
        #expect(page.text.contains("Diese Zahlen sind erfunden."))
        #expect(page.text.contains("Verglichen am ") && page.text.contains("data-print"), "it prints with its day")
        #expect(page.text.contains("Diese Liste speichern (CSV)"))
        let file = try await house.client.get("/monitoring/aehnlich/05913~1/werte.csv")
        #expect(file.text.contains("Mitte;"))
        // Kept back and not known: they cannot be compared.
        #expect(!file.text.contains("Süd;") && !file.text.contains("West;"))
    }

    @Test("which conditions others meet as well is told to the municipality itself, not to every office")
    func sameConditions() async throws {
        let other = try MonitoringHouse.id("05913/2")
        let series = [try MonitoringHouse.share()]
        let house = try await TestHouse(migrations: AreaMigrations.all + OfferMigrations.all) { parts in
            let areas = AreaStore(database: parts.database)
            return [
                try MonitoringRoom(
                    source: PublishedSource(series), database: parts.database, directory: AreaDirectory(areas),
                    offers: OfferStore(database: parts.database),
                    ports: MonitoringPorts { _ in [SameConditions(area: other, shared: ["Eigenes Jugendamt"])] })
            ]
        }
        try await AreaStore(database: house.database).save(
            try MonitoringHouse.areas(), by: .system("test"), at: TestHouse.start)
        let path = "/monitoring/aehnlich/05913~1"
        let own = try await house.signIn(RoleGrant(.coordinator, area: "05913/1"))
        #expect(try await own.get(path).text.contains("Eigenes Jugendamt"))
        let foreign = try await house.signIn(RoleGrant(.coordinator, area: "05913/2"))
        #expect(try await !foreign.get(path).text.contains("Eigenes Jugendamt"))
        #expect(try await !house.visitor.get(path).text.contains("Eigenes Jugendamt"))
    }

    @Test("an area of which nothing is known says so, and one that there is not is not found")
    func nothing() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        #expect(try await house.client.get("/monitoring/aehnlich/05913~4").text.contains("zu wenig veröffentlicht"))
        #expect(try await house.client.get("/monitoring/aehnlich/99999").status == 404)
        #expect(try await house.client.get("/en/monitoring/aehnlich/05913~1").text.contains("Who is like"))
    }
}
