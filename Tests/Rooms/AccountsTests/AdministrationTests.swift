import Accounts
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Konten verwalten") struct AdministrationTests {
    @Test("administrators see, invite and change accounts; every page passes the audit")
    func pages() async throws {
        let house = try await TestHouse.accounts()
        let client = try await house.signIn(RoleGrant(.administrator))
        let id = try await house.account("person@example.org", RoleGrant(.editor, area: "05978"))
        let list = try await client.get("/konten")
        #expect(list.status == 200 && audit(list.text) == [] && list.text.contains("/konten/\(id)"))
        #expect(audit(try await client.get("/konten/einladen").text) == [])
        #expect(audit(try await client.get("/konten/\(id)").text) == [])
        let empty = try await client.post("/konten/einladen", [("email", "kein")])
        #expect(empty.status == 422 && audit(empty.text) == [])
        let fields = [
            ("name", "Neue Person"), ("email", "neu@example.org"), ("aufgabe", "planner"), ("gebiet", "05978"),
        ]
        #expect(try await client.post("/konten/einladen", fields).status == 303)
        #expect(house.mails.all.map(\.to) == ["neu@example.org"])
        let twice = try await client.post("/konten/einladen", fields)
        #expect(twice.status == 422 && twice.text.contains("schon ein Konto"))
    }

    @Test("roles given and taken work at the next request", arguments: TestEngine.available)
    func roles(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let client = try await house.signIn(RoleGrant(.administrator))
        let other = try await house.signIn(RoleGrant(.administrator), RoleGrant(.reader))
        #expect(try await other.get("/konten").status == 200)
        let path = "/konten/\(other.account)"
        #expect(try await client.post(path + "/rollen/ende", [("aufgabe", "administrator")]).status == 303)
        #expect(try await other.get("/konten").status == 403)
        #expect(try await client.post(path + "/rollen", [("aufgabe", "planner"), ("gebiet", "05978")]).status == 303)
        let record = try #require(try await house.desk.accounts.account(other.account))
        #expect(record.roles == [RoleGrant(.reader), RoleGrant(.planner, area: "05978")])
        #expect(try await house.auditActions().suffix(2) == ["account.role.remove", "account.role.add"])
        #expect(try await client.post(path + "/rollen", [("aufgabe", "kaiser")]).status == 422)
        #expect(try await client.post(path + "/rollen", [("rolle", "administrator"), ("id", "1")]).status == 422)
    }

    @Test("somebody must remain who manages accounts", arguments: TestEngine.available)
    func lastAdministrator(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let client = try await house.signIn(RoleGrant(.administrator))
        let path = "/konten/\(client.account)"
        #expect(try await client.post(path + "/rollen/ende", [("aufgabe", "administrator")]).status == 422)
        #expect(try await client.post(path + "/sperre", []).status == 422)
        #expect(try await client.get("/konten").status == 200)
    }

    @Test("locking ends sessions at once, unlocking lets sign in again", arguments: TestEngine.available)
    func lock(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        let client = try await house.signIn(RoleGrant(.administrator))
        let id = try await house.account()
        let person = try await house.signIn(id)
        #expect(try await client.post("/konten/\(id)/sperre", []).status == 303)
        #expect(try await person.get("/konto").status == 303)
        #expect(try await house.signInByForm().status == 422)
        #expect(try await client.post("/konten/\(id)/freigabe", []).status == 303)
        #expect(try await house.signInByForm().status == 303)
        let again = try await house.signIn(id)
        #expect(try await client.post("/konten/\(id)/sitzungsende", []).status == 303)
        #expect(try await again.get("/konto").status == 303)
    }

    @Test(
        "administrators of an area manage only accounts of that area; others do not exist for them",
        arguments: TestEngine.available)
    func reach(engine: TestEngine) async throws {
        let house = try await TestHouse.accounts(on: engine)
        _ = try await house.signIn(RoleGrant(.administrator))
        let client = try await house.signIn(RoleGrant(.administrator, area: "05978"))
        let mine = try await house.account("nah@example.org", RoleGrant(.editor, area: "05978024"))
        let foreign = try await house.account("fern@example.org", RoleGrant(.editor, area: "05915000"))
        let everywhere = try await house.account("ueberall@example.org", RoleGrant(.editor))
        #expect(try await client.get("/konten/\(mine)").status == 200)
        for id in [foreign, everywhere] {
            #expect(try await client.get("/konten/\(id)").status == 404)
            for command in [
                "rollen", "rollen/ende", "sperre", "freigabe", "sitzungsende", "einladung", "zweiter-faktor/ende",
            ] {
                #expect(try await client.post("/konten/\(id)/\(command)", [("aufgabe", "reader")]).status == 404)
            }
        }
        let list = try await client.get("/konten").text
        #expect(list.contains(mine.text) && !list.contains(foreign.text) && !list.contains(everywhere.text))
        let beyond = [("name", "N"), ("email", "n@example.org"), ("aufgabe", "planner")]
        #expect(try await client.post("/konten/einladen", beyond).status == 403)
        #expect(try await client.post("/konten/einladen", beyond + [("gebiet", "05978004")]).status == 303)
    }

    @Test("changes need a fresh authentication")
    func fresh() async throws {
        let house = try await TestHouse.accounts()
        let client = try await house.signIn(RoleGrant(.administrator))
        let id = try await house.account()
        house.time.advance(seconds: 301)
        let answer = try await client.post("/konten/\(id)/sperre", [])
        #expect(answer.header("location") == "/anmelden/bestaetigen?weiter=%2Fkonten%2F\(id)")
        #expect(try await house.desk.accounts.account(id)?.disabledAt == nil)
    }

    @Test("every form is refused without the session's token, or with another session's")
    func tokens() async throws {
        let house = try await TestHouse.accounts()
        let client = try await house.signIn(RoleGrant(.administrator))
        let other = try await house.signIn(RoleGrant(.administrator))
        let id = try await house.account()
        let foreign = try await other.formToken()
        for path in ["/konten/\(id)/sperre", "/konten/einladen", "/konto/passwort", "/konto/sitzungen", "/abmelden"] {
            #expect(try await client.postWithoutToken(path, []).status == 403)
            #expect(try await client.postWithoutToken(path, [("_token", foreign)]).status == 403)
        }
        #expect(try await house.desk.accounts.account(id)?.disabledAt == nil)
    }

    @Test("accounts work on every engine", arguments: TestEngine.available)
    func engines(engine: TestEngine) async throws {
        let house = try await TestHouse(engine) { house in [try AccountsRoom(desk: house.desk)] }
        let client = try await house.signIn(RoleGrant(.administrator))
        let id = try await house.account()
        #expect(try await client.get("/konten").status == 200)
        #expect(try await client.post("/konten/\(id)/sperre", []).status == 303)
        #expect(try await house.signInByForm("fachkraft@example.org", "falsch").status == 422)
        #expect(try await client.post("/konten/\(id)/freigabe", []).status == 303)
        #expect(try await house.signInByForm().status == 303)
        #expect(try await house.visitor.post("/passwort-vergessen", [("email", "fachkraft@example.org")]).status == 200)
    }
}
