import Statistics
import Testing

@Suite("Altersstandardisierte Raten, Trichter und Glättung")
struct StandardisedRateTests {
    @Test("with equal weights and bases the standardised rate is the plain one with the limits of the count")
    func reducesToThePlainRate() throws {
        let groups = [20.0, 30, 15].map { StandardisedRate.Group(events: $0, base: 100, weight: 1) }
        let rate = try #require(StandardisedRate(groups))
        #expect(abs(rate.value - 65.0 / 300) < 1e-15)
        let limits = try #require(rate.limits)
        #expect(abs(limits.lower * 300 - 50.163188) < 1e-6 && abs(limits.upper * 300 - 82.849139) < 1e-6)
    }

    @Test("two towns with the same rates by age but another age mix have the same standardised rate")
    func takesAgeOut() throws {
        let young = [(10.0, 1000.0, 2.0), (30, 500, 1)].map(StandardisedRate.Group.init)
        let old = [(2.0, 200.0, 2.0), (180, 3000, 1)].map(StandardisedRate.Group.init)
        let (first, second) = (try #require(StandardisedRate(young)), try #require(StandardisedRate(old)))
        #expect(abs(first.value - second.value) < 1e-15)
        #expect(abs(first.value - (2 * 0.01 + 0.06) / 3) < 1e-15)
    }

    @Test("no events have a rate and no limits; an age group without base has neither")
    func incomplete() throws {
        let none = try #require(StandardisedRate([.init(events: 0, base: 10, weight: 1)]))
        #expect(none.value == 0 && none.limits == nil)
        #expect(StandardisedRate([.init(events: 0, base: 0, weight: 1), .init(events: 1, base: 9, weight: 1)]) == nil)
        #expect(StandardisedRate([.init(events: 0, base: 0, weight: 0), .init(events: 1, base: 9, weight: 1)]) != nil)
        #expect(StandardisedRate([]) == nil)
    }

    @Test("an area lies outside the funnel exactly where its Wilson limits leave out the overall rate")
    func funnelAgreesWithWilson() throws {
        let funnel = try #require(FunnelPlot(overall: 0.23, kind: .share))
        var outside = 0
        for base in [10.0, 35, 120, 900] {
            for share in 0...100 {
                let events = (base * Double(share) / 100).rounded()
                let wilson = try #require(Limits.wilson(events: events, base: base, level: 0.998))
                let place = funnel.place(events: events, base: base, .level(0.998))
                #expect(place == Comparison(wilson, with: 0.23), "\(events) of \(base)")
                outside += place == .alike ? 0 : 1
            }
        }
        #expect(outside > 50)
    }

    @Test("the funnel narrows with the square root of the base and stays inside the possible")
    func funnelShape() throws {
        let funnel = try #require(FunnelPlot(events: [10, 40, 50], bases: [100, 300, 600], kind: .share))
        #expect(abs(funnel.overall - 0.1) < 1e-15)
        let (small, large) = (
            try #require(funnel.limits(base: 100, .two)), try #require(funnel.limits(base: 400, .two))
        )
        #expect(abs(small.upper - 0.16) < 1e-15 && abs(large.upper - 0.13) < 1e-15)
        #expect(funnel.limits(base: 4, .three)?.lower == 0)
        #expect(FunnelPlot(overall: 0.9, kind: .share)?.limits(base: 2, .three)?.upper == 1)
        #expect(FunnelPlot(overall: 2, kind: .share) == nil)
        #expect(FunnelPlot(overall: 2, kind: .ratio)?.limits(base: 50, .two) == Limits(lower: 1.6, upper: 2.4))
        #expect(funnel.limits(base: 0, .two) == nil)
        #expect(FunnelPlot(events: [], bases: [], kind: .share) == nil)
    }

    @Test("smoothed rates come out as published: 0 and 0.20 collapse towards 0.065")
    func smoothing() throws {
        let smoothed = try #require(EmpiricalBayes(events: [2, 0, 5, 12, 3], bases: [40, 25, 60, 200, 15]))
        let expected = [0.06264562, 0.05872599, 0.06836413, 0.06259332, 0.07249591]
        for (rate, expected) in zip(smoothed.rates, expected) {
            #expect(abs((rate ?? 0) - expected) <= 0.5e-8)
        }
        #expect(abs(smoothed.overall - 22.0 / 340) < 1e-15)
    }

    @Test("areas without value stay empty and change nothing for the others")
    func smoothingWithGaps() throws {
        let whole = try #require(EmpiricalBayes(events: [2, 5, 12], bases: [40, 60, 200]))
        let gaps = try #require(EmpiricalBayes(events: [2, nil, 5, 7, 12], bases: [40, 30, 60, 0, 200]))
        #expect(gaps.rates == [whole.rates[0], nil, whole.rates[1], nil, whole.rates[2]])
        #expect(EmpiricalBayes(events: [nil], bases: [3]) == nil)
        #expect(EmpiricalBayes(events: [1], bases: [3, 4]) == nil)
    }

    @Test("without any event every area has the rate 0")
    func smoothingOfNothing() {
        #expect(EmpiricalBayes(events: [0, 0], bases: [10, 20])?.rates == [0, 0])
    }
}
