/// Punkt einer Umrisslinie: x = longitude, y = latitude, degrees (WGS 84).
package typealias LonLat = SIMD2<Double>

/// Umriss: the shape of an area, one or more polygons with holes.
package struct Outline: Hashable, Sendable {
    package struct Polygon: Hashable, Sendable {
        /// Corners of the outer ring, counter-clockwise, without repeating the first.
        package var outer: [LonLat]
        /// Corners of the holes, clockwise.
        package var holes: [[LonLat]]

        package init(outer: [LonLat], holes: [[LonLat]] = []) {
            self.outer = outer
            self.holes = holes
        }

        package var rings: [[LonLat]] { [outer] + holes }
    }

    package var polygons: [Polygon]

    package init(_ polygons: [Polygon]) { self.polygons = polygons }

    package var rings: [[LonLat]] { polygons.flatMap(\.rings) }

    /// The smallest box around the outline; `nil` without points.
    package var bounds: Bounds? { Bounds(around: polygons.flatMap(\.outer)) }

    /// Whether the point lies inside (even-odd rule); points on a border may count either way.
    package func contains(_ point: LonLat) -> Bool {
        var inside = false
        for ring in rings where Ring.contains(ring, point) { inside.toggle() }
        return inside
    }

    /// Area in km² on the ellipsoid, holes subtracted.
    package var squareKilometres: Double {
        polygons.reduce(0) { sum, polygon in
            let holes = polygon.holes.reduce(0) { $0 + Ring.squareKilometres($1) }
            return sum + max(0, Ring.squareKilometres(polygon.outer) - holes)
        }
    }
}

/// Rahmen: a box between two longitudes and two latitudes, degrees.
package struct Bounds: Hashable, Sendable {
    package var west: Double
    package var south: Double
    package var east: Double
    package var north: Double

    package init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// `nil` without points.
    package init?(around points: some Sequence<LonLat>) {
        var low = LonLat(repeating: .infinity)
        var high = LonLat(repeating: -.infinity)
        for point in points {
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        guard low.x <= high.x, low.y <= high.y else { return nil }
        self.init(west: low.x, south: low.y, east: high.x, north: high.y)
    }

    package func union(_ other: Bounds) -> Bounds {
        Bounds(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
            north: max(north, other.north))
    }

    package func overlaps(_ other: Bounds) -> Bool {
        west <= other.east && other.west <= east && south <= other.north && other.south <= north
    }

    package var middle: LonLat { LonLat((west + east) / 2, (south + north) / 2) }
}

/// Measures of one ring: corners in degrees, the first not repeated.
enum Ring {
    /// Twice the signed area in square degrees; positive for counter-clockwise.
    static func turn(_ ring: [LonLat]) -> Double {
        guard ring.count > 2 else { return 0 }
        // Relative to the first corner, so that long coordinates do not eat the digits.
        let origin = ring[0]
        var sum = 0.0
        for index in 1..<ring.count - 1 {
            let a = ring[index] - origin
            let b = ring[index + 1] - origin
            sum += a.x * b.y - b.x * a.y
        }
        return sum
    }

    /// Crossing-number test.
    static func contains(_ ring: [LonLat], _ point: LonLat) -> Bool {
        var inside = false
        guard var previous = ring.last else { return false }
        for corner in ring {
            if (corner.y > point.y) != (previous.y > point.y) {
                let x = (previous.x - corner.x) * (point.y - corner.y) / (previous.y - corner.y) + corner.x
                if point.x < x { inside.toggle() }
            }
            previous = corner
        }
        return inside
    }

    /// Area in km² in the equal-area cylinder of the WGS 84 ellipsoid (exact for borders that are straight there;
    /// for edges below 10 km the difference to geodesics is under 0.001 %).
    ///
    /// - Source: Snyder, Map Projections: A Working Manual (1987), (3-12) and chapter 10.
    static func squareKilometres(_ ring: [LonLat]) -> Double {
        guard ring.count > 2, var previous = ring.last else { return 0 }
        let origin = Ellipsoid.q(latitude: previous.y)
        var before = 0.0
        var sum = 0.0
        for corner in ring {
            let q = Ellipsoid.q(latitude: corner.y) - origin
            sum += (corner.x - previous.x) * (q + before) / 2
            before = q
            previous = corner
        }
        let metres = Ellipsoid.equator * Ellipsoid.equator / 2 * abs(sum) * .pi / 180
        return metres / 1_000_000
    }

    /// Centre of mass in the plane of longitude and latitude; `nil` without area.
    static func centroid(_ ring: [LonLat]) -> LonLat? {
        let turn = turn(ring)
        guard abs(turn) > 1e-14 else { return nil }
        let origin = ring[0]
        var sum = LonLat.zero
        for index in 1..<ring.count - 1 {
            let a = ring[index] - origin
            let b = ring[index + 1] - origin
            sum += (a + b) * (a.x * b.y - b.x * a.y)
        }
        return origin + sum / (3 * turn)
    }
}
