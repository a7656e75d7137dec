/// Zufall mit Startwert: SplitMix64, the same numbers on every machine for the same seed.
///
/// - Source: Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014.
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A number in `range`, the same on every machine (unlike the standard library's, which may change its method).
    package mutating func number(in range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    /// True in `percent` of 100 cases.
    package mutating func chance(_ percent: Int) -> Bool { number(in: 1...100) <= percent }

    /// One element; `fallback` for an empty list.
    package mutating func pick<T>(_ list: [T], or fallback: T) -> T {
        list.isEmpty ? fallback : list[number(in: 0...(list.count - 1))]
    }

    /// A random UUID of this generator.
    package mutating func uuidBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        for _ in 0..<2 {
            var word = next()
            for _ in 0..<8 {
                bytes.append(UInt8(truncatingIfNeeded: word))
                word >>= 8
            }
        }
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        return bytes
    }
}
