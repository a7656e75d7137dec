import Practices
import Prevention

extension DemoHouse {
    /// Reads practices in; those that people have worked on since are left alone.
    ///
    /// - Returns: how many are new.
    func loadPractices(_ practices: [LoadedPractice], from origin: String, at now: Instant) async throws -> Int {
        try await PracticeStore(database: database).load(practices, origin: origin, by: actor, at: now).created
    }
}
