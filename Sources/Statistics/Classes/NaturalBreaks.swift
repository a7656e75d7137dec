/// Natürliche Klassen: the split of a sorted list with the least squared error, found exactly in O(k n log n).
///
/// - Source: Wang, Song, Ckmeans.1d.dp: Optimal k-means clustering in one dimension, The R Journal 3/2 (2011); the
///   divide and conquer of the dynamic program uses that the best last split never moves left as values are added.
enum NaturalBreaks {
    /// The greatest value of each class. Among equally good splits the one with the smaller lower classes.
    ///
    /// - Parameters:
    ///   - sorted: ascending, finite, not empty.
    ///   - classes: 1 or more; at most one for each distinct value is made.
    static func upperBounds(ofSorted sorted: [Double], classes: Int) -> [Double] {
        let points = Points(sorted)
        let count = points.values.count
        let rows = min(classes, count)
        var splits: [[Int32]] = []
        var cost = (0..<count).map { points.error(0, $0) }
        for row in 1..<max(rows, 1) {
            let isLast = row == rows - 1
            let (next, split) = points.add(row: row, to: cost, from: isLast ? count - 1 : row)
            cost = next
            splits.append(split)
        }
        var bounds: [Double] = []
        var end = count - 1
        for split in splits.reversed() {
            bounds.append(points.values[end])
            end = Int(split[end]) - 1
        }
        bounds.append(points.values[end])
        return bounds.reversed()
    }

    /// Distinct values with running sums of how often they occur, of their values and squares around the median.
    private struct Points {
        private(set) var values: [Double] = []
        private var weight: [Double] = [0]
        private var sum: [Double] = [0]
        private var square: [Double] = [0]

        init(_ sorted: [Double]) {
            let centre = sorted[sorted.count / 2]
            var (total, squares, number) = (CompensatedSum(), CompensatedSum(), 0.0)
            var index = 0
            while index < sorted.count {
                let value = sorted[index]
                let start = index
                while index < sorted.count, sorted[index] == value { index += 1 }
                let (occurrences, distance) = (Double(index - start), value - centre)
                number += occurrences
                total.add(occurrences * distance)
                squares.add(occurrences * distance * distance)
                values.append(value)
                weight.append(number)
                sum.append(total.total)
                square.append(squares.total)
            }
        }

        /// The squared error of the class from one distinct value to another, both included.
        func error(_ first: Int, _ last: Int) -> Double {
            let total = sum[last + 1] - sum[first]
            let error = square[last + 1] - square[first] - total * total / (weight[last + 1] - weight[first])
            return max(0, error)
        }

        /// One more class: the least cost up to each value from `from` on, and where the last class begins.
        func add(row: Int, to before: [Double], from first: Int) -> (cost: [Double], split: [Int32]) {
            var cost = [Double](repeating: .infinity, count: values.count)
            var split = [Int32](repeating: 0, count: values.count)
            before.withUnsafeBufferPointer { before in
                weight.withUnsafeBufferPointer { weight in
                    sum.withUnsafeBufferPointer { sum in
                        square.withUnsafeBufferPointer { square in
                            let running = Running(weight: weight, sum: sum, square: square, before: before)
                            running.fill(&cost, &split, first...(values.count - 1), starts: row...(values.count - 1))
                        }
                    }
                }
            }
            return (cost, split)
        }
    }

    /// The running sums without bounds checks of arrays in the innermost loop.
    private struct Running {
        let weight: UnsafeBufferPointer<Double>
        let sum: UnsafeBufferPointer<Double>
        let square: UnsafeBufferPointer<Double>
        let before: UnsafeBufferPointer<Double>

        /// Finds the middle of `range`, then both halves, whose splits lie on either side of the middle's.
        func fill(
            _ cost: inout [Double], _ split: inout [Int32], _ range: ClosedRange<Int>, starts: ClosedRange<Int>
        ) {
            let middle = (range.lowerBound + range.upperBound) / 2
            let (best, start) = best(upTo: middle, starts)
            cost[middle] = best
            split[middle] = Int32(start)
            if range.lowerBound < middle {
                fill(&cost, &split, range.lowerBound...(middle - 1), starts: starts.lowerBound...start)
            }
            if middle < range.upperBound {
                fill(&cost, &split, (middle + 1)...range.upperBound, starts: start...starts.upperBound)
            }
        }

        private func best(upTo end: Int, _ starts: ClosedRange<Int>) -> (cost: Double, start: Int) {
            let (weightEnd, sumEnd, squareEnd) = (weight[end + 1], sum[end + 1], square[end + 1])
            var (least, best) = (Double.infinity, starts.lowerBound)
            var start = starts.lowerBound
            let last = min(end, starts.upperBound)
            while start <= last {
                let total = sumEnd - sum[start]
                let error = squareEnd - square[start] - total * total / (weightEnd - weight[start])
                let cost = before[start - 1] + max(0, error)
                if cost < least { (least, best) = (cost, start) }
                start += 1
            }
            return (least, best)
        }
    }
}
