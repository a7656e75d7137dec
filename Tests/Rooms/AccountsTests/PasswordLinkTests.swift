import Accounts
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts

@testable import Web

@Suite("Einladungen und neue Passwörter") struct PasswordLinkTests {
    private func path(_ house: TestHouse) throws -> String {
        let link = try #require(house.mails.all.last?.link)
        #expect(link.hasPrefix("https://testhaus.example/"))
        return String(link.dropFirst("https://testhaus.example".count))
    }

    @Test("an invitation sets the password once, within the hour", arguments: TestEngine.available)
    func invitation(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        try await house.desk.invite(
            email: "Neu@Example.org", name: "Neu", roles: [RoleGrant(.editor)], language: .german, by: .system("test"))
        let path = try path(house)
        let page = try await house.visitor.get(path)
        #expect(page.status == 200 && audit(page.text) == [] && page.header("cache-control") == "no-store")
        #expect(try await house.visitor.get(path).status == 200)
        let weak = try await house.visitor.post(path, [("passwort", "Passwort1234")])
        #expect(weak.status == 422 && audit(weak.text) == [])
        #expect(try await house.visitor.post(path, [("passwort", TestHouse.password)]).status == 200)
        #expect(try await house.visitor.get(path).status == 410)
        #expect(try await house.visitor.post(path, [("passwort", "ganz anderes Wort")]).status == 410)
        #expect(try await house.signInByForm("neu@example.org").status == 303)
    }

    @Test("a link ends after an hour, and an older one when a newer is sent", arguments: TestEngine.available)
    func expiry(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        let ask = [("email", "fachkraft@example.org")]
        #expect(try await house.visitor.post("/passwort-vergessen", ask).status == 200)
        let first = try path(house)
        #expect(try await house.visitor.post("/passwort-vergessen", ask).status == 200)
        let second = try path(house)
        #expect(try await house.visitor.get(first).status == 410)
        house.time.advance(seconds: 3_599)
        #expect(try await house.visitor.get(second).status == 200)
        house.time.advance(seconds: 1)
        #expect(try await house.visitor.get(second).status == 410)
        #expect(try await house.visitor.post(second, [("passwort", "lauter neue Ziegen")]).status == 410)
        for guess in ["/zugang/x", "/zugang/" + String(repeating: "0", count: 64)] {
            #expect(try await house.visitor.get(guess).status == 410)
        }
    }

    @Test("a new password ends all sessions and keeps the second factor", arguments: TestEngine.available)
    func reset(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let secret = OneTimeCode.makeSecret()
        let id = try await house.account(secret: secret)
        let client = try await house.signIn(id)
        _ = try await house.visitor.post("/passwort-vergessen", [("email", "fachkraft@example.org")])
        #expect(try await house.visitor.post(path(house), [("passwort", "lauter neue Ziegen")]).status == 200)
        #expect(try await client.get("/konto").status == 303)
        #expect(try await house.desk.accounts.account(id)?.codeSecret == secret)
        let answer = try await house.signInByForm("fachkraft@example.org", "lauter neue Ziegen")
        #expect(answer.header("location") == "/anmelden/code")
    }

    @Test(
        "asking for a link says the same for known and unknown addresses, and only so often",
        arguments: TestEngine.available)
    func alike(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.account()
        let known = try await house.visitor.post("/passwort-vergessen", [("email", "fachkraft@example.org")])
        let unknown = try await house.visitor.post("/passwort-vergessen", [("email", "niemand@example.org")])
        #expect(known.status == 200 && known.text == unknown.text && audit(known.text) == [])
        #expect(house.mails.all.count == 1)
        #expect(try await house.visitor.post("/passwort-vergessen", [("email", "kein")]).status == 422)
        var statuses: [Int] = []
        for _ in 0..<10 {
            statuses.append(try await house.visitor.post("/passwort-vergessen", [("email", "x@example.org")]).status)
        }
        #expect(statuses.last == 429)
    }

    @Test("changing the password needs the old one and ends the other sessions", arguments: TestEngine.available)
    func change(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let id = try await house.account()
        let other = try await house.signIn(id)
        let client = try await house.signIn(id)
        #expect(audit(try await client.get("/konto/passwort").text) == [])
        let wrong = try await client.post("/konto/passwort", [("bisher", "falsch"), ("neu", "lauter neue Ziegen")])
        #expect(wrong.status == 422 && audit(wrong.text) == [])
        let weak = try await client.post("/konto/passwort", [("bisher", TestHouse.password), ("neu", "kurz")])
        #expect(weak.status == 422)
        let done = try await client.post(
            "/konto/passwort", [("bisher", TestHouse.password), ("neu", "lauter neue Ziegen")])
        #expect(done.status == 303 && done.token != nil)
        #expect(try await other.get("/konto").status == 303)
        #expect(try await TestClient(house.responder, headers: done.cookie).get("/konto").status == 200)
    }

    @Test("the second factor is switched on with a code of the app", arguments: TestEngine.available)
    func enrol(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let client = try await house.signIn(try await house.account())
        let page = try await client.get("/konto/zweiter-faktor")
        #expect(page.status == 200 && audit(page.text) == [] && page.text.contains("otpauth://totp/"))
        let secret = OneTimeCode.makeSecret()
        let wrong = try await client.post("/konto/zweiter-faktor", [("schluessel", secret), ("code", "000000")])
        #expect(wrong.status == 422)
        let step = OneTimeCode.step(atMilliseconds: house.time.now.milliseconds)
        let code = OneTimeCode.code(secret: try #require(Base32.bytes(secret)), step: step)
        let done = try await client.post("/konto/zweiter-faktor", [("schluessel", secret), ("code", code)])
        #expect(done.status == 303)
        #expect(try await house.desk.accounts.account(client.account)?.codeSecret == secret)
    }

    @Test("whoever manages accounts must have a second factor before anything else")
    func mustEnrol() async throws {
        let house = try await TestHouse.accounts()
        let client = try await house.signIn(try await house.account("leitung@example.org", RoleGrant(.administrator)))
        #expect(try await client.get("/konten").header("location") == "/konto/zweiter-faktor")
        #expect(try await client.get("/konto/zweiter-faktor").status == 200)
    }
}
