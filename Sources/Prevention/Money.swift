/// Euro: an amount of money in whole cents.
package struct Euro: Hashable, Sendable, Comparable {
    package let cents: Int64

    package init(cents: Int64) { self.cents = cents }

    package static func < (left: Self, right: Self) -> Bool { left.cents < right.cents }
}

/// Koordinate: a place on the earth, WGS 84, degrees.
package struct Coordinate: Hashable, Sendable {
    package let latitude: Double
    package let longitude: Double

    /// `nil` outside ±90 and ±180 degrees or if not finite.
    package init?(latitude: Double, longitude: Double) {
        guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        self.latitude = latitude
        self.longitude = longitude
    }
}
