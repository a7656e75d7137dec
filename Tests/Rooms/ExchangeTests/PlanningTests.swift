import Prevention
import Rounds
import Storage
import StorageTesting
import Testing
import Transfers

@testable import Exchange

@Suite("Vorlage einer Runde") struct PlanningTests {
    @Test("the way counts where somebody travels; of a joint offer the farthest way and the least closeness")
    func ways() async throws {
        let fair = try await Fair(try await TestEngine.sqlite.database(ExchangeRoom.migrations))
        let (near, joint) = (ID<TransferOffer>(.exchange, name: "near"), ID<TransferOffer>(.exchange, name: "joint"))
        try await fair.offer(near, of: [Fair.a], isRemote: false)
        try await fair.offer(joint, of: [Fair.a, Fair.b], isRemote: false)
        let (a, b) = (Fair.towns[0], Fair.towns[1])
        let asked = Asked()
        let ports = ExchangePorts(
            practices: Fair.practices, closeness: { giver, _, _ in [a: 90, b: 40][giver] },
            travel: { giver, receiver in
                await asked.note("\(giver) \(receiver)")
                return [a: 25, b: 70][giver]
            })
        let day = Fair.now.berlinDay
        let round = try Round(
            id: ID(.exchange, name: "round"), period: day.halfYear, kind: .binding, mode: .weighted,
            rules: ExchangeRules(version: "1", validFrom: day), seed: "Los 7", publishedOn: day,
            deadline: day.adding(days: 10))
        let plan = try await RoundPlanning(market: try await fair.market(), ports: ports, round: round).plan()

        func facts(_ offer: ID<TransferOffer>) -> PairFacts? { plan.facts[RoundPair(offer, Fair.request)] }
        #expect(plan.facts.count == 3)
        #expect(facts(Fair.offer)?.travelMinutes == 0 && facts(Fair.offer)?.closeness == 90)
        #expect(facts(near)?.travelMinutes == 25 && facts(near)?.closeness == 90)
        #expect(facts(joint)?.travelMinutes == 70 && facts(joint)?.closeness == 40)
        #expect(await asked.ways.count == Set(await asked.ways).count, "each way is asked once")
    }

    private actor Asked {
        private(set) var ways: [String] = []
        func note(_ way: String) { ways.append(way) }
    }
}
