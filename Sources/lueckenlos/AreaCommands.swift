import Areas
import ArgumentParser
import Foundation
import Prevention
import Storage

/// `lueckenlos import areas`: outlines and areas from a GeoJSON file, all or nothing.
struct ImportAreas: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "areas",
        abstract: "Gebiete und Umrisse aus einer GeoJSON-Datei einlesen. / Import areas from GeoJSON.",
        discussion: """
            Beispiel: lueckenlos import areas gemeinden.geojson --key AGS --name GEN --parent KRS --data DIR
            Stadtteile: lueckenlos import areas stadtteile.geojson --key NR --name NAME --within 05315000 --data DIR
            """)

    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("GeoJSON-Datei in WGS 84.", valueName: "FILE")) var file: String
    @Option(help: ArgumentHelp("Eigenschaft mit dem Schlüssel (AGS, ARS oder eigener).", valueName: "P")) var key:
        String
    @Option(help: ArgumentHelp("Eigenschaft mit dem Namen.", valueName: "P")) var name: String
    @Option(help: ArgumentHelp("Eigenschaft mit dem Schlüssel des Gebiets darüber.", valueName: "P")) var parent:
        String?
    @Option(help: ArgumentHelp("Eigenschaft mit der Art („Kreisfreie Stadt“).", valueName: "P")) var kind: String?
    @Option(help: "Ebene aller Gebiete: land, kreis, city, municipality, borough, district.") var level: AreaLevel?
    @Option(help: ArgumentHelp("Schlüssel der Gemeinde, in der eigene Schlüssel gelten.", valueName: "AGS"))
    var within: String?
    @Option(help: ArgumentHelp("Quelle der Umrisse, steht unter jeder Karte.", valueName: "TEXT")) var source = ""
    @Flag(help: "Nur prüfen, nichts schreiben. / Check only.") var dryRun = false
    @Option(help: "Ausgabe: text oder json.") var format = ReportFormat.text

    func run() async throws {
        var scope: AreaKey?
        if let within {
            guard let key = AreaKey(within) else {
                throw ValidationError(
                    "--within: „\(within)“ ist kein Gebietsschlüssel. Erwartet werden 2, 5 oder 8 Ziffern.")
            }
            scope = key
        }
        let url = URL(filePath: file)
        let bytes = try Self.bytes(of: url)
        let store = AreaStore(database: try await house.database())
        let options = AreaImportOptions(
            key: key, name: name, parent: parent, kind: kind, level: level, scope: scope,
            source: source.isEmpty ? url.lastPathComponent : source)
        let plan = AreaImport(file: url.lastPathComponent, options: options).plan(
            bytes, tree: try await store.tree(), shapes: try await store.shapes().mapValues(\.bounds))
        let report = try await store.apply(plan, by: .system("import"), at: Clock.live.now(), isDryRun: dryRun)
        print(try format.text(of: report, noun: "Gebiete", isDryRun: dryRun))
        if report.hasErrors { throw ExitStatus.problems }
    }

    /// The file's bytes; files over the limit are not read at all.
    private static func bytes(of url: URL) throws -> [UInt8] {
        guard let values = try? url.resourceValues(forKeys: [.fileSizeKey, .isRegularFileKey]),
            values.isRegularFile == true
        else {
            throw CommandFailure("Die Datei \(url.path) gibt es nicht oder sie ist keine gewöhnliche Datei.")
        }
        guard (values.fileSize ?? 0) <= AreaImport.sizeLimit else {
            throw CommandFailure(
                "Die Datei \(url.path) ist größer als \(AreaImport.sizeLimit / 1_000_000) MB. Bitte die Umrisse vereinfachen oder die Datei teilen."
            )
        }
        guard let data = try? Data(contentsOf: url) else {
            throw CommandFailure("Die Datei \(url.path) lässt sich nicht lesen. Bitte die Rechte prüfen.")
        }
        return Array(data)
    }
}

extension AreaLevel: ExpressibleByArgument {}

/// How a report is printed.
enum ReportFormat: String, ExpressibleByArgument {
    case text, json

    /// The report of an import; in text with one line for each problem.
    func text(of report: ImportReport, noun: String, isDryRun: Bool) throws -> String {
        switch self {
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return String(decoding: try encoder.encode(report), as: UTF8.self)
        case .text:
            var lines = report.problems.map { problem in
                let place = [problem.row.map { "Zeile \($0)" }, problem.column.isEmpty ? nil : problem.column]
                    .compactMap { $0 }
                let kind = problem.severity == .error ? "Fehler" : "Hinweis"
                return
                    "\(kind) \(problem.file) \(place.joined(separator: ", ")): \(problem.found.isEmpty ? "leer" : problem.found); "
                    + "erwartet: \(problem.expected). \(problem.hint)"
            }
            if report.hasErrors, report.created + report.updated + report.unchanged == 0 {
                lines.append("Nichts wurde übernommen: \(report.read) \(noun) gelesen, die Datei hat Fehler.")
            } else {
                lines.append(
                    "\(report.read) \(noun) gelesen: \(report.created) neu, \(report.updated) geändert, "
                        + "\(report.unchanged) unverändert, \(report.refused) abgelehnt.\(isDryRun ? " Probelauf: nichts wurde geschrieben." : "")"
                )
            }
            return lines.joined(separator: "\n")
        }
    }
}
