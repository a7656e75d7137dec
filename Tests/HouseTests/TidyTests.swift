import Foundation
import House
import Prevention
import StorageTesting
import Testing
import Texts
import Web

@testable import Storage

@Suite("Aufräumen") struct TidyTests {
    @Test("what ran out goes, what is in use stays")
    func tidy() async throws {
        let whole = try await WholeHouse()
        let account = try await whole.account(.planner)
        let session = try await whole.house.desk.startSession(of: account, device: "Test")
        let count = { (table: String) in
            try await whole.database.read { r in
                try r.value(SQL(trusted: "SELECT count(*) FROM \(table)"), as: Int.self) ?? 0
            }
        }
        _ = try await whole.house.desk.invite(
            email: "neu@example.org", name: "Neu", roles: [], language: .german, by: .system("test"))
        try await whole.database.write { w in
            for (key, finished) in [("alt", -31), ("neu", -29)] {
                try w.run(
                    """
                    INSERT INTO job (id, kind, idempotencyKey, payload, state, runAt, attempts, createdAt, finishedAt)
                    VALUES (\(ID<Job>()), 'test', \(key), '', \(Job.State.done), \(WholeHouse.now), 1,
                        \(WholeHouse.now), \(WholeHouse.now.adding(seconds: finished * 86_400)))
                    """)
            }
        }
        let jobs = try await count("job")
        try await whole.house.tidy(at: WholeHouse.now.adding(seconds: 60))
        #expect(try await count("job") == jobs - 1)
        #expect(try await [count("accountSession"), count("accountLink")] == [1, 1])
        #expect(try await whole.house.desk.sessions.formToken(session: session, at: WholeHouse.now) != nil)
        try await whole.house.tidy(at: WholeHouse.now.adding(seconds: 2 * 86_400))
        #expect(try await [count("accountSession"), count("accountLink")] == [0, 0])
    }
}
