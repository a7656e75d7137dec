import Prevention

/// Wabe: a cell of the mesh from which invented districts are put together (axial coordinates).
struct Hex: Hashable {
    let q: Int
    let r: Int

    /// The six cells around it; the one beyond edge `n` at place `n`.
    var neighbours: [Hex] {
        [(1, 0), (0, 1), (-1, 1), (-1, 0), (0, -1), (1, -1)].map { Hex(q: q + $0.0, r: r + $0.1) }
    }

    /// The six corners, counter-clockwise from the lower right one; edge `n` runs from corner `n` to the next.
    var corners: [Corner] {
        let x = 2 * q + r
        let y = 3 * r
        return [(1, -1), (1, 1), (0, 2), (-1, 1), (-1, -1), (0, -2)].map { Corner(x: x + $0.0, y: y + $0.1) }
    }

    /// Corner of cells on whole numbers, so that neighbours have exactly the same ones.
    struct Corner: Hashable {
        let x: Int
        let y: Int
    }
}

/// Wabennetz: cells over a plain of kilometres, with crooked edges so that borders look grown.
///
/// Three cells meet in each corner; regions of cells therefore never touch themselves in a point.
struct HexMesh {
    /// Corner to centre in km.
    let radius: Double
    let seed: UInt64

    private static let halfWidth = 0.866_025_403_784_438_6

    func centre(_ hex: Hex) -> SIMD2<Double> {
        SIMD2(Double(2 * hex.q + hex.r) * Self.halfWidth * radius, Double(3 * hex.r) * radius / 2)
    }

    /// The cell in which a point lies, up to the crookedness of its edges.
    func cell(at point: SIMD2<Double>) -> Hex {
        let r = point.y * 2 / (3 * radius)
        let q = (point.x / (Self.halfWidth * radius) - r) / 2
        let guess = Hex(q: Int(q.rounded()), r: Int(r.rounded()))
        let near = [guess] + guess.neighbours
        return near.min { squaredDistance($0, point) < squaredDistance($1, point) } ?? guess
    }

    private func squaredDistance(_ hex: Hex, _ point: SIMD2<Double>) -> Double {
        let way = centre(hex) - point
        return way.x * way.x + way.y * way.y
    }

    /// Where a corner is drawn: beside its place by at most a quarter of the radius in each direction.
    func point(_ corner: Hex.Corner) -> SIMD2<Double> {
        var generator = SeededGenerator(seed: seed, corner.x, corner.y)
        let aside = SIMD2(Double(generator.number(in: -250...250)), Double(generator.number(in: -250...250))) / 1_000
        return (SIMD2(Double(corner.x) * Self.halfWidth, Double(corner.y) / 2) + aside) * radius
    }

    /// The borders of a set of cells: outer rings counter-clockwise, holes clockwise.
    func rings(around cells: Set<Hex>) -> [[Hex.Corner]] {
        var next: [Hex.Corner: Hex.Corner] = [:]
        for cell in cells {
            let corners = cell.corners
            for (edge, neighbour) in cell.neighbours.enumerated() where !cells.contains(neighbour) {
                next[corners[edge]] = corners[(edge + 1) % 6]
            }
        }
        var rings: [[Hex.Corner]] = []
        for start in next.keys.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
            guard var corner = next.removeValue(forKey: start) else { continue }
            var ring = [start]
            while corner != start, let following = next.removeValue(forKey: corner) {
                ring.append(corner)
                corner = following
            }
            rings.append(ring)
        }
        return rings
    }
}
