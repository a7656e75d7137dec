import Areas
import Practices
import Storage
import StorageTesting
import Testing

@Suite("Gute Praxis") struct PracticesRoomTests {
    @Test("the room opens with its texts and its tables on both engines", arguments: TestEngine.available)
    func opens(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + PracticesRoom.migrations)
        #expect(throws: Never.self) {
            try PracticesRoom(
                database: database, areas: AreaDirectory(AreaStore(database: database)))
        }
    }
}
