/// Line simplification after Visvalingam and Whyatt: the point whose triangle with its neighbours is smallest goes first.
///
/// - Source: Visvalingam, Whyatt: Line generalisation by repeated elimination of points, The Cartographic Journal 30 (1993).
enum Visvalingam {
    /// The area in m² at which each point goes; never less than that of points gone before. The ends never go.
    static func weights(of points: [GridPoint]) -> [Double] {
        var weights = [Double](repeating: .infinity, count: points.count)
        guard points.count > 2 else { return weights }
        var line = LinkedLine(points)
        var queue = TriangleQueue()
        for index in 1..<points.count - 1 { queue.push(line.triangle(index), index) }
        var largest = 0.0
        while let (area, index) = queue.pop() {
            // Entries made old by a neighbour's removal are skipped.
            guard weights[index] == .infinity, line.current[index] == area else { continue }
            largest = max(largest, area)
            weights[index] = largest
            for neighbour in line.remove(index) { queue.push(line.triangle(neighbour), neighbour) }
        }
        return weights
    }
}

/// The points that are left, each knowing its neighbours.
private struct LinkedLine {
    private let places: [LonLat]
    private var before: [Int]
    private var after: [Int]
    /// The area last computed for each point.
    private(set) var current: [Double]

    init(_ points: [GridPoint]) {
        let shrink = Ellipsoid.shrink(latitude: points[0].lonLat.y)
        // Metres on the sphere, good enough to rank triangles.
        places = points.map { $0.lonLat * LonLat(111_320 * shrink, 110_574) }
        before = points.indices.map { $0 - 1 }
        after = points.indices.map { $0 + 1 }
        current = [Double](repeating: .infinity, count: points.count)
    }

    mutating func triangle(_ index: Int) -> Double {
        let area = abs(Segment.side(places[before[index]], places[index], places[after[index]])) / 2
        current[index] = area
        return area
    }

    /// Takes the point out and returns its neighbours that are no ends.
    mutating func remove(_ index: Int) -> [Int] {
        let (left, right) = (before[index], after[index])
        after[left] = right
        before[right] = left
        return [left, right].filter { $0 > 0 && $0 < places.count - 1 }
    }
}

/// A binary heap of triangles, smallest first; equal ones in the order of the line.
private struct TriangleQueue {
    private var heap: [(area: Double, index: Int)] = []

    mutating func push(_ area: Double, _ index: Int) {
        heap.append((area, index))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func pop() -> (area: Double, index: Int)? {
        guard let first = heap.first else { return nil }
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var smallest = parent
            for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[smallest] {
                smallest = child
            }
            guard smallest != parent else { return first }
            heap.swapAt(parent, smallest)
            parent = smallest
        }
    }
}
