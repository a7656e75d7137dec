import Areas
import DemoData
import Foundation
import House
import ModelProject
import Musterkreis
import Offers
import Prevention
import Storage
import StorageTesting
import Testing

@Suite("Vorführhaus") struct DemoHouseTests {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Examples/model-project")
    let now = Instant(milliseconds: 1_790_000_000_000)

    @Test("the model project loads whole and a second time changes nothing", arguments: TestEngine.available)
    func modelProject(engine: TestEngine) async throws {
        let database = try await engine.database(House.migrations)
        let demo = DemoHouse(database: database)
        let first = try await demo.loadModelProject(from: folder, at: now)
        #expect(first.offers == 260 && first.records == 297 && first.practices == 64 && first.areas >= 36)
        #expect(try await demo.loadModelProject(from: folder, at: now) == DemoHouse.Report())
        let tree = try await AreaStore(database: database).tree()
        let offers = try await OfferStore(database: database).allOffers()
        #expect(offers.allSatisfy { $0.areaScope.allSatisfy { tree[$0] != nil } })
    }

    @Test("the Musterkreis loads beside it and a second time changes nothing", arguments: TestEngine.available)
    func musterkreis(engine: TestEngine) async throws {
        let database = try await engine.database(House.migrations)
        let demo = DemoHouse(database: database)
        let plan = try MusterkreisPlan(towns: 3, districts: 2, offers: 60)
        let first = try await demo.loadMusterkreis(plan, at: now)
        #expect(first.offers == 60 && first.areas == 10)
        #expect(try await demo.loadMusterkreis(plan, at: now) == DemoHouse.Report(busiest: first.busiestProvider))
        #expect(try await OfferStore(database: database).details(ids: nil).count == 60)
    }

    @Test("a missing folder is named and nothing is stored")
    func missing() async throws {
        let database = try await TestEngine.sqlite.database(House.migrations)
        await #expect(throws: ModelProjectError.self) {
            try await DemoHouse(database: database).loadModelProject(from: URL(filePath: "/nirgends"), at: now)
        }
        #expect(try await OfferStore(database: database).allOffers().isEmpty)
    }
}
