/// Skala: a stretch of numbers with round marks, laid over a length of 1.
package struct ChartScale: Sendable, Hashable {
    package let low: Double
    package let high: Double
    /// Round numbers within, ascending.
    package let ticks: [Double]
    /// Decimals that tell the ticks apart, 0 to 3.
    package let places: Int

    /// - Parameters:
    ///   - values: what must fit; numbers that cannot be drawn are left out.
    ///   - isFromZero: whether 0 belongs to the scale.
    ///   - count: about how many ticks.
    package init(covering values: [Double], isFromZero: Bool = false, about count: Int = 5) {
        var least = values.filter(Self.isDrawable).min() ?? 0
        var most = values.filter(Self.isDrawable).max() ?? 1
        if isFromZero {
            least = min(least, 0)
            most = max(most, 0)
        }
        let room = max(abs(least), abs(most), 1e-6)
        if most - least < room * 1e-9 {
            most += most == 0 ? 1 : abs(most) * 0.1
            if !(isFromZero && least == 0) { least -= abs(least) * 0.1 }
        }
        let step = Self.step((most - least) / Double(max(count, 1)))
        let first = (least / step + 1e-9).rounded(.down)
        let last = (most / step - 1e-9).rounded(.up)
        low = min(first * step, least)
        high = max(last * step, most)
        ticks = stride(from: first, through: last, by: 1).map { $0 * step }
        places = step >= 1 && step != 2.5 ? 0 : step >= 0.1 && step != 0.25 ? 1 : step >= 0.01 ? 2 : 3
    }

    /// Where the number lies, 0 to 1; what is beyond the scale lies at its end.
    package func share(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return min(max((value - low) / (high - low), 0), 1)
    }

    /// Whether a number can be drawn at all.
    static func isDrawable(_ value: Double) -> Bool { value.isFinite && abs(value) < 9e8 }

    /// The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `rough`.
    private static func step(_ rough: Double) -> Double {
        var power = 1.0
        while power > rough { power /= 10 }
        while power * 10 <= rough { power *= 10 }
        for factor in [1, 2, 2.5, 5] where factor * power >= rough * 0.999_999 { return factor * power }
        return power * 10
    }
}
