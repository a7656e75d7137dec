import Areas
import ArgumentParser
import Foundation
import Offers
import Prevention

/// `lueckenlos measure`: figures for docs/PERFORMANCE.md; Benchmarks/run.sh calls it.
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Messen. / Measure.", shouldDisplay: false, subcommands: [MeasureSearch.self])
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
        let clock = ContinuousClock()
        let building = try await clock.measure { try await search.prepare() }
        print("Index: \(Self.milliseconds(building)) ms, RSS \(Self.residentMegabytes()) MB")
        let towns = try await areas.current().tree.areas.filter(\.level.isTown)
        var all: [Double] = []
        for (name, query) in Self.questions(towns) {
            var times: [Double] = []
            var total = 0
            for _ in 0..<max(1, rounds) {
                let start = clock.now
                total = try await search.search(query).total
                times.append(Self.milliseconds(start.duration(to: clock.now)))
            }
            all += times
            print("\(name): \(total) Treffer, \(Self.summary(times))")
        }
        print("Alle Fragen: \(Self.summary(all)), RSS \(Self.residentMegabytes()) MB")
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

    static func summary(_ times: [Double]) -> String {
        let sorted = times.sorted()
        let at = { (share: Double) in sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))] }
        return "p50 \(at(0.5)) ms, p95 \(at(0.95)) ms"
    }

    static func milliseconds(_ duration: Duration) -> Double {
        ((duration / .milliseconds(1)) * 1_000).rounded() / 1_000
    }

    static func residentMegabytes() -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
        return (Int(line.filter(\.isNumber)) ?? 0) / 1_024
    }
}
