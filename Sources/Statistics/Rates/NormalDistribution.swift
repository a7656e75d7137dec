import Foundation

/// Normalverteilung: quantiles of the standard normal distribution in full double precision.
package enum NormalDistribution {
    /// The number of standard deviations on either side that hold `level` of the distribution: 0.95 gives 1.959964.
    ///
    /// - Parameter level: above 0 and below 1.
    package static func deviations(level: Double) -> Double { -quantile((1 - level) / 2) }

    /// The number below which the share `p` of the distribution lies.
    ///
    /// A rational approximation, then one step of Halley's method on the distribution itself.
    /// - Parameter p: above 0 and below 1; ±infinity at the ends, NaN outside.
    /// - Source: Wichura, Algorithm AS 241, Applied Statistics 37 (1988), PPND16.
    package static func quantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        if p == 0 { return -.infinity }
        if p == 1 { return .infinity }
        if p > 0.5, 1 - p < 0.5 { return -refined(approximation(1 - p), 1 - p) }
        return refined(approximation(p), p)
    }

    /// The share of the distribution below `x`.
    package static func share(below x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

    private static func refined(_ x: Double, _ p: Double) -> Double {
        let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
        guard density > 0 else { return x }
        let step = (share(below: x) - p) / density
        return x - step / (1 + x * step / 2)
    }

    private static func approximation(_ p: Double) -> Double {
        let q = p - 0.5
        if abs(q) <= 0.425 {
            let r = 0.180625 - q * q
            return q * polynomial(centre, r) / polynomial(centreBelow, r)
        }
        let r = (-log(min(p, 1 - p))).squareRoot()
        let size =
            r <= 5
            ? polynomial(middle, r - 1.6) / polynomial(middleBelow, r - 1.6)
            : polynomial(tail, r - 5) / polynomial(tailBelow, r - 5)
        return q < 0 ? -size : size
    }

    private static func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
        coefficients.reversed().reduce(0) { $0 * x + $1 }
    }

    private static let centre = [
        3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
        4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ]
    private static let centreBelow = [
        1.0, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
        3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
    ]
    private static let middle = [
        1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
        1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
    ]
    private static let middleBelow = [
        1.0, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
        1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
    ]
    private static let tail = [
        6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
        2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ]
    private static let tailBelow = [
        1.0, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2,
        7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
    ]
}
