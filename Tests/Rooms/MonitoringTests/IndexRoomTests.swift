import Areas
import Indicators
import Monitoring
import Offers
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Testing
import Web

/// A house with five districts and three published indicators, one value kept back.
private struct IndexHouse {
    let house: TestHouse

    init(_ engine: TestEngine = .sqlite) async throws {
        let series = try Self.series()
        house = try await TestHouse(
            engine, migrations: AreaMigrations.all + OfferMigrations.all + IndicatorMigrations.all
        ) { parts in
            [
                try MonitoringRoom(
                    source: PublishedSource(series), database: parts.database,
                    directory: AreaDirectory(AreaStore(database: parts.database)),
                    offers: OfferStore(database: parts.database))
            ]
        }
        try await AreaStore(database: house.database).save(
            try Self.areas(), by: AuditActor.system("test"), at: house.time.now)
    }

    static func areas() throws -> [Area] {
        let town = try #require(AreaKey("05913"))
        return [Area(id: ID(key: town), key: town, level: .city, parentID: nil, name: "Dortmund")]
            + (try (1...5).map { number in
                let key = try #require(AreaKey("05913/\(number)"))
                return Area(
                    id: ID(key: key), key: key, level: .district, parentID: ID(key: town), name: "Ort <\(number)>")
            })
    }

    static func series() throws -> [PublishedSeries] {
        let year = try #require(Period(year: 2022))
        let columns: [(String, String, [Double?])] = [
            ("sozialgeldquote", "Sozialgeldquote", [10, 20, 30, 40, 50]),
            ("teilnahmequote-u8-u9", "Teilnahmequote U8/U9", [95, 90, 80, nil, 70]),
            ("laermbelastung", "Lärm & Verkehr", [5, 25, 15, 35, 45]),
        ]
        return try columns.map { key, name, numbers in
            var values: [ID<Area>: PublishedValue] = [:]
            for (area, number) in zip(try areas().dropFirst(), numbers) {
                values[area.id] =
                    number.map {
                        PublishedValue(state: .available, value: $0, events: $0, base: 100)
                    } ?? .suppressed
            }
            return PublishedSeries(
                Indicator(
                    id: ID(), key: key, name: name, measure: .share(per: 100), unit: "%", source: "Statistik 2022",
                    isInvented: true), [year: values])
        }
    }

    static let fields: [(String, String)] = [
        ("name", "Chancen von Kindern"), ("zweck", "Für den Rat"), ("sichtbar", "ja"), ("fassung", "0"),
        ("g0-name", "Lage"), ("g0-gewicht", "2"), ("g0-0", "sozialgeldquote"), ("g0-0-wirkung", "unfavourable"),
        ("g1-name", "Umfeld"), ("g1-0", "teilnahmequote-u8-u9"), ("g1-0-wirkung", "favourable"),
        ("g1-1", "laermbelastung"), ("g1-1-wirkung", "need"), ("g1-1-gewicht", "1,5"),
        ("vereinheitlichung", "minmax"), ("mittel", "arithmetic"), ("luecken", "none"), ("ausreisser", "ja"),
        ("anteil", "30"), ("tun", "speichern"),
    ]

    /// Stores the index of `fields` and returns its address.
    func create(_ planner: SignedInClient) async throws -> String {
        let answer = try await planner.post("/monitoring/index/neu", Self.fields)
        #expect(answer.status == 303, "\(answer.text)")
        return try #require(answer.header("Location"))
    }
}

@Suite("Monitoring: Indexwerkstatt") struct IndexRoomTests {
    @Test("a planner builds an index, and everyone sees bands instead of places", arguments: TestEngine.available)
    func builds(engine: TestEngine) async throws {
        let house = try await IndexHouse(engine)
        let path = try await house.create(try await house.house.signIn(RoleGrant(.planner)))
        let page = try await house.house.visitor.get(path)
        #expect(page.status == 200)
        #expect(audit(page.text).isEmpty, "\(audit(page.text))")
        #expect(page.text.contains("Chancen von Kindern") && page.text.contains("Ort &lt;1&gt;"))
        #expect(page.text.contains("1 geheim"))
        #expect(page.text.contains("zeigt Bedarf (neutral)"))
        #expect(page.text.contains("Diese Zahlen sind erfunden"))
        let steps = try await house.house.visitor.get(path + "/schritte")
        #expect(steps.status == 200 && page.text.contains(path + "/schritte"))
        #expect(steps.text.contains("Teilnahmequote U8/U9: 1 Werte fehlen und bleiben leer."))
        #expect(audit(steps.text).isEmpty, "\(audit(steps.text))")
        #expect(page.text.contains("zählt im Mittel 4,0-mal so viel"))
        #expect(!page.text.contains("Index bearbeiten"))
        let list = try await house.house.visitor.get("/monitoring/index")
        #expect(list.text.contains("Chancen von Kindern") && !list.text.contains("Neuen Index bauen"))
        #expect(audit(list.text).isEmpty, "\(audit(list.text))")
    }

    @Test("files hold places, scores and the state of each value")
    func files() async throws {
        let house = try await IndexHouse()
        let path = try await house.create(try await house.house.signIn(RoleGrant(.administrator)))
        let csv = try await house.house.visitor.get(path + "/index.csv")
        #expect(csv.status == 200 && csv.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(csv.text.contains("platz_von;platz_mitte;platz_bis;index;Lage;Umfeld"))
        #expect(csv.text.contains(";geheim"))
        let json = try await house.house.visitor.get(path + "/index.json")
        #expect(json.text.contains("\"effect\":\"need\"") && json.text.contains("\"bands\":[[1,"))
        #expect(json.text.contains("\"invented\":true"))
    }

