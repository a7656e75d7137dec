import Areas
import Foundation
import FoundationXML
import Indicators
import Prevention
import RoomTesting
import Statistics
import StorageTesting
import Testing
import Web

@testable import Monitoring

@Suite("Monitoring: Diagramme") struct FigureTests {
    /// Three more districts, so that there is something to compare.
    private static func moreAreas() throws -> [Area] {
        try (5...9).map { number in
            let key = try #require(AreaKey("05913/\(number)"))
            return Area(
                id: ID(key: key), key: key, level: .district, parentID: try MonitoringHouse.id("05913"),
                name: "Gebiet \(number)")
        }
    }

    /// Examined children: better in Mitte than in the town, beyond chance; targets; two context indicators.
    private static func series() throws -> [PublishedSeries] {
        func rate(
            _ key: String, _ kind: Indicator.Kind, _ direction: Indicator.Direction,
            _ shares: [(String, Double, Double)],
            stages: [LifeStage] = [.aroundKita]
        ) throws -> PublishedSeries {
            let period = try #require(Period(year: 2022))
            let earlier = try #require(Period(year: 2020))
            let indicator = Indicator(
                id: ID(), key: key, name: "Kenngröße <\(key)>", kind: kind, measure: .share(per: 100),
                direction: direction, unit: "%", numerator: "x", denominator: "Kinder", stages: stages,
                source: "Gesundheitsamt", licence: "dl-de/by-2-0",
                targets: [Indicator.Target(baseline: 60, baselinePeriod: earlier, value: 90, period: period)])
            var values: [Period: [ID<Area>: PublishedValue]] = [period: [:], earlier: [:]]
            for (area, events, base) in shares {
                let id = try MonitoringHouse.id(area)
                values[period]?[id] = PublishedValue(
                    state: .available, value: events / base * 100, events: events, base: base)
                values[earlier]?[id] = PublishedValue(
                    state: .available, value: events / base * 50, events: events / 2, base: base)
            }
            values[period]?[try MonitoringHouse.id("05913/3")] = .suppressed
            return PublishedSeries(indicator, values)
        }
        let districts = (5...9).map { ("05913/\($0)", Double(20 + $0 * 10), 200.0) }
        let opposed = (5...9).map { ("05913/\($0)", Double(160 - $0 * 8), 200.0) }
        return [
            try rate(
                "u8", .outcome, .higherIsBetter,
                [("05913", 700, 1_000), ("05913/2", 285, 300), ("05913/1", 200, 400)] + opposed),
            try rate(
                "armut", .context, .neutral,
                [("05913", 250, 1_000), ("05913/2", 60, 300), ("05913/1", 160, 400)] + districts),
            try milestone(),
        ]
    }

    private static func milestone() throws -> PublishedSeries {
        let period = try #require(Period(year: 2022))
        return PublishedSeries(
            Indicator(id: ID(), key: "lotsin", name: "Lotsin in der Klinik", kind: .milestone, measure: .yesNo),
            [period: [try MonitoringHouse.id("05913/2"): PublishedValue(state: .available, value: 1)]])
    }

    private func house() async throws -> MonitoringHouse {
        try await MonitoringHouse(.sqlite, try Self.series(), areas: try Self.moreAreas())
    }

    @Test("the ranking says who can be told from the mean and keeps the three states apart")
    func ranking() async throws {
        let page = try await house().client.get("/monitoring/rangliste/u8")
        #expect(page.status == 200)
        #expect(page.text.contains("Gebieten unterscheiden sich sicher vom Mittel"))
        #expect(page.text.contains("geheim gehalten") && page.text.contains("nicht bekannt"))
        #expect(page.text.contains("höher als das Mittel") && page.text.contains("70,0\u{A0}%"))
        #expect(page.text.contains("Wilson") && page.text.contains("Gesundheitsamt"))
        #expect(!page.text.contains("<u8>") && !page.text.contains("style="))
    }

    @Test("the funnel calls those outside of three deviations by name")
    func funnel() async throws {
        let page = try await house().client.get("/monitoring/trichter/u8?hervor=05913~5")
        #expect(page.status == 200 && page.text.contains("deutlich auffällig"))
        #expect(page.text.contains("liegen weiter vom Mittel, als der Zufall bei ihrer Größe erklärt"))
    }

    @Test("the cloud says that areas are no children and that it shows no cause")
    func scatter() async throws {
        let page = try await house().client.get("/monitoring/vergleich?quer=armut&hoch=u8")
        #expect(page.status == 200)
        #expect(page.text.contains("meist niedrigere bei"))
        #expect(page.text.contains("Gebiete, keine Kinder") && page.text.contains("keine Ursache"))
        let none = try await house().client.get("/monitoring/vergleich?quer=lotsin&hoch=lotsin")
        #expect(none.status == 200)
    }

    @Test("a correlation has its interval and needs five areas that vary")
    func correlation() throws {
        let pairs = [(1.0, 2.0), (2, 1), (3, 4), (4, 3), (5, 7), (6, 5), (7, 8), (8, 6)].map { (x: $0.0, y: $0.1) }
        let found = try #require(Correlation(pairs))
        // scipy.stats.pearsonr(...): statistic and confidence_interval(0.95).
        #expect(abs(found.value - 0.833_333_333_3) < 1e-9)
        #expect(abs(found.limits.lower - 0.311_698_057_2) < 1e-6 && abs(found.limits.upper - 0.968_989_208_9) < 1e-6)
        #expect(found.finding == .together)
        #expect(Correlation(Array(pairs.prefix(4))) == nil)
        #expect(Correlation(pairs.map { (x: 3, y: $0.y) }) == nil)
        #expect(Correlation([(x: .nan, y: 1)]) == nil)
        let line = try #require(Correlation((1...6).map { (x: Double($0), y: Double($0) * -2) }))
        #expect(line.value == -1 && line.limits.upper < -0.9 && line.finding == .opposed)
    }

