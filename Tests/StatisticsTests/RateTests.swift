import Foundation
import Statistics
import Testing

@Suite("Raten und ihre Vertrauensbereiche")
struct RateTests {
    @Test(
        "Wilson's limits come out as published",
        arguments: [
            (774.0, 977.0, 0.765660, 0.816493), (249, 977, 0.228533, 0.283111), (0, 12, 0, 0.242494),
            (3, 12, 0.088942, 0.532305), (65, 100, 0.552544, 0.736358), (1045, 5000, 0.197955, 0.220491),
        ])
    func wilson(events: Double, base: Double, lower: Double, upper: Double) throws {
        let limits = try #require(Limits.wilson(events: events, base: base))
        #expect(abs(limits.lower - lower) <= 0.5e-6 && abs(limits.upper - upper) <= 0.5e-6, "\(limits)")
    }

    @Test(
        "Byar's limits come out as published, and not as a known wrong copy has them",
        arguments: [
            (65.0, 50.163188, 82.849139), (1045, 982.593202, 1110.331213), (1, 0.013072, 5.563756),
            (100, 81.362105, 121.627938),
        ])
    func byar(events: Double, lower: Double, upper: Double) throws {
        let limits = try #require(Limits.byar(events: events))
        #expect(abs(limits.lower - lower) <= 0.5e-6 && abs(limits.upper - upper) <= 0.5e-6, "\(limits)")
    }

    @Test(
        "exact limits come out as published and agree with the chi-square distribution",
        arguments: [
            (0.0, 0.95, 0, 3.688879454113936), (5, 0.95, 1.6234863901184207, 11.66833207932267),
            (1, 0.95, 0.025317807984289876, 5.571643390938898),
            (9, 0.998, 2.452424404363775, 22.657373309062933),
        ])
    func poisson(events: Double, level: Double, lower: Double, upper: Double) throws {
        let limits = try #require(Limits.poisson(events: events, level: level))
        #expect(abs(limits.lower - lower) <= 1e-12 * max(1, lower), "\(limits)")
        #expect(abs(limits.upper - upper) <= 1e-12 * max(1, upper), "\(limits)")
    }

    @Test("exact limits put the stated probability into each tail, by plain sums of the Poisson distribution")
    func tailsAddUp() throws {
        for events in 1...60 {
            let limits = try #require(Limits.poisson(events: Double(events), level: 0.9))
            #expect(abs(Self.poissonSum(upTo: events, mean: limits.upper) - 0.05) < 1e-13)
            #expect(abs(1 - Self.poissonSum(upTo: events - 1, mean: limits.lower) - 0.05) < 1e-13)
        }
    }

    private static func poissonSum(upTo last: Int, mean: Double) -> Double {
        var (term, sum) = (exp(-mean), 0.0)
        for number in 0...last {
            sum += term
            term *= mean / Double(number + 1)
        }
        return sum
    }

    @Test("a huge count needs no time and keeps its limits next to Byar's")
    func hugeCounts() throws {
        for events in [1e6, 9.9e6, 1.1e7, 1e12] {
            let exact = try #require(Limits.poisson(events: events))
            let close = try #require(Limits.byar(events: events))
            #expect(abs(exact.upper - close.upper) / exact.upper < 1e-9)
            #expect(abs(exact.lower - close.lower) / exact.lower < 1e-9)
        }
    }

    @Test("below 10 events the house counts exactly, from 10 on by Byar")
    func countSwitches() {
        #expect(Limits.count(events: 9) == Limits.poisson(events: 9))
        #expect(Limits.count(events: 10) == Limits.byar(events: 10))
    }

    @Test("nothing is computed from what cannot be")
    func refuses() {
        #expect(Limits.wilson(events: 1, base: 0) == nil)
        #expect(Limits.wilson(events: 5, base: 4) == nil)
        #expect(Limits.wilson(events: -1, base: 4) == nil)
        #expect(Limits.wilson(events: 1, base: 4, level: 1) == nil)
        #expect(Limits.byar(events: -1) == nil)
        #expect(Limits.poisson(events: .nan) == nil)
        #expect(Rate(events: 3, base: 0, method: .byar) == nil)
    }

    @Test("limits never leave the possible, and no events or all events end exactly at 0 and 1")
    func staysInside() throws {
        for base in [1.0, 2, 7, 33, 1000] {
            #expect(Limits.wilson(events: 0, base: base)?.lower == 0)
            #expect(Limits.wilson(events: base, base: base)?.upper == 1)
        }
        let byar = try #require(Limits.byar(events: 1, level: 0.998))
        #expect(byar.lower == 0 && abs(byar.upper - 9.362180217908362) < 1e-12)
    }

    @Test("a rate speaks of as many of the base as asked for")
    func perBase() throws {
        let rate = try #require(Rate(events: 65, base: 100, method: .wilson, per: 100))
        #expect(rate.value == 65)
        #expect(abs(rate.limits.lower - 55.2544) < 1e-4)
        let cases = try #require(Rate(events: 65, base: 500, method: .byar, per: 1000))
        #expect(abs(cases.limits.upper - 165.698277) < 1e-6)
    }

    @Test("an area is better or worse only where its limits leave out the town, and nothing where no way is good")
    func compares() throws {
        let limits = Limits(lower: 0.2, upper: 0.3)
        #expect(Comparison(limits, with: 0.1) == .higher)
        #expect(Comparison(limits, with: 0.2) == .alike)
        #expect(Comparison(limits, with: 0.4) == .lower)
        #expect(Comparison.higher.verdict(higherIsBetter: true) == .better)
        #expect(Comparison.higher.verdict(higherIsBetter: false) == .worse)
        #expect(Comparison.lower.verdict(higherIsBetter: true) == .worse)
        #expect(Comparison.alike.verdict(higherIsBetter: true) == .alike)
        #expect(Comparison.lower.verdict(higherIsBetter: nil) == nil)
    }
}
