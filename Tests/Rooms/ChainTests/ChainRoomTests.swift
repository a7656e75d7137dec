import Areas
import Chain
import Design
import HTML
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

/// A house with the chain, four areas and a few offers.
struct ChainHouse {
    let client: TestClient<HouseResponder>
    let kreis: String
    static let now = Instant(milliseconds: 1_772_500_000_000)  // 3 March 2026
    static let actor = AuditActor.system("test")

    init(_ engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + OfferMigrations.all)
        let areas = AreaStore(database: database)
        let offers = OfferStore(database: database)
        let ids = try await Self.fillAreas(areas)
        try await Self.fillOffers(offers, ids)
        kreis = "05978"
        let room = try ChainRoom(offers: offers, areas: areas, directory: AreaDirectory(areas))
        client = TestClient(
            try HouseResponder(
                rooms: [room], facts: HouseFacts(name: "Test", sender: "Test"), clock: .fixed(Self.now),
                database: database))
    }

    static func fillAreas(_ store: AreaStore) async throws -> [String: ID<Area>] {
        let rows: [(String, String, AreaLevel, String?)] = [
            ("05", "Nordrhein-Westfalen", .land, nil), ("05978", "Kreis Unna", .kreis, "05"),
            ("05978036", "Unna", .municipality, "05978"), ("05978020", "Kamen", .municipality, "05978"),
        ]
        let areas = try rows.map { text, name, level, parent in
            let key = try #require(AreaKey(text))
            return Area(
                id: ID(key: key), key: key, level: level,
                parentID: try parent.map { ID(key: try #require(AreaKey($0))) }, name: name)
        }
        try await store.save(areas, by: actor, at: now)
        return Dictionary(uniqueKeysWithValues: zip(rows.map(\.0), areas.map(\.id)))
    }

    static func fillOffers(_ store: OfferStore, _ areas: [String: ID<Area>]) async throws {
        let provider = try await store.save(Provider(name: "Träger <A>", kind: .publicBody), by: actor, at: now)
        let check = OfferCheck(on: Day(daysSince1970: 20_500), by: .provider)
        func add(
            _ title: String, _ area: String, _ ages: AgeRange?, _ fields: Set<FieldOfAction>,
            status: OfferStatus = .active,
            tier: PreventionTier? = nil, access: AccessMode? = nil
        ) async throws {
            try await store.save(
                Offer(
                    title: title, providerID: provider.id, ageRange: ages, fields: fields, accessMode: access,
                    tier: tier,
                    areaScope: [try #require(areas[area])], status: status, check: check,
                    sources: [Source(document: "report-2013", section: "Profil")]), by: actor, at: now)
        }
        try await add("Babytreff", "05978036", AgeRange(0, 12), [.health, .education], tier: .selective, access: .come)
        try await add("Krabbelgruppe", "05978036", AgeRange(6, 36), [.education], access: .come)
        try await add("Hausbesuch", "05978020", AgeRange(0, 72), [.health], access: .outreach)
        try await add("Kreisweite Beratung", "05978", nil, [.health])
        try await add("=cmd()", "05978036", AgeRange(72, 120), [])
        try await add("Entwurf", "05978036", AgeRange(0, 12), [.sport], status: .draft)
    }
}

@Suite("Die Kette") struct ChainRoomTests {
    @Test("the chain of the Kreis counts its towns' offers, with a finding as heading", arguments: TestEngine.available)
    func kreis(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        let answer = try await house.client.get("/kette/05978")
        #expect(answer.status == 200)
        let heading = "<h1>Kreis Unna: 5 Angebote, die meisten rund um Schwangerschaft und Geburt</h1>"
        let hasHeading = answer.text.contains(heading)
        #expect(hasHeading)
        #expect(answer.text.contains("href=\"/kette/05978/kita/bildung\""))
        #expect(
            answer.text.contains("1 Angebot ohne Altersangabe") && answer.text.contains("1 Angebot ohne Handlungsfeld"))
        #expect(answer.text.contains("Träger &lt;A&gt;") && !answer.text.contains("Entwurf"))
    }

    @Test("a cell lists exactly its offers", arguments: TestEngine.available)
    func cell(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        let kita = try await house.client.get("/kette/05978/kita/bildung")
        #expect(
            kita.text.contains("Krabbelgruppe") && !kita.text.contains("Hausbesuch") && !kita.text.contains("Babytreff")
        )
        let birth = try await house.client.get("/kette/05978/schwangerschaft-geburt/gesundheit")
        #expect(birth.text.contains("Babytreff") && birth.text.contains("Hausbesuch"))
        let unknown = try await house.client.get("/kette/05978/ohne-alter/alle")
        #expect(unknown.text.contains("Kreisweite Beratung") && unknown.text.contains("Alter nicht angegeben"))
        let empty = try await house.client.get("/kette/05978020/jugend/sport")
        #expect(empty.status == 200 && empty.text.contains("Hier ist nichts eingetragen"))
    }

    @Test("a town counts its own offers, on demand those of the whole Kreis too", arguments: TestEngine.available)
    func town(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        #expect(try await house.client.get("/kette/05978020").text.contains("<h1>Kamen: 1 Angebot, "))
        #expect(try await house.client.get("/kette/05978020?umfeld=ja").text.contains("<h1>Kamen: 2 Angebote, "))
        #expect(try await house.client.get("/kette/05978?zugang=outreach").text.contains("<h1>Kreis Unna: 1 Angebot, "))
    }

    @Test(
        "kinds of prevention and drafts are not shown to visitors, whatever they ask", arguments: TestEngine.available)
    func internalData(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        for path in [
            "/kette/05978?stand=alle&art=selective", "/kette/05978/alle/alle?stand=alle",
            "/kette/05978/angebote.csv?stand=alle",
        ] {
            let text = try await house.client.get(path).text
            #expect(
                !text.contains("Selektiv") && !text.contains("Entwurf") && !text.contains("Präventionsart"), "\(path)")
        }
    }

    @Test(
        "the start page leads to a place by its name, offers choices and says what is unknown",
        arguments: TestEngine.available)
    func start(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        let page = try await house.client.get("/kette")
        #expect(
            page.status == 200 && page.text.contains("5 Angebote in 1 Stadt oder Kreis")
                && page.text.contains("Kreis Unna"))
        let found = try await house.client.get("/kette?ort=unna")
        #expect(found.status == 303 && found.header("Location") == "/kette/05978036")
        let unknown = try await house.client.get("/kette?ort=Kaman")
        #expect(unknown.status == 200 && unknown.text.contains("Meinten Sie") && unknown.text.contains("Kamen"))
        let strange = try await house.client.get("/kette?ort=%3Cscript%3E")
        #expect(strange.status == 200 && !strange.text.contains("<script>alert"))
    }

    @Test("the files hold every cell and every offer, formulas made harmless", arguments: TestEngine.available)
    func files(engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        let matrix = try await house.client.get("/kette/05978/matrix.csv")
        #expect(matrix.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(matrix.text.split(separator: "\r\n").count == 33)
        #expect(matrix.text.contains("Kreis Unna;05978;Bildung;Rund um die Kita;1;0;;2026-03-0"))
        let offers = try await house.client.get("/kette/05978/angebote.csv").text
        #expect(offers.contains(";'=cmd();") && offers.split(separator: "\r\n").count == 6)
    }

    @Test(
        "addresses that name nothing are answered with 404, strange ones never with 500",
        arguments: [
            ("/kette/99999", 404), ("/kette/05978/rente/alle", 404), ("/kette/x~y~z", 404),
            ("/kette/05978/kita/bildung?seite=-5", 200),
            ("/kette/05978/kita/bildung?seite=999999999999999999999", 200), ("/kette/059780000000", 200),
            ("/kette/05978?jahr=99999999999999999999&ort=%F0%9F%99%82", 200), ("/en/kette/05978", 200),
        ], TestEngine.available)
    func addresses(address: (String, Int), engine: TestEngine) async throws {
        let house = try await ChainHouse(engine)
        #expect(try await house.client.get(address.0).status == address.1, "\(address.0)")
    }
}
