import Mail
package import Prevention
import Storage
import Web

extension House {
    /// Days after which jobs that are done are forgotten.
    static let jobDays = 30

    /// Aufräumen: what has served its time goes, in every room and on the ground; serves once a day.
    ///
    /// Running it twice, or on two instances at once, does no harm.
    package func tidy(at now: Instant) async throws {
        _ = try await mail.wipe()
        try await desk.sessions.tidy(at: now)
        try await database.write { w in
            _ = try w.forgetJobs(doneBefore: now.adding(seconds: -Self.jobDays * 86_400))
        }
        for room in rooms { try await room.tidy(at: now) }
    }
}
