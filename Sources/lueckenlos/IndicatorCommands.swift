import Areas
import ArgumentParser
import Foundation
import Indicators
import Offers
import Prevention
import Storage
import Tables

/// `lueckenlos import indicators`: definitions as JSON or as a table.
struct ImportIndicators: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Kenngrößen aus JSON oder CSV einlesen. / Import indicators from JSON or CSV.",
        discussion: """
            JSON: [{"key": "kinder-sgb2", "name": "Kinder unter 15 in SGB II", "measure": "share", "per": 100,
                    "direction": "lower", "unit": "%", "source": "BA", "threshold": 3}]
            CSV: eine Zeile je Kenngröße mit denselben Namen oder den deutschen als Überschriften.
            """)

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions

    func run() async throws {
        let store = IndicatorStore(database: try await house.database())
        try await table.report(noun: "Kenngrößen") { file, bytes in
            try await IndicatorImport(store: store).run(
                file: file, bytes: bytes, by: .system("import"), at: Clock.live.now(), dryRun: table.dryRun)
        }
    }
}

/// `lueckenlos import values`: measured values, all or nothing.
struct ImportValues: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "values",
        abstract: "Werte von Kenngrößen aus einer Tabelle (CSV) einlesen. / Import values from a CSV table.",
        discussion: """
            Ist eine einzige Zelle falsch, wird nichts übernommen und alles aufgezählt. Gezeigt werden Werte erst, wenn sie
            freigegeben sind. Überschriften werden erkannt; andere ordnet --mapping zu:
            lang:  {"origin": "statistik", "area": "raum_id", "within": "05315", "period": "jahr",
                    "indicator": ["tab_id", "zei_id"], "indicators": {"020/10": "unter-3"}, "value": "zahl"}
            breit: {"area": "Stadtteil", "periodIs": "2022", "columns": {"Bevölkerung": "einwohner",
                    "Fälle": {"indicator": "quote", "part": "events"}, "PKW": null}}
            Die Zuordnung wird unter ihrer Herkunft (origin) gemerkt; --origin nimmt sie wieder.
            """)

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions
    @Option(help: ArgumentHelp("Zuordnung der Spalten als JSON-Datei.", valueName: "FILE.json")) var mapping: String?
    @Option(help: "Gemerkte Zuordnung dieser Herkunft. / Saved mapping of this origin.") var origin: String?

    func run() async throws {
        let database = try await house.database()
        let store = IndicatorStore(database: database)
        let wanted = try await chosenMapping(store)
        let open = try await OfferStore(database: database).facilities().filter { !$0.isAddressConfidential }
        let places = open.map { MeasuredFacility(Reference(.facility, $0.id), name: $0.name, areaID: $0.areaID) }
        try await table.report(noun: "Werte") { file, bytes in
            try await ValueImport(store: store, mapping: wanted, facilities: places).run(
                file: file, bytes: bytes, by: .system("import"), at: Clock.live.now(), dryRun: table.dryRun
            ).report
        }
    }

    private func chosenMapping(_ store: IndicatorStore) async throws -> ValueMapping {
        if let mapping {
            guard let json = JSONValue(json: try FileBytes.read(mapping)) else {
                throw CommandFailure(
                    "Die Zuordnung \(mapping) ist kein gültiges JSON. Bitte Klammern, Kommas und Anführungszeichen prüfen."
                )
            }
            do { return try ValueMapping(json: json) } catch let problem as ValueMapping.Problem {
                throw CommandFailure(
                    "Die Zuordnung \(mapping): \"\(problem.found)\" ist nicht bekannt; erwartet: \(problem.expected).")
            }
        }
        guard let origin else { return ValueMapping() }
        guard let kept = try await store.mapping(named: origin) else {
            throw CommandFailure("Für die Herkunft \(origin) ist keine Zuordnung gemerkt. Bitte mit --mapping angeben.")
        }
        return kept
    }
}

