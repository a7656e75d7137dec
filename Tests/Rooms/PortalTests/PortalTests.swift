import Areas
import Design
import Foundation
import Offers
import Prevention
import RoomTesting
import Storage
import Tables
import Testing
import Texts
import Web

@testable import Portal

/// A house with the portal, one Kreis with one town, and a few offers.
struct PortalHouse {
    static let now = Instant(milliseconds: 1_772_500_000_000)  // 3 March 2026
    static let actor = AuditActor.system("test")
    let client: TestClient<HouseResponder>
    let database: Database
    let signals: SearchSignalStore
    let unna: ID<Area>
    let baby: ID<Offer>
    let hidden: ID<Offer>

    init() async throws {
        database = Database(engine: try SQLiteEngine(path: nil))
        try await database.migrate(
            StorageMigrations.all + AreaMigrations.all + OfferMigrations.all + PortalRoom.migrations)
        let store = AreaStore(database: database)
        unna = try await Self.fillAreas(store)
        signals = SearchSignalStore(database: database)
        let offers = OfferStore(database: database)
        (baby, hidden) = try await Self.fill(offers, unna)
        let directory = AreaDirectory(store)
        let search = OfferSearch(database: database, areas: directory, clock: .fixed(Self.now))
        let portal = PortalRoom(
            finder: OfferFinder { query, _ in try await search.search(query) }, offers: offers, areas: directory,
            database: database, signals: signals, facts: OperatorFacts(name: "Kreis Test", phone: "02303 000"),
            version: "1")
        client = TestClient(
            try HouseResponder(
                rooms: [portal], facts: HouseFacts(name: "Test", sender: "Test"), clock: .fixed(Self.now),
                database: database))
    }

    private static func fillAreas(_ store: AreaStore) async throws -> ID<Area> {
        let kreis = try #require(AreaKey("05978"))
        let town = try #require(AreaKey("05978036"))
        let centre = Coordinate(latitude: 51.537, longitude: 7.69)
        try await store.save(
            [
                Area(id: ID(key: kreis), key: kreis, level: .kreis, parentID: nil, name: "Kreis Unna"),
                Area(
                    id: ID(key: town), key: town, level: .municipality, parentID: ID(key: kreis), name: "Unna",
                    center: centre),
            ], by: actor, at: now)
        return ID(key: town)
    }

    private static func fill(_ store: OfferStore, _ unna: ID<Area>) async throws -> (ID<Offer>, ID<Offer>) {
        let provider = try await store.save(Provider(name: "Familienbüro <Unna>"), by: actor, at: now)
        let place = try await store.save(
            Facility(
                name: "Treff", areaID: unna, street: "Musterweg 1", postcode: "59423", town: "Unna",
                coordinate: Coordinate(latitude: 51.54, longitude: 7.7), accessibility: [.stepFree]), by: actor, at: now
        )
        let check = OfferCheck(on: now.berlinDay.adding(days: -40), by: .provider)
        let start = now.berlinDay
        let baby = try await store.save(
            Offer(
                title: "Eltern-Baby-Café \"<b>\"", summary: "Frühstück mit anderen Eltern. Für Familien in Armut.",
                providerID: provider.id, ageRange: AgeRange(2, 18), fields: [.health], languages: ["de", "tr"],
                cost: .free,
                registration: Registration(.notNeeded), sites: [OfferSite(facilityID: place.id)],
                schedules: [
                    Schedule(
                        start: start, from: WallTime("9:30"), to: WallTime("11"), rule: RecurrenceRule("FREQ=WEEKLY"))
                ], status: .active, check: check), by: actor, at: now)
        let old = try await store.save(
            Offer(
                title: "Fachtag", providerID: provider.id, ageRange: AgeRange(0, 72), fields: [.education],
                targetGroups: [.professionals], areaScope: [unna], status: .active, check: check), by: actor, at: now)
        try await store.save(
            Offer(
                title: "Berufsberatung", providerID: provider.id, ageRange: AgeRange(192, 324), fields: [.education],
                areaScope: [unna], status: .active, check: check), by: actor, at: now)
        return (baby.id, old.id)
    }
}

@Suite("Portal: Seiten") struct PortalPageTests {
    @Test(
        "every page passes the audit in every language",
        arguments: [
            "/", "/angebote", "/angebote?alter=7&ort=Unna", "/angebote?alter=7&was=qqqq",
            "/angebote?ort=Nirgendwo&alter=abc",
            "/lebensweg/geburt", "/lebensweg/kita", "/lebensweg/schule", "/lebensweg/jugend", "/impressum",
            "/datenschutz",
            "/barrierefreiheit", "/gebaerdensprache", "/quelltext", "/rueckmeldung", "/rueckmeldung/danke",
        ])
    func audited(path: String) async throws {
        let house = try await PortalHouse()
        for language in Language.allCases {
            let answer = try await house.client.get(language.pathPrefix + path)
            #expect(answer.status == 200)
            #expect(audit(answer.text) == [], "\(language) \(path)")
            #expect(answer.bytes.count < 60_000)
        }
    }

