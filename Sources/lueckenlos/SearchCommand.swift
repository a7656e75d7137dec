import Areas
import ArgumentParser
import Foundation
import Offers
import Prevention

/// `lueckenlos search`: the families' search on the command line, same function, same order.
struct SearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Angebote suchen. / Search offers.",
        discussion: """
            Beispiel: lueckenlos search "Hebamme" --age 7 --place Unna --data ORDNER
            Ort und Alter dürfen auch im Text stehen: lueckenlos search "Hebamme 59423, 7 Monate" --data ORDNER
            """)

    @Argument(help: ArgumentHelp("Suchwörter; leer für alle Angebote. / Words.", valueName: "TEXT")) var text = ""
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Alter in Monaten, vor der Geburt negativ (-9 bis 324).", valueName: "MONTHS"))
    var age: String?
    @Option(help: ArgumentHelp("Ort oder Postleitzahl. / Place or postcode.", valueName: "PLACE")) var place: String?
    @Option(parsing: .unconditional, help: ArgumentHelp("Umkreis um den Ort in km.", valueName: "KM"))
    var within: String?
    @Option(help: ArgumentHelp("Sprache, in der man Sie versteht (ISO 639).", valueName: "xx")) var language: String?
    @Flag(help: "Nur kostenlose Angebote. / Free of charge only.") var free = false
    @Option(parsing: .unconditional, help: ArgumentHelp("Höchstens so viele Treffer (1 bis 100).", valueName: "N"))
    var limit = "20"
    @Option(help: "Ausgabe: text oder json.") var format = ReportFormat.text
    @OptionGroup var house: HouseOptions

    func run() async throws {
        var query = try question()
        let database = try await house.database()
        let areas = AreaDirectory(AreaStore(database: database))
        if let place { query.narrow(to: try await find(place, in: areas), within: query.withinKilometres) }
        let search = OfferSearch(database: database, areas: areas, clock: .live)
        let results = try await search.search(query)
        switch format {
        case .json: print(try SearchReport(results).json())
        case .text: print(SearchReport.text(results))
        }
    }

    /// The question without its place.
    private func question() throws -> OfferQuery {
        var query = OfferQuery()
        query.text = text
        query.isFree = free
        if let age {
            guard let months = Int(age), let known = AgeInMonths(months) else {
                throw WrongUse(
                    "--age \(age): Bitte das Alter in vollen Monaten angeben, von -9 (Beginn der "
                        + "Schwangerschaft) bis 324 (27 Jahre). Ein Kind von anderthalb Jahren ist 18 Monate alt."
                ).exit()
            }
            query.age = known
        }
        if let within {
            guard let kilometres = Double(within.replacing(",", with: ".")), kilometres > 0, kilometres <= 500 else {
                throw WrongUse("--within \(within): Bitte eine Zahl von Kilometern über 0 bis 500 angeben.").exit()
            }
            guard place != nil else {
                throw WrongUse("--within braucht einen Ort: --place NAME-ODER-POSTLEITZAHL.").exit()
            }
            query.withinKilometres = kilometres
        }
        if let language {
            let code = language.lowercased()
            guard (2...3).contains(code.utf8.count), code.utf8.allSatisfy({ (97...122).contains($0) }) else {
                throw WrongUse("--language \(language): Bitte ein Kürzel nach ISO 639 angeben, etwa tr oder ar.").exit()
            }
            query.languages = [code]
        }
        guard let count = Int(limit), (1...100).contains(count) else {
            throw WrongUse("--limit \(limit): Bitte eine Zahl von 1 bis 100 angeben.").exit()
        }
        query.perPage = count
        return query
    }

    /// The area meant; of several the likeliest, with a hint at the others.
    private func find(_ place: String, in areas: AreaDirectory) async throws -> Place {
        switch try await areas.current().gazetteer.find(place) {
        case .found(let found): return found
        case .ambiguous(let places):
            let others = places.dropFirst().prefix(4).map(\.label).joined(separator: ", ")
            guard let first = places.first else { break }
            Console.warn(
                "„\(place)“ heißen mehrere Orte. Gesucht wird in \(first.label); gemeint sein könnte auch: \(others).")
            return first
        case .unknown(let suggestions):
            let hint =
                suggestions.isEmpty
                ? "Bitte eine Stadt, einen Stadtteil oder eine Postleitzahl angeben."
                : "Meinten Sie: \(suggestions.map(\.label).joined(separator: ", "))?"
            Console.warn("Den Ort „\(place.prefix(80))“ kennt das Verzeichnis nicht. \(hint)")
        }
        throw ExitStatus.problems
    }
}

/// Messages for the person at the terminal, beside the output.
enum Console {
    static func warn(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}

/// A wrong option: says what is expected; exit status 2.
struct WrongUse {
    let message: String

    init(_ message: String) { self.message = message }

    /// Prints the message.
    func exit() -> ExitCode {
        Console.warn(message)
        return ExitCode(2)
    }
}
