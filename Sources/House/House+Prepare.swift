import Monitoring
package import Prevention

extension House {
    /// Vorbereiten: what the first visitors would wait for is made while the house already answers.
    package func prepare(at now: Instant) async throws {
        for case let room as MonitoringRoom in rooms { try await room.prepare(on: now.berlinDay) }
    }
}
