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

/// A house with a town, two districts and somebody of the data office.
private struct DataOffice {
    let house: TestHouse
    let planner: SignedInClient
    let store: IndicatorStore

    init(_ engine: TestEngine = .sqlite) async throws {
        house = try await TestHouse(
            engine,
            migrations: AreaMigrations.all + OfferMigrations.all + IndicatorMigrations.all + MonitoringRoom.migrations
        ) { house in
            let areas = AreaStore(database: house.database)
            return [
                try MonitoringRoom(
                    source: PublishedSource([]), database: house.database, directory: AreaDirectory(areas),
                    offers: OfferStore(database: house.database))
            ]
        }
        store = IndicatorStore(database: house.database)
        let key = try #require(AreaKey("05978036"))
        let town = Area(id: ID(key: key), key: key, level: .municipality, parentID: nil, name: "Unna")
        let districts = try ["Nordstadt", "Südstadt"].enumerated().map { index, name in
            let key = try #require(AreaKey("05978036/\(index + 1)"))
            return Area(id: ID(key: key), key: key, level: .district, parentID: town.id, name: name)
        }
        try await AreaStore(database: house.database).save(
            [town] + districts, by: .system("test"), at: TestHouse.start)
        planner = try await house.signIn(.init(.planner))
    }

    static let fields = [
        ("key", "einwohner"), ("name", "Einwohner"), ("kind", "context"), ("measure", "count"), ("unit", "Personen"),
        ("direction", "neutral"), ("use", "population"), ("threshold", "3"), ("source", "Melderegister"),
        ("stages", "kita"), ("stages", "youth"), ("fields", "health"), ("plausible", "0 bis 100000"),
        ("target", "5000"), ("targetPeriod", "2030"),
    ]

    func upload(_ text: String, origin: String = "statistik") async throws -> TestAnswer {
        var body = Array(
            "--G\r\nContent-Disposition: form-data; name=\"quelle\"\r\n\r\n\(origin)\r\n".utf8)
        body += Array(
            "--G\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"werte.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                .utf8)
        body += Array(text.utf8) + Array("\r\n--G--\r\n".utf8)
        return try await planner.send(
            "POST", "/monitoring/einlesen", headers: [("Content-Type", "multipart/form-data; boundary=G")], body: body)
    }
}

@Suite("Monitoring: Kenngrößen und Werte") struct IndicatorAdminTests {
    @Test("an indicator is created with everything, changed, and listed", arguments: TestEngine.available)
    func administration(engine: TestEngine) async throws {
        let office = try await DataOffice(engine)
        let empty = try await office.planner.get("/monitoring/kenngroessen")
        #expect(empty.status == 200 && empty.text.contains("Noch keine Kenngrößen"))
        #expect(try await office.planner.get("/monitoring/kenngroessen/neu").status == 200)
        let created = try await office.planner.post("/monitoring/kenngroessen/neu", DataOffice.fields)
        #expect(created.status == 303)
        let stored = try #require(try await office.store.indicator(key: "einwohner"))
        #expect(stored.stages == [.aroundKita, .youth] && stored.fields == [.health] && stored.use == .population)
        #expect(stored.plausible == 0...100_000 && stored.targets.first?.value == 5_000)
        let page = try await office.planner.get("/monitoring/kenngroessen/einwohner")
        #expect(page.text.contains("Melderegister") && page.text.contains("0.0 bis 100000.0"))
        var changed = DataOffice.fields
        changed[1] = ("name", "Einwohnerinnen und Einwohner")
        #expect(try await office.planner.post("/monitoring/kenngroessen/einwohner", changed).status == 303)
        #expect(try await office.store.indicator(key: "einwohner")?.name == "Einwohnerinnen und Einwohner")
        #expect(try await office.planner.get("/monitoring/kenngroessen").text.contains("Einwohnerinnen und Einwohner"))
    }

    @Test("every fault of the form is named and what was typed stays")
    func faults() async throws {
        let office = try await DataOffice()
        let answer = try await office.planner.post(
            "/monitoring/kenngroessen/neu",
            [
                ("key", "Falsch!"), ("name", ""), ("measure", "share"), ("per", "viele"), ("direction", "within"),
                ("good", "9 bis 3"), ("threshold", "0"), ("target", "5"), ("targetPeriod", "bald"),
                ("source", "Amt <1>"),
            ])
        #expect(answer.status == 422)
        for field in ["key", "name", "per", "good", "threshold", "targetPeriod"] {
            let isNamed = answer.text.contains("href=\"#feld-\(field)\"")
            #expect(isNamed, "\(field)")
        }
        #expect(answer.text.contains("Amt &lt;1&gt;"))
        #expect(try await office.store.indicators().isEmpty)
    }

