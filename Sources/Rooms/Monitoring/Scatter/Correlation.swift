import Foundation
import Statistics

/// Zusammenhang: Pearson's correlation of two indicators over areas, with its 95 % interval by Fisher's z.
struct Correlation: Hashable, Sendable {
    let value: Double
    let limits: Limits
    let count: Int

    /// - Returns: `nil` for fewer than five areas, and where one of the two does not vary.
    init?(_ pairs: [(x: Double, y: Double)]) {
        let pairs = pairs.filter { $0.x.isFinite && $0.y.isFinite }
        guard pairs.count >= 5 else { return nil }
        let count = Double(pairs.count)
        let meanX = pairs.map(\.x).compensatedSum() / count
        let meanY = pairs.map(\.y).compensatedSum() / count
        let spreadX = pairs.map { ($0.x - meanX) * ($0.x - meanX) }.compensatedSum()
        let spreadY = pairs.map { ($0.y - meanY) * ($0.y - meanY) }.compensatedSum()
        let common = pairs.map { ($0.x - meanX) * ($0.y - meanY) }.compensatedSum()
        let scale = spreadX.squareRoot() * spreadY.squareRoot()
        let noise = 1e-12 * count * max(meanX * meanX, meanY * meanY, 1e-300)
        guard spreadX > noise * 1e-3, spreadY > noise * 1e-3, scale > 0, scale.isFinite else { return nil }
        let r = min(max(common / scale, -1), 1)
        value = r
        self.count = pairs.count
        let inner = min(max(r, -0.999_999_9), 0.999_999_9)
        let reach = NormalDistribution.deviations(level: 0.95) / (count - 3).squareRoot()
        limits = Limits(lower: tanh(atanh(inner) - reach), upper: tanh(atanh(inner) + reach))
    }

    /// How the interval lies to zero.
    enum Finding: Sendable { case together, opposed, unsure }

    var finding: Finding { limits.lower > 0 ? .together : limits.upper < 0 ? .opposed : .unsure }
}
