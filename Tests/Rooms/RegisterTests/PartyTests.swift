import Mail
import Offers
import Prevention
import Register
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Register: providers, places, personal links") struct PartyTests {
    @Test("providers are made and changed; doubles and conflicts are told", arguments: TestEngine.available)
    func providers(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        #expect(try await editor.get("/register/traeger").findings == [])
        #expect(try await editor.get("/register/traeger/neu").findings == [])
        let same = try await editor.post("/register/traeger/neu", [("name", "familientreff"), ("art", "church")])
        #expect(same.status == 422 && same.text.contains("gibt es schon") && same.findings == [])
        let fields = [("name", "Neuer Träger"), ("art", "church"), ("gebiet", "Kamen"), ("verband", "Sportverein")]
        let made = try await editor.post("/register/traeger/neu", fields)
        #expect(made.status == 303)
        let provider = try #require(try await house.offers.providers().first { $0.name == "Neuer Träger" })
        #expect(provider.areaKey == "05978020" && provider.parentID == house.foreign.id && provider.kind == .church)
        let path = "/register/traeger/\(provider.id.text)"
        #expect(try await editor.post(path, fields + [("fassung", "1"), ("telefon", "02303 12345")]).status == 303)
        let slow = try await editor.post(path, fields + [("fassung", "1"), ("telefon", "02303 54321")])
        #expect(slow.status == 409 && slow.text.contains("02303 54321") && slow.findings == [])
    }

    @Test("a provider looks after its own entry only")
    func ownEntry() async throws {
        let house = try await RegisterHouse()
        let provider = try await house.provider
        let own = "/register/traeger/\(house.own.id.text)"
        #expect(try await provider.get("/register/traeger/\(house.foreign.id.text)").status == 404)
        #expect(try await provider.get("/register/traeger/neu").status == 403)
        #expect(try await provider.post(own + "/links", []).status == 403)
        let page = try await provider.get(own)
        #expect(page.status == 200 && !page.text.contains("Persönliche Links"))
        #expect(
            try await provider.post(own, [("fassung", "1"), ("name", "Familientreff Unna"), ("art", "church")]).status
                == 303)
    }

    @Test("places are made and changed, with a secret address if need be", arguments: TestEngine.available)
    func facilities(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        #expect(try await editor.get("/register/einrichtungen/neu").findings == [])
        let wrong = try await editor.post("/register/einrichtungen/neu", [("name", "Haus"), ("breite", "51,5")])
        #expect(wrong.status == 422 && wrong.text.contains("feld-laenge") && wrong.findings == [])
        let made = try await editor.post(
            "/register/einrichtungen/neu",
            [
                ("name", "Haus"), ("art", "kita"), ("ort", "Unna"), ("breite", "51,53"), ("laenge", "7,69"),
                ("barriere", "step_free"), ("schutz", "ja"), ("traeger", "Familientreff"),
            ])
        #expect(made.status == 303)
        let place = try #require(try await house.offers.facilities().first)
        #expect(
            place.isAddressConfidential && place.coordinate?.latitude == 51.53 && place.accessibility == [.stepFree])
        let unna = try RegisterHouse.id("05978036")
        #expect(place.areaID == unna && place.providerID == house.own.id)
        let path = "/register/einrichtungen/\(place.id.text)"
        #expect(try await editor.get(path).findings == [])
        #expect(try await house.provider.get(path).status == 200)
        let foreign = try await house.house.signIn(RoleGrant(.provider, organisation: house.foreign.id.text))
        #expect(try await foreign.get(path).status == 404)
        let list = try await editor.get("/register/einrichtungen?text=haus%20unna")
        #expect(list.text.contains(place.id.text) && list.findings == [])
    }

    /// Makes a link through the page and returns its address in the house.
    private func link(_ house: RegisterHouse) async throws -> String {
        let page = try await house.editor.post("/register/traeger/\(house.own.id.text)/links", [])
        #expect(page.status == 200 && page.findings == [])
        let start = try #require(page.text.firstRange(of: "https://testhaus.example/anbieter/"))
        let token = page.text[start.upperBound...].prefix { $0 != "<" && $0 != "\"" }
        return "/anbieter/\(token)"
    }

    @Test("a link opens the provider's offers without an account and confirms them", arguments: TestEngine.available)
    func personal(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let path = try await link(house)
        let visitor = house.house.visitor
        let page = try await visitor.get(path)
        #expect(page.status == 200 && page.findings == [])
        #expect(page.text.contains("Babytreff") && !page.text.contains("Turnen"))
        #expect(try await house.stored().check == nil, "looking confirms nothing")
        let done = try await visitor.post(path + "/bestaetigung", [])
        #expect(done.status == 303 && done.location == path + "?bestaetigt=1")
        #expect(try await visitor.get(done.location).text.contains("Ein Angebot ist als geprüft vermerkt"))
        let check = try #require(try await house.stored().check)
        #expect(check.by == .provider && check.method == "persönlicher Link")
        #expect(try await house.stored(house.foreignOffer).check == nil)
        #expect(try await visitor.get("/register").status == 303, "the link opens nothing else")
    }

    @Test("revoked, old, unknown and broken links open nothing and say what to do", arguments: TestEngine.available)
    func closedLinks(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let path = try await link(house)
        let made = try #require(try await house.offers.links(of: house.own.id).first)
        let visitor = house.house.visitor
        let revocation = "/register/traeger/\(house.own.id.text)/links/\(made.id.text)/widerruf"
        #expect(try await house.provider.post(revocation, []).status == 403)
        #expect(try await house.editor.post(revocation, []).status == 303)
        let old = try await link(house)
        #expect(try await visitor.get(old).status == 200)
        house.house.time.advance(seconds: 181 * 86_400)
        let unknown = "/anbieter/" + String(repeating: "A", count: 43)
        for address in [path, old, unknown, "/anbieter/x"] {
            let page = try await visitor.get(address)
            #expect(page.status == 404 && page.text.contains("Dieser Link öffnet nichts mehr"), "\(address)")
            #expect(page.findings == [], "\(address)")
            #expect(try await visitor.post(address + "/bestaetigung", []).status == 404, "\(address)")
            #expect(try await visitor.get(address + "/angebote/\(house.offer.id.text)").status == 404, "\(address)")
        }
        #expect(try await house.stored().check == nil)
    }

    @Test("a change by link waits for an editor, who takes it over field by field", arguments: TestEngine.available)
    func proposal(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let path = try await link(house)
        let visitor = house.house.visitor
        let form = path + "/angebote/\(house.offer.id.text)"
        #expect(try await visitor.get(form).findings == [])
        #expect(try await visitor.get(path + "/angebote/\(house.foreignOffer.id.text)").status == 404)
        let wrong = try await visitor.post(form, RegisterHouse.fields("", version: 1, [("alter-von", "abc")]))
        #expect(wrong.status == 422 && wrong.text.contains("abc") && wrong.findings == [])
        let sent = try await visitor.post(
            form, RegisterHouse.fields("Babytreff neu", version: 1, [("gebiete", "Unna"), ("notiz", "x")]))
        #expect(sent.status == 303 && sent.location == path + "?fertig=vorgeschlagen")
        #expect(try await house.stored().title == "Babytreff")
        #expect(try await visitor.get(path).text.contains("Änderung wird geprüft"))
        let editor = try await house.editor
        #expect(try await editor.get("/register").text.contains("Ein Vorschlag eines Trägers wartet"))
        let list = try await editor.get("/register/vorschlaege")
        #expect(list.text.contains("Babytreff") && list.findings == [])
        let open = try #require(try await house.offers.openProposals().first)
        let page = "/register/vorschlaege/\(open.id.text)"
        #expect(try await house.provider.get(page).status == 403)
        let shown = try await editor.get(page)
        #expect(shown.text.contains("Babytreff neu") && shown.findings == [])
        #expect(try await editor.post(page, [("feld", "title"), ("feld", "status")]).status == 303)
        let offer = try await house.stored()
        #expect(offer.title == "Babytreff neu" && offer.ageRange == nil && offer.internalNote.isEmpty)
        #expect(try await editor.post(page, [("feld", "age")]).status == 404, "decided once")
    }

    @Test("a change by link to an offer that has changed meanwhile loses nothing")
    func staleProposal() async throws {
        let house = try await RegisterHouse()
        let path = try await link(house)
        #expect(
            try await house.editor.post(house.path("/bearbeiten"), RegisterHouse.fields("Inzwischen")).status == 303)
        let answer = try await house.house.visitor.post(
            path + "/angebote/\(house.offer.id.text)", RegisterHouse.fields("Meins", version: 1))
        #expect(answer.status == 409 && answer.text.contains("Meins") && answer.text.contains("Inzwischen"))
        #expect(try await house.offers.openProposals().isEmpty)
    }

    @Test("the check mail holds a link that works", arguments: TestEngine.available)
    func checkMail(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        let sent = try await editor.post("/register/traeger/\(house.own.id.text)/pruefmail", [])
        #expect(sent.status == 303)
        let mails = try await house.house.database.read { r in
            try r.rows("SELECT content FROM mail") { String(decoding: try $0.get(0, as: [UInt8].self), as: UTF8.self) }
        }
        let mail = try #require(mails.first).replacing("=\r\n", with: "")
        #expect(mails.count == 1 && mail.contains("Babytreff") && mail.contains("treff@example.org"))
        let start = try #require(mail.firstRange(of: "https://testhaus.example/anbieter/"))
        let token = mail[start.upperBound...].prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        #expect(try await house.house.visitor.get("/anbieter/\(token)").status == 200)
        #expect(try await editor.post("/register/traeger/\(house.foreign.id.text)/pruefmail", []).status == 422)
        #expect(try await house.provider.post("/register/traeger/\(house.own.id.text)/pruefmail", []).status == 403)
    }

    @Test("a round asks each provider with stale offers once a month", arguments: TestEngine.available)
    func round(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let sender = try MailAddress("register@example.org")
        let checks = CheckMail(
            queue: MailQueue(database: house.house.database, sender: sender, clock: house.house.time.clock),
            templates: MailTemplates(sender: sender, house: "Testhaus", operatedBy: "Testkreis"), publicURL: nil)
        func round(_ isDryRun: Bool = false) async throws -> Int {
            try await checks.sendDue(
                from: house.offers, by: RegisterHouse.actor, at: house.house.time.now, isDryRun: isDryRun
            ).due
        }
        #expect(try await round(true) == 1)
        #expect(try await house.offers.links(of: house.own.id).isEmpty, "only counted")
        #expect(try await round() == 1)
        #expect(try await round() == 0, "asked already")
        house.house.time.advance(seconds: 31 * 86_400)
        #expect(try await round(true) == 1)
        let check = OfferCheck(on: house.house.time.now.berlinDay, by: .provider)
        try await house.offers.confirmAll(
            of: house.own.id, check: check, by: RegisterHouse.actor, at: house.house.time.now)
        #expect(try await round(true) == 0, "confirmed")
    }
}
