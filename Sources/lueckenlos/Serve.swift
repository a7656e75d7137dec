import ArgumentParser
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
        try await address.serve(database: try await house.database(), facts: facts)
    }
}

/// Where the house listens.
struct AddressOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Port.", valueName: "N")) var port = 8080
    @Option(help: ArgumentHelp("Adresse. / Address.", valueName: "H")) var host = "127.0.0.1"

    /// Serves until the process is told to stop; open requests are finished first.
    func serve(database: Database, facts: HouseFacts) async throws {
        let house = try await House(database: database, facts: facts, clock: .live)
        let application = Application(
            responder: house.responder, configuration: .init(address: .hostname(host, port: port)),
            logger: Logger(label: "lueckenlos"))
        try await application.runService()
    }
}
