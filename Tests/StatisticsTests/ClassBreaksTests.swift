import Foundation
import Prevention
import Statistics
import Testing

@Suite("Klassengrenzen")
struct ClassBreaksTests {
    @Test("ten numbers fall into the six groups that anybody sees")
    func sixGroups() throws {
        let breaks = try #require(ClassBreaks([1, 2, 4, 5, 12, 43, 52, 123, 234, 1244], classes: 6, method: .natural))
        #expect(breaks.upperBounds == [5, 12, 52, 123, 234, 1244])
        #expect(breaks.counts == [4, 1, 2, 1, 1, 1])
        #expect(abs(breaks.squaredError - 50.5) < 1e-12)
    }

    @Test("natural classes are as good as the best of all possible splits", arguments: 0..<60)
    func bestOfAll(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let values = (0..<random.number(in: 1...11)).map { _ in Double(random.number(in: 0...(seed < 30 ? 9 : 999))) }
        for classes in 1...5 {
            let breaks = try #require(ClassBreaks(values, classes: classes, method: .natural))
            let distinct = Array(Set(values)).sorted()
            let best = Self.leastError(values.sorted(), distinct, min(classes, distinct.count))
            #expect(abs(breaks.squaredError - best) <= 1e-9 * max(1, best), "\(values) in \(classes)")
            #expect(breaks.counts.count == min(classes, distinct.count))
            #expect(breaks.counts.reduce(0, +) == values.count)
        }
    }

    /// By trying every set of bounds.
    private static func leastError(_ values: [Double], _ distinct: [Double], _ classes: Int) -> Double {
        func error(_ part: [Double]) -> Double {
            let mean = part.reduce(0, +) / Double(part.count)
            return part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        }
        func least(from first: Int, _ classes: Int) -> Double {
            if classes == 1 { return error(values.filter { $0 >= distinct[first] }) }
            return (first..<(distinct.count - classes + 1)).map { last in
                error(values.filter { $0 >= distinct[first] && $0 <= distinct[last] })
                    + least(from: last + 1, classes - 1)
            }.min() ?? .infinity
        }
        return least(from: 0, classes)
    }

    @Test("equal values stay together, and more classes than distinct values are not made")
    func ties() throws {
        let breaks = try #require(ClassBreaks([3, 1, 3, 1, 3, 1, 2], classes: 9, method: .natural))
        #expect(breaks.upperBounds == [1, 2, 3])
        #expect(breaks.counts == [3, 1, 3])
        #expect(breaks.squaredError == 0 && breaks.goodness == 1 && breaks.absoluteDeviation == 0)
        for method in ClassBreaks.Method.allCases {
            let one = try #require(ClassBreaks([7, 7, 7], classes: 4, method: method))
            #expect(one.upperBounds == [7] && one.counts == [3], "\(method)")
        }
        let quantile = try #require(ClassBreaks([0, 0, 0, 0, 0, 0, 1, 2], classes: 3, method: .quantile))
        #expect(quantile.upperBounds.first == 0 && quantile.counts.first == 6)
    }

    @Test("equal classes of a skewed list may be empty and still have their bounds")
    func emptyClasses() throws {
        let breaks = try #require(ClassBreaks([0, 1, 2, 3, 100], classes: 4, method: .equal))
        #expect(breaks.upperBounds == [25, 50, 75, 100])
        #expect(breaks.counts == [4, 0, 0, 1])
    }

    @Test("own bounds are kept, and values above them get a class")
    func ownBounds() throws {
        let breaks = try #require(ClassBreaks([1, 5, 9, 30], upperBounds: [5, 10]))
        #expect(breaks.upperBounds == [5, 10, 30] && breaks.counts == [2, 1, 1])
        #expect(ClassBreaks([1, 5], upperBounds: [5, 10])?.counts == [2, 0])
        #expect(ClassBreaks([1, 5], upperBounds: [5, 5]) == nil)
        #expect(ClassBreaks([1, 5], upperBounds: []) == nil)
    }

    @Test("the same bounds serve all years")
    func sameBoundsForAllYears() throws {
        let years = [[1.0, 2, 3], [2, 3, 50], [1, 51, 52]]
        let bounds = ClassBreaks.sharedBounds(years, classes: 2, method: .natural)
        #expect(bounds == [3, 52])
        #expect(years.map { ClassBreaks($0, upperBounds: bounds)?.counts } == [[3, 0], [2, 1], [1, 2]])
        #expect(ClassBreaks.sharedBounds([[]], classes: 2, method: .natural) == [])
    }

    @Test("a value finds its class by the bounds")
    func findsClass() throws {
        let breaks = try #require(ClassBreaks([1, 2, 10, 11], classes: 2, method: .natural))
        #expect([0, 2, 2.1, 11, 99].map(breaks.classOf) == [0, 0, 1, 1, 1])
    }

    @Test("nothing comes of nothing, and what is not finite is left out")
    func empty() throws {
        #expect(ClassBreaks([], classes: 3, method: .natural) == nil)
        #expect(ClassBreaks([1], classes: 0, method: .natural) == nil)
        #expect(ClassBreaks([.nan, .infinity, 4], classes: 3, method: .equal)?.counts == [1])
    }

    @Test("large numbers close together are told apart")
    func largeNumbers() throws {
        let values = [0.0, 1, 2, 10, 11, 12, 20, 21, 22].map { $0 + 4e9 }
        let breaks = try #require(ClassBreaks(values, classes: 3, method: .natural))
        #expect(breaks.counts == [3, 3, 3] && breaks.squaredError == 6)
    }
}
