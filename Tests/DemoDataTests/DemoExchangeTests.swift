import DemoData
import Exchange
import Foundation
import House
import Musterkreis
import Prevention
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers

@Suite("Transferbörse der Vorführung") struct DemoExchangeTests {
    private static let now = Instant("2026-11-20T10:00:00.000Z") ?? Instant(milliseconds: 0)

    private static var examples: URL {
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Examples")
    }

    @Test("two rehearsals and a market in full swing; a second time changes nothing")
    func loads() async throws {
        let database = try await TestEngine.sqlite.database(House.migrations)
        let house = DemoHouse(database: database)
        _ = try await house.loadMusterkreis(try MusterkreisPlan(practices: 14, plantsGaps: true), at: Self.now)
        let (exchange, project) = (
            Self.examples.appending(path: "exchange"), Self.examples.appending(path: "model-project")
        )
        #expect(try await house.loadExchange(exchange: exchange, project: project, at: Self.now) == 4)
        let store = ExchangeStore(database: database)
        let market = try await store.market(on: Self.now.berlinDay)
        #expect(market.rounds.count { $0.round.kind == .rehearsal && !$0.assumptions.isEmpty } == 2)
        #expect(market.transfers.contains { $0.evaluation != nil && $0.state == .running(.anchored) })
        #expect(market.transfers.contains { $0.state == .running(.coached) })
        #expect(market.transfers.contains { if case .declined = $0.state { true } else { false } })
        #expect(market.ledger.balances.values.reduce(0, +) == 0 && !market.ledger.bookings.isEmpty)
        let decided = try #require(market.rounds.first { $0.resolutions == 2 })
        #expect(try await store.outcome(of: decided.id)?.isVerified == true)
        #expect(market.versions.map(\.rules.version) == ["Fassung 1", "Fassung 2"])
        for key in ["/musterkreis/stadt-1", "/musterkreis/stadt-2"] {
            let town = try #require(market.participants.first { $0.areaKey == key }?.id)
            #expect(market.transfers(of: town).contains { $0.state == .proposed(acceptedBy: nil) })
        }
        #expect(market.offers.contains { $0.isAsking && !$0.waiting.isEmpty })
        let entries = try await count(database)
        #expect(
            try await house.loadExchange(exchange: exchange, project: project, at: Self.now.adding(seconds: 60)) == 0)
        #expect(try await count(database) == entries)
    }

    private func count(_ database: Database) async throws -> Int? {
        try await database.read { r in try r.value("SELECT count(*) FROM audit", as: Int.self) }
    }
}