    @Test("targets of single areas are typed line by line, kept beside the one of all areas, and shown again")
    func areaTargets() async throws {
        let office = try await DataOffice()
        let typed = "Unna; 4800,5; 2028; 4000; 2022\n\n05978036/1; 900; 2027"
        let fields = DataOffice.fields + [("areaTargets", typed)]
        #expect(try await office.planner.post("/monitoring/kenngroessen/neu", fields).status == 303)
        let stored = try #require(try await office.store.indicator(key: "einwohner"))
        #expect(stored.targets.count == 3 && stored.targets.contains { $0.areaID == nil && $0.value == 5_000 })
        #expect(stored.targets.contains { $0.areaID != nil && $0.value == 4_800.5 && $0.baseline == 4_000 })
        let page = try await office.planner.get("/monitoring/kenngroessen/einwohner").text
        #expect(page.contains("Unna; 4800,5; 2028; 4000; 2022") && page.contains("Nordstadt; 900; 2027"))
        let none = try await office.planner.post("/monitoring/kenngroessen/einwohner", DataOffice.fields)
        #expect(none.status == 303)
        #expect(try await office.store.indicator(key: "einwohner")?.targets.count == 1)
        let wrong = try await office.planner.post(
            "/monitoring/kenngroessen/einwohner",
            DataOffice.fields + [("areaTargets", "Unna; 5; 2028\nUnna; 6; 2029\nNirgends; 5; 2028\nUnna; viele; 2028")])
        #expect(wrong.status == 422 && wrong.text.contains("Zeile 2, 3, 4:"))
        #expect(try await office.store.indicator(key: "einwohner")?.targets.count == 1)
    }

    @Test("a table is checked, its faults are listed, and nothing is taken over", arguments: TestEngine.available)
    func faultyTable(engine: TestEngine) async throws {
        let office = try await DataOffice(engine)
        _ = try await office.planner.post("/monitoring/kenngroessen/neu", DataOffice.fields)
        let sent = try await office.upload("Gebiet;Jahr;Einwohner\nNordstatt;2022;5\nSüdstadt;2022;-4\n")
        let address = try #require(sent.headers("location").first)
        let page = try await office.planner.get(address)
        #expect(page.status == 200 && page.text.contains("So wird nichts übernommen"))
        #expect(page.text.contains("Ist Nordstadt (05978036/1) gemeint?") && !page.text.contains("/uebernahme"))
        let file = try await office.planner.get(address + "/fehler.csv")
        #expect(file.text.contains("Nordstatt") && file.text.contains("eine Anzahl ab 0"))
        _ = try await office.planner.post(address + "/uebernahme", [])
        #expect(try await office.store.overview().map(\.values) == [0])
        #expect(try await office.planner.post(address + "/verwerfen", []).status == 303)
        #expect(try await office.planner.get(address).status == 404)
    }

    @Test("columns are matched on the page and remembered for the next table of the source")
    func matching() async throws {
        let office = try await DataOffice()
        _ = try await office.planner.post("/monitoring/kenngroessen/neu", DataOffice.fields)
        let text = "Ort;Leute;Hunde\nNordstadt;1.200;3\nSüdstadt;800;4\n"
        let address = try #require(try await office.upload(text).headers("location").first)
        #expect(try await office.planner.get(address).text.contains("So wird nichts übernommen"))
        let saved = try await office.planner.post(
            address + "/zuordnung",
            [("spalte-0", "gebiet"), ("spalte-1", "von:einwohner"), ("spalte-2", ""), ("zeitraum", "2022")])
        #expect(saved.status == 303)
        let checked = try await office.planner.get(address)
        #expect(checked.text.contains("2 Werte übernehmen"))
        let done = try await office.planner.post(address + "/uebernahme", [])
        let back = try #require(done.headers("location").first)
        #expect(try await office.planner.get(back).text.contains("Übernommen: 2 neu"))
        #expect(try await office.store.overview().map(\.values) == [2])
        let next = try #require(
            try await office.upload(text.replacing("800", with: "801")).headers("location").first)
        #expect(try await office.planner.get(next).text.contains("1 Wert übernehmen"))
        let wrong = try await office.planner.post(next + "/zuordnung", [("json", "{\"quatsch\": 1}")])
        #expect(wrong.status == 422 && wrong.text.contains("quatsch"))
    }

    @Test("visitors and readers see neither, and nobody another's table")
    func permissions() async throws {
        let office = try await DataOffice()
        let reader = try await office.house.signIn(.init(.reader))
        for path in ["/monitoring/kenngroessen", "/monitoring/kenngroessen/neu", "/monitoring/einlesen"] {
            #expect(try await reader.get(path).status == 403, "\(path)")
        }
        let address = try #require(
            try await office.upload("Gebiet;Jahr;x\nUnna;2022;1\n").headers("location").first)
        let editor = try await office.house.signIn(.init(.editor))
        #expect(try await editor.get(address).status == 404)
    }
}
