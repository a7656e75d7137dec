extension Outline {
    /// The outline in few bytes: counts and steps between corners in millionths of a degree as variable-length numbers.
    package var packed: [UInt8] {
        var bytes: [UInt8] = [1]
        Self.append(polygons.count, to: &bytes)
        for polygon in polygons {
            Self.append(polygon.rings.count, to: &bytes)
            for ring in polygon.rings {
                Self.append(ring.count, to: &bytes)
                var previous = GridPoint(x: 0, y: 0)
                for corner in ring.map(GridPoint.init) {
                    Self.append(zigzag: Int(corner.x) - Int(previous.x), to: &bytes)
                    Self.append(zigzag: Int(corner.y) - Int(previous.y), to: &bytes)
                    previous = corner
                }
            }
        }
        return bytes
    }

    /// `nil` if the bytes are no packed outline.
    package init?(packed bytes: [UInt8]) {
        var reader = PackedReader(bytes: bytes)
        guard bytes.first == 1, let count = reader.count() else { return nil }
        var polygons: [Polygon] = []
        for _ in 0..<count {
            guard let ringCount = reader.count(), ringCount > 0 else { return nil }
            var rings: [[LonLat]] = []
            for _ in 0..<ringCount {
                guard let ring = reader.ring() else { return nil }
                rings.append(ring)
            }
            polygons.append(Polygon(outer: rings[0], holes: Array(rings.dropFirst())))
        }
        self.init(polygons)
    }

    private static func append(_ value: Int, to bytes: inout [UInt8]) {
        var rest = UInt(bitPattern: value)
        while rest > 127 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private static func append(zigzag value: Int, to bytes: inout [UInt8]) {
        append(value << 1 ^ value >> (Int.bitWidth - 1), to: &bytes)
    }
}

private struct PackedReader {
    let bytes: [UInt8]
    private var position = 1

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// A count that the bytes that are left can hold.
    mutating func count() -> Int? {
        guard let value = number(), value <= UInt(bytes.count - position) else { return nil }
        return Int(value)
    }

    mutating func ring() -> [LonLat]? {
        guard let count = count() else { return nil }
        var ring: [LonLat] = []
        ring.reserveCapacity(count)
        var (x, y) = (0, 0)
        for _ in 0..<count {
            guard let dx = step(), let dy = step() else { return nil }
            (x, y) = (x &+ dx, y &+ dy)
            guard let x = Int32(exactly: x), let y = Int32(exactly: y) else { return nil }
            ring.append(GridPoint(x: x, y: y).lonLat)
        }
        return ring
    }

    private mutating func step() -> Int? {
        number().map { Int(bitPattern: $0 >> 1) ^ -Int(bitPattern: $0 & 1) }
    }

    private mutating func number() -> UInt? {
        var result: UInt = 0
        var shift = 0
        while position < bytes.count, shift < 64 {
            let byte = bytes[position]
            position += 1
            result |= UInt(byte & 127) << UInt(shift)
            if byte < 128 { return result }
            shift += 7
        }
        return nil
    }
}
