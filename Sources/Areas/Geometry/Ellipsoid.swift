package import Prevention

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The earth as GPS measures it: WGS 84.
enum Ellipsoid {
    /// Half of the equator's diameter in metres.
    static let equator = 6_378_137.0
    private static let e2 = 0.006_694_379_990_141_316
    private static let e = e2.squareRoot()

    /// Snyder's q: grows with the area of the zone between the equator and a latitude in degrees.
    static func q(latitude: Double) -> Double {
        let sine = sin(latitude * .pi / 180)
        return (1 - e2) * (sine / (1 - e2 * sine * sine) - log((1 - e * sine) / (1 + e * sine)) / (2 * e))
    }

    /// How much shorter a degree of longitude is than one of latitude.
    static func shrink(latitude: Double) -> Double { cos(latitude * .pi / 180) }
}

extension Coordinate {
    /// Great-circle distance in kilometres (haversine, mean radius 6,371.0088 km; at most 0.5 % off the ellipsoid).
    package func kilometres(to other: Coordinate) -> Double {
        let radians = Double.pi / 180
        let latitudes = sin((other.latitude - latitude) * radians / 2)
        let longitudes = sin((other.longitude - longitude) * radians / 2)
        let chord =
            latitudes * latitudes + cos(latitude * radians) * cos(other.latitude * radians) * longitudes * longitudes
        return 2 * 6_371.008_8 * asin(min(1, chord.squareRoot()))
    }
    /// Fahrzeit: minutes by car one way, estimated as 1.3 minutes for each kilometre as the crow flies (roads take a
    /// third more than that, at 60 km/h).
    package func drivingMinutes(to other: Coordinate) -> Int { Int((kilometres(to: other) * 1.3).rounded()) }
}
