import Areas
import Musterkreis
import Prevention
import Testing

@Suite("Land des Musterkreises") struct KreisLandTests {
    let today = Day(daysSince1970: 20_700)

    @Test(
        "every area has one whole shape around its inner point",
        arguments: [(6, 5, 2026), (3, 2, 7), (1, 1, 1), (9, 14, 99)])
    func shapes(towns: Int, districts: Int, seed: UInt64) throws {
        let plan = try MusterkreisPlan(towns: towns, districts: districts, offers: 0, years: 1, seed: seed)
        let kreis = Musterkreis(plan, today: today)
        #expect(kreis.outlines.count == kreis.areas.count)
        for area in kreis.areas {
            let outline = try #require(kreis.outlines[area.id])
            #expect(outline.polygons.count == 1)
            let center = try #require(area.center)
            if area.level != .kreis { #expect(outline.contains(LonLat(center.longitude, center.latitude))) }
            for ring in outline.rings { #expect(ring.count > 5 && !Self.crossesItself(ring), "\(area.key)") }
        }
    }

    @Test(
        "districts fill their town, towns fill the Kreis, without gap or overlap", arguments: [2026, 7, 99] as [UInt64])
    func tiling(seed: UInt64) throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0, years: 1, seed: seed), today: today)
        for parent in kreis.areas where parent.level != .district {
            let parts = kreis.areas.filter { $0.parentID == parent.id }.compactMap { kreis.outlines[$0.id] }
            let whole = try #require(kreis.outlines[parent.id])
            let sum = parts.reduce(0) { $0 + $1.squareKilometres }
            #expect(abs(sum - whole.squareKilometres) < 1e-6 * sum)
            // Each piece of a border belongs to two parts, or to one part and the whole.
            var sides: [Set<LonLat>: Int] = [:]
            for outline in parts + [whole] {
                for ring in outline.rings {
                    for (index, corner) in ring.enumerated() {
                        sides[[corner, ring[(index + 1) % ring.count]], default: 0] += 1
                    }
                }
            }
            #expect(sides.values.allSatisfy { $0 == 2 })
        }
    }

    @Test("districts have a size of districts, and their borders wind")
    func sizes() throws {
        let kreis = Musterkreis(try MusterkreisPlan(offers: 0, years: 1), today: today)
        for area in kreis.areas where area.level == .district {
            let outline = try #require(kreis.outlines[area.id])
            #expect((4...60).contains(outline.squareKilometres))
            #expect(outline.rings[0].count > 20)
        }
    }

    /// Tries every pair of sides.
    private static func crossesItself(_ ring: [LonLat]) -> Bool {
        let sides = ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
        for first in sides.indices {
            for second in sides.indices where second > first + 1 && !(first == 0 && second == sides.count - 1) {
                let (a, b) = sides[first]
                let (c, d) = sides[second]
                if turn(a, b, c) * turn(a, b, d) < 0, turn(c, d, a) * turn(c, d, b) < 0 { return true }
            }
        }
        return false
    }

    private static func turn(_ a: LonLat, _ b: LonLat, _ c: LonLat) -> Double {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
}
