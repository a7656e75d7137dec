import House
import Prevention
import RoomTesting
import Storage
import Testing
import Web

@Suite("Haus") struct HouseTests {
    @Test("the start page answers in every language")
    func startPage() async throws {
        let house = try await House(
            database: Database(engine: try SQLiteEngine(path: nil)),
            facts: HouseFacts(name: "Test", sender: "Test"), clock: .fixed(Instant(milliseconds: 0)))
        let client = TestClient(house.responder)
        for path in ["/", "/en/", "/leicht/"] {
            let answer = try await client.get(path)
            #expect(answer.status == 200)
        }
        #expect(try await client.get("/gibt-es-nicht").status == 404)
    }
}
