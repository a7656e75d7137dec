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
        for address in ["/werte.csv", "/karte.svg"] {
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
