import Areas
import ArgumentParser
import Foundation
import Offers
import Prevention

/// `lueckenlos measure`: figures for docs/PERFORMANCE.md; Benchmarks/run.py calls it.
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Messen. / Measure.", shouldDisplay: false,
        subcommands: [
            MeasureSearch.self, MeasurePages.self, MeasureHello.self, MeasureSignIn.self, MeasureGaps.self,
            MeasureAtlas.self, MeasureBreaks.self, MeasureIndex.self,
            MeasureSimilar.self, MeasureClear.self, MeasurePractices.self,
        ])
}

/// Time of the search with facets, without network and page.
struct MeasureSearch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "search")

    @Option(help: "Wie oft jede Frage gestellt wird.") var rounds = 40
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await house.database()
        let areas = AreaDirectory(AreaStore(database: database))
        let search = OfferSearch(database: database, areas: areas, clock: .live)
        var building = Stopwatch()
        try await building.time { try await search.prepare() }
        print("Index: \(building.middle) ms, RSS \(Self.residentMegabytes()) MB")
        let towns = try await areas.current().tree.areas.filter(\.level.isTown)
        var all = Stopwatch()
        for (name, query) in Self.questions(towns) {
            var one = Stopwatch()
            var total = 0
            for _ in 0..<max(1, rounds) { total = try await one.time { try await search.search(query).total } }
            all.times += one.times
            print("\(name): \(total) Treffer, \(one)")
        }
        print("Alle Fragen: \(all), RSS \(Self.residentMegabytes()) MB")
    }

    /// What families ask, from everything to nothing.
    static func questions(_ towns: [Area]) -> [(String, OfferQuery)] {
        let town = towns.first
        var everything = OfferQuery()
        var baby = everything
        baby.age = AgeInMonths(7)
        baby.areaIDs = town.map { [$0.id] } ?? []
        baby.near = town?.center
        var words = everything
        words.text = "Beratung"
        var misspelt = everything
        misspelt.text = "Hebame"
        var sentence = everything
        sentence.text = "mein Baby schläft schlecht"
        var narrow = baby
        narrow.text = "Krabbelgruppe"
        narrow.isFree = true
        narrow.weekdays = [2, 3]
        var nothing = baby
        nothing.text = "Jugendtreff"
        everything.near = town?.center
        return [
            ("alles, nach Nähe", everything), ("Baby in \(town?.name ?? "?")", baby), ("Beratung", words),
            ("Hebame", misspelt), ("Satz", sentence), ("Krabbelgruppe, kostenlos, Di/Mi", narrow), ("nichts", nothing),
        ]
    }

    static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
    }
}
