import Prevention
import Storage

/// Betrieb: whether the house is well, and its figures.
struct ObservationRoutes: Sendable {
    let database: Database
    let metrics: Metrics
    let settings: WebSettings
    let clock: Clock

    func add(to routes: inout RouteTable) {
        routes.get("/health", allow: .everyone) { _ in await health() }
        routes.get("/metrics", allow: .everyone) { visit in try await figures(visit) }
    }

    /// 200 `{"status":"ok"}` while the database answers, otherwise 503; no word about why.
    private func health() async -> Answer {
        do {
            _ = try await Deadline.run(seconds: 5, late: TookTooLong()) {
                try await database.read { r in try r.value("SELECT 1", as: Int.self) }
            }
            return Answer.json("{\"status\":\"ok\"}").adding(("Cache-Control", "no-store"))
        } catch {
            return Answer.json("{\"status\":\"unavailable\"}", status: 503).adding(("Retry-After", "10"))
        }
    }

    /// Only for this machine and the addresses of the setting; for all others the page does not exist.
    private func figures(_ visit: Visit) async throws -> Answer {
        let readers = settings.metricsReaders.union(["127.0.0.1", "::1"])
        guard readers.contains(visit.clientAddress) else { throw NotFound() }
        let started = ContinuousClock.now
        let counts = try await database.read { r in try r.jobCounts() }
        let elapsed = (ContinuousClock.now - started) / .seconds(1)
        var lines = ["# HELP lueckenlos_jobs Jobs by state.", "# TYPE lueckenlos_jobs gauge"]
        for state in Job.State.allCases {
            lines.append("lueckenlos_jobs{state=\"\(state.rawValue)\"} \(counts[state] ?? 0)")
        }
        lines += [
            "# HELP lueckenlos_database_read_seconds Time of the read just made.",
            "# TYPE lueckenlos_database_read_seconds gauge", "lueckenlos_database_read_seconds \(elapsed)", "",
        ]
        let text = metrics.text() + lines.joined(separator: "\n")
        return Answer(
            contentType: "text/plain; version=0.0.4; charset=utf-8", headers: [("Cache-Control", "no-store")],
            body: Array(text.utf8))
    }
}