    @Test("a family with a child of seven months in Unna finds the café, with its place on the map")
    func found() async throws {
        let house = try await PortalHouse()
        let text = try await house.client.get("/angebote?alter=7&ort=Unna").text
        #expect(text.contains("1 Angebot für ein Kind mit 7 Monaten in Unna"))
        #expect(text.contains("/angebote/\(house.baby)") && !text.contains("Berufsberatung"))
        #expect(text.contains("id=\"treffer-1\"") && text.contains("href=\"#treffer-1\""))
        #expect(text.contains("kostenlos") && text.contains("ohne Anmeldung") && text.contains("geprüft"))
    }

    @Test("nothing found leads on: ways out and the nearest offers, said to fit only in part")
    func empty() async throws {
        let house = try await PortalHouse()
        let text = try await house.client.get("/angebote?alter=7&ort=Unna&feld=sport").text
        #expect(text.contains("Dazu haben wir noch nichts") && text.contains("anderes Thema"))
        #expect(text.contains("/angebote/\(house.baby)"))
    }

    @Test("a search in a town that finds nothing is counted by stage and field; one that finds something is not")
    func counted() async throws {
        let house = try await PortalHouse()
        let nextMonth = PortalHouse.now.berlinDay.adding(days: 31)
        for word in ["aa", "bb", "cc", "dd", "ee"] {
            _ = try await house.client.get("/angebote?alter=7&ort=Unna&feld=sport&was=zz\(word)")
            _ = try await house.client.get("/angebote?alter=7&ort=Unna&reihe=relevance")
            _ = try await house.client.get("/angebote?alter=7&was=yy\(word)")
        }
        let count = { (stage: LifeStage?, field: FieldOfAction?) in
            try await house.signals.count(areas: [house.unna], stage: stage, field: field, on: nextMonth)
        }
        #expect(try await count(.pregnancyAndBirth, .sport) == 5...9)
        #expect(try await count(nil, nil) == 5...9)
        #expect(try await count(.youth, nil) == nil)
        let kept = try await house.database.read { try $0.value("SELECT count(*) FROM searchSignal", as: Int.self) }
        #expect(kept == 0)
    }

    @Test("families do not see what is for professionals only, nor words that label them")
    func quiet() async throws {
        let house = try await PortalHouse()
        #expect(!(try await house.client.get("/angebote").text.contains("Fachtag")))
        let page = try await house.client.get("/angebote/\(house.baby)").text
        #expect(page.contains("Frühstück mit anderen Eltern.") && !page.contains("Armut"))
    }

    @Test("the offer's page says when, where, what it costs, and gives search engines the same")
    func offer() async throws {
        let house = try await PortalHouse()
        let answer = try await house.client.get("/angebote/\(house.baby)")
        #expect(audit(answer.text) == [])
        for words in [
            "2 bis 18 Monate", "Musterweg 1", "dienstags 9.30 bis 11 Uhr", "Deutsch, Türkisch", "Ohne Stufen",
            "durch den Träger",
        ] {
            #expect(answer.text.contains(words), "\(words)")
        }
        let data = try #require(answer.text.firstMatch(of: /application\/ld\+json">(.*?)<\/script>/)).1
        let json = try #require(JSONValue(json: String(data)))
        let service = try #require(json["@graph"].items.first)
        #expect(service["name"].string == "Eltern-Baby-Café \"<b>\"" && service["isAccessibleForFree"].boolean == true)
        #expect(
            json["@graph"].items.count == 4
                && json["@graph"].items[1]["startDate"].string?.hasPrefix("2026-03-") == true)
        #expect(try await house.client.get("/angebote/\(ID<Offer>())").status == 404)
        #expect(try await house.client.get("/angebote/quatsch").status == 404)
    }

    @Test("Leichte Sprache and English have their own words")
    func languages() async throws {
        let house = try await PortalHouse()
        #expect(try await house.client.get("/leicht/").text.contains("Wie alt ist Ihr Kind?"))
        #expect(try await house.client.get("/leicht/").text.contains("Hilfe zeigen"))
        #expect(try await house.client.get("/en/angebote?alter=7").text.contains("for a child at 7 months"))
    }

    @Test(
        "hostile and senseless questions are answered calmly",
        arguments: [
            "alter=-10", "alter=abc", "alter=99999999999999999999", "phase=rente", "feld=%3Cscript%3E", "tag=8",
            "seite=-3", "seite=99999",
            "ort=%00", "was=%27%22%3E%3Cimg", "reihe=quer", "sprache=../../etc", "zugang=alles",
        ])
    func hostile(query: String) async throws {
        let house = try await PortalHouse()
        let answer = try await house.client.get("/angebote?" + query)
        #expect(answer.status == 200 || answer.status == 400)
        #expect(!answer.text.contains("<script>") && !answer.text.contains("<img"))
    }
}

