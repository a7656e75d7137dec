import Design
import HTML
import Hummingbird
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Texts
import Web

/// A room with one route of each kind, for tests of the ground itself.
struct TrialRoom: Room {
    static let name = "trial"
    let database: Database

    func addRoutes(to routes: inout RouteTable) {
        routes.get("/", allow: .everyone) { visit in visit.page(PageHead("Start")) { h in h.h1("Start") } }
        routes.get("/lang", allow: .everyone) { visit in
            visit.page(PageHead("Lang")) { h in
                h.h1("Lang")
                for number in 0..<300 { h.p("Absatz \(number) mit etwas Text") }
            }
        }
        routes.get("/ding/{id}", allow: .everyone) { visit in .json("\"\(visit.parameters["id"] ?? "")\"") }
        routes.get("/ding/neu", allow: .everyone) { _ in .json("\"neu\"") }
        routes.get("/ding/{id}/teil/{teil}", allow: .everyone) { visit in
            .json("\"\(visit.parameters["id"] ?? "")-\(visit.parameters["teil"] ?? "")\"")
        }
        routes.get("/frage", allow: .everyone) { visit in .json("\"\(visit.query.text("q") ?? "")\"") }
        routes.post("/echo", allow: .everyone, bodyLimit: 100_000) { visit in
            let fields = visit.form.all.map { "\($0.name)=\($0.value)" }
            let files = visit.files.map { "\($0.field):\($0.name):\($0.contentType):\($0.bytes.count)" }
            return .json((fields + files).joined(separator: "|"))
        }
        routes.get("/fehler/{art}", allow: .everyone) { visit in throw Self.error(visit.parameters["art"] ?? "") }
        routes.get("/langsam", allow: .everyone) { _ in
            try await Task.sleep(for: .seconds(60))
            return Answer()
        }
        routes.get("/entwicklung", allow: .development) { _ in .json("1") }
        routes.get("/kopf", allow: .everyone) { _ in
            Answer(contentType: "text/plain", headers: [("X-Eigen", "a\r\nSet-Cookie: b=c")], body: Array("x".utf8))
        }
        routes.get("/hsds/v3/services", allow: .everyone) { _ in .json("{}") }
    }

    private static func error(_ kind: String) -> any Error {
        switch kind {
        case "404": NotFound()
        case "403": Forbidden()
        case "409": Conflict()
        case "400": BadRequest("Das Alter muss eine Zahl sein.")
        case "422": Unprocessable("Das passt nicht.")
        case "429": TooManyRequests(seconds: 30)
        case "stale": StorageError.stale
        case "unavailable": StorageError.unavailable("Geheimer Pfad /var/lib")
        default: StorageError.engine(code: "1", message: "Geheime Meldung")
        }
    }
}

/// The house around the trial room.
struct TrialHouse {
    let database: Database
    let client: TestClient<HouseResponder>

    init(settings: WebSettings = WebSettings()) async throws {
        database = try await TestEngine.sqlite.database([])
        let responder = try HouseResponder(
            rooms: [TrialRoom(database: database)], facts: HouseFacts(name: "Probe", sender: "Test"),
            clock: .fixed(Instant(milliseconds: 1_800_000_000_000)), database: database, settings: settings)
        client = TestClient(responder)
    }
}
