import Areas
import Indicators
import Monitoring
import Prevention
import RoomTesting
import StorageTesting
import Testing
import Web

@Suite("Monitoring: Atlas") struct AtlasTests {
    let path = "/monitoring/atlas/kinder-sgb2"

    @Test("the map of the newest year shows its values, with the three states apart", arguments: TestEngine.available)
    func map(engine: TestEngine) async throws {
        let house = try await MonitoringHouse(engine, [try MonitoringHouse.share()])
        let answer = try await house.client.get(path)
        #expect(answer.status == 200)
        let hasHeading = answer.text.contains("Kinder in SGB II: Dortmund, 2022</h1>")
        #expect(hasHeading)
        #expect(answer.text.contains("Stadtteile: von 20,0\u{A0}% (Mitte) bis 40,0\u{A0}% (Nord &lt;A&gt;)."))
        #expect(answer.text.contains("aria-label=\"Süd: zurückgehalten zum Schutz vor Wiedererkennen\""))
        #expect(answer.text.contains("aria-label=\"West: nicht bekannt\""))
        #expect(answer.text.contains("class=\"sec\"") && answer.text.contains("class=\"unk\""))
        #expect(answer.text.contains("Diese Zahlen sind erfunden."))
        #expect(answer.text.contains("35,3 bis 44,9"))
        #expect(!answer.text.contains("Nord <A>"))
    }

