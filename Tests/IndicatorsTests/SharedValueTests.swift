import Areas
import Foundation
import Prevention
import Storage
import StorageTesting
import Tables
import Testing

@testable import Indicators

/// Real tables beside the project; the tests say so when they are skipped.
private enum ValueFile {
    static func bytes(_ path: String) -> [UInt8]? {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try? Array(Data(contentsOf: root.appending(path: "../shared/data/geo/" + path)))
    }
    static let isPresent = bytes("hamburg/hamburg_stadtteilprofile_2014_roh.csv") != nil
}

@Suite("Echte Wertetabellen", .enabled(if: ValueFile.isPresent, "../shared/data/geo fehlt"))
struct SharedValueTests {
    private struct House {
        let database: Database
        let store: IndicatorStore

        init(_ areas: [Area], _ indicators: [Indicator]) async throws {
            database = try await TestEngine.sqlite.database(AreaMigrations.all + IndicatorMigrations.all)
            store = IndicatorStore(database: database)
            try await AreaStore(database: database).save(areas, by: IndicatorFixture.actor, at: IndicatorFixture.now)
            try await store.save(indicators, by: IndicatorFixture.actor, at: IndicatorFixture.now)
        }

        func run(_ path: String, _ mapping: ValueMapping) async throws -> ValueImportReport {
            try await ValueImport(store: store, mapping: mapping).run(
                file: path, bytes: try #require(ValueFile.bytes(path)), by: IndicatorFixture.actor,
                at: IndicatorFixture.now)
        }
    }

    private func area(_ key: String, _ level: AreaLevel, _ name: String, in parent: Area?) throws -> Area {
        try IndicatorFixture.area(key, level, name, parent: parent)
    }

    // MARK: Flensburg

