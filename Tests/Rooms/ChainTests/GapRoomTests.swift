import Areas
import Chain
import Design
import Foundation
import HTML
import Indicators
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Texts
import Web

/// A house with a town of four districts, children and need published, and offers in some of them.
struct GapHouse {
    let client: TestClient<HouseResponder>
    static let indexID = "6f0c3c1e-6f57-4f0e-9d5a-2b1f6f5a9c11"
    static let now = Instant(milliseconds: 1_772_500_000_000)  // 3 March 2026

    /// - Parameters:
    ///   - isKnown: whether children and need are published.
    ///   - searches: searches without result that the second signal tells of.
    init(_ engine: TestEngine, isKnown: Bool = true, searches: ClosedRange<Int>? = nil) async throws {
        var sample = try GapPublished()
        if isKnown { try sample.publish() }
        let database = try await engine.database(AreaMigrations.all + OfferMigrations.all)
        let areas = AreaStore(database: database)
        try await areas.save(sample.areas, by: .system("test"), at: Self.now)
        let offers = OfferStore(database: database)
        let provider = try await offers.save(
            Provider(name: "Träger <A>", kind: .publicBody), by: .system("test"), at: Self.now)
        for (number, places) in [60, 20, 45, 0].enumerated() {
            try await offers.save(
                Offer(
                    title: "Angebot \(number)", providerID: provider.id, ageRange: AgeRange(12, 72),
                    fields: [.education],
                    capacity: places > 0 ? Capacity(total: places, free: places / 5) : nil,
                    areaScope: [sample.districts[number].id],
                    status: .active, check: OfferCheck(on: Day(daysSince1970: 20_500), by: .provider)),
                by: .system("test"), at: Self.now)
        }
        let series = sample.figures
        let index = IndexDefinition(
            id: try #require(ID(Self.indexID)), name: "Chancen", isPublic: true,
            groups: [.init("Lage", [.init("armut", .unfavourable)]), .init("Größe", [.init("kinder", .favourable)])],
            treatsOutliers: false, version: 2)
        let room = try ChainRoom(
            offers: offers, areas: areas, directory: AreaDirectory(areas),
            ports: ChainPorts(
                series: { _, _ in series }, searches: { _, _, _, _ in searches }, indices: { _ in [index] },
                figure: { key, _, _ in series.first { $0.indicator.key == key } },
                practices: { _, _ in [ChainPractice(key: "hausbesuche", title: "Hausbesuche", places: ["Moers"])] }))
        client = TestClient(
            try HouseResponder(
                rooms: [room], facts: HouseFacts(name: "Test", sender: "Test"), clock: .fixed(Self.now),
                database: database))
    }
}

/// The town of `GapHouse` with its published numbers.
struct GapPublished {
    var areas: [Area] = []
    var districts: [Area] = []
    var figures: [PublishedSeries] = []

