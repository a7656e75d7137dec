import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Register: editing offers") struct EditingTests {
    @Test("whoever is not signed in is led to signing in, other roles are refused")
    func rights() async throws {
        let house = try await RegisterHouse()
        let visitor = house.house.visitor
        for path in ["/register", "/register/angebote/neu", house.path(), house.path("/bearbeiten")] {
            let answer = try await visitor.get(path)
            #expect(answer.status == 303 && answer.location.hasPrefix("/anmelden"), "\(path)")
        }
        let reader = try await house.house.signIn(RoleGrant(.reader))
        #expect(try await reader.get("/register").status == 403)
        #expect(try await visitor.post(house.path("/bearbeiten"), RegisterHouse.fields()).status == 403)
    }

    @Test("a provider edits its own offers and does not find those of others", arguments: TestEngine.available)
    func ownOffers(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let provider = try await house.provider
        let list = try await provider.get("/register")
        #expect(list.text.contains("Babytreff") && !list.text.contains("Turnen"))
        for part in ["", "/bearbeiten", "/planung", "/fassungen"] {
            #expect(try await provider.get(house.path(part)).status == 200, "\(part)")
            #expect(try await provider.get(house.path(part, of: house.foreignOffer)).status == 404, "\(part)")
        }
        let fields = RegisterHouse.fields("Anders")
        #expect(try await provider.post(house.path("/bearbeiten", of: house.foreignOffer), fields).status == 404)
        #expect(try await house.stored(house.foreignOffer).title == "Turnen")
        #expect(try await provider.post(house.path("/bearbeiten"), fields).status == 303)
        #expect(try await house.stored().title == "Anders")
    }

    @Test("a provider without an organisation has nothing")
    func noOrganisation() async throws {
        let house = try await RegisterHouse()
        let nobody = try await house.house.signIn(RoleGrant(.provider))
        #expect(try await nobody.get("/register").text.contains("Kein Angebot gefunden"))
        #expect(try await nobody.get(house.path()).status == 404)
    }

    @Test("an editor of an area edits what lies in it, and cannot move it out", arguments: TestEngine.available)
    func areaEditor(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.house.signIn(RoleGrant(.editor, area: "05978036"))
        #expect(try await editor.get(house.path()).status == 200)
        #expect(try await editor.get(house.path(of: house.foreignOffer)).status == 404)
        let moved = try await editor.post(
            house.path("/planung"), [("fassung", "1"), ("gebiete", "Kamen")])
        #expect(moved.status == 422 && moved.text.contains("außerhalb Ihres Bereichs"))
        let kreis = try await house.house.signIn(RoleGrant(.editor, area: "05978"))
        #expect(try await kreis.get(house.path(of: house.foreignOffer)).status == 200)
        let both = try await house.house.signIn(
            RoleGrant(.editor, organisation: house.own.id.text, area: "05978020"))
        #expect(try await both.get(house.path()).status == 404)
    }

    @Test("every field of the first step is stored", arguments: TestEngine.available)
    func family(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let more = [
            ("kosten", "amount"), ("betrag", "12,50"), ("je", "Kurs"), ("but", "ja"), ("familienpass", "ja"),
            ("anmeldung", "needed"), ("anmeldelink", "https://example.org/anmelden"), ("email", "treff@example.org"),
            ("stichworte", "Stillen, Krabbelgruppe"), ("z1-ausfall", "24.12.2026, 2026-12-31"),
            ("z1-letzter", "29.2.2028"), ("z1-erster", "1.9.2026"), ("z2-rhythmus", "monthly"), ("z2-tag", "6"),
            ("z2-welcher", "-1"), ("ort-name", "Gemeindehaus"), ("ort-strasse", "Am Markt 1"), ("ort-plz", "59423"),
            ("ort-stadt", "Unna"), ("ort-schutz", "ja"),
        ]
        let answer = try await house.editor.post(
            house.path("/bearbeiten"), RegisterHouse.fields(version: 1, more))
        #expect(answer.status == 303 && answer.location == house.path() + "?fertig=gespeichert")
        let offer = try await house.stored()
        #expect(offer.version == 2 && offer.ageRange == AgeRange(-9, 36) && offer.fields == [.health])
        #expect(offer.cost.amount == Euro(cents: 1_250) && offer.cost.per == "Kurs" && offer.cost.isEducationPackage)
        #expect(offer.topics == ["Stillen", "Krabbelgruppe"])
        #expect(offer.contacts.first?.consent == [.web] && offer.contacts.first?.email == "treff@example.org")
        #expect(offer.schedules.count == 2 && offer.schedules[0].exceptions.count == 2)
        #expect(offer.schedules[0].rule?.description == "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20280229")
        #expect(offer.schedules[0].holidayRule == .notInSchoolHolidays && offer.schedules[0].from == WallTime("9:30"))
        #expect(offer.schedules[1].rule?.description == "FREQ=MONTHLY;BYDAY=-1SA")
        let site = try #require(offer.sites.first)
        let place = try #require(try await house.offers.facility(site.facilityID))
        let unna = try RegisterHouse.id("05978036")
        #expect(place.town == "Unna" && place.isAddressConfidential && place.areaID == unna)
        // What is stored is what the form shows, and saving it again changes nothing.
        let form = try await house.editor.get(house.path("/bearbeiten")).text
        for part in ["-9 Monate", "3 Jahre", "12,50", "24.12.2026, 31.12.2026", "29.2.2028", "Gemeindehaus"] {
            #expect(form.contains(part), "\(part)")
        }
    }

    @Test("every field of the second step is stored", arguments: TestEngine.available)
    func planning(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let answer = try await house.editor.post(
            house.path("/planung"),
            [
                ("fassung", "1"), ("beschreibung", "Lang.\r\nMehr."), ("setting", "kita"), ("zielgruppe", "fathers"),
                ("zugang", "outreach"), ("praevention", "selective"), ("sprachen", "de, TR"), ("dolmetschen", "ja"),
                ("ueberweisung", "nein"), ("recht", "SGB VIII § 16\n\nKKG"), ("finanzierung", "Bis 2027."),
                ("plaetze", "20"), ("frei", "3"), ("warten", "6"), ("plaetze-am", "1.11.2026"), ("reichweite", "1.200"),
                ("internet", "https://example.org"), ("gebiete", "Unna\n05978"), ("sichtbar-ab", "1.1.2026"),
                ("sichtbar-bis", "31.12.2027"), ("hinweis", "Im März zu."), ("notiz", "Rückfrage."),
            ])
        #expect(answer.status == 303)
        let offer = try await house.stored()
        #expect(offer.settings == [.kita] && offer.targetGroups == [.fathers] && offer.accessMode == .outreach)
        #expect(offer.tier == .selective && offer.languages == ["de", "tr"] && offer.hasInterpreter)
        #expect(offer.needsReferral == false && offer.legalBasis == ["SGB VIII § 16", "KKG"])
        #expect(offer.capacity?.total == 20 && offer.capacity?.free == 3 && offer.reachPerYear == 1_200)
        #expect(offer.capacity?.asOf == Day("2026-11-01") && offer.areaScope.count == 2)
        #expect(
            offer.alert == "Im März zu." && offer.internalNote == "Rückfrage." && offer.description == "Lang.\nMehr.")
    }

    @Test("a provider neither sees nor changes internal fields")
    func internalFields() async throws {
        let house = try await RegisterHouse()
        var offer = try await house.stored()
        offer.internalNote = "nur für uns"
        offer.tier = .selective
        try await house.offers.save(offer, by: RegisterHouse.actor, at: house.house.time.now)
        let provider = try await house.provider
        for part in ["", "/planung", "/fassungen/1"] {
            let page = try await provider.get(house.path(part))
            #expect(page.status == 200 && !page.text.contains("nur für uns"), "\(part)")
        }
        #expect(!(try await provider.get("/register/angebote.json").text.contains("nur für uns")))
        #expect(try await provider.post(house.path("/planung"), [("fassung", "2"), ("notiz", "x")]).status == 303)
        let kept = try await house.stored()
        #expect(kept.internalNote == "nur für uns" && kept.tier == .selective)
        #expect(try await house.editor.get("/register/angebote.json").text.contains("nur für uns"))
    }

    @Test("all problems come at once, with a summary, and every entry is kept")
    func problems() async throws {
        let house = try await RegisterHouse()
        let answer = try await house.editor.post(
            house.path("/bearbeiten"),
            RegisterHouse.fields(
                "", version: 1,
                [
                    ("alter-von", "-10"), ("alter-bis", "abc"), ("kosten", "amount"), ("anmeldelink", "kein link"),
                    ("email", "falsch"), ("kurz", "Bleibt stehen <b>"), ("z1-beginn", "25:99"),
                    ("z1-letzter", "29.2.2027"), ("traeger", "Niemand"),
                ]))
        #expect(answer.status == 422 && answer.findings == [])
        #expect(answer.text.contains("<title>Fehler"))
        for field in [
            "titel", "traeger", "alter-von", "alter-bis", "betrag", "anmeldelink", "email", "z1-beginn", "z1-letzter",
        ] {
            #expect(answer.text.contains("href=\"#feld-\(field)\""), "\(field)")
        }
        for kept in ["-10", "abc", "kein link", "falsch", "Bleibt stehen &lt;b&gt;", "25:99", "29.2.2027", "Niemand"] {
            #expect(answer.text.contains(kept), "\(kept)")
        }
        #expect(try await house.stored().version == 1)
    }

    @Test("who was slower sees what the other has changed, loses nothing, and may save again")
    func conflict() async throws {
        let house = try await RegisterHouse()
        let (first, second) = (try await house.editor, try await house.editor)
        #expect(
            try await first.post(house.path("/bearbeiten"), RegisterHouse.fields("Von der Ersten")).status == 303)
        let slow = try await second.post(
            house.path("/bearbeiten"), RegisterHouse.fields("Vom Zweiten", version: 1, [("kurz", "Meine Mühe")]))
        #expect(slow.status == 409 && slow.findings == [])
        #expect(slow.text.contains("Vom Zweiten") && slow.text.contains("Meine Mühe"))
        #expect(slow.text.contains("Von der Ersten") && slow.text.contains("name=\"fassung\" value=\"2\""))
        #expect(try await house.stored().title == "Von der Ersten")
        let again = try await second.post(
            house.path("/bearbeiten"), RegisterHouse.fields("Vom Zweiten", version: 2, [("kurz", "Meine Mühe")]))
        #expect(again.status == 303)
        #expect(try await house.stored().title == "Vom Zweiten")
        let planning = try await first.post(house.path("/planung"), [("fassung", "1"), ("notiz", "Auch das bleibt")])
        #expect(planning.status == 409 && planning.text.contains("Auch das bleibt"))
    }

    @Test("a new offer is a draft; its double has to be confirmed", arguments: TestEngine.available)
    func create(engine: TestEngine) async throws {
        let house = try await RegisterHouse(engine)
        let editor = try await house.editor
        #expect(try await editor.get("/register/angebote/neu").findings == [])
        let made = try await editor.post(
            "/register/angebote/neu", RegisterHouse.fields("Neu", version: 0, [("weiter", "ja")]))
        #expect(made.status == 303 && made.location.hasSuffix("/planung?fertig=gespeichert"))
        let list = try await house.offers.list(OfferFilter(), on: house.house.time.now.berlinDay).items
        #expect(list.first { $0.title == "Neu" }?.status == .draft)
        let double = try await editor.post("/register/angebote/neu", RegisterHouse.fields("neu!", version: 0))
        #expect(double.status == 422 && double.text.contains("trotzdem") && double.findings == [])
        let meant = try await editor.post(
            "/register/angebote/neu", RegisterHouse.fields("neu!", version: 0, [("trotzdem", "ja")]))
        #expect(meant.status == 303)
    }

    @Test("a provider's new offer is its own, whatever the form says")
    func createAsProvider() async throws {
        let house = try await RegisterHouse()
        let made = try await house.provider.post(
            "/register/angebote/neu", RegisterHouse.fields("Neu", version: 0, [("traeger", "Sportverein")]))
        #expect(made.status == 303)
        #expect(try await house.offers.offers(of: house.own.id).map(\.title) == ["Babytreff", "Neu"])
        #expect(try await house.offers.offers(of: house.foreign.id).map(\.title) == ["Turnen"])
    }

    @Test("looking for a place keeps what was typed and offers the places found")
    func placeSearch() async throws {
        let house = try await RegisterHouse()
        let place = try await house.offers.save(
            Facility(name: "Halle Nord", town: "Kamen"), by: RegisterHouse.actor, at: house.house.time.now)
        let secret = try await house.offers.save(
            Facility(name: "Schutzhaus", town: "Kamen", isAddressConfidential: true), by: RegisterHouse.actor,
            at: house.house.time.now)
        let fields = RegisterHouse.fields("Halb getippt", version: 1, [("ort-suche", "kamen"), ("suchen", "ja")])
        let found = try await house.editor.post(house.path("/bearbeiten"), fields)
        #expect(found.status == 200 && found.text.contains("Halb getippt") && found.findings == [])
        #expect(found.text.contains(place.id.text) && found.text.contains(secret.id.text))
        let provider = try await house.provider.post(house.path("/bearbeiten"), fields)
        #expect(provider.text.contains(place.id.text) && !provider.text.contains(secret.id.text))
        let chosen = RegisterHouse.fields("Babytreff", version: 1, [("orte", secret.id.text)])
        #expect(try await house.provider.post(house.path("/bearbeiten"), chosen).status == 422)
        #expect(try await house.stored().version == 1)
    }

    @Test("nothing that is sent gives a 500", arguments: ["/bearbeiten", "/planung"])
    func hostile(part: String) async throws {
        let house = try await RegisterHouse()
        let editor = try await house.editor
        let long = String(repeating: "ä", count: 400_000)
        for value in ["-10", "abc", "99999999999999999999", "29.2.2027", "\u{202E}", "' OR 1=1 --", long] {
            let names =
                RegisterHouse.fields().map(\.0) + [
                    "ort-plz", "ort-stadt", "z1-letzter", "z1-ausfall", "plaetze", "gebiete", "sprachen", "sichtbar-ab",
                    "praevention", "orte", "reichweite", "z1-welcher",
                ]
            for name in Set(names) {
                let fields = RegisterHouse.fields("Babytreff", version: 1, [(name, value)])
                let answer = try await editor.post(house.path(part), fields)
                #expect([303, 409, 413, 422].contains(answer.status), "\(part) \(name) \(value.prefix(20))")
            }
        }
        let body = Array("fassung=1&titel=a%00b".utf8)
        let form = [("Content-Type", "application/x-www-form-urlencoded")]
        #expect(try await editor.send("POST", house.path(part), headers: form, body: body).status == 400)
        let huge = Array("titel=".utf8) + [UInt8](repeating: 97, count: 10 << 20)
        #expect(try await editor.send("POST", house.path(part), headers: form, body: huge).status == 413)
    }
}
