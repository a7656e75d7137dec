import Foundation
import Logging
import NIOCore
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Synchronization
import Testing

@testable import Web

/// Keeps what is logged.
private final class Lines: Sendable {
    let all = Mutex<[String]>([])
}

private struct KeepingHandler: LogHandler {
    let lines: Lines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
        let values = (event.metadata ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        lines.all.withLock { $0.append("\(event.message) " + values.joined(separator: " ")) }
    }
}

@Suite("Betrieb") struct ObservationTests {
    @Test("health answers as long as the database does")
    func health() async throws {
        let house = try await TrialHouse()
        let answer = try await house.client.get("/health")
        #expect(answer.status == 200 && answer.text == "{\"status\":\"ok\"}")
        #expect(answer.header("cache-control") == "no-store")
        try await house.database.engine.close()
        #expect(try await house.client.get("/health").status == 503)
    }

    @Test("figures count by pattern and status, for this machine only")
    func metrics() async throws {
        let house = try await TrialHouse()
        _ = try await house.client.get("/ding/geheim-7")
        _ = try await house.client.get("/nichts-hier")
        let answer = try await house.client.get("/metrics")
        #expect(answer.status == 200)
        #expect(answer.text.contains("http_requests_total{method=\"GET\",route=\"/ding/{id}\",status=\"200\"} 1"))
        #expect(answer.text.contains("http_requests_total{method=\"GET\",route=\"-\",status=\"404\"} 1"))
        #expect(answer.text.contains("http_request_duration_seconds_bucket{route=\"/ding/{id}\",le=\"+Inf\"} 1"))
        #expect(answer.text.contains("lueckenlos_jobs{state=") && !answer.text.contains("geheim"))
        var stranger = house.client
        stranger.remoteAddress = "192.0.2.9"
        #expect(try await stranger.get("/metrics").status == 404)
        let forged = try await stranger.get("/metrics", headers: [("X-Forwarded-For", "127.0.0.1")])
        #expect(forged.status == 404)
    }

    @Test("the log has one line for each request and nothing that a visitor sent")
    func log() async throws {
        let lines = Lines()
        let logger = Logger(label: "test") { _ in KeepingHandler(lines: lines) }
        let database = try await TestEngine.sqlite.database([])
        let responder = try HouseResponder(
            rooms: [TrialRoom(database: database)], facts: HouseFacts(name: "Probe", sender: "Test"),
            clock: .fixed(Instant(milliseconds: 1_800_000_000_000)), database: database, logger: logger)
        let client = TestClient(responder)
        let canary = "kanarie7"
        let headers = [
            ("User-Agent", canary), ("Cookie", "a=\(canary)"), ("X-Forwarded-For", canary), ("Referer", canary),
        ]
        _ = try await client.get("/ding/\(canary)?q=\(canary)", headers: headers)
        _ = try await client.post("/echo", [("name", canary)], headers: headers)
        _ = try await client.get("/fehler/\(canary)", headers: headers)
        _ = try await client.send("BREW", "/\(canary)\u{7}", headers: headers)
        let kept = lines.all.withLock { $0 }
        #expect(kept.filter { $0.hasPrefix("request ") && !$0.hasPrefix("request failed") }.count == 4)
        #expect(kept.allSatisfy { !$0.contains(canary) && !$0.contains("\n") && !$0.contains("127.0.0.1") })
        #expect(
            kept[0].contains("method=GET") && kept[0].contains("route=/ding/{id}") && kept[0].contains("status=200"))
        #expect(kept[kept.count - 1].contains("method=OTHER"), "\(kept)")
    }

    @Test("a socket that cannot be opened is explained, other errors are not")
    func opening() {
        func problem(_ code: CInt) -> String? {
            HouseServer.openingProblem(IOError(errnoCode: code, reason: "bind"), host: "127.0.0.1", port: 80)
        }
        #expect(problem(EADDRINUSE)?.contains("--port") == true && problem(EADDRINUSE)?.contains("belegt") == true)
        #expect(problem(EACCES)?.contains("ab 1024") == true && problem(EADDRNOTAVAIL)?.contains("--host") == true)
        #expect(problem(EPIPE) == nil)
        let unknown = SocketAddressError.failedToParseIPString("nix.invalid")
        #expect(HouseServer.openingProblem(unknown, host: "nix.invalid", port: 80)?.contains("nix.invalid") == true)
        #expect(HouseServer.openingProblem(CancellationError(), host: "x", port: 80) == nil)
    }
}