    @Test(
        "a planner makes the index an indicator; everyone sees edition, version and periods",
        arguments: TestEngine.available)
    func publishes(engine: TestEngine) async throws {
        let house = try await IndexHouse(engine)
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let path = try await house.create(planner)
        #expect(!(try await house.house.visitor.get(path)).text.contains("Als Kenngröße"))
        let before = try await planner.get(path)
        #expect(before.text.contains("Als Kenngröße veröffentlichen") && audit(before.text).isEmpty)
        let editor = try await house.house.signIn(RoleGrant(.editor))
        #expect(try await editor.post(path + "/kenngroesse", []).status == 403)
        let answer = try await planner.post(
            path + "/kenngroesse", [("gebiet", "05913"), ("ebene", "stadtteile")])
        #expect(answer.status == 303, "\(answer.text)")
        let shelf = IndicatorShelf(IndicatorStore(database: house.house.database))
        let day = house.house.time.now.berlinDay
        let series = try #require(try await shelf.series("index-chancen-von-kindern", for: .everyone, on: day))
        #expect(series.areas.count == 5 && series.indicator.isInvented)
        let page = try await house.house.visitor.get(path).text
        #expect(page.contains("Ausgabe 1,") && page.contains("/monitoring/atlas/index-chancen-von-kindern"))
        #expect(!page.contains("Veröffentlicht von") && audit(page).isEmpty, "\(audit(page))")
    }

    @Test("a comparison of other areas is refused with the reason")
    func refuses() async throws {
        let house = try await IndexHouse()
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let path = try await house.create(planner)
        #expect(try await planner.post(path + "/kenngroesse", []).status == 303)
        let draft = IndexHouse.fields.filter { $0.0 != "sichtbar" }.map {
            $0.0 == "fassung" ? ("fassung", "1") : $0
        }
        #expect(try await planner.post(path + "/bearbeiten", draft).status == 303)
        let answer = try await planner.post(path + "/kenngroesse", [])
        #expect(answer.status == 409 && answer.text.contains("zuerst für alle sichtbar machen"))
        #expect(audit(answer.text).isEmpty, "\(audit(answer.text))")
        #expect(try await planner.get(path).text.contains("zeigt Fassung 1, diese Seite Fassung 2"))
    }

    @Test("the weights are worked out without storing anything")
    func calculates() async throws {
        let house = try await IndexHouse()
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let fields = IndexHouse.fields.filter { $0.0 != "tun" } + [("tun", "rechnen")]
        let answer = try await planner.post("/monitoring/index/neu", fields)
        #expect(answer.status == 200)
        #expect(answer.text.contains("66,7\u{A0}%") || answer.text.contains("66,7 %"), "\(answer.text)")
        #expect(audit(answer.text).isEmpty, "\(audit(answer.text))")
        #expect(try await planner.get("/monitoring/index").text.contains("Noch kein Index"))
    }

    @Test("Gelsenkirchen's template stands in the form; what is not published here is named")
    func template() async throws {
        let house = try await IndexHouse()
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let page = try await planner.get("/monitoring/index/neu?vorlage=gelsenkirchen")
        #expect(page.status == 200)
        #expect(page.text.contains("Partizipation von Kindern") && page.text.contains("nennt das Dokument nicht"))
        #expect(page.text.contains("schulempfehlung-gymnasium (hier nicht veröffentlicht)"))
        #expect(page.text.contains("zählt im Mittel 2,5-mal so viel wie eine in „Bildungsbeteiligung“"))
        #expect(audit(page.text).isEmpty, "\(audit(page.text))")
    }

    @Test(
        "what is wrong is said at its field",
        arguments: [
            ("name", "", "feld-name"), ("g0-0-wirkung", "", "feld-g0-0-wirkung"), ("g0-name", "", "feld-g0-name"),
            ("g1-0", "sozialgeldquote", "feld-g1-0"), ("g1-0", "erfunden", "feld-g1-0"),
            ("anteil", "120", "feld-anteil"), ("g0-gewicht", "-1", "feld-g0-gewicht"),
        ])
    func wrong(field: String, value: String, place: String) async throws {
        let house = try await IndexHouse()
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let fields = IndexHouse.fields.map { $0.0 == field ? (field, value) : $0 }
        let answer = try await planner.post("/monitoring/index/neu", fields)
        #expect(answer.status == 422)
        #expect(answer.text.contains("href=\"#\(place)\""), "\(answer.text)")
    }

    @Test("only planners build; drafts are not shown to visitors; old versions do not overwrite new ones")
    func permissions() async throws {
        let house = try await IndexHouse()
        let planner = try await house.house.signIn(RoleGrant(.planner))
        let editor = try await house.house.signIn(RoleGrant(.editor))
        #expect(try await editor.post("/monitoring/index/neu", IndexHouse.fields).status == 403)
        let answer = try await planner.post(
            "/monitoring/index/neu", IndexHouse.fields.filter { $0.0 != "sichtbar" })
        let path = try #require(answer.header("Location"))
        #expect(try await house.house.visitor.get(path).status == 404)
        #expect(try await house.house.visitor.get(path + "/index.json").status == 404)
        #expect(try await planner.get(path).status == 200)
        let changed = IndexHouse.fields.map { $0.0 == "fassung" ? ("fassung", "1") : $0 }
        #expect(try await planner.post(path + "/bearbeiten", changed).status == 303)
        #expect(try await house.house.visitor.get(path).status == 200)
        let late = IndexHouse.fields.map { $0.0 == "name" ? ("name", "Anders") : $0 }
        #expect(try await planner.post(path + "/bearbeiten", late).status == 409)
        #expect(try await editor.post(path + "/entfernen", []).status == 403)
        #expect(try await planner.post(path + "/entfernen", []).status == 303)
        #expect(try await planner.get(path).status == 404)
    }
}
