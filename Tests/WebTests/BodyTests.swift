import Hummingbird
import NIOCore
import Prevention
import RoomTesting
import Testing

@testable import Web

@Suite("Angaben in Anfragen") struct BodyTests {
    private let form = [("Content-Type", "application/x-www-form-urlencoded")]

    @Test("fields arrive decoded and in their order")
    func urlEncoded() async throws {
        let answer = try await TrialHouse().client.post(
            "/echo", [("a", "1"), ("b", "ü &=+%"), ("a", "2"), ("leer", "")])
        #expect(answer.text == "a=1|b=ü &=+%|a=2|leer=")
    }

    @Test(
        "text that is not UTF-8, NUL and broken escapes are refused with a sentence",
        arguments: [
            "a=%ff", "a=%00", "a=%", "a=%g1", "%ff=1", "a=%c0%80",
        ])
    func brokenEncoding(body: String) async throws {
        let answer = try await TrialHouse().client.send("POST", "/echo", headers: form, body: Array(body.utf8))
        #expect(answer.status == 400)
        #expect(answer.text.contains("UTF-8"))
    }

    @Test("raw Latin-1 bytes are refused")
    func latin1() async throws {
        let answer = try await TrialHouse().client.send("POST", "/echo", headers: form, body: [0x61, 0x3D, 0xFC])
        #expect(answer.status == 400 && answer.text.contains("UTF-8"))
    }

    @Test("too many fields and too large bodies are refused")
    func tooMuch() async throws {
        let client = try await TrialHouse().client
        let many = Array((0..<10_000).map { "f\($0)=1" }.joined(separator: "&").utf8)
        let answer = try await client.send("POST", "/echo", headers: form, body: Array(many.prefix(90_000)))
        #expect(answer.status == 400 && answer.text.contains("1.000"))
        let huge = [UInt8](repeating: 0x61, count: 10 << 20)
        #expect(try await client.send("POST", "/echo", headers: form, body: huge).status == 413)
        let length = form + [("Content-Length", "999999999999")]
        #expect(try await client.send("POST", "/echo", headers: length, body: [0x61]).status == 413)
    }

    @Test("a body that breaks off is the sender's fault, one that never ends is cut off")
    func brokenBody() async throws {
        struct Broken: Error {}
        let client = try await TrialHouse().client
        let (cut, cutSource) = RequestBody.makeStream()
        cutSource.finish(Broken())
        let answer = try await client.send("POST", "/echo", headers: form, stream: cut)
        #expect(answer.status == 400 && answer.text.contains("noch einmal"))
        let (endless, source) = RequestBody.makeStream()
        let sending = Task {
            var sent = 0
            let chunk = ByteBuffer(repeating: 0x61, count: 1 << 20)
            while !Task.isCancelled, sent < 200 {
                await source.yield(chunk)
                sent += 1
            }
        }
        #expect(try await client.send("POST", "/echo", headers: form, stream: endless).status == 413)
        sending.cancel()
        source.finish()
    }

    @Test(
        "unknown formats and encodings are refused with 415",
        arguments: [
            "text/plain", "application/xml", "application/x-www-form-urlencoded; charset=iso-8859-1", "unsinn",
            "multipart/mixed; boundary=x",
        ])
    func mediaTypes(type: String) async throws {
        let answer = try await TrialHouse().client.send(
            "POST", "/echo", headers: [("Content-Type", type)], body: [0x61])
        #expect(answer.status == 415)
    }

    private func multipart(_ body: String, boundary: String = "GRENZE") async throws -> TestAnswer {
        try await TrialHouse().client.send(
            "POST", "/echo", headers: [("Content-Type", "multipart/form-data; boundary=\(boundary)")],
            body: Array(body.replacing("\n", with: "\r\n").utf8))
    }

    @Test("forms with files are read, names of files made harmless")
    func files() async throws {
        let answer = try await multipart(
            """
            --GRENZE
            Content-Disposition: form-data; name="titel"

            Zwei
            Zeilen
            --GRENZE
            Content-Disposition: form-data; name="datei"; filename="../../etc/pass\\"wd;.csv"
            Content-Type: text/csv

            a;b
            --GRENZE
            Content-Disposition: form-data; name="leer"; filename=""
            Content-Type: application/octet-stream


            --GRENZE--

            """)
        #expect(answer.status == 200)
        #expect(answer.text == "titel=Zwei\r\nZeilen|datei:pass_wd_.csv:text/csv:3")
    }

    @Test(
        "incomplete or hostile multipart forms are refused",
        arguments: [
            "", "--GRENZE", "--GRENZE\n", "--GRENZE\nContent-Disposition: form-data; name=\"a\"\n\nohne Ende",
            "--GRENZE\nContent-Disposition: form-data\n\nx\n--GRENZE--",
            "--GRENZE\nContent-Disposition: attachment; name=\"a\"\n\nx\n--GRENZE--",
            "--GRENZE\nContent-Disposition: form-data; name=\"a\n\nx\n--GRENZE--",
            "--GRENZE\nkein Kopf\n\nx\n--GRENZE--", "--ANDERS\n\nx\n--ANDERS--",
        ])
    func brokenMultipart(body: String) async throws {
        #expect(try await multipart(body).status == 400)
    }

    @Test(
        "names of files keep letters and lose paths",
        arguments: [
            ("C:\\Users\\x\\Übersicht 2026.csv", "Übersicht 2026.csv"), ("..", "datei"), ("", "datei"), ("a/b/", "b"),
            ("<script>.csv", "_script_.csv"), (".htaccess", "htaccess"), ("a\u{0}b", "a_b"), ("x\r\ny", "x_y"),
        ])
    func fileNames(given: String, expected: String) {
        #expect(FileName.safe(given) == expected)
    }

    @Test("ten thousand broken multipart bodies never do more than be refused")
    func fuzz() throws {
        var random = SeededGenerator(seed: 7)
        let good = Array(
            ("--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + "inhalt\r\n--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nwert\r\n--B--\r\n").utf8)
        var understood = 0
        for _ in 0..<10_000 {
            var bytes = good
            for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
                let at = Int.random(in: bytes.indices, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: at)
                case 2: bytes.insert(contentsOf: Array("\r\n--B".utf8), at: at)
                default: bytes = Array(bytes[..<max(1, at)])
                }
            }
            do throws(Refusal) {
                let parts = try Multipart.parts(of: bytes, boundary: "B")
                understood += 1
                #expect(parts.count <= 40)
            } catch { #expect(error.status == 400) }
        }
        #expect(understood > 2_000)
    }
}
