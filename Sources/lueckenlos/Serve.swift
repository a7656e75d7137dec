import ArgumentParser
import Foundation
import House
import Hummingbird
import Logging
import Prevention
import Storage
import Web

/// Opens the house on a data folder and serves it.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Das Haus öffnen. / Serve the house.")

    @OptionGroup var house: HouseOptions
    @OptionGroup var address: AddressOptions

    func run() async throws {
        let facts = HouseFacts(name: "Familien und Prävention", sender: "Ein Dienst Ihrer Kommune")
        let mail = try HouseMail(
            dataFolder: try house.folder(), environment: ProcessInfo.processInfo.environment)
        try await address.serve(database: try await house.database(), facts: facts, mail: mail)
    }
}

/// Where the house listens.
struct AddressOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Port.", valueName: "N")) var port = 8080
    @Option(help: ArgumentHelp("Adresse. / Address.", valueName: "H")) var host = "127.0.0.1"

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port \(port): erwartet wird eine Zahl von 1 bis 65535.")
        }
    }

    /// Serves until the process is told to stop; open requests and the mail in hand are finished first.
    ///
    /// - Parameters:
    ///   - isDemo: a demonstration on this machine also shows its outbox and demands no second factor.
    ///   - afterOpening: runs once the house answers; what it returns is told after the address.
    func serve(
        database: Database, facts: HouseFacts, mail: HouseMail, isDemo: Bool = false,
        afterOpening: @escaping @Sendable (House) async throws -> String = { _ in "" }
    ) async throws {
        var settings = try WebSettings(environment: ProcessInfo.processInfo.environment)
        if isDemo, ["127.0.0.1", "::1", "localhost"].contains(host) { settings.isDevelopment = true }
        settings.publicURL = settings.publicURL ?? "http://\(host):\(port)"
        let address = "http://\(host):\(port)"
        let logger = try LogSetting.logger()
        let house = try await House(
            database: database, facts: facts, clock: .live, settings: settings, mail: mail, logger: logger)
        let application = HouseServer.application(
            house.responder, host: host, port: port,
            services: [MailService(delivery: house.delivery), TidyService(house: house, logger: logger)], logger: logger
        ) {
            tell("Das Haus ist offen: \(address)  (beenden: Strg+C)")
            do {
                tell(try await afterOpening(house))
            } catch {
                logger.error("\(error)")
            }
        }
        do {
            try await application.runService()
        } catch {
            guard let problem = HouseServer.openingProblem(error, host: host, port: port) else { throw error }
            throw CommandFailure(problem)
        }
    }
}
