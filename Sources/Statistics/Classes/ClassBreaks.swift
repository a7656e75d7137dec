/// Klassengrenzen: into which classes the values of a map or table fall.
///
/// A class holds the values above the bound before it, up to and including its own; equal values are never split.
package struct ClassBreaks: Hashable, Sendable {
    /// The greatest value of each class, ascending; the last one is the greatest value of all.
    package let upperBounds: [Double]
    /// How many values each class holds; 0 is possible for equal widths and own bounds.
    package let counts: [Int]
    /// Sum of squared distances to the mean of the class.
    package let squaredError: Double
    /// Sum of absolute distances to the median of the class.
    package let absoluteDeviation: Double
    /// Goodness of variance fit: 1 where the classes explain everything, 0 where they explain nothing.
    package let goodness: Double

    /// How bounds are found.
    package enum Method: String, CaseIterable, Sendable {
        /// Natürliche Klassen: least squared error of all possible classes, exactly.
        case natural
        /// Gleich besetzte Klassen.
        case quantile
        /// Gleich breite Klassen.
        case equal
    }

    /// - Parameters:
    ///   - values: only what is known and may be shown; not finite ones are left out.
    ///   - classes: at most; fewer where there are fewer distinct values.
    /// - Returns: `nil` without values or for fewer than 1 class.
    package init?(_ values: [Double], classes: Int, method: Method) {
        guard let sorted = Self.sorted(values), classes > 0 else { return nil }
        switch method {
        case .natural: self.init(sorted: sorted, bounds: NaturalBreaks.upperBounds(ofSorted: sorted, classes: classes))
        case .quantile: self.init(sorted: sorted, bounds: Self.quantiles(ofSorted: sorted, classes: classes))
        case .equal: self.init(sorted: sorted, bounds: Self.equalWidths(ofSorted: sorted, classes: classes))
        }
    }

    /// Eigene Grenzen: the upper bounds are given; a last class is added for values above them.
    ///
    /// - Returns: `nil` without values or bounds, or where the bounds do not ascend.
    package init?(_ values: [Double], upperBounds: [Double]) {
        let ascends = zip(upperBounds, upperBounds.dropFirst()).allSatisfy { $0 < $1 }
        guard let sorted = Self.sorted(values), !upperBounds.isEmpty, ascends, let last = sorted.last else {
            return nil
        }
        self.init(
            sorted: sorted, bounds: upperBounds.last.map { $0 < last } == true ? upperBounds + [last] : upperBounds)
    }

    /// The same classes for all years, so that colours mean the same on each map: breaks of all values together.
    ///
    /// - Returns: bounds to hand on to `init(_:upperBounds:)` for each year; empty without values.
    package static func sharedBounds(_ years: [[Double]], classes: Int, method: Method) -> [Double] {
        ClassBreaks(years.flatMap(\.self), classes: classes, method: method)?.upperBounds ?? []
    }

    /// The class of a value, from 0; values above the last bound belong to the last class.
    package func classOf(_ value: Double) -> Int {
        let first = upperBounds.firstIndex { value <= $0 }
        return first ?? upperBounds.count - 1
    }

    private init(sorted: [Double], bounds: [Double]) {
        var (counts, squared, absolute): ([Int], CompensatedSum, CompensatedSum) = ([], .init(), .init())
        var start = 0
        for bound in bounds {
            var end = start
            while end < sorted.count, sorted[end] <= bound { end += 1 }
            squared.add(Self.squaredError(sorted[start..<end]))
            absolute.add(Self.absoluteDeviation(sorted[start..<end]))
            counts.append(end - start)
            start = end
        }
        let total = Self.squaredError(sorted[...])
        upperBounds = bounds
        self.counts = counts
        squaredError = squared.total
        absoluteDeviation = absolute.total
        goodness = total > 0 ? 1 - squared.total / total : 1
    }

    private static func sorted(_ values: [Double]) -> [Double]? {
        let known = values.filter(\.isFinite).sorted()
        return known.isEmpty ? nil : known
    }

    private static func squaredError(_ values: ArraySlice<Double>) -> Double {
        guard let first = values.first, let last = values.last, first < last else { return 0 }
        let mean = values.compensatedSum() / Double(values.count)
        var sum = CompensatedSum()
        for value in values { sum.add((value - mean) * (value - mean)) }
        return sum.total
    }

    private static func absoluteDeviation(_ values: ArraySlice<Double>) -> Double {
        guard !values.isEmpty else { return 0 }
        let middle = values.startIndex + values.count / 2
        let median = values.count.isMultiple(of: 2) ? (values[middle - 1] + values[middle]) / 2 : values[middle]
        var sum = CompensatedSum()
        for value in values { sum.add(abs(value - median)) }
        return sum.total
    }

    /// Bounds at equal shares of the values, linear between neighbours (as numpy and R type 7); equal bounds are merged.
    private static func quantiles(ofSorted sorted: [Double], classes: Int) -> [Double] {
        var bounds: [Double] = []
        for number in 1...min(classes, distinctCount(sorted)) {
            let bound = quantile(Double(number) / Double(min(classes, distinctCount(sorted))), ofSorted: sorted)
            if bounds.last.map({ $0 < bound }) ?? true { bounds.append(bound) }
        }
        return bounds
    }

    private static func quantile(_ share: Double, ofSorted sorted: [Double]) -> Double {
        let position = share * Double(sorted.count - 1)
        let below = min(Int(position), sorted.count - 1)
        let above = min(below + 1, sorted.count - 1)
        return sorted[below] + (sorted[above] - sorted[below]) * (position - Double(below))
    }

    private static func equalWidths(ofSorted sorted: [Double], classes: Int) -> [Double] {
        guard let first = sorted.first, let last = sorted.last, first < last else {
            return sorted.prefix(1).map(\.self)
        }
        let number = min(classes, distinctCount(sorted))
        let inner = (1..<max(number, 1)).map { first + (last - first) / Double(number) * Double($0) }
        return inner + [last]
    }

    private static func distinctCount(_ sorted: [Double]) -> Int {
        var count = 0
        var before: Double?
        for value in sorted where value != before {
            count += 1
            before = value
        }
        return count
    }
}