/// `lueckenlos import crosswalk`: which part of each old area went into which new one.
struct ImportCrosswalk: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "crosswalk",
        abstract: "Umsteigeschlüssel zwischen Gebietsständen einlesen. / Import a crosswalk between boundaries.",
        discussion: "Spalten: jahr, kreis_alt, kreis_neu (oder kreis_2020), anteil_bevoelkerung, anteil_flaeche.")

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions
    @Option(help: "Name des Schlüssels. / Name.") var name = "Umsteigeschlüssel"
    @Option(help: ArgumentHelp("Tag des neuen Gebietsstandes. / Day of the new boundaries.", valueName: "JJJJ-MM-TT"))
    var to: String
    @Option(help: "Quellenangabe. / Attribution.") var source = ""

    func run() async throws {
        guard let day = Day(to) else { throw ValidationError("--to: bitte einen Tag wie 2020-12-31 angeben.") }
        let store = IndicatorStore(database: try await house.database())
        try await table.report(noun: "Zeilen") { file, bytes in
            let plan = CrosswalkImport(file: file, name: name, to: day, source: source).plan(bytes)
            var report = ImportReport()
            report.read = plan.read
            report.problems = plan.problems
            if report.hasErrors { report.refused = plan.read } else { report.created = plan.read }
            if !table.dryRun, !report.hasErrors {
                try await store.save(plan.crosswalks, by: .system("import"), at: Clock.live.now())
            }
            return report
        }
    }
}

/// `lueckenlos convert`: values of old boundaries to new ones.
struct ConvertValues: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Werte alter Gebietsstände umrechnen. / Convert values to newer boundaries.",
        discussion: """
            Nimmt einen eingelesenen Umsteigeschlüssel. Anzahlen gehen nach Anteil über, Quoten über Zähler und Nenner.
            Umgerechnete Werte sind als solche gekennzeichnet; gemessene werden nie ersetzt.
            """)

    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("Schlüssel der Kenngrößen. / Indicators' keys.", valueName: "KEY"))
    var keys: [String]
    @Option(help: ArgumentHelp("Zeitraum, mehrfach möglich. / Period.", valueName: "2008")) var period: [String]
    @Option(help: "Name des Umsteigeschlüssels. / Name of the crosswalk.") var crosswalk = "Umsteigeschlüssel"
    @Option(help: ArgumentHelp("Jahr des alten Gebietsstandes. / Year of the old boundaries.", valueName: "2008"))
    var from: Int
    @Option(help: "Gewichtung: Bevölkerung oder Fläche. / Weighting.") var weighting = "Bevölkerung"

    func run() async throws {
        let store = IndicatorStore(database: try await house.database())
        let periods = try period.map { text in
            guard let period = Period(text) else { throw ValidationError("--period: \(text) ist kein Zeitraum.") }
            return period
        }
        guard
            let found = try await store.crosswalks().first(where: {
                $0.name == crosswalk && $0.weighting == weighting && $0.from.year == from
            })
        else {
            throw CommandFailure(
                "Diesen Umsteigeschlüssel gibt es nicht. Bitte zuerst: lueckenlos import crosswalk FILE.")
        }
        var indicators: [Indicator] = []
        for key in keys {
            guard let indicator = try await store.indicator(key: key) else {
                throw CommandFailure("Die Kenngröße \(key) gibt es nicht.")
            }
            indicators.append(indicator)
        }
        let report = try await store.convert(
            indicators, periods: periods, by: found, actor: .system("convert"), at: Clock.live.now())
        print(
            "\(report.exact) Werte genau, \(report.estimated) geschätzt, \(report.unavailable) nicht möglich; "
                + "\(report.count.created) neu, \(report.count.corrected) geändert.")
        for key in report.unknownAreas { print("Das Gebiet \(key) ist nicht angelegt.") }
    }
}

/// `lueckenlos export values`: published values as a table.
struct ExportValues: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "values", abstract: "Veröffentlichte Werte als CSV ausgeben. / Export published values as CSV.",
        discussion: "Nur was die Freigabe geprüft hat und was niemandem mehr gesperrt ist.")

    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("Zieldatei (.csv).", valueName: "FILE")) var file: String
    @Flag(help: "Ohne Kennzeichen für Excel am Anfang. / No byte order mark.") var noMark = false

    func run() async throws {
        let database = try await house.database()
        let shelf = IndicatorShelf(IndicatorStore(database: database))
        let series = try await shelf.series(for: .everyone, on: Clock.live.now().berlinDay)
        let bytes = ValueExport(series, areas: try await AreaStore(database: database).tree()).csv(mark: !noMark)
        do { try Data(bytes).write(to: URL(filePath: file), options: .atomic) } catch {
            throw CommandFailure("Die Datei \(file) lässt sich nicht schreiben. Bitte Ordner und Rechte prüfen.")
        }
        print("\(series.count) Kenngrößen geschrieben: \(file)")
    }
}
