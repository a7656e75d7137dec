/// Finds where a ring touches or crosses itself.
enum SelfTouch {
    /// A point at which the ring meets itself, `nil` if it is simple. Neighbouring edges may share their corner.
    ///
    /// Sweeps over the edges by longitude; n log n for ordinary outlines. After `budget` comparisons, which only
    /// malicious outlines need, it stops and finds nothing.
    static func first(in ring: [LonLat], budget: Int = 40_000_000) -> LonLat? {
        guard ring.count > 3 else { return nil }
        var left = budget
        let count = ring.count
        let end = { (edge: Int) in ring[edge + 1 == count ? 0 : edge + 1] }
        let west = ring.indices.map { min(ring[$0].x, end($0).x) }
        let east = ring.indices.map { max(ring[$0].x, end($0).x) }
        let order = ring.indices.sorted { (west[$0], $0) < (west[$1], $1) }
        var active: [Int] = []
        for edge in order {
            active.removeAll { east[$0] < west[edge] }
            let (a, b) = (ring[edge], end(edge))
            let (low, high) = (min(a.y, b.y), max(a.y, b.y))
            left -= active.count
            guard left > 0 else { return nil }
            for other in active {
                let (c, d) = (ring[other], end(other))
                guard min(c.y, d.y) <= high, low <= max(c.y, d.y) else { continue }
                if let point = meeting(edge, other, count, a, b, c, d) { return point }
            }
            active.append(edge)
        }
        return nil
    }

    private static func meeting(
        _ edge: Int, _ other: Int, _ count: Int, _ a: LonLat, _ b: LonLat, _ c: LonLat, _ d: LonLat
    ) -> LonLat? {
        let gap = abs(edge - other)
        if gap == 1 || gap == count - 1 {
            // Neighbours share a corner; they may only not fold back onto each other.
            let (corner, one, two) = b == c ? (b, a, d) : (a, b, c)
            guard Segment.side(corner, one, two) == 0 else { return nil }
            let (u, v) = (one - corner, two - corner)
            return u.x * v.x + u.y * v.y > 0 ? corner : nil
        }
        return Segment.cross(a, b, c, d) ? crossing(a, b, c, d) : nil
    }

    private static func crossing(_ a: LonLat, _ b: LonLat, _ c: LonLat, _ d: LonLat) -> LonLat {
        let (u, v) = (b - a, d - c)
        let determinant = u.x * v.y - u.y * v.x
        guard determinant != 0 else { return c }
        let share = ((c.x - a.x) * v.y - (c.y - a.y) * v.x) / determinant
        return a + u * min(1, max(0, share))
    }
}
