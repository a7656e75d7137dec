import Learning
import Storage
import StorageTesting
import Testing

@Suite("Lernnetzwerk") struct LearningRoomTests {
    @Test("the room opens with its texts and its tables on both engines", arguments: TestEngine.available)
    func opens(engine: TestEngine) async throws {
        let database = try await engine.database(LearningRoom.migrations)
        #expect(throws: Never.self) { try LearningRoom(database: database) }
    }
}
