import Prevention
import Statistics
import Testing

/// Whether two lists agree to `digits` places.
func agrees(_ left: [Double], _ right: [Double], _ tolerance: Double) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}

@Suite("Gerechter Anteil und Lücke")
struct FairShareTests {
    static let population: [Double?] = [420, 310, 560, 150]
    static let need: [Double?] = [0.2, 0.9, 0.6, 0.4]
    static let capacity: [Double?] = [60, 20, 45, 25]

    @Test(
        "the specification's example comes out for every weight",
        arguments: [
            (0.0, [-16.25, 12.2917, 13.3333, -9.375]), (1.0, [-30.5599, 24.3338, 17.5868, -11.3607]),
            (2.0, [-44.8698, 36.3759, 21.8403, -13.3464]),
        ] as [(Double, [Double])])
    func fixture(lambda: Double, expected: [Double]) throws {
        let share = FairShare(
            population: Self.population, need: Self.need, capacity: Self.capacity, lambda: lambda)
        #expect(agrees(share.gap.compactMap { $0 }, expected, 5e-5), "\(share.gap)")
        #expect(abs(try #require(share.meanNeed) - 0.527083) < 5e-7)
        #expect(abs(share.sumOfGaps) < 1e-12)
    }

    @Test("gaps add up to zero, whatever is unknown and however strong the weight")
    func invariant() {
        var random = SeededGenerator(seed: 5)
        for _ in 0..<200 {
            let count = Int.random(in: 1...40, using: &random)
            func values(_ range: ClosedRange<Double>) -> [Double?] {
                (0..<count).map { _ in
                    Int.random(in: 0..<6, using: &random) == 0 ? nil : Double.random(in: range, using: &random)
                }
            }
            let share = FairShare(
                population: values(0...9_000), need: values(0...1), capacity: values(0...500),
                lambda: Double.random(in: 0...8, using: &random))
            #expect(abs(share.sumOfGaps) < 1e-8)
            #expect(share.expected.allSatisfy { $0.map { $0 >= 0 } ?? true })
        }
    }

    @Test("an area with an unknown number has neither share nor gap, and its places are not shared out")
    func unknown() {
        let share = FairShare(
            population: [100, 100, 100, nil], need: [0.5, nil, 0.5, 0.5], capacity: [10, 50, nil, 5], lambda: 1)
        #expect(share.gap == [0, nil, nil, nil] as [Double?])
        #expect(share.total == 10)
    }

    @Test("a weight never falls below nothing")
    func floor() {
        let share = FairShare(population: [100, 100], need: [0, 1], capacity: [10, 10], lambda: 5)
        #expect(share.expected == [0, 20] as [Double?])
        #expect(share.gap == [-10, 10] as [Double?])
        #expect(share.weights == [0, 3.5] as [Double?])
    }

    @Test("without anybody there is no share")
    func nobody() {
        let share = FairShare(population: [0, 0], need: [0, 1], capacity: [10, 10], lambda: 1)
        #expect(share.gap == [nil, nil] as [Double?])
        #expect(share.meanNeed == nil)
        #expect(FairShare(population: [], need: [], capacity: [], lambda: 1).gap.isEmpty)
    }

    @Test("the absolute gap and the reach")
    func others() {
        #expect(AbsoluteGap.of(population: 200, capacity: 50, target: 0.35) == 20)
        #expect(Reach.of(used: 774, eligible: 977).map { abs($0 - 0.792221) < 1e-6 } == true)
        #expect(Reach.of(used: 3, eligible: 0) == nil)
    }
}

@Suite("Erreichbarkeit")
struct FloatingCatchmentTests {
    static let population: [Double] = [100, 200, 300, 50]
    static let capacity: [Double] = [10, 20, 6]
    /// Supply by demand.
    static let minutes: [[Double]] = [[5, 12, 28, 60], [25, 8, 14, 55], [40, 33, 9, 35]]

    @Test("the specification's example with one limit; what nobody reaches is 0, not unknown")
    func oneLimit() {
        let result = FloatingCatchment(
            population: Self.population, capacity: Self.capacity, cost: Self.minutes, catchment: Catchment(within: 15))
        #expect(agrees(result.ratios, [0.033333, 0.04, 0.02], 5e-7))
        #expect(agrees(result.access, [0.033333, 0.073333, 0.06, 0], 5e-7))
    }