    @Test("a series shows target, baseline and the areas above for comparison")
    func series() async throws {
        let page = try await house().client.get("/monitoring/verlauf/u8?gebiet=05913~2")
        #expect(page.status == 200)
        #expect(page.text.contains("Ziel 2022: 90,0\u{A0}%") && page.text.contains("Ausgangswert 2020: 60,0\u{A0}%"))
        #expect(page.text.contains("Der Unterschied ist größer als der Zufall"))
        #expect(page.text.contains("Dortmund"))
        let alone = try await house().client.get("/monitoring/verlauf/u8?gebiet=05913~2&mit1=keine")
        #expect(!alone.text.contains("series cmp"))
    }

    @Test("the profile begins with strengths, colours nothing good or bad, and tells similar areas")
    func profile() async throws {
        let page = try await house().client.get("/monitoring/steckbrief/05913~2")
        #expect(page.status == 200)
        let strengths = try #require(page.text.firstRange(of: "Stärken"))
        let table = try #require(page.text.firstRange(of: "<table"))
        #expect(strengths.lowerBound < table.lowerBound)
        #expect(page.text.contains("Kenngröße &lt;u8&gt;: 95,0\u{A0}% (Dortmund: 70,0\u{A0}%)"))
        #expect(page.text.contains("Ähnliche Gebiete") && page.text.contains("ähnliche Gebiete"))
        #expect(page.text.contains("Was die Zahlen bedeuten") && page.text.contains("class=\"sheet\""))
        #expect(page.text.contains("Lotsin in der Klinik (2022): erreicht"))
        for word in ["Brennpunkt", "Problem", "badge bad", "badge good", "schlecht"] {
            #expect(!page.text.contains(word), "\(word)")
        }
        #expect(try await house().client.get("/monitoring/steckbrief/05913~77").status == 404)
        #expect(try await house().client.get("/monitoring/steckbrief/%27--").status == 404)
        let empty = try await house().client.get("/monitoring/steckbrief/05913~4")
        #expect(empty.status == 200 && empty.text.contains("noch nichts veröffentlicht"))
    }

    @Test("a neutral number is never a strength, and one within chance is none")
    func strengths() async throws {
        let house = try await house()
        let nord = try await house.client.get("/monitoring/steckbrief/05913~1")
        #expect(nord.text.contains("Kein Wert steht sicher besser"))
    }

    @Test("milestones are not compared anywhere")
    func milestones() async throws {
        let house = try await house()
        for path in ["rangliste", "verlauf"] {
            let page = try await house.client.get("/monitoring/\(path)/lotsin")
            #expect(page.status == 200 && page.text.contains("Meilensteine"))
            #expect(try await house.client.get("/monitoring/\(path)/lotsin/bild.svg").status == 404)
        }
    }

    @Test(
        "every chart is to be had as picture and as numbers",
        arguments: ["rangliste/u8", "trichter/u8", "vergleich", "verlauf/u8"])
    func files(path: String) async throws {
        let house = try await house()
        let question = path == "vergleich" ? "?quer=armut&hoch=u8" : ""
        let picture = try await house.client.get("/monitoring/\(path)/bild.svg\(question)")
        #expect(picture.status == 200 && picture.header("Content-Type") == "image/svg+xml; charset=utf-8")
        #expect(picture.text.contains("Gesundheitsamt") && picture.text.contains("dl-de/by-2-0"))
        #expect(!picture.text.contains("var(") && !picture.text.contains("<script"))
        let parser = XMLParser(data: Data(picture.bytes))
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let table = try await house.client.get("/monitoring/\(path)/werte.csv\(question)")
        #expect(table.status == 200 && table.text.contains(";") && table.text.contains("Gesundheitsamt"))
        let book = try await house.client.get("/monitoring/\(path)/werte.ods\(question)")
        #expect(book.status == 200 && book.bytes.starts(with: [0x50, 0x4B, 3, 4]))
        let png = try await house.client.get("/monitoring/\(path)/bild.png\(question)")
        #expect(png.status == 200 && png.text.contains("nicht eingerichtet"))
        #expect(try await house.client.get("/monitoring/\(path)/bild.exe\(question)").status == 404)
    }

    @Test(
        "whatever is asked, the answer is a page or 'not there'",
        arguments: [
            "?gebiet=%27--&ebene=x&zeit=9999&hervor=05913~9", "?gebiet=05&ebene=kreise", "?zeit=2021-02-31",
            "?quer=x&hoch=%3Cscript%3E", "?mit1=%00", "?mit1=05913&mit2=05913&mit3=05913&mit4=x&mit5=y",
        ])
    func hostile(query: String) async throws {
        let house = try await house()
        for path in [
            "rangliste/u8", "trichter/u8", "vergleich", "verlauf/u8", "steckbrief/05913~2", "rangliste/gibt-es-nicht",
        ] {
            let answer = try await house.client.get("/monitoring/" + path + query)
            #expect([200, 400, 404].contains(answer.status), "\(path)\(query): \(answer.status)")
            #expect(!answer.text.contains("<script>"))
        }
    }

    @Test("nothing published is said in words, on every page")
    func empty() async throws {
        let house = try await MonitoringHouse(.sqlite, [])
        for path in ["rangliste", "trichter", "vergleich", "verlauf", "steckbrief"] {
            let answer = try await house.client.get("/monitoring/" + path)
            #expect(answer.status == 200 && answer.text.contains("<h1"))
        }
    }
}
