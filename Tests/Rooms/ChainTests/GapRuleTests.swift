import Prevention
import Statistics
import Testing

@testable import Chain

@Suite("Die Lückenregel")
struct GapRuleTests {
    @Test(
        "a quarter and five places make a gap, a tenth makes it tight, a quarter more is oversupply",
        arguments: [
            (100.0, 75.0, GapState.gap), (100, 75.01, .tight), (100, 90, .tight), (100, 90.01, .fits),
            (100, 100, .fits),
            (100, 124.99, .fits), (100, 125, .oversupply), (100, 0, .gap),
            // Fewer than five places are no gap, however large the share.
            (20, 15, .gap), (19.9, 15, .tight), (8, 4, .tight), (4, 0, .tight), (0.9, 0, .fits), (4, 8.9, .fits),
            (4, 9, .oversupply),
            // Nothing due and nothing there, or places where none are due.
            (0, 0, .fits), (0, 5, .oversupply), (0, 4, .fits),
        ] as [(Double, Double, GapState)])
    func boundaries(expected: Double, capacity: Double, state: GapState) {
        #expect(GapRule.standard.state(expected: expected, capacity: capacity) == state)
    }

    @Test("the older the children, the longer the ways, but for those around birth")
    func catchments() {
        let limits = [LifeStage.aroundKita, .school, .youth].map { GapRule.catchment(of: $0).limit }
        #expect(limits == limits.sorted())
        for stage in LifeStage.allCases {
            #expect(GapRule.catchment(of: stage).steps.map(\.weight) == [1, 0.68, 0.22])
        }
    }
}