    @Test("the specification's example with steps")
    func steps() {
        let result = FloatingCatchment(
            population: Self.population, capacity: Self.capacity, cost: Self.minutes,
            catchment: Catchment(rings: 10, 20, 30))
        #expect(agrees(result.access, [0.04344122, 0.06946491, 0.05920965, 0], 5e-9))
    }

    @Test("places reached by all children together are the places that somebody can reach")
    func invariant() {
        var random = SeededGenerator(seed: 9)
        for _ in 0..<200 {
            let (demands, supplies) = (Int.random(in: 1...30, using: &random), Int.random(in: 0...20, using: &random))
            let population = (0..<demands).map { _ in Double.random(in: 0...500, using: &random) }
            let capacity = (0..<supplies).map { _ in Double.random(in: 0...90, using: &random) }
            let cost = (0..<supplies).map { _ in (0..<demands).map { _ in Double.random(in: 0...45, using: &random) } }
            let result = FloatingCatchment(
                population: population, capacity: capacity, cost: cost, catchment: Catchment(rings: 10, 20, 30))
            let reached = zip(population, result.access).lazy.map { $0 * $1 }.compensatedSum()
            let places = capacity.compensatedSum() - result.unreached.compensatedSum()
            #expect(abs(reached - places) < 1e-8)
        }
    }

    @Test("limits are included, ways that do not exist are out of reach")
    func edges() {
        let catchment = Catchment(rings: 10, 20, 30)
        #expect([10, 10.001, 20, 30, 30.001].map(catchment.weight) == [1, 0.68, 0.68, 0.22, 0])
        let result = FloatingCatchment(population: [10], capacity: [5], cost: [[nil]], catchment: catchment)
        #expect(result.access == [0])
        #expect(result.ratios == [0])
        #expect(result.unreached == [5])
    }
}

@Suite("Standortwahl")
struct SiteChoiceTests {
    private typealias Fixture = FloatingCatchmentTests

    @Test("the specification's examples")
    func fixture() {
        let one = SiteChoice.pMedian(population: Fixture.population, cost: Fixture.minutes, count: 1)
        #expect(one.sites == [1] && one.objective == 11_050 && one.isProven)
        let two = SiteChoice.pMedian(population: Fixture.population, cost: Fixture.minutes, count: 2)
        #expect(two.sites == [0, 2] && two.objective == 7_350 && two.isProven)
        #expect(two.serving == [0, 0, 2, 2])
        let cover = SiteChoice.maximumCover(
            population: Fixture.population, cost: Fixture.minutes, limit: 15, count: 1)
        #expect(cover.sites == [1] && cover.objective == 500 && cover.isProven)
        #expect(cover.serving == [nil, 1, 1, nil])
    }

    @Test("small cases agree with trying everything")
    func bruteForce() {
        var random = SeededGenerator(seed: 21)
        for _ in 0..<200 {
            let (places, sites) = (Int.random(in: 1...9, using: &random), Int.random(in: 1...7, using: &random))
            let count = Int.random(in: 1...sites, using: &random)
            let population = (0..<places).map { _ in Double(Int.random(in: 0...50, using: &random)) }
            let cost = (0..<sites).map { _ in
                (0..<places).map { _ in Double(Int.random(in: 0...20, using: &random)) }
            }
            var least = Double.infinity
            var most = 0.0
            for mask in 0..<(1 << sites) where mask.nonzeroBitCount == count {
                let open = (0..<sites).filter { mask >> $0 & 1 == 1 }
                let nearest = (0..<places).map { place in open.map { cost[$0][place] }.min() ?? 0 }
                least = min(least, zip(population, nearest).reduce(0) { $0 + $1.0 * $1.1 })
                most = max(most, zip(population, nearest).reduce(0) { $0 + ($1.1 <= 8 ? $1.0 : 0) })
            }
            let median = SiteChoice.pMedian(population: population, cost: cost, count: count)
            #expect(median.objective == least && median.isProven && median.sites.count == count)
            let cover = SiteChoice.maximumCover(population: population, cost: cost, limit: 8, count: count)
            #expect(cover.objective == most && cover.isProven)
        }
    }

    @Test("when the effort runs out it says that nothing is proven, and keeps to its bound")
    func unproven() {
        var random = SeededGenerator(seed: 3)
        let population = (0..<40).map { _ in Double(Int.random(in: 1...50, using: &random)) }
        let cost = (0..<40).map { _ in (0..<40).map { _ in Double.random(in: 0...20, using: &random) } }
        let choice = SiteChoice.pMedian(population: population, cost: cost, count: 9, effort: 1)
        #expect(!choice.isProven && choice.bound < choice.objective)
    }
}
