package import Prevention
package import Storage
package import StorageTesting
import Synchronization
package import Web

/// Testhaus: rooms in a house of their own with an empty database, a clock set by hand and visitors of every kind.
///
/// ```swift
/// let house = try await TestHouse(migrations: NotesRoom.migrations) { house in [NotesRoom(database: house.database)] }
/// let planner = try await house.signIn(.init(.planner, area: "05978"))
/// #expect(try await planner.get("/notizen").status == 200)
/// #expect(try await planner.post("/notizen", [("text", "x")]).status == 303)     // token comes by itself
/// ```
package struct TestHouse: Sendable {
    /// What rooms are made of.
    package struct Parts: Sendable {
        package let database: Database
        package let clock: Clock
        package let desk: SignInDesk
    }

    package static let start = Instant(milliseconds: 1_800_000_000_000)

    package let database: Database
    package let time: TestTime
    package let desk: SignInDesk
    package let responder: HouseResponder
    /// Mails that would have gone out.
    package let mails: SentMails

    /// - Parameter migrations: of the rooms and what they stand on; those of storage and accounts come by themselves.
    package init(
        _ engine: TestEngine = .sqlite, migrations: [Migration] = [], settings: WebSettings = TestHouse.settings,
        hasher: PasswordHasher = PasswordHasher(costExponent: 4), rooms: @Sendable (Parts) throws -> [any Room]
    ) async throws {
        let own = Set(WebMigrations.all.map(\.name))
        database = try await engine.database(WebMigrations.all + migrations.filter { !own.contains($0.name) })
        let time = TestTime(TestHouse.start)
        let mails = SentMails()
        self.time = time
        self.mails = mails
        desk = SignInDesk(
            database: database, clock: time.clock, settings: settings, houseName: "Testhaus",
            mail: AccountMail { _, message in mails.add(message) }, hasher: hasher)
        responder = try HouseResponder(
            rooms: try rooms(Parts(database: database, clock: time.clock, desk: desk)),
            facts: HouseFacts(name: "Testhaus", sender: "Testkreis"), clock: time.clock, database: database,
            settings: settings)
    }

    package static var settings: WebSettings {
        var settings = WebSettings()
        settings.publicURL = "https://testhaus.example"
        settings.evenSeconds = 0
        return settings
    }

    /// Somebody who is not signed in.
    package var visitor: TestClient<HouseResponder> { TestClient(responder) }

    /// Somebody with these roles and a second factor, freshly signed in.
    package func signIn(_ roles: RoleGrant...) async throws -> SignedInClient {
        let id = try await desk.add(
            email: "konto-\(ID<Account>().text)@example.org", name: "Testkonto", roles: Set(roles),
            password: "ein langes Testpasswort", by: .system("test"))
        try await database.write { w in
            try w.run("UPDATE account SET codeSecret = \(OneTimeCode.makeSecret()) WHERE id = \(id)")
        }
        return try await signIn(id)
    }

    /// An existing account in a new session.
    package func signIn(_ id: ID<Account>) async throws -> SignedInClient {
        let token = try await desk.startSession(of: id, device: "Test")
        return SignedInClient(
            client: TestClient(responder, headers: [("Cookie", "\(cookieName)=\(token)")]), account: id, session: token,
            desk: desk, time: time)
    }

    /// Name of the session's cookie in this house.
    package var cookieName: String { desk.settings.isEncrypted ? "__Host-sitzung" : "sitzung" }
}

/// A client with a session; its posts carry the session's token.
package struct SignedInClient: Sendable {
    package let client: TestClient<HouseResponder>
    package let account: ID<Account>
    /// The session's secret, as it stands in the cookie.
    package let session: String
    let desk: SignInDesk
    let time: TestTime

    package func get(_ address: String, headers: [(String, String)] = []) async throws -> TestAnswer {
        try await client.get(address, headers: headers)
    }

    /// Posts URL-encoded fields with the session's token.
    package func post(
        _ address: String, _ fields: [(String, String)], headers: [(String, String)] = []
    ) async throws -> TestAnswer {
        try await client.post(address, [("_token", try await formToken())] + fields, headers: headers)
    }

    /// Posts without the token, which must be refused.
    package func postWithoutToken(_ address: String, _ fields: [(String, String)]) async throws -> TestAnswer {
        try await client.post(address, fields)
    }

    /// Sends any body with the session's token in a header.
    package func send(
        _ method: String, _ address: String, headers: [(String, String)] = [], body: [UInt8] = []
    ) async throws -> TestAnswer {
        try await client.send(
            method, address, headers: headers + [("X-Form-Token", try await formToken())], body: body)
    }

    package func formToken() async throws -> String {
        try await desk.sessions.formToken(session: session, at: time.now) ?? ""
    }
}

/// A clock that tests move.
package final class TestTime: Sendable {
    private let instant: Mutex<Instant>

    package init(_ start: Instant) { instant = Mutex(start) }

    package var now: Instant { instant.withLock { $0 } }
    package func advance(seconds: Int) { instant.withLock { $0 = $0.adding(seconds: seconds) } }
    package var clock: Clock { Clock { self.now } }
}

/// Mails about accounts that a test house would have sent.
package final class SentMails: Sendable {
    private let sent = Mutex<[AccountMessage]>([])

    func add(_ message: AccountMessage) { sent.withLock { $0.append(message) } }
    package var all: [AccountMessage] { sent.withLock { $0 } }
}
