import Accounts
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Synchronization
import Testing
import Texts

@testable import Web

@Suite("Anmelden") struct SignInTests {
    @Test(
        "the right password opens a session with a protected cookie, and signing out ends it",
        arguments: TestEngine.available)
    func signInAndOut(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        let answer = try await house.signInByForm(more: [("weiter", "/konto")])
        #expect(answer.status == 303 && answer.header("location") == "/konto")
        let cookie = try #require(answer.header("set-cookie"))
        #expect(cookie.hasPrefix("__Host-sitzung=") && cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
        #expect(answer.header("cache-control") == "no-store")
        let client = TestClient(house.responder, headers: answer.cookie)
        let own = try await client.get("/konto")
        #expect(own.status == 200 && own.text.contains("Testkonto") && own.header("cache-control") == "no-store")
        #expect(audit(own.text) == [])
        let token = try #require(
            try await house.desk.sessions.formToken(session: answer.token ?? "", at: house.time.now))
        #expect(try await client.post("/abmelden", []).status == 403)
        let out = try await client.post("/abmelden", [("_token", token)])
        #expect(out.status == 303 && out.header("clear-site-data")?.contains("cookies") == true)
        #expect(out.header("set-cookie")?.contains("Max-Age=0") == true)
        #expect(try await client.get("/konto").header("location") == "/anmelden?weiter=%2Fkonto")
        #expect(try await house.auditActions() == ["account.create", "account.signIn", "account.signOut"])
    }

    @Test("without https the cookie has a name that browsers take on this machine")
    func plainHTTP() async throws {
        var settings = TestHouse.settings
        settings.publicURL = nil
        let house = try await TestHouse.accounts(settings)
        _ = try await house.account()
        #expect(try await house.signInByForm().header("set-cookie")?.hasPrefix("sitzung=") == true)
    }

    @Test("wrong passwords and unknown accounts get the same page with 422", arguments: TestEngine.available)
    func alike(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        let wrong = try await house.signInByForm("fachkraft@example.org", "falsch")
        let unknown = try await house.signInByForm("fachkraft@example.test", "falsch")
        #expect(wrong.status == 422 && unknown.status == 422)
        func bare(_ answer: TestAnswer) -> String {
            answer.text.replacing("fachkraft@example.test", with: "fachkraft@example.org")
        }
        #expect(bare(wrong) == bare(unknown))
        #expect(audit(wrong.text) == [] && wrong.text.contains("Fehler"))
        #expect(!wrong.text.contains("falsch\""))
        #expect(wrong.header("set-cookie") == nil)
    }

    @Test("an account without password, or locked, cannot sign in", arguments: TestEngine.available)
    func locked(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let id = try await house.account()
        try await house.desk.accounts.setDisabled(true, id, by: .system("test"), at: house.time.now)
        #expect(try await house.signInByForm().status == 422)
        try await house.desk.invite(
            email: "neu@example.org", name: "Neu", roles: [], language: .german, by: .system("test"))
        #expect(try await house.signInByForm("neu@example.org", "").status == 422)
    }

    @Test(
        "attempts are slowed down for the account, never for good, and others are unaffected",
        arguments: TestEngine.available)
    func throttling(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        _ = try await house.account("andere@example.org")
        var statuses: [Int] = []
        for _ in 0..<30 { statuses.append(try await house.signInByForm("fachkraft@example.org", "falsch").status) }
        #expect(statuses.first == 422 && statuses.last == 429)
        let blocked = try await house.signInByForm()
        #expect(blocked.status == 429)
        #expect(Int(blocked.header("retry-after") ?? "").map { $0 > 0 && $0 <= 300 } == true)
        #expect(try await house.signInByForm("andere@example.org").status == 303)
        house.time.advance(seconds: 301)
        #expect(try await house.signInByForm().status == 303)
    }

    @Test(
        "one address that tries many accounts is slowed down, another address is not", arguments: TestEngine.available)
    func addresses(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        for number in 0..<60 { _ = try await house.signInByForm("name\(number)@example.org", "falsch") }
        #expect(try await house.signInByForm().status == 429)
        var elsewhere = house.visitor
        elsewhere.remoteAddress = "192.0.2.7"
        let fields = [("email", "fachkraft@example.org"), ("passwort", TestHouse.password)]
        #expect(try await elsewhere.post("/anmelden", fields).status == 303)
    }

    @Test(
        "with a second factor the password alone opens nothing, and a code works once", arguments: TestEngine.available)
    func secondFactor(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let secret = OneTimeCode.makeSecret()
        _ = try await house.account(secret: secret)
        let first = try await house.signInByForm(more: [("weiter", "/konto")])
        #expect(first.header("location") == "/anmelden/code?weiter=%2Fkonto")
        let half = TestClient(house.responder, headers: first.cookie)
        #expect(try await half.get("/konto").status == 303)
        #expect(try await half.get("/konten").status == 303)
        let page = try await half.get("/anmelden/code?weiter=%2Fkonto")
        #expect(page.status == 200 && audit(page.text) == [])
        #expect(try await half.post("/anmelden/code", [("code", "000000")]).status == 422)
        let code = try self.code(secret, house)
        let second = try await half.post("/anmelden/code", [("code", code), ("weiter", "/konto")])
        #expect(second.status == 303 && second.header("location") == "/konto")
        #expect(second.token != nil && second.token != first.token)
        #expect(try await TestClient(house.responder, headers: second.cookie).get("/konto").status == 200)
        #expect(try await half.get("/konto").status == 303)
        let again = try await house.signInByForm()
        let replay = try await TestClient(house.responder, headers: again.cookie).post(
            "/anmelden/code", [("code", code)])
        #expect(replay.status == 422)
    }

    private func code(_ secret: String, _ house: TestHouse) throws -> String {
        let step = OneTimeCode.step(atMilliseconds: house.time.now.milliseconds)
        return OneTimeCode.code(secret: try #require(Base32.bytes(secret)), step: step)
    }

    @Test("sessions end after half an hour of rest and after ten hours in any case", arguments: TestEngine.available)
    func ends(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let id = try await house.account()
        let resting = try await house.signIn(id)
        house.time.advance(seconds: 29 * 60)
        #expect(try await resting.get("/konto").status == 200)
        house.time.advance(seconds: 29 * 60)
        #expect(try await resting.get("/konto").status == 200)
        house.time.advance(seconds: 30 * 60)
        #expect(try await resting.get("/konto").status == 303)
        let busy = try await house.signIn(id)
        for _ in 0..<29 {
            house.time.advance(seconds: 20 * 60)
            #expect(try await busy.get("/konto").status == 200)
        }
        house.time.advance(seconds: 20 * 60)
        #expect(try await busy.get("/konto").status == 303)
    }

    @Test(
        "a token that somebody planted before is worth nothing, and hostile cookies do no harm",
        arguments: [
            "__Host-sitzung=" + String(repeating: "a", count: 64), "__Host-sitzung=", "__Host-sitzung=' OR 1=1 --",
            "sitzung=x",
            "__Host-sitzung=\u{FF}", ";;;=;", String(repeating: "a=b; ", count: 500),
        ])
    func planted(cookie: String) async throws {
        let house = try await TestHouse.accounts()
        #expect(try await house.visitor.get("/konto", headers: [("Cookie", cookie)]).status == 303)
        _ = try await house.account()
        let answer = try await house.signInByForm(headers: [("Cookie", cookie)])
        #expect(answer.status == 303 && answer.token?.count == 64 && !cookie.contains(answer.token ?? "x"))
    }

    @Test("giving the password again renews the token and counts for five minutes", arguments: TestEngine.available)
    func again(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let id = try await house.account(
            "leitung@example.org", RoleGrant(.administrator), secret: OneTimeCode.makeSecret())
        let client = try await house.signIn(id)
        #expect(try await client.get("/konten/einladen").status == 200)
        house.time.advance(seconds: 5 * 60)
        let stale = try await client.get("/konten/einladen")
        #expect(stale.header("location") == "/anmelden/bestaetigen?weiter=%2Fkonten%2Feinladen")
        #expect(audit(try await client.get("/anmelden/bestaetigen").text) == [])
        #expect(try await client.post("/anmelden/bestaetigen", [("passwort", TestHouse.password)]).status == 422)
        let record = try #require(try await house.desk.accounts.account(id))
        let code = try code(record.codeSecret ?? "", house)
        let fields = [("passwort", TestHouse.password), ("code", code), ("weiter", "/konten/einladen")]
        let fresh = try await client.post("/anmelden/bestaetigen", fields)
        #expect(fresh.status == 303 && fresh.header("location") == "/konten/einladen")
        #expect(try await client.get("/konto").status == 303)
        #expect(try await TestClient(house.responder, headers: fresh.cookie).get("/konten/einladen").status == 200)
    }

    @Test(
        "known, unknown, locked and invited names each cost exactly one key derivation of the same strength",
        arguments: TestEngine.available)
    func derivations(engine: TestEngine) async throws {
        let seen = Mutex<[Int]>([])
        let house = try await TestHouse.accounts(
            on: engine, hasher: PasswordHasher(costExponent: 5) { cost in seen.withLock { $0.append(cost) } })
        _ = try await house.account()
        let locked = try await house.account("gesperrt@example.org")
        try await house.desk.accounts.setDisabled(true, locked, by: .system("test"), at: house.time.now)
        try await house.desk.invite(
            email: "neu@example.org", name: "Neu", roles: [], language: .german, by: .system("test"))
        for name in ["fachkraft@example.org", "unbekannt@example.org", "gesperrt@example.org", "neu@example.org"] {
            seen.withLock { $0 = [] }
            #expect(try await house.signInByForm(name, "falsch").status == 422)
            #expect(seen.withLock { $0 } == [5], "\(name)")
        }
        seen.withLock { $0 = [] }
        #expect(try await house.signInByForm("gesperrt@example.org").status == 422)
        #expect(try await house.signInByForm().status == 303)
        #expect(seen.withLock { $0 } == [5, 5])
    }
}
