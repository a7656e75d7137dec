import Areas
import ArgumentParser
import Hummingbird
import Indicators
import Monitoring
import Offers
import Prevention
import Storage
import Web

/// Time and size of the atlas with 4,500 invented districts and 15 years: first page, change of year, number and classes.
struct MeasureAtlas: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "atlas")

    @Option(help: "Wie oft jede Frage gestellt wird.") var rounds = 20
    @Option(help: "Danach unter diesem Port öffnen, zum Ansehen.") var port: Int?
    @OptionGroup var house: HouseOptions

    func run() async throws {
        let database = try await house.database()
        let areas = AreaStore(database: database)
        let land = SyntheticLand()
        _ = try await areas.apply(
            AreaImportPlan(areas: land.areas, outlines: land.outlines, source: "erfunden"), by: UserOptions.actor,
            at: Clock.live.now())
        let room = try MonitoringRoom(
            source: PublishedSource([land.series("kinder", seed: 1), land.series("schule", seed: 2)]),
            database: database, directory: AreaDirectory(areas), offers: OfferStore(database: database))
        let responder = try HouseResponder(
            rooms: [room], facts: DemoCommand.facts, clock: .live, database: database)
        var preparing = Stopwatch()
        try await preparing.time { try await room.prepare(on: Clock.live.now().berlinDay) }
        print("Vorbereiten beim Öffnen\t0\t0\t\(preparing.middle)\t\(preparing.middle)\t\(preparing.middle)")
        try await measure("Erste Seite", ["/monitoring/atlas/kinder?gebiet=16&ebene=stadtteile"], responder)
        try await measure("Seite einer Stadt", ["/monitoring/atlas/kinder?gebiet=16001&ebene=stadtteile"], responder)
        let changes = ["kinder", "schule"].flatMap { key in
            (2010...2024).flatMap { year in
                ["", "&art=gleichviele", "&klassen=7"].map {
                    "/monitoring/werte/\(key)?gebiet=16&ebene=stadtteile&zeit=\(year)\($0)"
                }
            }
        }
        try await measure("Wechsel von Jahr, Kenngröße oder Klassen", changes, responder)
        if let outlines = try await Self.outlines(responder) { try await measure("Umrisse", [outlines], responder) }
        guard let port else { return }
        let logger = try LogSetting.logger()
        try await HouseServer.application(responder, host: "127.0.0.1", port: port, services: [], logger: logger) {}
            .runService()
    }

    /// Prints name, largest size, largest packed size, p50, p95 and the slowest of all (the first ones among them).
    private func measure(_ name: String, _ addresses: [String], _ responder: HouseResponder) async throws {
        var watch = Stopwatch()
        var (size, packed) = (0, 0)
        for round in 0..<max(1, rounds) {
            for address in addresses {
                let answer = try await watch.time { try await responder.publicAnswer(address) }
                guard round == 0, let body = answer?.body else { continue }
                size = max(size, body.count)
                packed = max(packed, Compression.gzip(body)?.count ?? body.count)
            }
        }
        print("\(name)\t\(size)\t\(packed)\t\(watch.middle)\t\(watch.quantile(0.95))\t\(watch.quantile(1))")
    }

    private static func outlines(_ responder: HouseResponder) async throws -> String? {
        guard let page = try await responder.publicPage("/monitoring/atlas/kinder?gebiet=16&ebene=stadtteile") else {
            return nil
        }
        return String(decoding: page, as: UTF8.self).firstMatch(of: /data-outlines="([^"]+)"/).map {
            String($0.output.1)
        }
    }
}

/// Messland: 45 towns of 100 districts each, their borders crooked and shared.
struct SyntheticLand {
    private(set) var areas: [Area] = []
    private(set) var outlines: [ID<Area>: Outline] = [:]
    private var districts: [ID<Area>] = []

    init() {
        guard let key = AreaKey("16") else { return }
        let land = Area(id: ID(key: key), key: key, level: .land, parentID: nil, name: "Messland", isInvented: true)
        areas = [land]
        for town in 0..<45 { add(town: town, to: land) }
    }

    private mutating func add(town: Int, to land: Area) {
        let number = String(1_001 + town).dropFirst()
        guard let key = AreaKey("16\(number)") else { return }
        let parent = Area(
            id: ID(key: key), key: key, level: .city, parentID: land.id, name: "Messstadt \(town + 1)",
            isInvented: true)
        areas.append(parent)
        for place in 0..<100 {
            guard let key = AreaKey(local: "\(place + 1)", within: parent.key) else { continue }
            let district = Area(
                id: ID(key: key), key: key, level: .district, parentID: parent.id,
                name: "Ort \(town + 1).\(place + 1)", isInvented: true)
            areas.append(district)
            districts.append(district.id)
            outlines[district.id] = Self.outline(
                column: town % 9 * 10 + place % 10, row: town / 9 * 10 + place / 10)
        }
    }

    /// A field of a crooked grid with three pieces to each side.
    private static func outline(column: Int, row: Int) -> Outline {
        let (x, y) = (column * 3, row * 3)
        let ring =
            (0..<3).map { corner(x + $0, y) } + (0..<3).map { corner(x + 3, y + $0) }
            + (0..<3).map { corner(x + 3 - $0, y + 3) } + (0..<3).map { corner(x, y + 3 - $0) }
        return Outline([Outline.Polygon(outer: ring)])
    }

    private static func corner(_ x: Int, _ y: Int) -> LonLat {
        var generator = SeededGenerator(seed: UInt64(x) << 20 | UInt64(y))
        let aside = { (generator: inout SeededGenerator) in Double(generator.number(in: -300...300)) / 1_000 }
        let (dx, dy) = (aside(&generator), aside(&generator))
        return LonLat(9 + (Double(x) + dx) * 0.016, 50 + (Double(y) + dy) * 0.01)
    }

    /// Shares of 15 years; of 100 districts three are kept back and two are not known.
    func series(_ key: String, seed: UInt64) -> PublishedSeries {
        let indicator = Indicator(
            id: ID(), key: key, name: "Messgröße \(key)", measure: .share(per: 100), unit: "%", source: "erfunden",
            isInvented: true)
        var generator = SeededGenerator(seed: seed)
        var values: [Period: [ID<Area>: PublishedValue]] = [:]
        for year in 2010...2024 {
            guard let period = Period(year: year) else { continue }
            for district in districts {
                let base = generator.number(in: 40...400)
                let events = base * generator.number(in: 2...60) / 100
                let chance = generator.number(in: 1...100)
                values[period, default: [:]][district] =
                    chance <= 3
                    ? .suppressed
                    : chance <= 5
                        ? .notAvailable
                        : PublishedValue(
                            state: .available, value: Double(events) / Double(base) * 100, events: Double(events),
                            base: Double(base))
            }
        }
        return PublishedSeries(indicator, values)
    }
}
