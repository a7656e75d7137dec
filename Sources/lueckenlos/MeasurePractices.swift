import ArgumentParser
import DemoData
import House
import Musterkreis
import Practices
import Prevention
import Web

/// Time of a search for good practice with all facets, from the question to the finished page, among invented ones.
struct MeasurePractices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "practices")

    @Option(help: "Wie viele Praxen es mindestens gibt.") var count = 5_000
    @Option(help: "Wie oft jede Frage gestellt wird.") var rounds = 40
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await house.database()
        let now = Clock.live.now()
        if try await PracticeStore(database: database).count() < count {
            let plan = try MusterkreisPlan(towns: 12, districts: 1, offers: 0, practices: count, years: 1)
            _ = try await DemoHouse(database: database).loadMusterkreis(plan, at: now)
        }
        let opened = try await House(
            database: database, facts: DemoCommand.facts, clock: .live,
            mail: try HouseMail(dataFolder: try house.folder(), environment: [:]))
        var opening = Stopwatch()
        try await opening.time { _ = try await opened.responder.publicAnswer("/praxis") }
        print("Verzeichnis aufbauen und erste Seite: \(opening.middle) ms, RSS \(MeasureSearch.residentMegabytes()) MB")
        var all = Stopwatch()
        for (name, address) in Self.questions {
            var one = Stopwatch()
            var size = 0
            for _ in 0..<max(1, rounds) {
                let answer = try await one.time { try await opened.responder.publicAnswer(address) }
                size = answer?.body.count ?? 0
            }
            all.times += one.times
            print("\(name)\t\(size)\t\(one)")
        }
        print("Alle Fragen\t\(all)")
    }

    /// What people ask, from everything to nothing.
    static let questions = [
        ("alles", "/praxis"), ("ein Wort", "/praxis?q=Beratung"), ("verschrieben", "/praxis?q=Lotzin"),
        ("Satz", "/praxis?q=Hilfe+nach+der+Geburt+in+der+Klinik"),
        ("Zelle der Kette", "/praxis?phase=kita&feld=education"),
        ("Alter und drei Merkmale", "/praxis?von=-9&bis=36&zugang=outreach&wirkung=W3&wirkung=W2&status=standard"),
        ("gescheitert", "/praxis?status=failed&status=ended"), ("letzte Seite", "/praxis?seite=400"),
        ("nichts", "/praxis?q=Klinik&phase=youth&zugang=remote"),
    ]
}
