import Foundation

/// Poisson-Verteilung: exact limits of what may lie behind a count, by the chi-square (gamma) distribution.
package enum PoissonDistribution {
    /// The mean for which `events` or more happen with probability `p`; 0 for no events.
    ///
    /// - Parameters:
    ///   - events: 0 or more.
    ///   - p: above 0 and below 1.
    package static func mean(atLeast events: Double, with p: Double) -> Double {
        events <= 0 ? 0 : gammaQuantile(shape: events, lowerTail: p, upperTail: 1 - p)
    }

    /// The mean for which `events` or fewer happen with probability `p`.
    package static func mean(atMost events: Double, with p: Double) -> Double {
        events == 0 ? -log(p) : gammaQuantile(shape: events + 1, lowerTail: 1 - p, upperTail: p)
    }

    /// Above this many events the start is right to 12 digits, and the sums would grow long.
    private static let largestExact = 1e7

    /// The x with P(shape, x) = lowerTail; both tails are given because the small one carries the precision.
    ///
    /// Newton's method from Wilson and Hilferty's start, kept inside a bracket.
    private static func gammaQuantile(shape: Double, lowerTail: Double, upperTail: Double) -> Double {
        let useLower = lowerTail <= upperTail
        let z = useLower ? NormalDistribution.quantile(lowerTail) : -NormalDistribution.quantile(upperTail)
        let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
        var x = max(shape * root * root * root, shape * 1e-6)
        if shape > largestExact { return x }
        var (low, high) = (0.0, Double.infinity)
        for _ in 0..<200 {
            let tails = gammaTails(shape: shape, x: x)
            let excess = useLower ? tails.lower - lowerTail : upperTail - tails.upper
            if excess == 0 { return x }
            if excess > 0 { high = min(high, x) } else { low = max(low, x) }
            let slope = tails.kernel * shape / x
            var next = slope > 0 ? x - excess / slope : .nan
            if !(next > low && next < high) { next = high.isFinite ? (low + high) / 2 : 2 * x }
            if abs(next - x) <= 4 * x.ulp { return next }
            x = next
        }
        return x
    }

    /// P(a, x), Q(a, x) and x^a e^-x / Γ(a+1), the last as the derivative of P times x / a.
    ///
    /// - Source: Abramowitz, Stegun, Handbook of Mathematical Functions, 6.5.29 (series) and 6.5.31 (continued fraction).
    static func gammaTails(shape a: Double, x: Double) -> (lower: Double, upper: Double, kernel: Double) {
        guard x > 0 else { return (0, 1, 0) }
        let kernel = exp(-stirlingError(a) - deviance(a, x)) / (2 * Double.pi * a).squareRoot()
        if x < a + 1 {
            var (term, sum, n) = (1.0, 1.0, a)
            while term > sum * 1e-17 {
                n += 1
                term *= x / n
                sum += term
            }
            return (kernel * sum, 1 - kernel * sum, kernel)
        }
        let upper = kernel * a * continuedFraction(a, x)
        return (1 - upper, upper, kernel)
    }

    /// Lentz's evaluation of Γ(a, x) e^x x^-a, for x > a + 1.
    private static func continuedFraction(_ a: Double, _ x: Double) -> Double {
        let tiny = 1e-300
        var b = x + 1 - a
        var (c, d) = (1 / tiny, 1 / b)
        var result = d
        for i in 1...1_000_000 {
            let an = -Double(i) * (Double(i) - a)
            b += 2
            d = 1 / (abs(an * d + b) < tiny ? tiny : an * d + b)
            c = abs(b + an / c) < tiny ? tiny : b + an / c
            result *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return result
    }

    /// ln Γ(a+1) without its large parts (a + ½) ln a - a + ½ ln 2π, so that large counts lose no digits.
    ///
    /// - Source: Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
    private static func stirlingError(_ a: Double) -> Double {
        var (sum, a) = (0.0, a)
        while a < 16 {
            sum += (a + 0.5) * log1p(1 / a) - 1
            a += 1
        }
        let s = 1 / (a * a)
        return sum + (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 * s) * s) * s) * s) / a
    }

    /// a ln(a/x) + x - a, exact also where x is close to a.
    private static func deviance(_ a: Double, _ x: Double) -> Double {
        let difference = x - a
        guard abs(difference) < 0.1 * (a + x) else { return a * log(a / x) + difference }
        let v = difference / (a + x)
        var sum = difference * v
        var power = 2 * a * v
        var j = 1.0
        while true {
            power *= v * v
            let next = sum - power / (2 * j + 1)
            if next == sum { return next }
            sum = next
            j += 1
        }
    }
}
