import ArgumentParser
import DemoData
import Foundation
import House
import Musterkreis
import Prevention
import Web

/// `lueckenlos demo`: a house with the model project's facts and the Musterkreis, ready to look at.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Vorführhaus mit den Daten des Modellprojekts öffnen. / Serve a house with the model project's data.")

    @Option(help: ArgumentHelp("Datenordner, sonst ein neuer. / Data folder, else a new one.", valueName: "DIR"))
    var data: String?
    @Option(help: ArgumentHelp("Ordner Examples/model-project.", valueName: "DIR")) var examples: String?
    @Flag(help: "Nur laden, nicht öffnen. / Load only.") var loadOnly = false
    @OptionGroup var address: AddressOptions

    func run() async throws {
        let folder =
            data ?? FileManager.default.temporaryDirectory.appending(path: "lueckenlos-demo-\(UUID().uuidString)").path
        var options = HouseOptions()
        options.data = folder
        let database = try await options.database()
        let house = DemoHouse(database: database)
        let now = Clock.live.now()
        let project = try await house.loadModelProject(from: try Self.examples(examples), at: now)
        let kreis = try await house.loadMusterkreis(try MusterkreisPlan(practices: 14, plantsGaps: true), at: now)
        try await house.loadContext(from: try Self.examples(examples), at: now)
        try await house.openReviews(at: now)
        tell("Datenordner: \(folder)")
        let (areas, offers) = (project.areas + kreis.areas, project.offers + kreis.offers)
        let (practices, values) = (project.practices + kreis.practices, project.values + kreis.values)
        tell(
            areas + offers + project.records + practices + values == 0
                ? "Die Beispieldaten sind schon geladen."
                : "Neu geladen: \(areas) Gebiete, \(offers) Angebote, \(practices) Praxen, \(project.records) Einträge, \(values) Messwerte."
        )
        let published = try await house.publishFigures(at: now) { number, count in
            tell("Freigabe prüft Kennzahlen, Schritt \(number) von \(count) …")
        }
        if published > 0 { tell("Freigegeben: \(published) Werte; kleine Zahlen sind geheim gehalten.") }
        if let index = try await house.publishIndex(at: now) {
            tell("Der Index der Chancen von Kindern ist als Kenngröße „\(index)“ veröffentlicht.")
        }
        let source = try Self.examples(examples)
        let rounds = try await house.loadExchange(
            exchange: source.deletingLastPathComponent().appending(path: "exchange"), project: source, at: now)
        if rounds > 0 { tell("Transferbörse: \(rounds) Runden, davon zwei Planspiele mit Praxen des Modellprojekts.") }
        if loadOnly { return }
        // A demonstration sends nothing: its mails lie in the outbox.
        let mail = try HouseMail(dataFolder: URL(filePath: folder), environment: [:])
        try await address.serve(database: database, facts: Self.facts, mail: mail, isDemo: true) { house in
            let accounts = DemoAccounts(desk: house.desk, folder: URL(filePath: folder))
            let (emails, password) = try await accounts.prepare(provider: kreis.busiestProvider)
            return "Zum Anmelden: \(emails.joined(separator: ", ")) – Passwort: \(password)"
        }
    }

    static let facts = HouseFacts(
        name: "Familien im Kreis Unna", sender: "Vorführung mit Daten des Modellprojekts",
        notice:
            "Vorführung: Angebote des Modellprojekts 2011 bis 2016 und ein erfundener Musterkreis. Bitte nicht als Auskunft nutzen."
    )

    /// The given folder, else `Examples/model-project` here or beside the program.
    static func examples(_ given: String?) throws -> URL {
        let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        let places =
            given.map { [URL(filePath: $0)] } ?? [
                URL(filePath: FileManager.default.currentDirectoryPath).appending(path: "Examples/model-project"),
                program.appending(path: "Examples/model-project"),
                program.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                    .appending(path: "Examples/model-project"),
                URL(filePath: "/usr/share/lueckenlos/Examples/model-project"),
            ]
        for place in places
        where FileManager.default.fileExists(atPath: place.appending(path: "municipalities.json").path) {
            return place
        }
        throw CommandFailure(
            "Der Ordner Examples/model-project wurde nicht gefunden. Bitte mit --examples ORDNER angeben.")
    }
}

/// `lueckenlos synth`: adds an invented Musterkreis of any size, the same for the same seed.
struct Synth: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Erfundenen Musterkreis erzeugen. / Generate an invented Kreis.")

    @Option(help: ArgumentHelp("Städte. / Towns.", valueName: "N")) var towns = 6
    @Option(help: ArgumentHelp("Stadtteile je Stadt. / Districts per town.", valueName: "N")) var districts = 5
    @Option(help: ArgumentHelp("Angebote. / Offers.", valueName: "N")) var offers = 240
    @Option(help: ArgumentHelp("Praxisbeispiele. / Practices.", valueName: "N")) var practices = 0
    @Option(help: ArgumentHelp("Jahre, in denen Angebote begonnen haben. / Years of beginnings.", valueName: "N"))
    var offerYears = 1
    @Option(help: ArgumentHelp("Jahre mit Kennzahlen. / Years with numbers.", valueName: "N")) var years = 6
    @Flag(help: "Angebote ergänzen, bis nur geplante Lücken bleiben. / Add offers until only planted gaps are left.")
    var gaps = false
    @Option(help: ArgumentHelp("Startwert. / Seed.", valueName: "S")) var seed: UInt64 = 2026
    @OptionGroup var house: HouseOptions

    func validate() throws {
        do { _ = try plan() } catch let error as MusterkreisError { throw ValidationError(error.description) }
    }

    private func plan() throws -> MusterkreisPlan {
        try MusterkreisPlan(
            towns: towns, districts: districts, offers: offers, practices: practices, offerYears: offerYears,
            years: years, seed: seed, plantsGaps: gaps)
    }

    func run() async throws {
        let report = try await DemoHouse(database: try await house.database()).loadMusterkreis(
            try plan(), at: Clock.live.now())
        let practices = report.practices > 0 ? ", \(report.practices) Praxen" : ""
        print("Neu: \(report.areas) Gebiete, \(report.offers) Angebote\(practices).")
    }
}