@Suite("Portal: Formulare") struct PortalFormTests {
    private func send(_ house: PortalHouse, _ path: String, _ body: String) async throws -> TestAnswer {
        try await house.client.send(
            "POST", path, headers: [("Content-Type", "application/x-www-form-urlencoded")], body: Array(body.utf8))
    }

    @Test("a birthday becomes months; the day never stands in an address")
    func birthday() async throws {
        let house = try await PortalHouse()
        let answer = try await send(
            house, "/suche", "alter=&geburtstag-tag=1&geburtstag-monat=8&geburtstag-jahr=2025&ort=Unna&was=Schlaf")
        #expect(answer.status == 303)
        #expect(answer.header("location") == "/angebote?alter=7&ort=Unna&was=Schlaf")
        let due = try await send(house, "/en/suche", "geburtstag-tag=1&geburtstag-monat=6&geburtstag-jahr=2026")
        #expect(due.header("location") == "/en/angebote?alter=-3")
    }

    @Test(
        "a day that does not exist is shown again with what to do, and nothing typed is lost",
        arguments: [
            "geburtstag-tag=31&geburtstag-monat=2&geburtstag-jahr=2025",
            "geburtstag-tag=1&geburtstag-monat=1&geburtstag-jahr=1950",
            "geburtstag-tag=x&geburtstag-monat=1&geburtstag-jahr=2025", "geburtstag-tag=1&geburtstag-monat=1",
        ])
    func wrongBirthday(fields: String) async throws {
        let house = try await PortalHouse()
        let answer = try await send(house, "/suche", fields + "&ort=Unna")
        #expect(answer.status == 422)
        #expect(
            answer.text.contains("class=\"errsum\"") && answer.text.contains("value=\"Unna\"")
                && answer.text.contains("Fehler: "))
        #expect(audit(answer.text) == [])
    }

    @Test("an address says the same question however it was asked")
    func canonical() {
        let pairs = PortalQuestion(
            Fields([
                ("tag", "3"), ("was", " Schlaf "), ("feld", "sport"), ("alter", "7"), ("feld", "health"),
                ("quatsch", "1"),
            ])
        ).pairs
        #expect(pairs.map { "\($0.0)=\($0.1)" } == ["alter=7", "was=Schlaf", "feld=health", "feld=sport", "tag=3"])
        let again = PortalQuestion(Fields(pairs))
        #expect(again.pairs.map(\.1) == pairs.map(\.1))
    }

    @Test("a message is kept once with an audit entry; an empty one is asked for again")
    func feedback() async throws {
        let house = try await PortalHouse()
        let bad = try await send(house, "/rueckmeldung", "thema=&nachricht=")
        #expect(bad.status == 422 && audit(bad.text) == [])
        let good = try await send(
            house, "/rueckmeldung", "thema=offer&nachricht=Zeit+stimmt+nicht&angebot=\(house.baby)")
        #expect(good.status == 303 && good.header("location") == "/rueckmeldung/danke")
        let store = FeedbackStore(database: house.database)
        let open = try await store.open()
        #expect(open.map(\.message) == ["Zeit stimmt nicht"] && open.first?.offerID == house.baby)
        let id = try #require(open.first?.id)
        try await store.close(id, by: PortalHouse.actor, at: PortalHouse.now)
        try await store.close(id, by: PortalHouse.actor, at: PortalHouse.now)
        #expect(try await store.open().isEmpty)
    }
}

@Suite("Portal: Texte") struct PortalTextTests {
    @Test("English is complete and every language keeps the placeholders")
    func complete() throws {
        #expect(PortalTexts.catalogue.missing[.english] == [])
        let names = { (bytes: [UInt8]) in
            String(decoding: bytes, as: UTF8.self).matches(of: /\{[a-z]+\}/).map { String($0.0) }.sorted()
        }
        #expect(names(PackageResources.de_json) == names(PackageResources.en_json))
        #expect(Set(names(PackageResources.leicht_json)).isSubset(of: names(PackageResources.de_json)))
    }

    @Test("families' sentences are short in German", arguments: ["de", "leicht"])
    func short(file: String) throws {
        let bytes = file == "de" ? PackageResources.de_json : PackageResources.leicht_json
        let most = file == "de" ? 15 : 12
        for match in String(decoding: bytes, as: UTF8.self).matches(of: /: "([^"]+)"|\n\s+"([^":]+)",?\n/) {
            let text = String(match.1 ?? match.2 ?? "")
            for sentence in text.split(whereSeparator: { ".!?:".contains($0) }) {
                #expect(sentence.split(separator: " ").count <= most, "\(sentence)")
            }
        }
    }

    @Test(
        "sentences that label families are left out, all others stay",
        arguments: [
            ("Beratung für Eltern. Für Kinder in Armut.", "Beratung für Eltern."), ("Familien mit Hilfebedarf", nil),
            ("Ab 3 Jahren, z. B. Turnen.", "Ab 3 Jahren, z. B. Turnen."), ("", nil), ("Hilfe nach § 16 SGB VIII.", nil),
        ])
    func labels(text: String, shown: String?) { #expect(FamilyWords.shown(text) == shown) }
}
