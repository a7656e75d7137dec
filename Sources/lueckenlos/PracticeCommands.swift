import Areas
import ArgumentParser
import Foundation
import Practice
import Practices
import Prevention
import Storage

/// `lueckenlos import practices`: entries of the practice database as JSON.
struct ImportPractices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practices",
        abstract: "Gute Praxis aus einer JSON-Datei einlesen. / Import practices from JSON.",
        discussion: """
            Alle Einträge oder keiner. Neue Einträge beginnen als Entwurf; mit --published gelten sie als schon geprüft.
            Was hier im Haus bearbeitet wurde, wird nicht überschrieben.
            """)

    @OptionGroup var house: HouseOptions
    @OptionGroup var table: TableOptions
    @Option(help: "Herkunft, unter der die Einträge gelten. / Origin of the entries.") var origin = "json"
    @Flag(help: "Sofort für alle sichtbar. / Visible at once.") var published = false

    func run() async throws {
        let database = try await house.database()
        let work = PracticeImport(
            store: PracticeStore(database: database), tree: try await AreaStore(database: database).tree(),
            isPublished: published)
        try await table.report(noun: "Praxen") { file, bytes in
            try await work.run(
                file: file, bytes: bytes, origin: origin, by: .system("import"), at: Clock.live.now(),
                dryRun: table.dryRun)
        }
    }
}

/// `lueckenlos export practices`: the published entries as JSON.
struct ExportPractices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practices", abstract: "Veröffentlichte Praxis als JSON ausgeben. / Export practices as JSON.")

    @OptionGroup var house: HouseOptions
    @Argument(help: ArgumentHelp("Zieldatei (.json).", valueName: "FILE")) var file: String

    func run() async throws {
        let entries = try await PracticeStore(database: try await house.database()).entries()
        do {
            try PracticeJSON.encode(entries.map(\.practice)).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw CommandFailure("Die Datei \(file) lässt sich nicht schreiben. Bitte Ordner und Rechte prüfen.")
        }
        print("\(entries.count) Praxen geschrieben: \(file)")
    }
}
