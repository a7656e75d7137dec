import Exchange
import Storage
import StorageTesting
import Testing

@Suite("Transferbörse") struct ExchangeRoomTests {
    @Test("the room opens with its texts and its tables on both engines", arguments: TestEngine.available)
    func opens(engine: TestEngine) async throws {
        let database = try await engine.database(ExchangeRoom.migrations)
        #expect(throws: Never.self) { try ExchangeRoom(database: database) }
    }
}
