import Areas
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@testable import Indicators

/// Bad input: everything that is wrong is listed, and nothing is half imported.
@Suite("Werte einlesen") struct ValueImportTests {
    static let people = Indicator(id: ID(), key: "einwohner", name: "Einwohner", unit: "Personen")
    static let share = Indicator(
        id: ID(), key: "quote", name: "SGB-II-Quote", measure: .share(per: 100), unit: "%", plausible: 0...60)
    static let score = Indicator(id: ID(), key: "saldo", name: "Wanderungssaldo", measure: .score)

    private func fixture(_ engine: TestEngine = .sqlite) async throws -> IndicatorFixture {
        let fixture = try await IndicatorFixture(engine)
        try await fixture.store.save(
            [Self.people, Self.share, Self.score], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        return fixture
    }

    private func run(
        _ fixture: IndicatorFixture, _ text: String, _ mapping: String = "{}", dryRun: Bool = false
    ) async throws -> ValueImportReport {
        let json = try #require(JSONValue(json: Array(mapping.utf8)))
        return try await ValueImport(store: fixture.store, mapping: try ValueMapping(json: json)).run(
            file: "werte.csv", bytes: Array(text.utf8), by: IndicatorFixture.actor, at: IndicatorFixture.now,
            dryRun: dryRun)
    }

    private func count(_ fixture: IndicatorFixture) async throws -> Int {
        try await fixture.database.read { try $0.value("SELECT count(*) FROM indicatorValue", as: Int.self) ?? 0 }
    }

    @Test("long form: headings are recognised, the second time nothing changes", arguments: TestEngine.available)
    func longForm(engine: TestEngine) async throws {
        let fixture = try await fixture(engine)
        let text = """
            Gebiet;Jahr;Kenngröße;Wert;Zähler;Nenner
            Nordstadt;2022;einwohner;1.250;;
            05978036/2;2022;Einwohner;980;;
            Nordstadt;2022;quote;;50;400
            Südstadt;2022;quote;k.A.;;
            """
        let dry = try await run(fixture, text, dryRun: true)
        #expect(dry.report.problems.isEmpty && dry.report.created == 4)
        #expect(try await count(fixture) == 0)
        let report = try await run(fixture, text)
        #expect(report.report.created == 4 && report.missing == 1 && report.areas == [.district: 2])
        let cells = try await fixture.store.rawCells([Self.people.id, Self.share.id])
        #expect(cells.compactMap(\.value.value).sorted() == [12.5, 980, 1250])
        let again = try await run(fixture, text)
        #expect(again.report.unchanged == 4 && again.report.created == 0)
    }

    @Test("wide form: one column for each indicator and year")
    func wideForm() async throws {
        let fixture = try await fixture()
        let report = try await run(
            fixture, "Stadtteil;Einwohner 2021;Einwohner 2022;Hunde\nNordstadt;1 200;1 250;7\nSüdstadt;x;980;9\n")
        #expect(report.report.created == 4 && report.missing == 1)
        #expect(report.periods.map(\.description) == ["2021", "2022"])
        #expect(report.report.problems.map(\.column) == ["Hunde"])
        let years = try await run(
            fixture, "Stadtteil;2019;2020\nNordstadt;1;2\nSüdstadt;3;4\n", #"{"indicatorIs": "einwohner"}"#)
        #expect(years.report.created == 4 && !years.report.hasErrors)
    }

    @Test("a table with every fault lists all of them and stores nothing")
    func everyFault() async throws {
        let fixture = try await fixture()
        let text = """
            Gebiet;Jahr;Kenngröße;Wert
            Nordstat;2022;einwohner;1
            4711;2022;einwohner;2
            Nordstadt;2022;einwohner;-5
            Südstadt;2022;quote;100,5
            Nordstadt;2022;quote;61,0
            Südstadt;2022;einwohner;12,5
            Nordstadt;2021;quote;12.55
            Südstadt;2021;quote;zwölf
            Nordstadt;2020;einwohner;10
            Nordstadt;2020;einwohner;11
            Südstadt;gestern;einwohner;3
            Südstadt;2020;hunde;3
            Südstadt;2020;einwohner;3;zu viel
            """
        let report = try await run(fixture, text)
        let errors = report.report.problems.filter { $0.severity == .error }
        #expect(errors.compactMap(\.row) == [1, 2, 3, 4, 4, 5, 6, 7, 8, 10, 11, 12, 13])
        #expect(errors[0].hint.contains("Nordstadt (05978036/1)"))
        #expect(errors.contains { $0.expected == "eine Anzahl ab 0" })
        #expect(errors.contains { $0.expected == "höchstens 100 %" })
        #expect(errors.contains { $0.expected == "zwischen 0 und 60" })
        #expect(errors.contains { $0.expected == "eine ganze Zahl" })
        #expect(errors.contains { $0.expected == "ein einheitliches Dezimalzeichen" && $0.found == "12.55" })
        #expect(errors.contains { $0.row == 10 && $0.hint.contains("Zeile 9") })
        #expect(report.report.refused == report.report.read && report.report.created == 0)
        #expect(try await count(fixture) == 0)
    }

    @Test("missing, suppressed and nothing are three things, and the signs can be chosen")
    func threeStates() async throws {
        let fixture = try await fixture()
        let text = "Gebiet;Jahr;Wert\nUnna;2022;-\nNordstadt;2022;*\nSüdstadt;2022;.\n"
        let report = try await run(fixture, text, #"{"indicatorIs": "einwohner"}"#)
        let cells = try await fixture.store.rawCells([Self.people.id])
        let states = Dictionary(cells.map { ($0.area, $0) }, uniquingKeysWith: { $1 })
        #expect(states[fixture.town.id]?.value.value == 0)
        #expect(states[fixture.north.id]?.state == .suppressed && states[fixture.south.id]?.state == .notAvailable)
        #expect(report.report.problems.map(\.found) == ["-"] && !report.report.hasErrors)
        let other = try await run(
            fixture, text, #"{"indicatorIs": "saldo", "missing": ["-", "*"], "zero": ["."], "suppressed": []}"#)
        #expect(other.missing == 2 && other.suppressed == 0)
    }

    @Test(
        "numbers as tables write them",
        arguments: [
            ("1 675", 1675.0), ("1\u{202F}675", 1675), ("1.234.567", 1_234_567), ("-  23    ", -23), ("\u{2212}4", -4),
            ("  0012 ", 12), ("1'000", 1000), ("12,5", 12.5), ("0,001", 0.001), ("+3", 3), ("1.234,5", 1234.5),
        ])
    func numbers(text: String, expected: Double) {
        #expect(BareNumber(text).value(.comma) == .number(expected, hasPercent: false))
    }

    @Test(
        "what is no number stays none",
        arguments: ["1 67 5", "12 3", "1,2,3,", "--5", "abc", "1e5", "1.23.456", "5 %%"])
    func noNumbers(text: String) {
        let value = BareNumber(text).value(.comma)
        #expect(value == .unreadable || value == .otherMark)
    }

    @Test("a point before three digits is asked about unless the file or the measure tells")
    func ambiguous() async throws {
        let fixture = try await fixture()
        let unclear = try await run(
            fixture, "Gebiet;Jahr;Wert\nNordstadt;2022;1.234\n", #"{"indicatorIs": "saldo"}"#)
        let errors = unclear.report.problems.filter { $0.severity == .error }
        #expect(errors.map(\.expected) == ["eine eindeutige Zahl"])
        let stated = try await run(
            fixture, "Gebiet;Jahr;Wert\nNordstadt;2022;1.234\n", #"{"indicatorIs": "saldo", "decimal": "."}"#)
        #expect(stated.report.created == 1)
        let count = try await run(
            fixture, "Gebiet;Jahr;Wert\nNordstadt;2022;1.234\n", #"{"indicatorIs": "einwohner"}"#)
        #expect(count.report.created == 1)
        #expect(try await fixture.store.rawCells([Self.people.id]).first?.value.value == 1234)
        #expect(try await fixture.store.rawCells([Self.score.id]).first?.value.value == 1.234)
    }

    @Test("parts that do not add up, jumps and missing areas are listed and taken")
    func plausibility() async throws {
        let fixture = try await fixture()
        let parts = [("u18", "Unter 18"), ("ab18", "Ab 18")].map { key, name in
            Indicator(id: ID(), key: key, name: name, wholeKey: "einwohner", breakdown: "Alter")
        }
        try await fixture.store.save(parts, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let report = try await run(
            fixture,
            """
            Gebiet;Jahr;einwohner;u18;ab18
            Unna;2022;2010;410;1600
            Nordstadt;2022;1200;210;994
            Südstadt;2022;800;200;600
            Unna;2023;9000;2000;7000
            Nordstadt;2023;9000;2000;7000
            """)
        #expect(!report.report.hasErrors && report.report.created == 15)
        let found = report.findings.map { "\($0.kind) \($0.period) \($0.difference.map(Numbers.difference) ?? "")" }
        #expect(found.filter { $0.hasPrefix("breakdown") } == ["breakdown 2022 +4"])
        #expect(found.filter { $0.hasPrefix("hierarchy") } == ["hierarchy 2022 −6", "hierarchy 2022 −10"])
        #expect(found.count { $0.hasPrefix("missingArea 2023") } == 3)
        #expect(found.count { $0.hasPrefix("jump 2023") } == 6)
    }

    @Test(
        "what is stored but not published is in no problem, jump or sum; published numbers are",
        arguments: [false, true])
    func silentAboutStored(isPublished: Bool) async throws {
        let fixture = try await fixture()
        let period = try #require(Period(year: 2022))
        _ = try await run(
            fixture, "Gebiet;Jahr;einwohner\nNordstadt;2022;2713\nSüdstadt;2022;1831\nUnna;2022;4544\n")
        if isPublished {
            let cells = [(fixture.north, 2713.0), (fixture.south, 1831), (fixture.town, 4544)]
            try await fixture.publish(
                cells.map { area, number in
                    PublicationCell(
                        indicator: Self.people.id, area: area.id, period: period,
                        value: PublishedValue(state: .available, value: number))
                })
        }
        let report = try await run(
            fixture, "Gebiet;Jahr;einwohner\nNordstadt;2023;90000\nUnna;2023;90000\nUnna;2022;80000\n", dryRun: true)
        #expect(report.findings.contains { $0.kind == .jump } && report.findings.contains { $0.kind == .hierarchy })
        let said = report.report.problems.map { "\($0.found) \($0.expected) \($0.hint)" }.joined()
        for number in ["2713", "4544"] { #expect(said.contains(number) == isPublished, "\(number)") }
        #expect(report.findings.contains { $0.kind == .jump && $0.difference == nil } != isPublished)
    }

    @Test("areas of different boundary years in one file are refused")
    func boundaries() async throws {
        let fixture = try await fixture()
        let make = { (text: String, from: String?, to: String?) throws -> Area in
            let key = try #require(AreaKey(text))
            return Area(
                id: ID(key: key), key: key, level: .kreis, parentID: nil, name: "Gebiet \(text)",
                validFrom: from.flatMap { Day($0) }, validTo: to.flatMap { Day($0) })
        }
        try await AreaStore(database: fixture.database).save(
            [
                try make("05313", nil, "2009-10-20"), try make("05354", nil, "2009-10-20"),
                try make("05334", "2009-10-21", nil),
            ], by: IndicatorFixture.actor, at: IndicatorFixture.now)
        let mixed = try await run(
            fixture, "AGS;Jahr;einwohner\n05313;2009;5\n05354;2009;6\n05334;2009;11\n")
        #expect(mixed.report.problems.filter { $0.severity == .error }.map(\.row) == [1, 2])
        let alone = try await run(fixture, "AGS;Jahr;einwohner\n05313;2008;5\n5354;2008;6\n")
        #expect(!alone.report.hasErrors && alone.report.created == 2)
        let late = try await run(fixture, "AGS;Jahr;einwohner\n05313;2012;5\n05354;2012;6\n")
        #expect(late.findings.count { $0.kind == .boundaries } == 2)
        let stated = try await run(
            fixture, "AGS;Jahr;Gebietsstand;einwohner\n05313;2008;2008;5\n05354;2008;2007;6\n")
        #expect(stated.report.hasErrors)
    }

    @Test("a file that is none, has no areas, no numbers or no year says so")
    func hopeless() async throws {
        let fixture = try await fixture()
        for text in [
            "", "\u{0}\u{1}x", "Name\n", "Gebiet;Jahr\nUnna;2022\n", "Jahr;Einwohner\n2022;5\n",
            "Gebiet;Einwohner\nUnna;5\n",
        ] {
            let report = try await run(fixture, text)
            #expect(report.report.hasErrors, "\(text)")
        }
        #expect(try await count(fixture) == 0)
    }

    @Test("a mapping is kept under its name and comes back as it was", arguments: TestEngine.available)
    func mappings(engine: TestEngine) async throws {
        let fixture = try await fixture(engine)
        let json = """
            {"origin":"statistik","area":"Raum","within":"05978036","areas":{"Rest":null,"Stadt":"05978036"},"periodIs":"2022",
            "columns":{"A":"einwohner","B":{"indicator":"quote","part":"events"},"C":null},"missing":["-"],"decimal":","}
            """
        let report = try await run(fixture, "Raum;A;B;C\nStadt;5;1;9\nRest;1;1;1\n", json)
        #expect(report.report.created == 2)
        let kept = try #require(try await fixture.store.mapping(named: "statistik"))
        #expect(try ValueMapping(json: kept.json) == kept)
        #expect(
            kept.columns["C"] == .some(nil) && kept.columns["B"]??.part == .events && kept.areas["Rest"] == .some(nil))
        #expect(throws: ValueMapping.Problem.self) {
            try ValueMapping(json: #require(JSONValue(json: Array(#"{"x":1}"#.utf8))))
        }
    }
}
