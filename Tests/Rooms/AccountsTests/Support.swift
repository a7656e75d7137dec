import Accounts
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Web

extension TestHouse {
    /// A house with the accounts room only.
    static func accounts(
        _ settings: WebSettings = TestHouse.settings, on engine: TestEngine = .sqlite,
        hasher: PasswordHasher = PasswordHasher(costExponent: 4)
    ) async throws -> TestHouse {
        try await TestHouse(engine, settings: settings, hasher: hasher) { house in [try AccountsRoom(desk: house.desk)]
        }
    }

    static let password = "blaue Ziege tanzt"

    /// An account with a password and, if wanted, a second factor; returns its key.
    func account(
        _ email: String = "fachkraft@example.org", _ roles: RoleGrant..., secret: String? = nil
    ) async throws -> ID<Account> {
        let id = try await desk.add(
            email: email, name: "Testkonto", roles: Set(roles), password: Self.password, by: .system("test"))
        if let secret {
            try await database.write { w in try w.run("UPDATE account SET codeSecret = \(secret) WHERE id = \(id)") }
        }
        return id
    }

    /// Signs in through the form.
    func signInByForm(
        _ email: String = "fachkraft@example.org", _ password: String = TestHouse.password,
        more: [(String, String)] = [], headers: [(String, String)] = []
    ) async throws -> TestAnswer {
        try await visitor.post("/anmelden", [("email", email), ("passwort", password)] + more, headers: headers)
    }

    /// What audit entries of accounts say, in order.
    func auditActions() async throws -> [String] {
        try await database.read { r in
            try r.rows("SELECT action FROM audit ORDER BY n") { try $0.get(0, as: String.self) }
        }
    }
}

extension TestAnswer {
    /// The session's token in the cookie that the answer sets.
    var token: String? {
        headers("set-cookie").first?.split(separator: ";").first?.split(separator: "=").dropFirst().first.map(
            String.init)
    }
    /// The header with which the browser sends it back.
    var cookie: [(String, String)] { token.map { [("Cookie", "__Host-sitzung=\($0)")] } ?? [] }
}
