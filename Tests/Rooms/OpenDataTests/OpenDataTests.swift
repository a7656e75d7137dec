import Areas
import Foundation
import OpenData
import Prevention
import RoomTesting
import Storage
import StorageTesting
import Tables
import Testing
import Web

@testable import Indicators

@Suite("Offene Daten") struct OpenDataTests {
    private func json(_ path: String) async throws -> JSONValue {
        let answer = try await OpenDataFixture.client().get(path)
        #expect(answer.status == 200)
        return try #require(JSONValue(json: Array(answer.text.utf8)))
    }

    // MARK: Pages

    @Test("the page lists every data set with its files, says what is invented and what is not open")
    func list() async throws {
        let answer = try await OpenDataFixture.client().get("/offene-daten")
        #expect(answer.status == 200 && audit(answer.text) == [])
        for words in ["Kinder in SGB II", "erfundene Daten", "2022 bis 2023", "nicht offen", "werte.csv", "DCAT-AP.de"]
        {
            #expect(answer.text.contains(words), "\(words)")
        }
    }

    @Test("without numbers the page says so and still leads to the offers")
    func empty() async throws {
        let client = try await OpenDataFixture.client(OpenDataSource([], publishedAt: OpenDataFixture.now))
        let answer = try await client.get("/offene-daten")
        #expect(answer.text.contains("Noch keine Zahlen veröffentlicht") && audit(answer.text) == [])
        #expect(answer.text.contains("/offene-daten/angebote"))
        let catalogue = try await client.get("/offene-daten/katalog.ttl")
        #expect(catalogue.status == 200 && catalogue.text.contains("Angebote für Familien"))
    }