    init() throws {
        let rows: [(String, String, AreaLevel, String?)] = [
            ("05978", "Kreis Unna", .kreis, nil), ("05978036", "Unna", .municipality, "05978"),
            ("05978036/1", "Nord", .district, "05978036"), ("05978036/2", "Ost", .district, "05978036"),
            ("05978036/3", "Süd", .district, "05978036"), ("05978036/4", "West", .district, "05978036"),
        ]
        areas = try rows.enumerated().map { number, row in
            let key = try #require(AreaKey(row.0))
            return Area(
                id: ID(key: key), key: key, level: row.2,
                parentID: try row.3.map { ID(key: try #require(AreaKey($0))) }, name: row.1,
                center: Coordinate(latitude: 51.5 + Double(number) * 0.03, longitude: 7.7))
        }
        districts = areas.filter { $0.level == .district }
    }

    mutating func publish() throws {
        let year = try #require(Period(year: 2024))
        let add = { [districts] (key: String, use: Indicator.Use, values: [Double?]) -> PublishedSeries in
            let indicator = Indicator(
                id: ID(), key: key, name: "Zahl \(key)", measure: use == .population ? .count : .score,
                direction: .lowerIsBetter, stages: [.aroundKita], use: use, source: "Erfundene Statistik")
            let published = zip(districts, values).map { area, value in
                (area.id, value.map { PublishedValue(state: .available, value: $0) } ?? .suppressed)
            }
            return PublishedSeries(indicator, [year: Dictionary(uniqueKeysWithValues: published)])
        }
        figures = [
            add("kinder", .population, [420, 310, 560, nil]), add("armut", .need, [20, 90, 60, 40]),
        ]
    }
}

@Suite("Seiten der Lücken") struct GapRoomTests {
    private static let cell = "/kette/05978036/luecken/kita/bildung"

    @Test("the page of a town counts its gaps and leads to each cell", arguments: TestEngine.available)
    func overview(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let page = try await house.client.get("/kette/05978036/luecken")
        #expect(page.status == 200)
        #expect(page.text.contains("<h1>1 Lücke in Unna, in 1 von 4 Gebieten</h1>"))
        #expect(page.text.contains("href=\"/kette/05978036/luecken/kita/bildung\""))
        #expect(page.text.contains("type=\"range\"") && page.text.contains("zusammen null"))
        #expect(page.text.contains("31 Zellen sind nicht bekannt"))
        let way =
            "/praxis?phase=kita&amp;feld=education&amp;fuer=05978036&amp;luecke=05978036%2Fluecken%2Fkita%2Fbildung%2F"
        #expect(page.text.contains(way), "the way to good practice carries the gap")
    }

    @Test(
        "one district alone shows its own cells; without parts of its own it is judged beside its neighbours",
        arguments: TestEngine.available)
    func district(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let page = try await house.client.get("/kette/05978036/luecken?gebiet=05978036~2")
        #expect(page.text.contains("<h1>1 Lücke in Ost</h1>") && page.text.contains("20 von 45 Plätzen"))
        let moved = try await house.client.get("/kette/05978036~2/luecken?lambda=2")
        #expect(moved.status == 303)
        #expect(moved.header("Location") == "/kette/05978036/luecken?lambda=2&gebiet=05978036~2")
    }

    @Test("the weight of need comes from the address and changes the numbers", arguments: TestEngine.available)
    func lambda(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let even = try await house.client.get(Self.cell + "/05978036~2?lambda=0").text
        // 125 places for 1,290 children: 310 of them are due 30.04.
        #expect(even.contains("<h1>Es fehlen 10 Plätze: Bildung rund um die Kita, Ost</h1>"))
        #expect(even.contains("30,0 − 20,0 = 10,0"))
        let strong = try await house.client.get(Self.cell + "/05978036~2?lambda=2").text
        #expect(!strong.contains("Es fehlen 10 Plätze"))
        for strange in [
            "lambda=x", "lambda=nan", "lambda=-5", "lambda=1e300", "lambda=&gebiet=%3Cx%3E&ebene=%3Cb%3E&anzahl=99",
        ] {
            #expect(try await house.client.get("/kette/05978036/luecken?\(strange)").status == 200, "\(strange)")
        }
    }

    @Test(
        "a cell opens down to each offer and each value, with the numbers in the formula",
        arguments: TestEngine.available)
    func derivation(engine: TestEngine) async throws {
        let house = try await GapHouse(engine, searches: 5...9)
        let page = try await house.client.get(Self.cell + "/05978036~2").text
        #expect(page.contains("Zahl kinder, 2024: 310 in Ost. Quelle: Erfundene Statistik."))
        #expect(page.contains("Zahl armut") && page.contains("Angebot 1") && !page.contains("Angebot 0"))
        #expect(page.contains("Gießkanne") && page.contains("stark nach Bedarf"))
        #expect(page.contains("5 bis 9 Suchen ohne Treffer"))
        #expect(page.contains(Self.cell + "/05978036~2/ziel") && page.contains(Self.cell + "/05978036~2/fragen"))
    }

    @Test("what is kept back is unknown and no gap", arguments: TestEngine.available)
    func suppressed(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let page = try await house.client.get(Self.cell + "/05978036~4").text
        #expect(page.contains("<h1>Nicht bekannt, ob Plätze fehlen: Bildung rund um die Kita, West</h1>"))
        #expect(page.contains("zum Schutz nicht gezeigt") && page.contains("keine Lücke"))
        #expect(page.contains("weniger als fünf Suchen"))
    }

    @Test(
        "all areas of a cell by the size of the gap, with a suggestion for the next offer",
        arguments: TestEngine.available)
    func field(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let page = try await house.client.get(Self.cell)
        #expect(page.status == 200)
        #expect(page.text.contains("<h1>Bildung rund um die Kita: In 1 von 4 Gebieten fehlen Plätze</h1>"))
        #expect(page.text.contains("Wo sollte das nächste Angebot sein?") && page.text.contains("(bewiesen)"))
        #expect(try await house.client.get(Self.cell + "?anzahl=3").status == 200)
    }

    @Test(
        "an index measures need instead, and its derivation goes down to each published value",
        arguments: TestEngine.available)
    func index(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let query = "?bedarf=\(GapHouse.indexID)"
        let page = try await house.client.get(Self.cell + "/05978036~2" + query).text
        // Poverty 90 of 20…90 gives 0 points, children 310 of 310…560 give 0: the greatest need.
        #expect(page.contains("Index „Chancen“ (Fassung 2)"))
        #expect(page.contains("(100,0 − 0,0) ÷ (100,0 − 0,0) = 1,00"), "\(page)")
        #expect(page.contains("Zahl armut") && page.contains("/monitoring/index/\(GapHouse.indexID)"))
        #expect(page.contains("Erfundene Statistik"))
        let overview = try await house.client.get("/kette/05978036/luecken" + query).text
        #expect(overview.contains("Woran soll der Bedarf gemessen werden?"))
        #expect(overview.contains("Bedarf nach Index „Chancen“."))
        let csv = try await house.client.get("/kette/05978036/luecken.csv" + query).text
        #expect(csv.contains("Index Chancen, Fassung 2 (Erfundene Statistik)"))
        for strange in ["x", "\(GapHouse.indexID).9", "00000000-0000-4000-8000-000000000000"] {
            let other = try await house.client.get(Self.cell + "/05978036~2?bedarf=\(strange)")
            #expect(other.status == 200 && !other.text.contains("(Fassung 2)"), "\(strange)")
        }
    }

    @Test("a cell shows the gap in three ways, and what nobody has said as unknown", arguments: TestEngine.available)
    func measures(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let without = try await house.client.get(Self.cell + "/05978036~2").text
        #expect(without.contains("Es ist kein Ziel gesetzt") && without.contains("16,0 von 20,0 Plätzen sind belegt"))
        #expect(without.contains("294 Kinder nutzen keinen Platz"))
        let with = try await house.client.get(Self.cell + "/05978036~2?ziel=12,5").text
        #expect(with.contains("310 Kinder × 12,5 % − 20,0 erreichbare Plätze = 18,8"), "\(with)")
        #expect(with.contains("19 Plätze fehlen"))
        #expect(with.contains("ziel=12.5"), "the target stays on the way to other pages")
        let hidden = try await house.client.get(Self.cell + "/05978036~4?ziel=nan").text
        #expect(hidden.contains("Es ist kein Ziel gesetzt") && !hidden.contains("nutzen keinen Platz"))
    }

    @Test("practices stand on the page of the cell", arguments: TestEngine.available)
    func practices(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let page = try await house.client.get(Self.cell + "/05978036~2").text
        #expect(page.contains("Wer hat das schon gelöst?"))
        #expect(page.contains("href=\"/praxis/hausbesuche?fuer=05978036&amp;luecke="), "the gap goes along")
    }

    @Test("drafts of a goal and of questions carry the numbers and providers", arguments: TestEngine.available)
    func drafts(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let goal = try await house.client.get(Self.cell + "/05978036~2/ziel").text
        #expect(
            goal.contains("Ziel-Entwurf: Bildung rund um die Kita in Ost")
                && goal.contains("Erreichbare Plätze am 3. März 2026: 20,0"))
        let none = try await house.client.get(Self.cell + "/05978036~4/ziel").text
        #expect(none.contains("keine Lücke bekannt"))
        let questions = try await house.client.get(Self.cell + "/05978036~2/fragen").text
        #expect(questions.contains("Träger &lt;A&gt;") && questions.contains("erreicht Ost"))
    }

    @Test("the files hold every number of every cell", arguments: TestEngine.available)
    func files(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        let csv = try await house.client.get("/kette/05978036/luecken.csv")
        #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(csv.text.split(separator: "\r\n").count == 129)
        #expect(csv.text.contains("Ost;05978036/2;Bildung;Rund um die Kita;310;kinder 2024 (Erfundene Statistik);1;"))
        let json = try await house.client.get("/kette/05978036/luecken.json?lambda=0")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
        let cells = try #require(object["cells"] as? [[String: Any]])
        let known = cells.filter { $0["gap"] is Double || $0["gap"] is Int }
        #expect(cells.count == 128 && known.count == 3)
        #expect(known.compactMap { $0["gap"] as? Double }.reduce(0, +).magnitude < 1e-9)
    }

    @Test(
        "without published numbers the page says what is missing and calls nothing a gap",
        arguments: TestEngine.available)
    func empty(engine: TestEngine) async throws {
        let house = try await GapHouse(engine, isKnown: false)
        let page = try await house.client.get("/kette/05978036/luecken").text
        #expect(page.contains("<h1>Unna: Ob etwas fehlt, ist noch nicht bekannt</h1>"))
        #expect(page.contains("wie viele Kinder in den Gebieten leben.") && !page.contains("class=\"cell gap\""))
        let kreis = try await house.client.get("/kette/05978/luecken").text
        #expect(kreis.contains("Hier gibt es nichts zu vergleichen"))
    }

    @Test("what does not exist is not found", arguments: TestEngine.available)
    func notFound(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        for path in [
            "/kette/99/luecken", "/kette/05978036/luecken/kita/alle", "/kette/05978036/luecken/x/bildung",
            Self.cell + "/05978036~9", "/kette/05978036~1/luecken/kita/bildung",
        ] {
            #expect(try await house.client.get(path).status == 404, "\(path)")
        }
    }

    @Test("every page keeps to the rules of pages in both languages", arguments: TestEngine.available)
    func rules(engine: TestEngine) async throws {
        let house = try await GapHouse(engine)
        for path in [
            "/kette/05978036/luecken", "/kette/05978036/luecken?gebiet=05978036~2", Self.cell,
            Self.cell + "/05978036~2",
            Self.cell + "/05978036~4", Self.cell + "/05978036~2/ziel", Self.cell + "/05978036~2/fragen",
        ] {
            for prefix in ["", "/en"] {
                let page = try await house.client.get(prefix + path)
                #expect(page.status == 200, "\(prefix + path)")
                #expect(audit(page.text) == [], "\(prefix + path)")
            }
        }
    }
}
