import Areas
import Chain
import Practice
import Practices
import Prevention

extension PracticeShelf {
    /// Good practice for the chain, by title; what ended or failed is left to the practice database.
    func chain(
        _ stage: LifeStage, _ field: FieldOfAction, areas: AreaDirectory, on today: Day
    ) async throws -> [ChainPractice] {
        let tree = try await areas.current().tree
        return try await entries(on: today).compactMap { entry in
            let practice = entry.practice
            guard practice.status.why == nil, practice.place.fields.contains(field),
                practice.place.lifeStages.contains(stage)
            else { return nil }
            return ChainPractice(
                key: entry.slug, title: entry.title, places: practice.municipalities.compactMap { tree[$0]?.name })
        }
    }
}
