import Chain
import Prevention
import Records
import Texts

extension RecordStore {
    /// Good practice for the chain, by title.
    func practices(_ stage: LifeStage, _ field: FieldOfAction) async throws -> [ChainPractice] {
        var query = RecordQuery()
        query.stage = stage
        // The collection names fields in German.
        query.field = Vocabulary(.german)[field]
        return try await records(.practice, matching: query).map { record in
            ChainPractice(key: record.key, title: record.title, places: record.places.map(\.name))
        }
    }
}
