import Areas
import ArgumentParser
import Foundation
import Offers
import Prevention
import Storage
import Tables

/// `lueckenlos import offers`: a table of offers as offices keep it.
struct ImportOffers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers",
        abstract: "Angebote aus einer Tabelle (CSV) einlesen. / Import offers from a CSV table.",
        discussion: """
            Überschriften werden erkannt; andere ordnet --mapping zu:
            {"origin": "meine-liste", "columns": {"title": "Name der Gruppe"}, "defaults": {"town": "Unna"},
             "values": {"fields": {"Babyzeug": "Gesundheit"}}}
            Erneutes Einlesen unter derselben Herkunft aktualisiert, statt zu verdoppeln.
            """)

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions
    @Option(help: ArgumentHelp("Zuordnung der Spalten als JSON-Datei.", valueName: "FILE.json")) var mapping: String?
    @Flag(help: "Nichts übernehmen, wenn eine Zeile Fehler hat. / All or nothing.") var strict = false

    func run() async throws {
        var wanted = OfferMapping()
        if let mapping {
            guard let json = JSONValue(json: try FileBytes.read(mapping)) else {
                throw CommandFailure(
                    "Die Zuordnung \(mapping) ist kein gültiges JSON. Bitte Klammern, Kommas und Anführungszeichen prüfen."
                )
            }
            do { wanted = try OfferMapping(json: json) } catch let problem as OfferMapping.Problem {
                throw CommandFailure(
                    "Die Zuordnung \(mapping): \"\(problem.found)\" ist nicht bekannt; erwartet: \(problem.expected).")
            }
        }
        let store = OfferStore(database: try await house.database())
        try await table.report(noun: "Angebote") { file, bytes in
            try await OfferImport(store: store, mapping: wanted, isStrict: strict).run(
                file: file, bytes: bytes, by: .system("import"), at: Clock.live.now(), dryRun: table.dryRun)
        }
    }
}

/// `lueckenlos import providers`.
struct ImportProviders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "providers",
        abstract: "Träger aus einer Tabelle (CSV) einlesen. / Import providers from a CSV table.")

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions
    @Option(help: "Herkunft, unter der die Schlüssel gelten. / Origin of the keys.") var origin = "csv"

    func run() async throws {
        let store = OfferStore(database: try await house.database())
        try await table.report(noun: "Träger") { file, bytes in
            try await ProviderImport(store: store, origin: origin).run(
                file: file, bytes: bytes, by: .system("import"), at: Clock.live.now(), dryRun: table.dryRun)
        }
    }
}

/// What every import of a table asks for.
struct TableOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Tabelle: ; , oder Tabulator; UTF-8, UTF-16 oder Windows.", valueName: "FILE"))
    var file: String
    @Flag(help: "Nur prüfen, nichts schreiben. / Check only.") var dryRun = false
    @Option(help: "Ausgabe: text oder json.") var format = ReportFormat.text

    /// Reads the file, runs the import and prints what it did; problems end with status 3.
    func report(noun: String, _ work: (String, [UInt8]) async throws -> ImportReport) async throws {
        let bytes = try FileBytes.read(file)
        let report = try await work(URL(filePath: file).lastPathComponent, bytes)
        switch format {
        case .json: print(try format.text(of: report, noun: noun, isDryRun: dryRun))
        case .text: print(text(report, noun))
        }
        if report.hasErrors { throw ExitStatus.problems }
    }

    private func text(_ report: ImportReport, _ noun: String) -> String {
        let lines = report.problems.map { problem in
            let place = [problem.row.map { "Zeile \($0)" }, problem.column.isEmpty ? nil : "Spalte \(problem.column)"]
                .compactMap { $0 }.joined(separator: ", ")
            let found = problem.found.isEmpty ? "leer" : "\"\(problem.found)\""
            let kind = problem.severity == .error ? "Fehler" : "Hinweis"
            return "\(kind) \(problem.file) \(place): \(found); erwartet: \(problem.expected). \(problem.hint)"
        }
        let sum =
            "\(report.read) \(noun) gelesen: \(report.created) neu, \(report.updated) geändert, \(report.unchanged) unverändert, "
            + "\(report.refused) abgelehnt.\(dryRun ? " Probelauf: nichts wurde geschrieben." : "")"
        return (lines + [sum]).joined(separator: "\n")
    }
}

/// Files named on the command line.
enum FileBytes {
    static func read(_ path: String) throws -> [UInt8] {
        let url = URL(filePath: path)
        guard let facts = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey]),
            facts.isRegularFile == true
        else {
            throw CommandFailure("Die Datei \(path) gibt es nicht oder sie ist keine gewöhnliche Datei.")
        }
        guard (facts.fileSize ?? 0) <= CSVTable.maximumBytes else {
            throw CommandFailure(
                "Die Datei \(path) ist größer als \(CSVTable.maximumBytes / 1_000_000) MB. Bitte teilen.")
        }
        guard let data = try? Data(contentsOf: url) else {
            throw CommandFailure("Die Datei \(path) lässt sich nicht lesen. Bitte die Rechte prüfen.")
        }
        return Array(data)
    }
}

/// `lueckenlos export …`: files for others.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Dateien ausgeben. / Export files.",
        subcommands: [
            ExportOffers.self, ExportHSDS.self, ExportHSDSTables.self, ExportValues.self, ExportPractices.self,
        ])
}

/// `lueckenlos export offers`: the public offers as a table or as JSON, by the name of the file.
struct ExportOffers: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offers", abstract: "Angebote als CSV oder JSON ausgeben. / Export offers as CSV or JSON.",
        discussion:
            "Endet der Name auf .json, wird JSON geschrieben, sonst CSV. Schutzadressen stehen in keiner der Dateien.")

    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("Zieldatei (.csv oder .json).", valueName: "FILE")) var file: String
    @Flag(help: "Mit Entwürfen, beendeten und internen Angaben. / With internal fields.") var `internal` = false
    @Flag(help: "Ohne Kennzeichen für Excel am Anfang. / No byte order mark.") var noMark = false

    func run() async throws {
        let database = try await house.database()
        let today = Clock.live.now().berlinDay
        let details = try await OfferStore(database: database).details(ids: nil)
            .filter { `internal` || $0.offer.isPublic(on: today) }
        let areas = try await AreaStore(database: database).tree().areas
        let names = Dictionary(areas.map { ($0.id, $0.key.text) }, uniquingKeysWith: { first, _ in first })
        let export = OfferExport(details, areaNames: names, isInternal: `internal`)
        let bytes = file.lowercased().hasSuffix(".json") ? export.json() : export.csv(mark: !noMark)
        do { try Data(bytes).write(to: URL(filePath: file), options: .atomic) } catch {
            throw CommandFailure("Die Datei \(file) lässt sich nicht schreiben. Bitte Ordner und Rechte prüfen.")
        }
        print("\(details.count) Angebote geschrieben: \(file)")
    }
}
