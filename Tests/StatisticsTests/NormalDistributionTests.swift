import Foundation
import Statistics
import Testing

@Suite("Normalverteilung")
struct NormalDistributionTests {
    @Test(
        "quantiles agree with published tables to the last digit",
        arguments: [
            (0.975, 1.959963984540054), (0.999, 3.090232306167813), (0.95, 1.6448536269514722),
            (0.841344746068543, 1.0), (0.025, -1.959963984540054), (1e-10, -6.361340902404056),
            (1e-300, -37.0470962993612),
        ])
    func quantiles(p: Double, expected: Double) {
        #expect(abs(NormalDistribution.quantile(p) - expected) <= 4e-15 * max(1, abs(expected)))
    }

    @Test("the share below a quantile is the probability it was asked for, for the whole range")
    func invertsTheDistribution() {
        for number in 1..<2_000 {
            let p = Double(number) / 2_000
            let back = NormalDistribution.share(below: NormalDistribution.quantile(p))
            #expect(abs(back - p) <= 4e-16, "p = \(p)")
        }
    }

    @Test("the middle is 0, the ends are infinite, outside there is nothing")
    func ends() {
        #expect(NormalDistribution.quantile(0.5) == 0)
        #expect(NormalDistribution.quantile(0) == -.infinity)
        #expect(NormalDistribution.quantile(1) == .infinity)
        #expect(NormalDistribution.quantile(1.5).isNaN)
    }
}
