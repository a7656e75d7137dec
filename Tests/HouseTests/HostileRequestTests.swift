import House
import Prevention
import RoomTesting
import Testing
import Web

@Suite("Schlechte Eingaben") struct HostileRequestTests {
    private static let values = [
        "", "-10", "abc", "999999999999999999999", "1e9", "NaN", "2026-02-29", "2026-13-01", "0000-00-00", "29.2.2027",
        "' OR 1=1 --", "\"><script>alert(1)</script>", "../../../etc/passwd", "%00", "%FF%FE", "%C0%AF",
        "%0d%0aX-A:%20b",
        "${jndi:ldap://x}", "{{7*7}}", "\u{202E}abc", "%F0%9F%91%B6", "%25252e", "a%20OR%20b%20AND%20(NEAR", "*", "\"",
        "null",
        "true", "[]", "{}", "0x10", "٣", "-0", "+7", "1.5", "1,5", "%E2%80%8B",
    ]
    private static let names = [
        "q", "alter", "ort", "feld", "seite", "page", "per_page", "sprache", "tag", "gebiet", "phase", "termin", "text",
        "weiter", "kosten", "format", "nah", "km", "id", "taxonomy_term_id", "modified_after", "fertig",
    ]

    @Test("no value in any question gives an error of the house")
    func questions() async throws {
        let whole = try await WholeHouse()
        for route in whole.house.responder.table.routes where route.method == "GET" {
            for value in Self.values {
                let pairs = Self.names.map { "\($0)=\(value)" }.joined(separator: "&")
                let address = WholeHouse.address(of: route) + "?" + pairs.filter { $0 != " " && $0 != "<" && $0 != ">" }
                let answer = try await whole.visitor.get(address)
                #expect(answer.status < 500, "\(address): \(answer.status)")
                #expect(!answer.text.contains("<script>alert"), "\(address)")
            }
        }
    }

    @Test("no key in any address gives an error of the house")
    func places() async throws {
        let whole = try await WholeHouse()
        let routes = whole.house.responder.table.routes.filter { $0.method == "GET" && $0.pattern.contains("{") }
        for route in routes {
            for value in Self.values where !value.isEmpty {
                let safe = value.unicodeScalars.filter {
                    $0.value > 32 && $0 != "/" && $0 != "\\" && $0 != "?" && $0 != "#"
                }
                let address =
                    "/"
                    + route.pattern.split(separator: "/").map {
                        $0.hasPrefix("{") ? String(String.UnicodeScalarView(safe)) : String($0)
                    }.joined(separator: "/")
                let answer = try await whole.visitor.get(address)
                #expect(answer.status < 500, "\(address): \(answer.status)")
            }
        }
    }

    @Test("five thousand random requests never give an error of the house")
    func fuzz() async throws {
        let whole = try await WholeHouse()
        let session = try await whole.house.desk.startSession(of: whole.account(.editor), device: "Test")
        let token = try await whole.house.desk.sessions.formToken(session: session, at: WholeHouse.now) ?? ""
        var random = SeededGenerator(seed: 2026)
        let routes = whole.house.responder.table.routes
        for number in 0..<5_000 {
            guard let route = routes.randomElement(using: &random) else { return }
            let method =
                number % 9 == 0 ? ["PUT", "DELETE", "TRACE", "HEAD", "OPTIONS"].randomElement(using: &random) : nil
            let path = Self.path(route, &random)
            let (type, body) = Self.body(&random)
            var headers = [("Content-Type", type), ("Accept-Encoding", "gzip")]
            if number % 2 == 0 { headers += [("Cookie", "sitzung=\(session)"), ("X-Form-Token", token)] }
            let answer = try await whole.visitor.send(method ?? route.method, path, headers: headers, body: body)
            #expect(answer.status < 500, "Nummer \(number): \(route.method) \(path): \(answer.status)")
        }
    }

    private static func path(_ route: Route, _ random: inout SeededGenerator) -> String {
        let segments = route.pattern.split(separator: "/").map { segment -> String in
            guard segment.hasPrefix("{") || Int.random(in: 0..<20, using: &random) == 0 else { return String(segment) }
            let bytes = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            return bytes.map { "%" + (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
        }
        let prefix = ["", "", "/en", "/leicht"].randomElement(using: &random) ?? ""
        let pairs = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            "\(names.randomElement(using: &random) ?? "q")=\(noise(&random, escaped: true))"
        }
        return prefix + "/" + segments.joined(separator: "/")
            + (pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&"))
    }

    private static func noise(_ random: inout SeededGenerator, escaped: Bool) -> String {
        let letters = Array("abcäöü0123456789-.,:;\"'<>&=%+ \u{0}\u{7}\u{202E}👶")
        let text = (0..<Int.random(in: 0...30, using: &random)).map { _ in
            letters.randomElement(using: &random) ?? "a"
        }
        guard escaped else { return String(text) }
        return String(text).utf8.map { byte in
            Int.random(in: 0..<50, using: &random) == 0
                ? "%zz" : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    private static func body(_ random: inout SeededGenerator) -> (String, [UInt8]) {
        let fields = (0..<Int.random(in: 0...8, using: &random)).map { _ in
            "\(names.randomElement(using: &random) ?? "q")=\(noise(&random, escaped: true))"
        }.joined(separator: "&")
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return ("application/json", Array(noise(&random, escaped: false).utf8))
        case 1:
            return (
                "multipart/form-data; boundary=G",
                Array(
                    "--G\r\nContent-Disposition: form-data; name=\"q\"\r\n\r\n\(noise(&random, escaped: false))\r\n--G--\r\n"
                        .utf8)
            )
        case 2: return (noise(&random, escaped: true), Array(fields.utf8))
        default: return ("application/x-www-form-urlencoded", Array(fields.utf8))
        }
    }
}
