import Areas
import Offers
import Practice
import PracticeTesting
import Practices
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

@Suite("Eingabe einer Praxis") struct EntryFormTests {
    @Test(
        "a full entry opened and saved unchanged is no new version: every field comes back",
        arguments: TestEngine.available)
    func roundTrip(engine: TestEngine) async throws {
        let house = try await WritingHouse(engine)
        var practice = WritingHouse.practice()
        practice.titles["en"] = "Visit after birth"
        practice.roles = ["Lotsin: spricht mit den Eltern"]
        practice.partners = ["Klinik \"Mitte\" & Söhne", "<b>Praxis</b>"]
        practice.initiator = "Jugendamt"
        practice.effort.staffHours = 1_200
        practice.effort.costOnce = Euro(cents: 123_456)
        practice.effort.funding = "Stiftung"
        practice.status = .ended(why: "Klinik geschlossen")
        practice.ratings = [
            ExternalRating(
                registry: "Grüne Liste", rating: "Stufe 2", mapped: .controlled, day: Sample.day("2024-05-01"),
                address: "https://beispiel.example/a")
        ]
        practice.sources = ["Bericht 2016, S. 12"]
        var sheet = SheetContent()
        sheet.shortTitle = "Besuch"
        sheet.what = "Ein Besuch.\nIn der Klinik."
        sheet.ticks = ["Eins", "Zwei", "Drei", "Vier"]
        practice.sheet = sheet
        let slug = try await house.draft(practice)
        let fields = try await house.sentFields(slug, by: house.author)
        let answer = try await house.author.post("/praxis/\(slug)/bearbeiten", fields)
        #expect(answer.status == 303, "\(answer.text.prefix(4_000))")
        let file = try #require(try await house.store.file(slug))
        #expect(file.newest.number == 1)
        let changed = fields.map { $0.0 == "ziel" ? ($0.0, "Ein anderes Ziel") : $0 }
        house.house.time.advance(seconds: 60)
        #expect(try await house.author.post("/praxis/\(slug)/bearbeiten", changed).status == 303)
        let saved = try #require(try await house.store.file(slug))
        #expect(saved.newest.changes == [.field(.goal)])
    }

    @Test("a draft is saved with nothing but a title, and the page says in sentences what is missing")
    func gaps() async throws {
        let house = try await WritingHouse()
        let page = try await house.author.get("/praxis/neu")
        #expect(page.status == 200 && page.text.contains("Es hat nicht geklappt?"))
        let fields = BrowserForm.fields(page.text).map { $0.0 == "titel" ? ($0.0, "Elterncafé") : $0 }
        let answer = try await house.author.post("/praxis/neu", fields)
        #expect(answer.header("location") == "/praxis/elterncafe/bearbeiten?fertig=gespeichert")
        let edit = try await house.author.get("/praxis/elterncafe/bearbeiten")
        let file = try #require(try await house.store.file("elterncafe"))
        let count = file.draft.gaps(on: house.house.time.now.berlinDay).count
        #expect(count > 5 && edit.text.contains("Noch \(count) Angaben bis zur Prüfung"))
        #expect(edit.text.contains("Erfolgsfaktoren: 0 von mindestens 3 sind da."))
        #expect(edit.text.contains("href=\"#feld-bedarf\"") && edit.text.contains("id=\"feld-bedarf\""))
        #expect(file.newest.practice.trust?.level == .selfReport && file.owner == WritingHouse.unna)
        let english = try await house.author.get("/en/praxis/elterncafe/bearbeiten")
        #expect(english.status == 200 && english.text.contains("more details until the review"))
    }

