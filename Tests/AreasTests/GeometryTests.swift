import Prevention
import Testing

@testable import Areas

@Suite("Umrisse") struct GeometryTests {
    /// A ring of `count` corners around a point, wobbling a little.
    static func blob(_ x: Double, _ y: Double, _ radius: Double, count: Int, seed: UInt64) -> [LonLat] {
        var generator = Random(state: seed | 1)
        // Points on a circle, walked by rotation with a rational angle so that no trigonometry is needed.
        var direction = LonLat(1, 0)
        let step = 2.0 / Double(count) * 3.14159
        return (0..<count).map { _ in
            let length = radius * Double.random(in: 0.9...1.1, using: &generator)
            defer {
                let turned = LonLat(direction.x - step * direction.y, direction.y + step * direction.x)
                direction = turned / (turned.x * turned.x + turned.y * turned.y).squareRoot()
            }
            return LonLat(x, y) + direction * length
        }
    }

    @Test("an outline packed into bytes comes back on the grid of millionths of a degree", arguments: 1...20)
    func packed(seed: UInt64) throws {
        let outline = Outline([
            .init(
                outer: Self.blob(7, 51, 0.1, count: 50, seed: seed),
                holes: [Self.blob(7, 51, 0.02, count: 9, seed: seed + 1)]),
            .init(outer: Self.blob(-170, -80, 0.5, count: 5, seed: seed + 2)),
        ])
        let back = try #require(Outline(packed: outline.packed))
        #expect(back.rings.map(\.count) == outline.rings.map(\.count))
        for (a, b) in zip(back.rings.joined(), outline.rings.joined()) {
            #expect(abs(a.x - b.x) < 6e-7 && abs(a.y - b.y) < 6e-7)
        }
        #expect(Outline(packed: Array(outline.packed.dropLast())) == nil && Outline(packed: []) == nil)
    }

    @Test("whatever bytes stand in the database, unpacking ends", arguments: 1...100)
    func brokenPacked(seed: UInt64) {
        var generator = Random(state: seed &* 77 | 1)
        let bytes = [1] + (0..<40).map { _ in UInt8.random(in: 0...255, using: &generator) }
        _ = Outline(packed: bytes)
        #expect(Outline(packed: [1, 255, 255, 255, 255, 255, 255, 255, 255, 127]) == nil)
    }

    @Test("a border that two areas share is drawn the same for both in every detail")
    func sharedBorder() throws {
        // Two squares with a jagged line between them, walked in opposite directions.
        var generator = Random(state: 4711)
        let line = (0...400).map {
            LonLat(7.1 + Double.random(in: -0.0005...0.0005, using: &generator), 51 + Double($0) / 4000)
        }
        let left = Outline([.init(outer: [LonLat(7, 51)] + line + [LonLat(7, 51.1)])])
        let right = Outline([.init(outer: line.reversed() + [LonLat(7.2, 51), LonLat(7.2, 51.1)])])
        let levels = OutlineLevels.together([left, right])
        for detail in OutlineDetail.allCases {
            let a = try #require(levels[0]?.levels[detail]?.polygons.first?.outer)
            let b = try #require(levels[1]?.levels[detail]?.polygons.first?.outer)
            let shared = Set(a).intersection(b)
            #expect(Set(a).subtracting(shared).count == 2 && Set(b).subtracting(shared).count == 2)
            #expect(SelfTouch.first(in: a) == nil && SelfTouch.first(in: b) == nil)
        }
        let counts = OutlineDetail.allCases.compactMap { levels[0]?.levels[$0]?.polygons.first?.outer.count }
        #expect(counts.count == 3 && counts[0] < counts[1] && counts[1] < counts[2] && counts[0] < 20)
    }

    @Test("areas stay drawable and keep most of their size however small they are", arguments: 1...20)
    func smallAreas(seed: UInt64) throws {
        let outline = Outline([.init(outer: Self.blob(7, 51, 0.002, count: 80, seed: seed))])
        let levels = try #require(OutlineLevels.together([outline])[0])
        for detail in OutlineDetail.allCases {
            let drawn = try #require(levels.levels[detail])
            #expect(drawn.polygons.count == 1)
            #expect(drawn.squareKilometres > 0.5 * levels.squareKilometres)
            #expect(drawn.squareKilometres < 2 * levels.squareKilometres)
        }
    }

    @Test("self-crossings are found as a comparison of every pair of edges finds them", arguments: 1...60)
    func selfTouch(seed: UInt64) {
        var generator = Random(state: seed &* 7919 | 1)
        let ring = (0..<Int.random(in: 4...9, using: &generator)).map { _ in
            LonLat(Double(Int.random(in: 0...5, using: &generator)), Double(Int.random(in: 0...5, using: &generator)))
        }
        var distinct: [LonLat] = []
        for point in ring where point != distinct.last { distinct.append(point) }
        while distinct.count > 1, distinct.first == distinct.last { distinct.removeLast() }
        guard distinct.count > 3 else { return }
        #expect((SelfTouch.first(in: distinct) != nil) == Self.touchesByBruteForce(distinct))
    }

    static func touchesByBruteForce(_ ring: [LonLat]) -> Bool {
        let edges = ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
        for i in edges.indices {
            for j in edges.indices where j > i {
                let isNext = j == i + 1 || (i == 0 && j == edges.count - 1)
                if !isNext {
                    if Segment.cross(edges[i].0, edges[i].1, edges[j].0, edges[j].1) { return true }
                    continue
                }
                let (a, corner, b) =
                    j == i + 1 ? (edges[i].0, edges[i].1, edges[j].1) : (edges[j].0, edges[j].1, edges[i].1)
                let (u, v) = (a - corner, b - corner)
                if u.x * v.y - u.y * v.x == 0, u.x * v.x + u.y * v.y > 0 { return true }
            }
        }
        return false
    }

    @Test("the inner point lies inside, for round, bent and hollow shapes alike", arguments: 1...20)
    func innerPoint(seed: UInt64) throws {
        let bent = Outline([
            .init(
                outer: [[0, 0], [10, 0], [10, 1], [1, 1], [1, 10], [0, 10]].map {
                    LonLat(7 + $0[0] / 50, 51 + $0[1] / 50)
                })
        ])
        let round = Outline([.init(outer: Self.blob(7, 51, 0.1, count: 40, seed: seed))])
        for outline in [bent, round] {
            let point = try #require(outline.innerPoint)
            #expect(outline.contains(point))
        }
    }

    @Test(
        "distances agree with known ones",
        arguments: [
            // Köln Dom - Düsseldorf Schlossturm, Dortmund - Unna, a degree of latitude.
            (50.9413, 6.9583, 51.2277, 6.7714, 34.4), (51.514, 7.465, 51.535, 7.689, 15.7), (51, 7, 52, 7, 111.2),
            (51, 7, 51, 7, 0),
        ])
    func distances(latitude: Double, longitude: Double, latitude2: Double, longitude2: Double, kilometres: Double)
        throws
    {
        let a = try #require(Coordinate(latitude: latitude, longitude: longitude))
        let b = try #require(Coordinate(latitude: latitude2, longitude: longitude2))
        #expect(abs(a.kilometres(to: b) - kilometres) < 0.15)
        #expect(a.kilometres(to: b) == b.kilometres(to: a))
        #expect(abs(Double(a.drivingMinutes(to: b)) - 1.3 * kilometres) <= 0.7)
    }
}
