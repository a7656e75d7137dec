extension Outline {
    /// A point inside the outline that stands for it: the centre of mass of the largest polygon if it lies inside with
    /// some room around it, otherwise the point farthest from the border (pole of inaccessibility).
    package var innerPoint: LonLat? {
        let largest = polygons.max { abs(Ring.turn($0.outer)) < abs(Ring.turn($1.outer)) }
        guard let largest, let bounds = Bounds(around: largest.outer) else { return nil }
        let field = DistanceField(rings: largest.rings, latitude: bounds.middle.y)
        let pole = field.pole(in: bounds)
        guard let centroid = Ring.centroid(largest.outer), field.distance(to: centroid) > pole.distance / 4 else {
            return pole.distance > 0 ? pole.point : largest.outer.first
        }
        return centroid
    }
}

/// Distances to the border of a polygon, positive inside, in degrees of latitude.
private struct DistanceField {
    private let rings: [[LonLat]]
    private let scale: LonLat

    init(rings: [[LonLat]], latitude: Double) {
        self.rings = rings
        scale = LonLat(Ellipsoid.shrink(latitude: latitude), 1)
    }

    func distance(to point: LonLat) -> Double {
        var best = Double.infinity
        var inside = false
        for ring in rings {
            guard var previous = ring.last else { continue }
            for corner in ring {
                let squared = Segment.squaredDistance(from: point * scale, to: previous * scale, corner * scale)
                if squared < best { best = squared }
                previous = corner
            }
            if Ring.contains(ring, point) { inside.toggle() }
        }
        return inside ? best.squareRoot() : -best.squareRoot()
    }

    /// The point farthest from the border, to a hundredth of the shape's size.
    ///
    /// - Source: quadtree search as in Mapbox polylabel: cells are split as long as their best case beats the best found.
    func pole(in bounds: Bounds) -> (point: LonLat, distance: Double) {
        let size = LonLat(bounds.east - bounds.west, bounds.north - bounds.south)
        let precision = max(size.x * scale.x, size.y) / 100
        var half = size / 8
        var cells: [LonLat] = []
        for row in 0..<4 {
            for column in 0..<4 {
                cells.append(
                    LonLat(bounds.west, bounds.south) + half * LonLat(Double(2 * column + 1), Double(2 * row + 1)))
            }
        }
        var best = (point: bounds.middle, distance: distance(to: bounds.middle))
        while !cells.isEmpty {
            let reach = (half.x * half.x * scale.x * scale.x + half.y * half.y).squareRoot()
            let measured = cells.map { ($0, distance(to: $0)) }
            for (point, distance) in measured where distance > best.distance { best = (point, distance) }
            half /= 2
            cells = measured.flatMap { point, distance -> [LonLat] in
                guard distance + reach > best.distance + precision else { return [] }
                return [LonLat(-1, -1), LonLat(1, -1), LonLat(-1, 1), LonLat(1, 1)].map { point + half * $0 }
            }
        }
        return best
    }
}

/// Measures of straight lines in the plane.
enum Segment {
    static func squaredDistance(from point: LonLat, to a: LonLat, _ b: LonLat) -> Double {
        let line = b - a
        let length = line.x * line.x + line.y * line.y
        var rest = point - a
        if length > 0 {
            let share = min(1, max(0, (rest.x * line.x + rest.y * line.y) / length))
            rest -= line * share
        }
        return rest.x * rest.x + rest.y * rest.y
    }

    /// Whether two lines meet at a point that is no end of both, or lie on each other.
    static func cross(_ a: LonLat, _ b: LonLat, _ c: LonLat, _ d: LonLat) -> Bool {
        let abc = side(a, b, c)
        let abd = side(a, b, d)
        let cda = side(c, d, a)
        let cdb = side(c, d, b)
        if ((abc > 0 && abd < 0) || (abc < 0 && abd > 0)) && ((cda > 0 && cdb < 0) || (cda < 0 && cdb > 0)) {
            return true
        }
        return (abc == 0 && isBetween(c, a, b)) || (abd == 0 && isBetween(d, a, b))
            || (cda == 0 && isBetween(a, c, d)) || (cdb == 0 && isBetween(b, c, d))
    }

    /// On which side of the line from `a` to `b` the point lies: positive = left.
    static func side(_ a: LonLat, _ b: LonLat, _ point: LonLat) -> Double {
        (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
    }

    private static func isBetween(_ point: LonLat, _ a: LonLat, _ b: LonLat) -> Bool {
        min(a.x, b.x) <= point.x && point.x <= max(a.x, b.x) && min(a.y, b.y) <= point.y && point.y <= max(a.y, b.y)
    }
}