    @Test("every gap leads to a field that is there, in a sentence without holes")
    func gapFields() async throws {
        let house = try await WritingHouse()
        var practice = Practice(id: ID(), title: "Leer", place: ChainPlace(ages: .wholeChain))
        practice.municipalities = [WritingHouse.unna]
        practice.status = .failed(why: "")
        practice.reach = PracticeReach(count: 5, of: 4, year: 2015)
        practice.successFactors = ["a", "A", String(repeating: "x", count: 400)]
        practice.steps = (0..<9).map { "\($0)" }
        practice.trust = Graded(.selfReport, criterion: "", on: Sample.today)
        practice.readiness = Graded(.manyAdopters, criterion: "", on: Sample.today)
        practice.outcomes = [
            PracticeOutcome(
                indicator: "i", finding: "", effect: Graded(.tried, criterion: "", on: Sample.today), source: "")
        ]
        practice.documents = [PracticeDocument(title: "d", licence: "", address: nil)]
        practice.adopters = [
            Adopter(municipality: WritingHouse.kamen, kind: .town, since: nil, result: .works, story: "")
        ]
        let slug = try await house.draft(practice)
        let page = try await house.author.get("/praxis/\(slug)/bearbeiten").text
        let links = page.matches(of: /href="#(feld-[^"]+)"/).map { String($0.1) }
        #expect(links.count >= 20)
        for link in links { #expect(page.contains("id=\"\(link)\""), "\(link)") }
        #expect(!page.contains("{field}") && !page.contains("{of}") && !page.contains("{line}"))
    }