    @Test("a data set's page shows the three states and the limits of chance", arguments: ["", "/en"])
    func dataset(language: String) async throws {
        let answer = try await OpenDataFixture.client().get(language + "/offene-daten/kenngroessen/kinder-sgb2")
        #expect(answer.status == 200 && audit(answer.text) == [])
        let words =
            language.isEmpty
            ? ["erfunden", "geheim gehalten", "20,0 bis 32,0", "51 von 200", "Amt für Statistik"]
            : ["invented", "withheld", "20.0 to 32.0", "51 of 200"]
        for word in words { #expect(answer.text.contains(word), "\(word)") }
    }

    @Test(
        "what is not published does not exist",
        arguments: ["", "/werte.csv", "/werte.json", "/werte.csv-metadata.json"])
    func unknown(file: String) async throws {
        let client = try await OpenDataFixture.client()
        #expect(try await client.get("/offene-daten/kenngroessen/geheim" + file).status == 404)
        #expect(try await client.get("/api/monitoring/indicators/geheim").status == 404)
        #expect(try await client.get("/api/monitoring/indicators/geheim/values").status == 404)
    }

    @Test("English lacks no sentence")
    func languages() async throws {
        let room = try OpenDataRoom(
            source: OpenDataSource([], publishedAt: OpenDataFixture.now),
            directory: AreaDirectory(AreaStore(database: try await TestEngine.sqlite.database([]))),
            house: HouseFacts(name: "", sender: ""), facts: OpenDataFacts(publisher: ""), publicURL: nil)
        #expect(room.missingTexts.isEmpty)
    }

    // MARK: Files

    @Test("the CSV file opens in German offices, and hidden values carry nothing")
    func csv() async throws {
        let answer = try await OpenDataFixture.client().get("/offene-daten/kenngroessen/kinder-sgb2/werte.csv")
        let table = try CSVTable(Array(answer.text.utf8))
        #expect(table.separator == ";" && table.rows.count == 4)
        let column = { (name: String) in table.header.firstIndex(of: name) ?? 99 }
        #expect(table.rows.map { $0[column("period")] } == ["2022", "2023", "2023", "2023"])
        #expect(table.rows[2][column("value")] == "25,5")
        #expect(table.rows[2][column("lower")].hasPrefix("19,96"))
        let hidden = table.rows[3]
        #expect(hidden[column("areaName")] == "Südstadt; \"Alt\"" && hidden[column("state")] == "suppressed")
        #expect(table.rows.map { $0[column("townName")] } == ["", "", "Unna", "Unna"])
        for name in ["value", "lower", "upper", "events", "base"] { #expect(hidden[column(name)].isEmpty) }
    }

    @Test("the description names every column of the file in its order")
    func description() async throws {
        let client = try await OpenDataFixture.client()
        let file = try CSVTable(
            Array(try await client.get("/offene-daten/kenngroessen/kinder-sgb2/werte.csv").text.utf8))
        let description = try await json("/offene-daten/kenngroessen/kinder-sgb2/werte.csv-metadata.json")
        #expect(description["tableSchema"]["columns"].items.compactMap { $0["name"].string } == file.header)
        #expect(description["url"].string == "https://haus.example/offene-daten/kenngroessen/kinder-sgb2/werte.csv")
        #expect(description["dc:license"]["@id"].string == "http://dcat-ap.de/def/licenses/dl-by-de/2.0")
    }

    @Test("the JSON file tells the three states apart by word and null")
    func jsonFile() async throws {
        let file = try await json("/offene-daten/kenngroessen/kinder-sgb2/werte.json")
        #expect(file["indicator"]["isInvented"].boolean == true)
        let values = file["values"].items
        #expect(values.compactMap { $0["state"].string } == ["available", "available", "available", "suppressed"])
        #expect(values[3]["value"] == .null && values[3].members.contains { $0.name == "value" })
        #expect(values[1]["version"].int == 2 && values[2]["value"].double == 25.5)
    }

    // MARK: Catalogue

    @Test("the three notations of the catalogue say the same number of things")
    func notations() async throws {
        let client = try await OpenDataFixture.client()
        let turtle = try await client.get("/offene-daten/katalog.ttl").text
        let xml = try await client.get("/offene-daten/katalog.rdf").text
        let linked = try await json("/offene-daten/katalog.jsonld")
        let statements = linked["@graph"].items.reduce(0) { sum, resource in
            sum + resource.members.filter { $0.name != "@id" }.reduce(0) { $0 + $1.value.items.count }
        }
        #expect(statements > 60)
        #expect(turtle.split(separator: "\n").filter { $0.hasPrefix("    ") }.count == statements)
        #expect(xml.split(separator: "\n").filter { $0.hasPrefix("    <") }.count == statements)
    }

    @Test("the catalogue names deliverer, licence, place by official key, time, office and both files")
    func catalogue() async throws {
        let text = try await OpenDataFixture.client().get("/offene-daten/katalog.ttl").text
        for words in [
            "dcatde:contributorID <http://dcat-ap.de/def/contributors/test>",
            "dct:license <http://dcat-ap.de/def/licenses/dl-by-de/2.0>",
            "dct:license <http://dcat-ap.de/def/licenses/other-closed>",
            "dcatde:politicalGeocodingURI <http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05978036>",
            "dcatde:politicalGeocodingLevelURI <http://dcat-ap.de/def/politicalGeocoding/Level/municipality>",
            "dcat:startDate \"2022-01-01\"^^xsd:date", "dcat:endDate \"2023-12-31\"^^xsd:date",
            "frequency/ANNUAL>", "frequency/UNKNOWN>", "data-theme/HEAL>", "foaf:name \"Jugendamt\"@de",
            "dcat:downloadURL <https://haus.example/offene-daten/kenngroessen/kinder-sgb2/werte.csv>",
            "dcatde:licenseAttributionByText \"Amt für Statistik <Unna> & Kreis\"@de",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("signs that mean something in XML are escaped")
    func escapes() async throws {
        let xml = try await OpenDataFixture.client().get("/offene-daten/katalog.rdf").text
        #expect(xml.contains("Amt für Statistik &lt;Unna&gt; &amp; Kreis"))
        #expect(!xml.contains("<Unna>"))
    }

    @Test("without a deliverer the catalogue claims none")
    func noContributor() async throws {
        let client = try await OpenDataFixture.client(facts: OpenDataFacts(publisher: "Stadt"))
        #expect(try await !client.get("/offene-daten/katalog.ttl").text.contains("contributorID"))
    }

    // MARK: Interface

    @Test("lists come page by page, and the pages together are everything")
    func paging() async throws {
        let path = "/api/monitoring/indicators/kinder-sgb2/values?perPage=3"
        let (first, second) = (try await json(path), try await json(path + "&page=2"))
        #expect(first["total"].int == 4 && first["pages"].int == 2)
        #expect(first["items"].items.count == 3 && second["items"].items.count == 1)
        #expect(try await json(path + "&page=9")["items"].items.isEmpty)
        let start = try await json("/api/monitoring")
        #expect(start["openapiUrl"].string == "https://haus.example/api/monitoring/openapi.json")
        let indicators = try await json("/api/monitoring/indicators")
        #expect(indicators["items"].items.compactMap { $0["key"].string } == ["kinder-sgb2", "note"])
        let one = try await json("/api/monitoring/indicators/note")
        #expect(one["periods"].strings == ["2023"] && one["direction"].string == "neutral")
    }

    @Test("values can be narrowed to a period and an area")
    func narrowing() async throws {
        let path = "/api/monitoring/indicators/kinder-sgb2/values"
        #expect(try await json(path + "?period=2022")["total"].int == 1)
        #expect(try await json(path + "?area=05978036")["total"].int == 2)
        #expect(try await json(path + "?area=05978036/1&period=2023")["total"].int == 1)
        #expect(try await json(path + "?area=05711")["total"].int == 0)
    }

    @Test(
        "a question that cannot be understood is refused with what was expected",
        arguments: [
            "page=0", "page=x", "perPage=1001", "perPage=", "period=gestern", "area=99", "page=1&period=2022-13",
        ])
    func refuses(query: String) async throws {
        let answer = try await OpenDataFixture.client().get("/api/monitoring/indicators/kinder-sgb2/values?" + query)
        #expect(answer.status == 400)
        #expect(answer.text.contains("erwartet"))
    }

    @Test("the description has every address of the interface")
    func openAPI() async throws {
        let document = try await json("/api/monitoring/openapi.json")
        #expect(document["paths"].members.count == 6)
        #expect(document["components"]["schemas"]["Value"]["required"].strings.contains("state"))
    }

    // MARK: Facilities

    @Test("values of facilities come as file and page by page, what is hidden without a number")
    func facilities() async throws {
        let database = try await TestEngine.sqlite.database(AreaMigrations.all + IndicatorMigrations.all)
        let areas = try OpenDataFixture.areas()
        try await AreaStore(database: database).save(areas, by: .system("test"), at: OpenDataFixture.now)
        let store = IndicatorStore(database: database)
        let indicator = try #require(try OpenDataFixture.series().first).indicator
        try await store.save(indicator, by: .system("test"), at: OpenDataFixture.now)
        let year = try #require(Period(year: 2023))
        let kitas = ["Kita Aal", "Kita Bär", "Kita Chamäleon"].map {
            MeasuredFacility(Reference(.facility, ID<Area>()), name: $0, areaID: areas[1].id)
        }
        let values = zip(kitas, [(2.0, 37.0), (9, 30), (14, 40)]).map { kita, counts in
            MeasuredValue(indicator, place: .facility(kita.reference), period: year, events: counts.0, base: counts.1)
        }
        let district = MeasuredValue(indicator, place: .area(areas[1].id), period: year, events: 25, base: 107)
        try await store.record(
            values + [district], facilities: kitas, from: ValueOrigin(name: "x"), by: .system("test"),
            at: OpenDataFixture.now)
        let request = PublicationRequest(indicators: ["kinder-sgb2"], periods: [year], withFacilities: true)
        try await PublishGate(store: store).publish(request, by: .system("test"), at: OpenDataFixture.now)
        let client = try await OpenDataFixture.client(OpenDataSource(IndicatorShelf(store)))
        let page = try await client.get("/api/monitoring/indicators/kinder-sgb2/facilities?perPage=2")
        let list = try #require(JSONValue(json: page.text))
        #expect(list["total"].int == 3 && list["items"].items.count == 2)
        #expect(list["items"].items[0]["state"].string == "suppressed" && list["items"].items[0]["base"] == .null)
        #expect(list["items"].items[0]["areaKey"].string == "05978036/1")
        let file = try await client.get("/offene-daten/kenngroessen/kinder-sgb2/einrichtungen.csv")
        #expect(file.status == 200 && file.text.contains("Kita Chamäleon") && file.text.contains("35;14;40"))
        #expect(!file.text.contains("5,4"))
        let start = try await client.get("/offene-daten/kenngroessen/kinder-sgb2")
        #expect(start.text.contains("Werte je Einrichtung (CSV)"))
        let none = try await OpenDataFixture.client().get("/offene-daten/kenngroessen/kinder-sgb2/einrichtungen.csv")
        #expect(none.status == 404)
    }

    // MARK: The gate

    @Test(
        "numbers under embargo stay inside, also for offices; on its last day they come out",
        arguments: TestEngine.available)
    func embargo(engine: TestEngine) async throws {
        let database = try await engine.database(AreaMigrations.all + IndicatorMigrations.all)
        let areas = try OpenDataFixture.areas()
        try await AreaStore(database: database).save(areas, by: .system("test"), at: OpenDataFixture.now)
        let store = IndicatorStore(database: database)
        let indicator = try #require(try OpenDataFixture.series().first).indicator
        try await store.save(indicator, by: .system("test"), at: OpenDataFixture.now)
        let day = try #require(Day("2026-06-01"))
        let cell = PublicationCell(
            indicator: indicator.id, area: areas[0].id, period: try #require(Period(year: 2023)),
            value: PublishedValue(state: .available, value: 25, events: 250, base: 1000))
        try await database.write { w in
            try IndicatorStore.publish(
                [cell], rules: "{}", hash: "", embargoUntil: day, in: w, by: .system("test"), at: OpenDataFixture.now)
        }
        let source = OpenDataSource(IndicatorShelf(store))
        #expect(try await OpenDataFixture.client(source).get("/offene-daten/kenngroessen/kinder-sgb2").status == 404)
        #expect(try await !OpenDataFixture.client(source).get("/offene-daten/katalog.ttl").text.contains("SGB II"))
        let room = try OpenDataRoom(
            source: source, directory: AreaDirectory(AreaStore(database: database)),
            house: HouseFacts(name: "", sender: ""), facts: OpenDataFacts(publisher: "Stadt"), publicURL: nil)
        let later = TestClient(
            try HouseResponder(
                rooms: [room], facts: HouseFacts(name: "Test", sender: "Test"),
                clock: .fixed(try #require(Instant("2026-06-01T08:00:00Z"))), database: database))
        #expect(try await later.get("/offene-daten/kenngroessen/kinder-sgb2").status == 200)
    }
}
