import Design
import Foundation
import Indicators
import Statistics

/// Skala: class bounds with the steps of the palette that stand for them.
struct AtlasScale: Sendable, Hashable {
    /// Upper bounds, rising.
    let bounds: [Double]
    /// Least value; the first class begins here.
    let least: Double
    let palette: ClassMap.Palette
    let steps: [Int]

    /// - Parameter values: those that the bounds are made for.
    init?(_ values: [Double], _ query: AtlasQuery) {
        let classes: ClassBreaks? =
            query.breaks == .own
            ? ClassBreaks(values, upperBounds: query.bounds)
            : ClassBreaks(values, classes: query.classes, method: query.method)
        guard let classes, let least = values.min() else { return nil }
        bounds = classes.upperBounds
        self.least = min(least, bounds[0])
        palette = .sequential
        steps = ClassMap.steps(bounds.count)
    }

    /// Five classes around 0 for differences: well below, below, about alike, above, well above.
    init?(differences: [Double]) {
        guard let most = differences.map(abs).max(), most.isFinite else { return nil }
        let step = Self.round(most / 2.5)
        bounds = [-1.5 * step, -0.5 * step, 0.5 * step, 1.5 * step, max(most, 2.5 * step)]
        least = -max(most, 2.5 * step)
        palette = .diverging
        steps = ClassMap.steps(5)
    }

    /// A round number at most as large: 1, 2 or 5 times a power of ten.
    private static func round(_ value: Double) -> Double {
        guard value > 0 else { return 1 }
        let power = pow(10, floor(log10(value)))
        let lead = value / power
        return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power
    }

    /// The step for a value; beyond the bounds the last one.
    func step(_ value: Double) -> Int {
        let place = bounds.firstIndex { value <= $0 } ?? bounds.count - 1
        return steps[min(place, steps.count - 1)]
    }

    /// One digit for each area, in the order of the layer.
    func steps(of column: ValueColumn) -> [Int] {
        zip(column.values, column.states).map { value, state in
            switch state {
            case .suppressed: ClassMap.keptBack
            case .notAvailable: ClassMap.unknown
            case .available: value.isFinite ? step(value) : ClassMap.unknown
            }
        }
    }
}