    @Test("Flensburg: exactly the twelve area-years in which age groups and total disagree")
    func flensburg() async throws {
        let file = "flensburg/flensburg_sozialatlas_lang.csv"
        let table = try CSVTable(try #require(ValueFile.bytes(file)))
        let town = try area("01001", .city, "Flensburg", in: nil)
        let names = Dictionary(table.rows.map { ($0[4], $0[5]) }, uniquingKeysWith: { $1 }).filter { !$0.key.isEmpty }
        let districts = try names.map { try area("01001/\($0.key)", .district, $0.value, in: town) }
        var mapping = ValueMapping()
        mapping.area = "stadtteil_id"
        mapping.within = "01001"
        mapping.period = "jahr"
        mapping.indicator = ["tabelle_nr", "merkmal", "zusatz"]
        mapping.value = "wert"
        var indicators: [String: Indicator] = [:]
        for row in table.rows {
            let code = "\(row[0])/\(row[7])/\(row[6])"
            let key = "t" + code.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }.map(String.init).joined()
            mapping.indicators[code] = key
            let isRate = ["rate", "quotient", "percentage"].contains { row[7].contains($0) }
            indicators[key] = Indicator(
                id: ID(), key: key, name: "\(row[1]) \(row[7])", measure: isRate ? .score : .count)
        }
        for part in ["t6-residents-", "t7-residents-", "t8-residents-"] {
            indicators[part]?.wholeKey = "t1-residents-"
            indicators[part]?.breakdown = "Alter"
        }
        let house = try await House([town] + districts, Array(indicators.values))
        let report = try await house.run(file, mapping)
        #expect(!report.report.hasErrors)
        let found = report.findings.filter { $0.kind == .breakdown }.map { finding in
            "\(finding.period) \(districts.first { $0.id == finding.area }?.name ?? "") \(Numbers.difference(finding.difference ?? 0))"
        }
        #expect(
            Set(found) == [
                "2017 Mürwik −4", "2018 Altstadt −8", "2018 Friesischer Berg +7", "2018 Mürwik −6",
                "2018 Westliche Höhe +2", "2019 Altstadt −9", "2019 Friesischer Berg +8", "2019 Mürwik −5",
                "2019 Westliche Höhe +1", "2020 Altstadt −13", "2020 Friesischer Berg +13", "2020 Mürwik −5",
            ])
        #expect(found.count == 12)
        // 112 empty values: 94 of districts, 18 among the 190 rows without an area.
        let remainder = report.report.problems.filter { $0.hint.hasPrefix("Rest ohne Gebiet") }
        let empty = remainder.compactMap(\.row).count { table.rows[$0 - 1][8].isEmpty }
        #expect(report.missing == 94 && remainder.count == 190 && empty == 18)
        #expect(report.report.created == 2_465 - 190)
        #expect(report.report.problems.count == remainder.count + report.findings.count)
    }

    // MARK: Köln

    @Test("Köln: 29,135 values over three levels without one inconsistency in the hierarchy")
    func cologne() async throws {
        let file = "koeln/koeln_bevoelkerung_2005_2012.csv"
        let table = try CSVTable(try #require(ValueFile.bytes(file)))
        let city = try area("05315", .city, "Köln", in: nil)
        let names = Dictionary(table.rows.map { ($0[3], $0[4]) }, uniquingKeysWith: { $1 }).filter { $0.key != "000" }
        let boroughs = try names.filter { $0.key.hasPrefix("0") }.map {
            try area("05315/\($0.key)", .borough, $0.value, in: city)
        }
        let districts = try names.filter { !$0.key.hasPrefix("0") }.map { key, name in
            try area(
                "05315/\(key)", .district, name,
                in: boroughs.first { $0.key.localPart == "00\(key.prefix(1))" })
        }
        #expect(boroughs.count == 9 && districts.count == 86)
        var mapping = ValueMapping()
        mapping.area = "raum_id"
        mapping.areas = ["000": "05315"]
        mapping.within = "05315"
        mapping.period = "jahr"
        mapping.indicator = ["tab_id", "zei_id"]
        mapping.value = "zahl"
        var indicators: [String: Indicator] = [:]
        for row in table.rows {
            let key = "k\(row[1])-\(row[5])"
            mapping.indicators["\(row[1])/\(row[5])"] = key
            indicators[key] = Indicator(id: ID(), key: key, name: "\(row[2]): \(row[6])")
        }
        for (key, one) in indicators where ["k010", "k020"].contains(key.prefix(4)) {
            indicators[key] = one
            indicators[key]?.wholeKey = "k005-10"
            indicators[key]?.breakdown = String(key.prefix(4))
        }
        for origin in stride(from: 60, through: 120, by: 10) {
            indicators["k030-\(origin)"]?.wholeKey = "k030-50"
            indicators["k030-\(origin)"]?.breakdown = "Herkunft"
        }
        let house = try await House([city] + boroughs + districts, Array(indicators.values))
        let clock = ContinuousClock()
        var report = ValueImportReport()
        let time = try await clock.measure { report = try await house.run(file, mapping) }
        print("Köln: 29.135 Werte in \(time)")
        #expect(!report.report.hasErrors && report.report.created == 29_135)
        #expect(report.areas == [.city: 1, .borough: 9, .district: 86])
        #expect(report.findings.count { $0.kind == .hierarchy } == 0)
        #expect(report.findings.count { $0.kind == .breakdown } == 0)
        let last = try #require(Period("2012"))
        let total = try #require(indicators["k005-10"])
        let cells = try await house.store.rawCells([total.id], periods: [last])
        #expect(cells.first { $0.area == city.id }?.value.value == 1_044_555)
        #expect(cells.count == 96)
    }

    // MARK: Hamburg

    @Test("Hamburg: padded numbers, strokes and points, names on two levels, totals among the rows")
    func hamburg() async throws {
        let file = "hamburg/hamburg_stadtteilprofile_2014_roh.csv"
        let table = try CSVTable(try #require(ValueFile.bytes(file)))
        let names = table.rows.map { $0[0] }
        let land = try area("02", .city, "Hamburg", in: nil)
        let firsts = [
            "Hamburg-Altstadt", "Altona-Altstadt", "Eimsbüttel", "Hoheluft-Ost", "Eilbek", "Lohbrügge", "Harburg",
        ]
        let boroughs = try (0..<7).map { try area("02/b\($0 + 1)", .borough, names[99 + $0], in: land) }
        var (districts, borough): ([Area], Int) = ([], -1)
        for (index, name) in names.prefix(99).enumerated() {
            if firsts.contains(name) { borough += 1 }
            districts.append(try area("02/d\(index + 1)", .district, name, in: boroughs[borough]))
        }
        var mapping = ValueMapping()
        mapping.area = "Stadtgebiet"
        mapping.periodIs = "2013"
        let densities = [
            "ichte", "Personen je", "liches Einkommen", "Preise", "Fläche", "größe", "saldo", "Zuzüge", "Fortzüge",
        ]
        var indicators: [Indicator] = []
        for (position, heading) in table.header.enumerated().dropFirst() {
            let isPlain = densities.contains { heading.contains($0) } || heading.contains("fläche je")
            let isShare = heading.contains("%")
            indicators.append(
                Indicator(
                    id: ID(), key: "h\(position)", name: heading,
                    measure: isShare ? .share(per: 100) : isPlain ? .score : .count))
            mapping.columns[heading] = ValueMapping.Target(indicator: "h\(position)")
        }
        let house = try await House([land] + boroughs + districts, indicators)
        let report = try await house.run(file, mapping)
        #expect(!report.report.hasErrors)
        #expect(report.report.created == 107 * 68 && report.missing == 84)
        #expect(report.areas == [.city: 1, .borough: 7, .district: 99])
        let problems = report.report.problems.filter { !$0.found.contains("Summe der") }
        #expect(
            problems.filter { $0.found == "-" }.compactMap(\.row).map { names[$0 - 1] } == ["Curslack", "Tatenberg"])
        #expect(
            problems.filter { $0.found != "-" }.map(\.found) == [
                "Eimsbüttel", "Wandsbek", "Bergedorf", "Harburg", "Eimsbüttel", "Wandsbek", "Bergedorf", "Harburg",
            ])
        let id = { (position: Int) in indicators[position - 1].id }
        let found = report.findings.filter { $0.kind == .hierarchy }.map { finding in
            "\(indicators.firstIndex { $0.id == finding.indicator }.map { $0 + 1 } ?? 0) \(finding.area == land.id ? "Hamburg" : boroughs.first { $0.id == finding.area }?.name ?? "") \(Numbers.difference(finding.difference ?? 0))"
        }
        #expect(
            Set(found.filter { ["1", "2", "4", "6", "22", "31", "44", "67"].contains($0.split(separator: " ")[0]) })
                == [
                    "1 Hamburg-Mitte −6777", "2 Hamburg-Mitte −9", "4 Hamburg-Mitte −63", "6 Hamburg-Mitte −6716",
                    "31 Hamburg −470", "44 Hamburg-Mitte −7", "67 Hamburg −55", "67 Hamburg-Mitte −3",
                ])
        #expect(found.count == 22)
        let saldo = try await house.store.rawCells([id(28)])
        #expect(saldo.first { $0.area == districts[0].id }?.value.value == -23)
        let people = try await house.store.rawCells([id(1)])
        #expect(people.first { $0.area == districts[0].id }?.value.value == 1675)
    }

    // MARK: NRW

    @Test("NRW: the municipality without a row is found against the outlines")
    func northRhineWestphalia() async throws {
        let plan = { (path: String, options: AreaImportOptions, tree: AreaTree) throws -> [Area] in
            AreaImport(file: path, options: options)
                .plan(try #require(ValueFile.bytes(path)), tree: tree, shapes: [:]).areas
        }
        let above = try plan(
            "nrw/nrw_kreise_2021_vg5000.geojson", AreaImportOptions(key: "AGS", name: "GEN", kind: "BEZ"), AreaTree([]))
        let below = try plan(
            "nrw/nrw_gemeinden_2021_vg5000.geojson", AreaImportOptions(key: "AGS", name: "GEN", parent: "KRS"),
            AreaTree(above)
        ).filter { $0.level == .municipality }
        let total = Indicator(id: ID(), key: "einwohner", name: "Einwohner")
        let parts = ["maennlich", "weiblich"].map {
            Indicator(id: ID(), key: $0, name: $0, wholeKey: "einwohner", breakdown: "Geschlecht")
        }
        let house = try await House(above + below, [total] + parts)
        var mapping = ValueMapping()
        mapping.area = "AGS"
        mapping.period = "stand"
        mapping.columns = ["name": nil, "kreis": nil, "flaeche_km2": nil]
        let report = try await house.run("nrw/nrw_gemeinden_einwohner_2011-12-31.csv", mapping)
        #expect(!report.report.hasErrors && report.report.created == 395 * 3)
        #expect(report.areas == [.city: 22, .municipality: 373])
        let missed = report.findings.filter { $0.kind == .missingArea && $0.indicator == total.id }
        #expect(missed.map(\.area) == [ID(key: try #require(AreaKey("05370028")))])
        #expect(report.findings.count { $0.kind == .breakdown } == 0)
        #expect(report.report.problems.count == 3)
    }
}
