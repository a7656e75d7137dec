import Synchronization

/// Messwerte for Prometheus: requests by route and status, and how long they took.
package final class Metrics: Sendable {
    private struct Key: Hashable {
        let method: String
        let route: String
        let status: Int
    }

    private struct Durations {
        var buckets = [Int](repeating: 0, count: Metrics.limits.count)
        var count = 0
        var seconds = 0.0
    }

    private struct State {
        var requests: [Key: Int] = [:]
        var durations: [String: Durations] = [:]
    }

    /// Upper limits of the histogram in seconds.
    static let limits = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    private let state = Mutex(State())

    package init() {}

    /// Counts one answered request. `route` is the pattern, never the address, so that no personal data gets in.
    func count(method: String, route: String, status: Int, seconds: Double) {
        state.withLock { state in
            state.requests[Key(method: method, route: route, status: status), default: 0] += 1
            var durations = state.durations[route] ?? Durations()
            for (index, limit) in Self.limits.enumerated() where seconds <= limit { durations.buckets[index] += 1 }
            durations.count += 1
            durations.seconds += seconds
            state.durations[route] = durations
        }
    }

    /// The values in the text format of Prometheus.
    func text() -> String {
        let (requests, durations) = state.withLock { ($0.requests, $0.durations) }
        var lines = ["# HELP http_requests_total Answered requests.", "# TYPE http_requests_total counter"]
        for (key, count) in requests.sorted(by: {
            ($0.key.route, $0.key.status, $0.key.method) < ($1.key.route, $1.key.status, $1.key.method)
        }) {
            lines.append(
                "http_requests_total{method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\"} \(count)"
            )
        }
        lines += [
            "# HELP http_request_duration_seconds Time from the request's head to the answer.",
            "# TYPE http_request_duration_seconds histogram",
        ]
        for (route, values) in durations.sorted(by: { $0.key < $1.key }) {
            for (limit, count) in zip(Self.limits, values.buckets) {
                lines.append("http_request_duration_seconds_bucket{route=\"\(route)\",le=\"\(limit)\"} \(count)")
            }
            lines.append("http_request_duration_seconds_bucket{route=\"\(route)\",le=\"+Inf\"} \(values.count)")
            lines.append("http_request_duration_seconds_sum{route=\"\(route)\"} \(values.seconds)")
            lines.append("http_request_duration_seconds_count{route=\"\(route)\"} \(values.count)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
