import ArgumentParser
import House
import Hummingbird
import Logging
import Prevention
import Storage
import Web

/// Opens the house on a data folder and serves it.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Das Haus öffnen.")

    @Option(help: "Datenordner.") var data: String
    @Option(help: "Port.") var port = 8080
    @Option(help: "Adresse.") var host = "127.0.0.1"

    func run() async throws {
        let database = Database(engine: try SQLiteEngine(path: data + "/lueckenlos.sqlite"))
        let house = try await House(
            database: database, facts: HouseFacts(name: "Lückenlos", sender: ""), clock: .live)
        let application = Application(
            responder: house.responder, configuration: .init(address: .hostname(host, port: port)),
            logger: Logger(label: "lueckenlos"))
        try await application.runService()
    }
}
