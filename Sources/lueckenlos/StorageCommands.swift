import ArgumentParser
import House
import Offers
import Prevention
import Storage

/// `lueckenlos migrate`: brings the database to this program's form.
struct Migrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Datenbank auf den Stand dieser Fassung bringen. / Migrate the database.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try house.openWithoutMigrating()
        let ran = try await database.migrate(House.migrations)
        for name in ran { print(name) }
        print(ran.isEmpty ? "Die Datenbank ist auf dem neuesten Stand." : "\(ran.count) Schritte ausgeführt.")
        try await database.close()
    }
}

/// `lueckenlos check`: looks at the whole database and lists what is wrong.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Datenbank vollständig prüfen. / Check the database.",
        discussion:
            "Aufbau, Verweise, Datei, Protokoll und Suchverzeichnis. Ende mit Status 1, wenn etwas nicht stimmt.")

    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try house.openWithoutMigrating()
        var findings = try await database.integrity(migrations: House.migrations).map(\.text)
        // Only a database in order has a register that can be searched.
        if findings.isEmpty { findings += try await Self.searchFindings(database) }
        try await database.close()
        for finding in findings { print(finding) }
        guard findings.isEmpty else { throw ExitStatus.failed }
        print("In Ordnung: Aufbau, Verweise, Datei, Protokoll und Suchverzeichnis.")
    }

    private static func searchFindings(_ database: Database) async throws -> [String] {
        do {
            let missing = try await OfferSearch(database: database, clock: .live).missing()
            guard !missing.isEmpty else { return [] }
            let shown = missing.prefix(20).map(\.text).joined(separator: ", ")
            return ["Suchverzeichnis: \(missing.count) Angebote fehlen, ihr Eintrag ist unvollständig: \(shown)"]
        } catch let error as StorageError {
            return ["Suchverzeichnis: Ein Angebot lässt sich nicht lesen. \(error)"]
        }
    }
}

/// `lueckenlos backup FILE`: writes a complete copy while the house goes on working.
struct BackUp: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Sichern, auch im laufenden Betrieb. / Back up, also while serving.")

    @Argument(help: ArgumentHelp("Neue Datei. / New file.", valueName: "FILE"))
    var file: String
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try house.openWithoutMigrating()
        let report = try await database.backup(to: file)
        try await database.close()
        print("\(file): \(report.bytes) Bytes, geprüft. Prüfwert des Protokolls, bitte anderswo notieren:")
        print("\(report.head)")
    }
}

/// `lueckenlos restore FILE`: puts a backup in the place of the house's database.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sicherung zurückspielen. / Restore a backup.",
        discussion: "Das Haus muss angehalten sein. Die Sicherung wird vorher vollständig geprüft; ganz oder gar nicht."
    )

    @Argument(help: ArgumentHelp("Datei der Sicherung. / Backup file.", valueName: "FILE"))
    var file: String
    @Flag(help: "Vorhandene Daten ersetzen. / Replace existing data.")
    var replace = false
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let report = try await Backup.restore(file, to: try house.settings(), replacing: replace)
        print(
            "Zurückgespielt: \(report.migrations.count) Schritte des Aufbaus, \(report.head.n) Einträge im Protokoll.")
    }
}

/// `lueckenlos audit …`: the log of who did what.
struct Audit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Protokoll der Änderungen. / Log of changes.", subcommands: [Verify.self])

    /// `lueckenlos audit verify`: checks that no entry was changed, removed or put in.
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Protokoll prüfen. / Verify the log.",
            discussion:
                "Ein abgeschnittenes Ende zeigt nur der Vergleich mit einem früher notierten Prüfwert (--expect).")

        @Option(
            help: ArgumentHelp(
                "Früher notierter Prüfwert, „Nummer:64 Zeichen“. / Head noted earlier.", valueName: "HEAD"))
        var expect: String?
        @OptionGroup var house: HouseOptions

        func run() async throws {
            let head = try expect.map { text in
                guard let head = AuditHead(text) else {
                    throw ValidationError(
                        "„\(text)“ ist kein Prüfwert; erwartet werden eine Nummer, ein Doppelpunkt und 64 Zeichen.")
                }
                return head
            }
            let database = try house.openWithoutMigrating()
            let verdict = try await AuditLog.verify(database, expecting: head)
            try await database.close()
            switch verdict {
            case .ok(let head): print("In Ordnung: \(head.n) Einträge. Prüfwert, bitte anderswo notieren:\n\(head)")
            case .broken(let n, let why):
                print("Eintrag \(n): \(why)")
                throw ExitStatus.failed
            }
        }
    }
}