    @Test("colours mean the same in all years unless asked otherwise")
    func sharedBreaks() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let earlier = try await house.client.get("/monitoring/werte/kinder-sgb2?zeit=2021").text
        let later = try await house.client.get("/monitoring/werte/kinder-sgb2?zeit=2022").text
        #expect(legend(earlier) == legend(later))
        let apart = try await house.client.get("/monitoring/werte/kinder-sgb2?zeit=2021&einzeln=ja").text
        #expect(legend(apart) != legend(later))
    }

    private func legend(_ json: String) -> Substring? { json.firstMatch(of: /"l":\[(.*?)\],"n"/)?.output.1 }

    @Test("the compact answer names classes in the order of the outlines")
    func answer() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let answer = try await house.client.get("/monitoring/werte/kinder-sgb2")
        // By name: Mitte, Nord, Süd, West; values of both years are 20, 37.5 and 40.
        #expect(answer.text.contains("\"k\":\"2690\""))
        let page = try await house.client.get(path).text
        let mark = try #require(answer.text.firstMatch(of: /"m":"(\w+)"/)).output.1
        #expect(page.contains("data-map=\"\(mark)\""))
        let outlines = try await house.client.get("/monitoring/umrisse/05913/stadtteile/\(mark)")
        #expect(outlines.status == 200 && outlines.header("Cache-Control")?.contains("immutable") == true)
        #expect(outlines.text.contains("\"n\":[\"Mitte\",\"Nord <A>\",\"Süd\",\"West\"]"))
        #expect(try await house.client.get("/monitoring/umrisse/05913/stadtteile/alt").status == 404)
    }

    @Test("differences to the town are coloured around zero")
    func comparison() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let page = try await house.client.get(path + "?vergleich=05913").text
        #expect(page.contains("Abstand zu Dortmund (Prozentpunkte)"))
        #expect(page.contains("+15,0") && page.contains("−5,0"))
        #expect(page.contains("class=\"d7\"") && page.contains("class=\"d2\""))
    }

    @Test("smoothed values are drawn to the middle and labelled")
    func smoothed() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let page = try await house.client.get(path + "?wert=glatt").text
        #expect(page.contains("Geglättete Werte"))
        #expect(!page.contains(">40,0<") && page.contains("zurückgehalten"))
    }

    @Test("files hold the shown values with key, state and source, and no formula", arguments: TestEngine.available)
    func files(engine: TestEngine) async throws {
        let house = try await MonitoringHouse(engine, [try MonitoringHouse.share()])
        let table = try await house.client.get(path + "/werte.csv")
        #expect(table.header("Content-Disposition")?.contains("atlas-kinder-sgb2-05913-2022.csv") == true)
        #expect(table.text.contains("05913/1;Nord <A>;Kinder in SGB II;2022;40;%;bekannt;35,"))
        #expect(table.text.contains("05913/3;Süd;Kinder in SGB II;2022;;%;zurückgehalten"))
        let drawing = try await house.client.get(path + "/karte.svg")
        #expect(drawing.header("Content-Type") == "image/svg+xml")
        #expect(drawing.text.hasPrefix("<?xml") && drawing.text.contains("Nord &lt;A&gt;"))
        #expect(drawing.text.contains("Bundesagentur") && !drawing.text.contains("class="))
    }

    @Test("the same table and map are to be had as spreadsheet and PNG, and the page leads to all four files")
    func moreFiles() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let page = try await house.client.get(path + "?zeit=2021").text
        for file in ["karte.svg", "karte.png", "werte.csv", "werte.ods"] {
            #expect(page.contains("/kinder-sgb2/\(file)?gebiet=05913&amp;ebene=stadtteile&amp;zeit=2021\""), "\(file)")
        }
        let book = try await house.client.get(path + "/werte.ods?zeit=2021")
        #expect(book.status == 200 && book.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        #expect(book.header("Content-Disposition")?.contains("atlas-kinder-sgb2-05913-2021.ods") == true)
        let picture = try await house.client.get(path + "/karte.png")
        #expect(picture.status == 200 && picture.text.contains("nicht eingerichtet"))
        #expect(try await house.client.get("/monitoring/atlas/gibt-es-nicht/werte.ods").status == 404)
    }

    @Test("districts of one name in two towns name their town in map, table and file")
    func sameNames() async throws {
        let land = try MonitoringHouse.id("05")
        let town = try #require(AreaKey("05911"))
        let place = try #require(AreaKey("05911/1"))
        let more = [
            Area(id: ID(key: town), key: town, level: .city, parentID: land, name: "Bochum"),
            Area(id: ID(key: place), key: place, level: .district, parentID: ID(key: town), name: "Mitte"),
        ]
        let known = try MonitoringHouse.share()
        let period = try #require(known.periods.last)
        var values = known.values(in: period)
        values[ID(key: place)] = PublishedValue(state: .available, value: 30, events: 60, base: 200)
        let house = try await MonitoringHouse(
            .sqlite, [PublishedSeries(known.indicator, [period: values])], areas: more)
        let question = "?gebiet=05&ebene=stadtteile"
        for address in [
            path + question, path + "/werte.csv" + question, path + "/karte.svg" + question,
            "/monitoring/rangliste/kinder-sgb2" + question, "/monitoring/trichter/kinder-sgb2" + question,
            "/monitoring/verlauf/kinder-sgb2?gebiet=05911~1",
        ] {
            let text = try await house.client.get(address).text
            #expect(text.contains("Mitte (Bochum)"), "\(address)")
            #expect(text.contains("Mitte (Dortmund)") || address.contains("trichter"), "\(address)")
        }
        let alone = try await house.client.get(path + "?gebiet=05913&ebene=stadtteile").text
        #expect(!alone.contains("Mitte (Dortmund)"))
    }

    @Test("a house prepares its maps once: later questions get the same drawing and scale")
    func prepared() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        try await house.room.prepare(on: MonitoringHouse.now.berlinDay)
        let first = try await house.client.get(path).text
        try await house.room.prepare(on: MonitoringHouse.now.berlinDay)
        #expect(try await house.client.get(path).text == first)
        let fresh = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        #expect(
            try await fresh.client.get("/monitoring/werte/kinder-sgb2").text
                == house.client.get("/monitoring/werte/kinder-sgb2").text)
        try await MonitoringHouse(.sqlite, []).room.prepare(on: MonitoringHouse.now.berlinDay)
    }

    @Test("only the page for frames may be shown in one")
    func frames() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let embedded = try await house.client.get("/monitoring/einbetten/kinder-sgb2")
        #expect(embedded.header("Content-Security-Policy")?.contains("frame-ancestors *") == true)
        #expect(embedded.header("X-Frame-Options") == nil)
        #expect(embedded.text.contains("Quelle") && !embedded.text.contains("<form"))
        let page = try await house.client.get(path)
        #expect(page.header("Content-Security-Policy")?.contains("frame-ancestors 'none'") == true)
        #expect(page.header("X-Frame-Options") == "DENY")
    }

    @Test(
        "whatever is asked, the answer is a page or 'not there'",
        arguments: [
            "?gebiet=%27--&ebene=x&zeit=9999&klassen=900&art=eigene&grenzen=;;1e400;NaN;inf", "?vergleich=05913~9",
            "?wert=glatt&vergleich=05913&art=gleichviele&klassen=7&einzeln=ja", "?seite=-3",
            "?seite=99999999999999999999",
            "?ansicht=jahre", "?ansicht=kenngroessen", "?angebote=ja", "?zeit=2021-02-31", "?grenzen=1;2;3&art=eigene",
            "?gebiet=05&ebene=kreise",
        ])
    func hostile(query: String) async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let page = try await house.client.get(path + query)
        #expect(page.status == 200 && page.bytes.count < 60_000)
        for address in ["/werte.csv", "/karte.svg", "/werte.ods"] {
            #expect(try await house.client.get(path + address + query).status == 200)
        }
        #expect(try await house.client.get("/monitoring/werte/kinder-sgb2" + query).status == 200)
        #expect(try await house.client.get("/monitoring/atlas/gibt-es-nicht" + query).status == 404)
        #expect(try await house.client.get("/monitoring/atlas" + query + "&kenngroesse=kinder-sgb2").status == 303)
    }

    @Test("milestones stand on no map")
    func milestone() async throws {
        let indicator = Indicator(
            id: ID(), key: "fertig", name: "Netzwerk gegründet", kind: .milestone, measure: .yesNo)
        let period = try #require(Period(year: 2022))
        let series = PublishedSeries(
            indicator, [period: [try MonitoringHouse.id("05913"): PublishedValue(state: .available, value: 1)]])
        let house = try await MonitoringHouse(.sqlite, [series])
        let page = try await house.client.get("/monitoring/atlas/fertig")
        #expect(page.status == 200 && page.text.contains("steht darum auf keiner Karte"))
        #expect(try await house.client.get("/monitoring/werte/fertig").status == 404)
    }

    @Test("small multiples draw every year once and link to its map")
    func multiples() async throws {
        let house = try await MonitoringHouse(.sqlite, [try MonitoringHouse.share()])
        let page = try await house.client.get(path + "?ansicht=jahre").text
        #expect(page.contains("zeit=2021") && page.contains("zeit=2022"))
        #expect(page.matches(of: /<use href="#umriss/).count == 8)
    }
}
