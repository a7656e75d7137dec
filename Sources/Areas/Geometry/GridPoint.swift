/// Rasterpunkt: a corner on the grid of millionths of a degree (11 cm), on which shared borders are recognised.
struct GridPoint: Hashable, Comparable {
    let x: Int32
    let y: Int32

    init(x: Int32, y: Int32) {
        self.x = x
        self.y = y
    }

    /// - Parameter point: degrees, within ±180.
    init(_ point: LonLat) {
        x = Int32((point.x * 1_000_000).rounded())
        y = Int32((point.y * 1_000_000).rounded())
    }

    var lonLat: LonLat { LonLat(Double(x) / 1_000_000, Double(y) / 1_000_000) }

    static func < (left: Self, right: Self) -> Bool { (left.x, left.y) < (right.x, right.y) }

    /// The corners of a ring on the grid without repetitions of neighbours.
    static func ring(_ ring: [LonLat]) -> [GridPoint] {
        var result: [GridPoint] = []
        result.reserveCapacity(ring.count)
        for point in ring {
            let corner = GridPoint(point)
            if corner != result.last { result.append(corner) }
        }
        while result.count > 1, result.first == result.last { result.removeLast() }
        return result
    }
}
