import Areas
import ArgumentParser
import Chain
import Indicators
import Offers
import Prevention

/// Time of the table of gaps of each Kreis over its smallest areas, all stages and fields, without network and page.
struct MeasureGaps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "gaps")

    @Option(help: "Wie oft jede Tabelle gerechnet wird.") var rounds = 40
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await house.database()
        let tree = try await AreaStore(database: database).tree()
        let offers = try await OfferStore(database: database).snapshot().details
        let today = Clock.live.now().berlinDay
        let figures = try await IndicatorShelf(IndicatorStore(database: database)).series(for: .everyone, on: today)
        for kreis in tree.areas where kreis.level == .kreis || kreis.level == .city {
            let near = tree.idsWithin(kreis.id)
            let own = offers.filter { detail in
                detail.offer.areaScope.contains(where: near.contains)
                    || detail.places.contains { $0.facility.areaID.map(near.contains) ?? false }
            }
            guard !own.isEmpty else { continue }
            var watch = Stopwatch()
            var gaps = 0
            var parts = 0
            for _ in 0..<max(1, rounds) {
                let table = await watch.time {
                    ChainGaps.compute(
                        area: kreis, tree: tree, offers: own, figures: figures, today: today, finest: true)
                }
                parts = table.parts.count
                gaps = LifeStage.allCases.reduce(0) { sum, stage in
                    FieldOfAction.allCases.reduce(sum) { sum, field in
                        sum + table.cells(stage, field).count { $0.state == .gap }
                    }
                }
            }
            print("\(kreis.name): \(parts) Gebiete, \(own.count) Angebote, \(gaps) Lücken, \(watch)")
        }
    }
}
