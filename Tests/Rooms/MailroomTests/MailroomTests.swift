import Design
import Foundation
import Mail
import Mailroom
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

@Suite("The mailroom")
struct MailroomTests {
    private let database: Database
    private let queue: MailQueue
    private let outbox: Outbox
    private let room: MailroomRoom
    private let clock = Clock.fixed(Instant(milliseconds: 1_780_000_000_000))
    private let administrator = Account(id: "u1", name: "", roles: [RoleGrant(.administrator)])

    init() async throws {
        database = try await TestEngine.sqlite.database(MailMigrations.all)
        queue = MailQueue(database: database, sender: try MailAddress("haus@example.org"), clock: clock)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("poststelle-\(UUID().uuidString)")
        outbox = Outbox(folder: folder)
        room = MailroomRoom(queue: queue, outbox: outbox)
    }

    private func client(isDevelopment: Bool) throws -> TestClient<HouseResponder> {
        var settings = WebSettings()
        settings.isDevelopment = isDevelopment
        let facts = HouseFacts(name: "Test", sender: "Test")
        return TestClient(
            try HouseResponder(rooms: [room], facts: facts, clock: clock, database: database, settings: settings))
    }

    private func enqueue(_ key: String) async throws -> ID<Mail> {
        let templates = MailTemplates(sender: queue.sender, house: "Familien <Unna>", operatedBy: "Kreis")
        let until = try #require(Instant("2026-12-24T12:00:00Z"))
        let message = try templates.invitation(
            to: MailAddress("kita@example.org"), link: "https://familien.example/zugang/abc", until: until,
            language: .german)
        return try await database.write { [queue] w in
            try queue.enqueue(message, key: key, about: Reference(.user, "u7"), by: .system("test"), in: w)
        }
    }

    private func deliver(_ transport: MailTransport) async throws {
        let delivery = MailDelivery(database: database, transport: transport, clock: clock)
        _ = try await delivery.deliverDue()
    }

    /// Calls a route's handler as an account would.
    private func visit(_ method: String, _ pattern: String, _ id: ID<Mail>? = nil) async throws -> Answer {
        var table = RouteTable()
        room.addRoutes(to: &table)
        let route = try #require(table.routes.first { $0.method == method && $0.pattern == pattern })
        #expect(route.access == .roles([.administrator]))
        let frame = Frame(language: .german, path: pattern, houseName: "Test", sender: "Test")
        return try await route.handler(
            Visit(
                method: method, path: pattern, parameters: ["id": id?.text ?? ""], language: .german,
                account: administrator,
                now: clock.now(), requestID: "1", formToken: "t", frame: frame))
    }

    @Test("shows in development what the house would have sent")
    func outboxPages() async throws {
        defer { try? FileManager.default.removeItem(at: outbox.folder) }
        let client = try client(isDevelopment: true)
        let empty = try await client.get("/-/postausgang")
        #expect(empty.status == 200 && empty.text.contains("Noch keine Mail") && audit(empty.text) == [])
        _ = try await enqueue("a")
        try await deliver(.outbox(outbox))
        let list = try await client.get("/-/postausgang")
        #expect(list.text.contains("Ihr Zugang zu Familien &lt;Unna&gt;") && list.text.contains("kita@example.org"))
        #expect(audit(list.text) == [])
        let entry = try #require(outbox.entries().first)
        let mail = try await client.get("/-/postausgang/\(entry.name)")
        #expect(mail.text.contains("<a href=\"https://familien.example/zugang/abc\""))
        #expect(audit(mail.text) == [])
        let english = try await client.get("/en/-/postausgang")
        #expect(english.text.contains("Outbox") && audit(english.text) == [])
    }

    @Test("hides the outbox outside of development, and files that are no mails")
    func hidden() async throws {
        #expect(try await client(isDevelopment: false).get("/-/postausgang").status == 404)
        let client = try client(isDevelopment: true)
        for name in ["nichts.eml", "..%2F..%2Fetc%2Fpasswd", "a%00.eml"] {
            let status = try await client.get("/-/postausgang/\(name)").status
            #expect(status == 404 || status == 400)
        }
    }

    @Test("shows what did not arrive, without address and text, and sends it again")
    func undelivered() async throws {
        let page = String(decoding: try await visit("GET", "/poststelle").body, as: UTF8.self)
        #expect(page.contains("Alles zugestellt") && audit(page) == [])
        let id = try await enqueue("a")
        let refusal = SMTPReply(code: 550, words: "no <kita@example.org> here")
        try await deliver(MailTransport { _, _ in .refused(refusal) })
        let list = String(decoding: try await visit("GET", "/poststelle").body, as: UTF8.self)
        #expect(list.contains("550 no (Adresse) here") && list.contains("ein Konto") && !list.contains("kita@"))
        #expect(audit(list) == [])
        let question = String(
            decoding: try await visit("GET", "/poststelle/{id}/neuer-versand", id).body, as: UTF8.self)
        #expect(question.contains("abgelehnt") && audit(question) == [])
        #expect(try await visit("POST", "/poststelle/{id}/neuer-versand", id).status == 303)
        #expect(try await queue.counts()[.queued] == 1)
        await #expect(throws: Conflict.self) { try await visit("POST", "/poststelle/{id}/neuer-versand", id) }
        await #expect(throws: NotFound.self) { try await visit("GET", "/poststelle/{id}/neuer-versand", ID<Mail>()) }
    }

    @Test("is in the navigation of administrators only, complete in both languages")
    func navigation() {
        #expect(room.navigation(.german, administrator).map(\.title) == ["Poststelle"])
        #expect(room.navigation(.german, nil).isEmpty)
        #expect(room.navigation(.english, Account(id: "u", name: "", roles: [RoleGrant(.editor)])).isEmpty)
    }
}
