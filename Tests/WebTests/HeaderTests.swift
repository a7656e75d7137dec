import CZlib
import RoomTesting
import Testing

@testable import Web

@Suite("Kopfzeilen und Zwischenspeicher") struct HeaderTests {
    @Test(
        "every answer carries the protective headers",
        arguments: [
            "/", "/nichts", "/fehler/500", "/ding/..", "/hsds/v3/services", "/-/stil.css",
        ])
    func protection(path: String) async throws {
        let answer = try await TrialHouse().client.get(path)
        let policy = try #require(answer.header("content-security-policy"))
        #expect(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
        #expect(policy.contains("object-src 'none'") && policy.contains("base-uri 'none'"))
        #expect(policy.contains("form-action 'self'") && !policy.contains("unsafe") && !policy.contains("*"))
        #expect(answer.header("x-content-type-options") == "nosniff")
        #expect(answer.header("referrer-policy") == "no-referrer")
        #expect(answer.header("cross-origin-opener-policy") == "same-origin")
        #expect(answer.header("permissions-policy")?.contains("camera=()") == true)
        #expect(answer.header("x-request-id")?.count == 14)
        #expect(answer.header("set-cookie") == nil)
        #expect(answer.header("server") == nil)
    }

    @Test("HSTS goes out with https only, foreign pages may read interfaces only")
    func hsts() async throws {
        var settings = WebSettings()
        #expect(try await TrialHouse(settings: settings).client.get("/").header("strict-transport-security") == nil)
        settings.publicURL = "https://familie.example.org"
        let client = try await TrialHouse(settings: settings).client
        let value = try await client.get("/").header("strict-transport-security")
        #expect(value == "max-age=31536000; includeSubDomains")
        #expect(try await client.get("/").header("access-control-allow-origin") == nil)
        #expect(try await client.get("/hsds/v3/services").header("access-control-allow-origin") == "*")
        #expect(try await client.get("/hsds/v3/services").header("cross-origin-resource-policy") == "cross-origin")
    }

    @Test("a header with a line break never leaves the house")
    func injection() async throws {
        let answer = try await TrialHouse().client.get("/kopf")
        #expect(answer.status == 200)
        #expect(answer.header("x-eigen") == nil && answer.header("set-cookie") == nil)
    }

    @Test("pages have a tag and are not sent twice")
    func tags() async throws {
        let client = try await TrialHouse().client
        let first = try await client.get("/lang")
        let tag = try #require(first.header("etag"))
        #expect(first.header("cache-control") == "no-cache")
        for header in [tag, "\"x\", " + tag, String(tag.dropFirst(2)), "*"] {
            let second = try await client.get("/lang", headers: [("If-None-Match", header)])
            #expect(second.status == 304 && second.bytes.isEmpty)
            #expect(second.header("content-security-policy") != nil)
        }
        #expect(try await client.get("/lang", headers: [("If-None-Match", "\"x\"")]).status == 200)
    }

    @Test("text is compressed when the visitor takes it, and is the same after unpacking")
    func gzip() async throws {
        let client = try await TrialHouse().client
        let plain = try await client.get("/lang")
        #expect(plain.header("content-encoding") == nil && plain.header("vary") == "Accept-Encoding")
        for _ in 0..<2 {
            let packed = try await client.get("/lang", headers: [("Accept-Encoding", "br, gzip;q=0.8")])
            #expect(packed.header("content-encoding") == "gzip")
            #expect(packed.bytes.count < plain.bytes.count / 4)
            #expect(packed.header("content-length") == "\(packed.bytes.count)")
            #expect(try #require(unpacked(packed.bytes, room: plain.bytes.count + 10)) == plain.bytes)
        }
        for refused in ["identity", "gzip;q=0", "br", ""] {
            let answer = try await client.get("/lang", headers: [("Accept-Encoding", refused)])
            #expect(answer.header("content-encoding") == nil)
        }
        let small = try await client.get("/frage", headers: [("Accept-Encoding", "gzip")])
        #expect(small.header("content-encoding") == nil)
    }

    private func unpacked(_ bytes: [UInt8], room: Int) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            input.withUnsafeMutableBufferPointer { input in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(room)
                count = inflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
            }
        }
    }

    @Test(
        "forms from foreign sites are refused, also without being signed in",
        arguments: [
            [("Sec-Fetch-Site", "cross-site")], [("Sec-Fetch-Site", "same-site")],
            [("Origin", "https://boese.example")],
            [("Origin", "null")],
        ])
    func foreignSites(headers: [(String, String)]) async throws {
        let client = try await TrialHouse().client
        let answer = try await client.post("/echo", [("a", "1")], headers: headers)
        #expect(answer.status == 403 && answer.text.contains("fremden"))
        #expect(
            try await client.post("/echo", [("a", "1")], headers: [("Sec-Fetch-Site", "same-origin")]).status == 200)
        #expect(try await client.post("/echo", [("a", "1")], headers: [("Origin", "http://localhost")]).status == 200)
    }

    @Test(
        "forwarded addresses are believed from trusted proxies only",
        arguments: [
            ("10.0.0.1", "1.2.3.4", ["10.0.0.1"], "1.2.3.4"), ("10.0.0.1", "6.6.6.6, 1.2.3.4", ["10.0.0.1"], "1.2.3.4"),
            ("9.9.9.9", "1.2.3.4", ["10.0.0.1"], "9.9.9.9"),
            ("10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.2", ["10.0.0.1", "10.0.0.2"], "1.2.3.4"),
            ("10.0.0.1", "", ["10.0.0.1"], "10.0.0.1"),
        ])
    func proxies(remote: String, forwarded: String, trusted: [String], expected: String) {
        #expect(RequestFacts.client(remote: remote, forwarded: forwarded, trusted: Set(trusted)) == expected)
    }
}
