#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Was wir über einen Anteil wissen: the beta distribution after `successes` of `trials`, every share being equally
/// likely before.
package struct BetaPosterior: Hashable, Sendable {
    package let successes: Int
    package let trials: Int

    /// `nil` below 0, with more successes than trials, or above a thousand trials.
    package init?(successes: Int, of trials: Int) {
        guard (0...1_000).contains(trials), (0...trials).contains(successes) else { return nil }
        self.successes = successes
        self.trials = trials
    }

    package var mean: Double { Double(successes + 1) / Double(trials + 2) }

    /// Probability that the share is at most `share`.
    ///
    /// For whole numbers the incomplete beta function is a tail of the binomial distribution with one more trial.
    package func probability(upTo share: Double) -> Double {
        guard share > 0 else { return 0 }
        guard share < 1 else { return 1 }
        return Self.tail(from: successes + 1, of: trials + 1, log(share), log1p(-share))
    }

    /// The share below which `probability` of the distribution lies, to 1e-12.
    package func quantile(_ probability: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            if self.probability(upTo: middle) < probability { low = middle } else { high = middle }
        }
        return (low + high) / 2
    }

    /// The middle 95 percent.
    package var interval: ClosedRange<Double> { quantile(0.025)...max(quantile(0.025), quantile(0.975)) }

    /// Beta-binomial distribution: how probable each number of successes, 0 to `next`, is among the next trials.
    ///
    /// - Parameter next: 0…1,000, else the nearest.
    package func predicted(of next: Int) -> [Double] {
        let next = min(max(0, next), 1_000)
        let before = Self.logChoose(successes, of: trials) + log(Double(trials + 1))
        return (0...next).map { count in
            // B(k + a, n − k + b) and B(a, b) are reciprocals of binomial coefficients, because a and b are whole.
            let after = Self.logChoose(count + successes, of: next + trials) + log(Double(next + trials + 1))
            return exp(Self.logChoose(count, of: next) + before - after)
        }
    }

    /// The fewest and most successes to expect among the next trials, leaving at most 2.5 percent on either side.
    package func predictedRange(of next: Int) -> ClosedRange<Int> {
        let probabilities = predicted(of: next)
        var (low, high, sum) = (0, 0, 0.0)
        for (count, probability) in probabilities.enumerated() {
            if sum < 0.025 - 1e-12 { low = count }
            if sum < 0.975 - 1e-12 { high = count }
            sum += probability
        }
        return low...max(low, high)
    }

    private static func tail(from first: Int, of count: Int, _ logShare: Double, _ logRest: Double) -> Double {
        var sum = 0.0
        for k in first...count {
            sum += exp(logChoose(k, of: count) + Double(k) * logShare + Double(count - k) * logRest)
        }
        return min(1, sum)
    }

    /// Logarithm of the binomial coefficient.
    private static func logChoose(_ k: Int, of n: Int) -> Double {
        logFactorials[n] - logFactorials[k] - logFactorials[n - k]
    }

    /// Logarithms of 0! … 2,001!.
    private static let logFactorials: [Double] = {
        var sums = [0.0]
        for number in 1...2_001 { sums.append(sums[number - 1] + log(Double(number))) }
        return sums
    }()
}
