import House
import Prevention
import RoomTesting
import StorageTesting
import Web

@testable import Storage

/// The whole house on an empty database, with visitors of every role.
struct WholeHouse {
    let database: Database
    let house: House
    static let now = Instant(milliseconds: 1_800_000_000_000)

    init() async throws {
        database = try await TestEngine.sqlite.database([])
        house = try await House(
            database: database, facts: HouseFacts(name: "Testhaus", sender: "Testkreis"), clock: .fixed(Self.now),
            hasher: PasswordHasher(costExponent: 4))
    }

    var visitor: TestClient<HouseResponder> { TestClient(house.responder) }

    /// An account with one role everywhere and a second factor.
    func account(_ role: Role) async throws -> ID<Account> {
        let id = try await house.desk.add(
            email: "\(role.rawValue)@example.org", name: "Testkonto", roles: [RoleGrant(role)],
            password: "blaue Ziege tanzt", by: .system("test"))
        try await database.write { w in
            try w.run("UPDATE account SET codeSecret = \(OneTimeCode.makeSecret()) WHERE id = \(id)")
        }
        return id
    }

    /// Sends a request as this account in a session of its own; posts carry the session's token.
    func send(_ method: String, _ path: String, as account: ID<Account>?) async throws -> TestAnswer {
        guard let account else { return try await visitor.send(method, path) }
        let session = try await house.desk.startSession(of: account, device: "Test")
        let token = try await house.desk.sessions.formToken(session: session, at: Self.now) ?? ""
        return try await visitor.send(
            method, path, headers: [("Cookie", "sitzung=\(session)"), ("X-Form-Token", token)])
    }

    /// An address of a route: places are filled with a key that nothing has.
    static func address(of route: Route) -> String {
        let segments = route.pattern.split(separator: "/").map { segment in
            segment.hasPrefix("{") ? "0b7a4a1e-5a8f-4c57-9d0e-0f4f3c8f1a11" : String(segment)
        }
        return "/" + segments.joined(separator: "/")
    }

    /// All that the database holds, to see whether anything has changed.
    func contents() async throws -> [String] {
        try await database.read { r in
            let tables = try r.rows(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
            ) { try $0.get(0, as: String.self) }
            return try tables.flatMap { table in
                try r.rows(SQL(trusted: "SELECT * FROM \(table)")) { "\(table) \($0.values)" }.sorted()
            }
        }
    }
}
