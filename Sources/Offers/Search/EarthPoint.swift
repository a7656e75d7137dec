import Prevention

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A point on the globe in kilometres from its centre, so that a distance costs three multiplications.
struct EarthPoint: Sendable {
    private let x: Float
    private let y: Float
    private let z: Float
    /// The radius with which `Coordinate.kilometres(to:)` counts.
    private static let radius = 6_371.008_8

    init(_ coordinate: Coordinate) {
        let latitude = coordinate.latitude * .pi / 180
        let longitude = coordinate.longitude * .pi / 180
        x = Float(Self.radius * cos(latitude) * cos(longitude))
        y = Float(Self.radius * cos(latitude) * sin(longitude))
        z = Float(Self.radius * sin(latitude))
    }

    /// The straight way through the earth; orders as the way along it does.
    func chord(to other: EarthPoint) -> Float {
        let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
        return (dx * dx + dy * dy + dz * dz).squareRoot()
    }

    /// The straight way that belongs to `kilometres` along the surface.
    static func chord(of kilometres: Double) -> Float {
        guard kilometres < Self.radius * .pi else { return .infinity }
        return Float(2 * Self.radius * sin(max(0, kilometres) / (2 * Self.radius)))
    }
}
