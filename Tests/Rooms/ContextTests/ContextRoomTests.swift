import Areas
import Context
import Storage
import StorageTesting
import Testing

@Suite("Kontextmodell") struct ContextRoomTests {
    @Test("the room opens with its texts and its tables on both engines", arguments: TestEngine.available)
    func opens(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + ContextRoom.migrations)
        #expect(throws: Never.self) {
            try ContextRoom(database: database, directory: AreaDirectory(AreaStore(database: database)))
        }
    }
}
