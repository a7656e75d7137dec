import ArgumentParser
import Foundation
import HSDS
import Prevention
import Storage

/// `lueckenlos import hsds FILE-OR-DIR`
struct ImportHSDS: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hsds", abstract: "HSDS einlesen: JSON oder Tabellenpaket. / Import HSDS: JSON or tabular package."
    )

    @Argument(help: "Datei oder Ordner. / File or folder.") var source: String
    @OptionGroup var house: HouseOptions
    @Option(help: "Ausgabe: text oder json.") var format = ReportFormat.text
    @Flag(help: "Nur prüfen. / Only check.") var dryRun = false

    func run() async throws {
        let importer = HSDSImport(database: try await house.database())
        let report: ImportReport
        do {
            report = try await importer.run(
                URL(filePath: source), isDryRun: dryRun, by: .system("import"), at: Clock.live.now())
        } catch let failure as HSDSFailure { throw CommandFailure(failure.description) }
        print(try format.text(of: report, noun: "Angebote", isDryRun: dryRun))
        if report.hasErrors { throw ExitStatus.problems }
    }
}

/// `lueckenlos export hsds FILE-OR-DIR`
struct ExportHSDS: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hsds",
        abstract: "Öffentliche Angebote als HSDS-JSON ausgeben. / Export public offers as HSDS JSON.")

    @Argument(help: "Datei oder Ordner. / File or folder.") var target: String
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let now = Clock.live.now()
        let bytes = try await HSDSExport(database: try await house.database()).json(today: now.berlinDay)
        var url = URL(filePath: target)
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: target, isDirectory: &isFolder), isFolder.boolValue {
            url = url.appending(path: "hsds.json")
        }
        try ExportFile.write(bytes, to: url)
        print("\(url.path): \(bytes.count) Bytes")
    }
}

/// `lueckenlos export hsds-csv DIR`
struct ExportHSDSTables: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hsds-csv", abstract: "HSDS als Tabellenpaket ausgeben. / Export HSDS as tabular data package.")

    @Argument(help: "Ordner. / Folder.") var target: String
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let files = try await HSDSExport(database: try await house.database()).tables(today: Clock.live.now().berlinDay)
        let folder = URL(filePath: target)
        do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
            throw CommandFailure("Der Ordner \(target) lässt sich nicht anlegen. Bitte Pfad und Rechte prüfen.")
        }
        for (name, bytes) in files { try ExportFile.write(bytes, to: folder.appending(path: name)) }
        print("\(folder.path): \(files.count) Dateien")
    }
}

/// Writing an export without leaving half a file.
enum ExportFile {
    static func write(_ bytes: [UInt8], to url: URL) throws {
        do { try Data(bytes).write(to: url, options: .atomic) } catch {
            throw CommandFailure("\(url.path) lässt sich nicht schreiben. Bitte Pfad und Rechte prüfen.")
        }
    }
}
