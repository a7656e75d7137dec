import DemoData
import House
import Musterkreis
import Practice
import Practices
import Prevention
import StorageTesting
import Testing

@Suite("Prüfungen im Vorführhaus") struct DemoReviewTests {
    @Test(
        "each state of the review can be seen, a private draft too, and again changes nothing",
        arguments: TestEngine.available)
    func states(engine: TestEngine) async throws {
        let now = Instant(milliseconds: 1_790_000_000_000)
        let database = try await engine.database(House.migrations)
        let demo = DemoHouse(database: database)
        let plan = try MusterkreisPlan(towns: 3, districts: 2, offers: 10, practices: 14)
        _ = try await demo.loadMusterkreis(plan, at: now)
        #expect(try await demo.openReviews(at: now) >= 10)
        #expect(try await demo.openReviews(at: now) == 0)
        let files = try await PracticeStore(database: database).files()
        #expect(files.count == 15 && files.count { $0.publishedVersion == nil } == 1)
        let states = Set(files.map(\.review.state))
        #expect(states.isSuperset(of: [.draft, .complete, .checked, .approved, .published]))
        let soon = files.compactMap(\.review.expires).filter { $0 <= now.berlinDay.adding(days: 60) }
        #expect(soon.count == 1)
    }
}
