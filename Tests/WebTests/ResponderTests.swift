import HTTPTypes
import Hummingbird
import NIOCore
import RoomTesting
import Testing
import Texts
import Web

@Suite("Antworten des Hauses") struct ResponderTests {
    @Test(
        "fixed segments win over places, places keep their value",
        arguments: [
            ("/ding/neu", "\"neu\""), ("/ding/7", "\"7\""), ("/ding/a%20b", "\"a b\""),
            ("/ding/7/teil/%C3%BC", "\"7-ü\""),
            ("/en/ding/7", "\"7\""), ("/ding/7/", "\"7\""), ("http://localhost/ding/7", "\"7\""),
            ("/ding/7#x", "\"7\""),
        ])
    func routes(path: String, body: String) async throws {
        let answer = try await TrialHouse().client.get(path)
        #expect(answer.status == 200)
        #expect(answer.text == body)
    }

    @Test(
        "addresses that are no clean path are refused with 400",
        arguments: [
            "/ding/..", "/ding/../x", "/ding/%2e%2e/x", "/ding/%2E%2e", "/./x", "/ding/a%2fb", "/ding/a%5cb",
            "/ding/a\\b",
            "/ding/%00", "/ding/%0d%0aX", "/ding/%ff", "/ding/%c3%28", "/ding/%", "/ding/%4", "/ding/%zz", "ding", "*",
            "/frage?q=%ff", "/frage?q=%00", "/frage?q=%", "/frage?q=%ed%a0%80",
        ])
    func pathTricks(path: String) async throws {
        let answer = try await TrialHouse().client.get(path)
        #expect(answer.status == 400)
        #expect(answer.text.contains("<h1>"))
    }

    @Test(
        "unknown addresses and empty segments are not found",
        arguments: ["/nichts", "//ding/7", "/ding//teil", "/ding"])
    func notFound(path: String) async throws {
        #expect(try await TrialHouse().client.get(path).status == 404)
    }

    @Test("too long addresses answer 414, too long headers 431")
    func tooLong() async throws {
        let client = try await TrialHouse().client
        let long = String(repeating: "a", count: 3_000)
        #expect(try await client.get("/ding/" + long).status == 414)
        #expect(try await client.get("/frage?q=" + long + long + long).status == 414)
        let headers = (0..<40).map { ("X-Lang-\($0)", String(long.prefix(1_000))) }
        #expect(try await client.get("/", headers: headers).status == 431)
    }

    @Test("HEAD has the headers of GET and no body")
    func head() async throws {
        let client = try await TrialHouse().client
        let get = try await client.get("/lang")
        let head = try await client.send("HEAD", "/lang")
        #expect(head.status == 200 && head.bytes.isEmpty)
        #expect(head.header("content-length") == get.header("content-length"))
        #expect(head.header("content-length") == "\(get.bytes.count)")
        #expect(head.header("etag") == get.header("etag"))
    }

    @Test(
        "other methods answer 405 and name the right ones",
        arguments: [
            "POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND",
        ])
    func methods(method: String) async throws {
        let answer = try await TrialHouse().client.send(method, "/lang")
        #expect(answer.status == 405)
        #expect(answer.header("allow") == "GET, HEAD, OPTIONS")
    }

    @Test("OPTIONS tells the methods, for interfaces also to other pages")
    func options() async throws {
        let answer = try await TrialHouse().client.send("OPTIONS", "/hsds/v3/services")
        #expect(answer.status == 204 && answer.bytes.isEmpty)
        #expect(answer.header("allow") == "GET, HEAD, OPTIONS")
        #expect(answer.header("access-control-allow-origin") == "*")
        #expect(try await TrialHouse().client.send("OPTIONS", "/echo").header("allow") == "OPTIONS, POST")
    }

    @Test(
        "errors become their status, in the language of the page, without a word about the inside",
        arguments: [
            ("404", 404), ("403", 403), ("409", 409), ("400", 400), ("422", 422), ("429", 429), ("stale", 409),
            ("unavailable", 503), ("anders", 500),
        ])
    func errors(kind: String, status: Int) async throws {
        let client = try await TrialHouse().client
        let german = try await client.get("/fehler/\(kind)")
        #expect(german.status == status)
        #expect(german.text.contains("lang=\"de\"") && german.text.contains("Vorgangsnummer"))
        #expect(!german.text.contains("Geheim") && !german.text.contains("StorageError"))
        #expect(german.header("cache-control") == "no-store")
        let id = try #require(german.header("x-request-id"))
        #expect(german.text.contains(id))
        let english = try await client.get("/en/fehler/\(kind)")
        #expect(english.text.contains("lang=\"en\"") && english.text.contains("Reference number"))
    }

    @Test("a room's own sentence stands on the page")
    func message() async throws {
        let answer = try await TrialHouse().client.get("/fehler/400")
        #expect(answer.text.contains("Das Alter muss eine Zahl sein."))
        #expect(try await TrialHouse().client.get("/fehler/429").header("retry-after") == "30")
    }

    @Test("interfaces answer problems as JSON")
    func problems() async throws {
        let answer = try await TrialHouse().client.get("/hsds/v3/nichts")
        #expect(answer.status == 404)
        #expect(answer.header("content-type") == "application/problem+json")
        #expect(answer.text.contains("\"status\":404"))
    }

    @Test("a handler that does not answer is given up, a body that does not come too")
    func slow() async throws {
        var settings = WebSettings()
        settings.answerSeconds = 0.05
        settings.bodySeconds = 0.05
        let client = try await TrialHouse(settings: settings).client
        #expect(try await client.get("/langsam").status == 503)
        let (stream, source) = RequestBody.makeStream()
        let answer = try await client.send("POST", "/echo", stream: stream)
        #expect(answer.status == 408)
        source.finish()
    }

    @Test("development routes do not exist elsewhere")
    func development() async throws {
        #expect(try await TrialHouse().client.get("/entwicklung").status == 404)
        var settings = WebSettings()
        settings.isDevelopment = true
        #expect(try await TrialHouse(settings: settings).client.get("/entwicklung").status == 200)
    }

    @Test("every text exists in English")
    func texts() throws {
        #expect(try WebTexts.missing(in: .english) == [])
    }
}
