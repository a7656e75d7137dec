/// Grenznetz: the borders of several outlines cut where three or more meet, so that a border that two areas share is one
/// line and is simplified once, the same for both.
struct BorderNetwork {
    /// One line of the network; its ends stay where they are.
    struct Line {
        let points: [GridPoint]
        /// How much each point matters: m² of the triangle that goes with it; the ends matter most.
        let weights: [Double]
    }

    /// A ring as lines in order, some of them walked backwards.
    struct Path {
        let lines: [(line: Int, isReversed: Bool)]
        /// Twice the signed area in grid units, to notice rings that collapse.
        let turn: Double
        /// Whether the ring neither touches nor crosses itself.
        let isSimple: Bool
    }

    private(set) var lines: [Line] = []
    private(set) var paths: [Path] = []
    private var lineIndices: [[GridPoint]: Int] = [:]

    /// - Parameter rings: corners on the grid, at least three different ones each.
    init(rings: [[GridPoint]]) {
        let junctions = Self.junctions(rings)
        for ring in rings {
            let pieces = Self.pieces(of: ring, at: junctions)
            let corners = ring.map(\.lonLat)
            paths.append(
                Path(
                    lines: pieces.map { add($0) }, turn: Ring.turn(corners),
                    isSimple: SelfTouch.first(in: corners) == nil))
        }
        lineIndices = [:]
    }

    /// The corners of ring `path` with every point that matters at least `threshold(line)` m².
    func ring(_ path: Int, threshold: (Int) -> Double) -> [GridPoint] {
        var result: [GridPoint] = []
        for (line, isReversed) in paths[path].lines {
            let points = simplified(line, threshold(line))
            result += isReversed ? points.reversed().dropLast() : points.dropLast()
        }
        return result
    }

    private func simplified(_ index: Int, _ threshold: Double) -> [GridPoint] {
        let line = lines[index]
        guard threshold > 0 else { return line.points }
        return line.points.indices.filter { line.weights[$0] >= threshold }.map { line.points[$0] }
    }

    /// Points at which rings part: those that have different neighbours in different rings.
    private static func junctions(_ rings: [[GridPoint]]) -> Set<GridPoint> {
        var neighbours: [GridPoint: (GridPoint, GridPoint)] = [:]
        var junctions: Set<GridPoint> = []
        for ring in rings {
            for (index, point) in ring.enumerated() {
                let before = ring[index == 0 ? ring.count - 1 : index - 1]
                let after = ring[index + 1 == ring.count ? 0 : index + 1]
                let pair = before < after ? (before, after) : (after, before)
                if let known = neighbours[point] {
                    if known != pair { junctions.insert(point) }
                } else {
                    neighbours[point] = pair
                }
            }
        }
        return junctions
    }

    /// The ring cut at the junctions; a ring without any is one closed line from its smallest point.
    private static func pieces(of ring: [GridPoint], at junctions: Set<GridPoint>) -> [[GridPoint]] {
        let cuts = ring.indices.filter { junctions.contains(ring[$0]) }
        guard let first = cuts.first else {
            let start = ring.indices.min { ring[$0] < ring[$1] } ?? 0
            return [Array(ring[start...] + ring[...start])]
        }
        var pieces: [[GridPoint]] = []
        var current = [ring[first]]
        for step in 1...ring.count {
            let point = ring[(first + step) % ring.count]
            current.append(point)
            if junctions.contains(point) {
                pieces.append(current)
                current = [point]
            }
        }
        return pieces
    }

    /// The index of a line, which is kept in one direction whoever walks it.
    private mutating func add(_ points: [GridPoint]) -> (line: Int, isReversed: Bool) {
        let isReversed = Self.isBackwards(points)
        let points = isReversed ? points.reversed() : points
        if let known = lineIndices[points] { return (known, isReversed) }
        lines.append(Line(points: points, weights: Visvalingam.weights(of: points)))
        lineIndices[points] = lines.count - 1
        return (lines.count - 1, isReversed)
    }

    private static func isBackwards(_ points: [GridPoint]) -> Bool {
        guard let first = points.first, let last = points.last else { return false }
        guard points.count > 2 else { return first > last }
        return first == last ? points[1] > points[points.count - 2] : first > last
    }
}

extension BorderNetwork {
    /// The rings with detail below `tolerance` metres removed.
    ///
    /// A ring that would collapse, lose most of its area or cross itself keeps more of its lines, and so do the rings
    /// that share them. Rings below `tolerance`² may vanish (empty) if `mayVanish` allows it.
    func simplified(tolerance: Double, mayVanish: (Int) -> Bool) -> [[GridPoint]] {
        var thresholds = [Double](repeating: tolerance * tolerance, count: lines.count)
        var result = paths.indices.map { path in ring(path) { thresholds[$0] } }
        var pending = Array(paths.indices)
        for round in 0..<6 {
            let broken = pending.filter { !isSound(result[$0], path: $0) && !mayVanish($0) }
            guard !broken.isEmpty else { break }
            var touched: Set<Int> = []
            for path in broken {
                for (line, _) in paths[path].lines where touched.insert(line).inserted {
                    thresholds[line] = round == 5 ? 0 : thresholds[line] / 8
                }
            }
            pending = paths.indices.filter { path in paths[path].lines.contains { touched.contains($0.line) } }
            for path in pending { result[path] = ring(path) { thresholds[$0] } }
        }
        return paths.indices.map { path in
            mayVanish(path) && !isSound(result[path], path: path) ? [] : result[path]
        }
    }

    private func isSound(_ ring: [GridPoint], path: Int) -> Bool {
        guard ring.count > 2 else { return false }
        let points = ring.map(\.lonLat)
        let share = Ring.turn(points) / paths[path].turn
        guard share > 0.5, share < 2 else { return false }
        return !paths[path].isSimple || SelfTouch.first(in: points, budget: 2_000_000) == nil
    }
}