    @Test("more rows come without a script and without losing a word")
    func moreRows() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        let fields = try await house.sentFields(slug, by: house.author)
        let typed = fields.map { $0.0 == "bedarf" ? ($0.0, "Noch nicht gespeichert") : $0 }
        let rows = fields.count { $0.0.hasPrefix("gelingt-") }
        let page = try await house.author.post("/praxis/\(slug)/bearbeiten", typed + [("mehr", "gelingt")])
        let again = BrowserForm.fields(page.text)
        #expect(page.status == 200 && again.count { $0.0.hasPrefix("gelingt-") } == rows + 3)
        #expect(again.contains { $0 == ("bedarf", "Noch nicht gespeichert") })
        #expect(try await house.store.file(slug)?.newest.number == 1)
    }

    @Test("wrong input is named beside its field and nothing is lost")
    func wrong() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        var fields = try await house.sentFields(slug, by: house.author)
        let wrong = [
            "alter-von": "120", "alter-bis": "6", "erreicht": "viele", "seit": "2999", "jaehrlich": "abc",
            "uebernahme-1-kommune": "Atlantis", "wirkung-1-tag": "31.2.2024",
            "unterlage-1-adresse": "javascript:alert(1)",
            "titel": "<script>alert(1)</script>", "t-stufe": "99",
        ]
        fields = fields.map { ($0.0, wrong[$0.0] ?? $0.1) }
        let page = try await house.author.post("/praxis/\(slug)/bearbeiten", fields)
        #expect(page.status == 422)
        for field in wrong.keys where field != "titel" && field != "alter-von" {
            #expect(page.text.contains("href=\"#feld-\(field)\""), "\(field)")
        }
        #expect(page.text.contains("„Atlantis“ ist keine bekannte Kommune") && !page.text.contains("<script>alert"))
        let again = BrowserForm.fields(page.text)
        for (name, value) in fields where !value.isEmpty && name != "t-stufe" {
            #expect(again.contains { $0.0 == name && $0.1 == value }, "\(name)")
        }
        #expect(try await house.store.file(slug)?.newest.number == 1)
    }

    @Test("who is second to save sees what the other changed, keeps what was typed, and can save then")
    func conflict() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        let fields = try await house.sentFields(slug, by: house.author)
        house.house.time.advance(seconds: 60)
        let first = fields.map { $0.0 == "kern-1" ? ($0.0, "Besuch zu Hause") : $0 }
        #expect(try await house.colleague.post("/praxis/\(slug)/bearbeiten", first).status == 303)
        let second = fields.map { $0.0 == "ziel" ? ($0.0, "Mein Ziel") : $0 }
        let page = try await house.author.post("/praxis/\(slug)/bearbeiten", second)
        #expect(page.status == 409 && page.text.contains("Jemand anderes hat die Praxis inzwischen geändert"))
        #expect(page.text.contains("aus „Besuch in der Klinik“ wurde „Besuch zu Hause“"))
        let again = BrowserForm.fields(page.text)
        #expect(again.contains { $0 == ("ziel", "Mein Ziel") } && again.contains { $0 == ("fassung", "2") })
        #expect(try await house.author.post("/praxis/\(slug)/bearbeiten", again).status == 303)
        #expect(try await house.store.file(slug)?.newest.practice.goal == "Mein Ziel")
    }

    @Test("other municipalities do not learn of a draft, readers and visitors cannot write")
    func rights() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        let fields = try await house.sentFields(slug, by: house.author)
        for part in ["bearbeiten", "pruefung", "fassungen", "uebernahme"] {
            #expect(try await house.neighbour.get("/praxis/\(slug)/\(part)").status == 404, "\(part)")
            #expect(try await house.author.get("/praxis/\(slug)/\(part)").status == (part == "uebernahme" ? 404 : 200))
        }
        #expect(try await house.office.get("/praxis/\(slug)/bearbeiten").status == 200)
        #expect(try await house.neighbour.post("/praxis/\(slug)/bearbeiten", fields).status == 404)
        let reader = try await house.house.signIn(RoleGrant(.reader, area: "05978036"))
        #expect(try await reader.get("/praxis/neu").status == 403)
        #expect(try await house.house.visitor.get("/praxis/neu").status == 303)
        let foreign = [("kommune", "Kamen"), ("titel", "Fremd"), ("alter-von", "0"), ("alter-bis", "6")]
        let answer = try await house.author.post("/praxis/neu", foreign)
        #expect(answer.status == 422 && answer.text.contains("Für diese Kommune dürfen Sie nicht schreiben"))
        let moved = fields.map { $0.0 == "kommune" ? ($0.0, "Kamen") : $0 }
        #expect(try await house.author.post("/praxis/\(slug)/bearbeiten", moved).status == 303)
        #expect(try await house.store.file(slug)?.owner == WritingHouse.unna)
        #expect(try await house.store.file(slug)?.newest.practice.municipalities == [WritingHouse.unna])
    }

    @Test("an entry can begin with a published offer of the register")
    func fromOffer() async throws {
        let house = try await WritingHouse()
        let offers = OfferStore(database: house.house.database)
        let provider = Provider(name: "Träger", kind: .association)
        try await offers.save(provider, by: .system("test"), at: house.house.time.now)
        var offer = Offer(
            title: "Babytreff", summary: "Treff für Eltern mit Baby.", providerID: provider.id,
            ageRange: AgeRange(0, 12),
            fields: [.health], status: .active)
        offer = try await offers.save(offer, by: .system("test"), at: house.house.time.now)
        let page = try await house.author.get("/praxis/neu?angebot=\(offer.id.text)")
        let fields = BrowserForm.fields(page.text)
        #expect(fields.contains { $0 == ("titel", "Babytreff") } && fields.contains { $0 == ("felder", "health") })
        #expect(
            fields.contains { $0 == ("alter-bis", "12") }
                && page.text.contains("Vorbefüllt aus dem Angebot „Babytreff“"))
        #expect(try await house.author.get("/praxis/neu?angebot=quatsch").status == 200)
    }

    @Test("pages of the writing side hold to the rules of the house in both languages")
    func pages() async throws {
        let house = try await WritingHouse()
        let slug = try await house.draft()
        for path in [
            "/praxis/neu", "/praxis/pruefungen", "/praxis/\(slug)/bearbeiten", "/praxis/\(slug)/pruefung",
            "/praxis/\(slug)/fassungen",
        ] {
            for prefix in ["", "/en"] {
                let page = try await house.author.get(prefix + path)
                #expect(page.status == 200, "\(path)")
                #expect(audit(page.text) == [], "\(prefix + path)")
            }
        }
    }
}
