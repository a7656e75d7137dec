import Foundation

/// Messfehler: normally distributed numbers from a table, cheap enough for a hundred million of them.
struct NormalNoise {
    private static let bits: UInt64 = 12

    /// The middles of 4,096 equally likely slices.
    static let table: [Float] = (0..<(1 << Int(bits))).map { slice in
        Float(quantile((Double(slice) + 0.5) / Double(1 << Int(bits))))
    }

    /// The number below which a normal one stays with this probability; by Newton's method.
    static func quantile(_ probability: Double) -> Double {
        if probability > 0.5 { return -quantile(1 - probability) }
        var x = -(-2 * log(probability)).squareRoot() * 0.8
        for _ in 0..<40 {
            let density = exp(-x * x / 2) / (2 * Double.pi).squareRoot()
            let step = (erfc(-x / 2.0.squareRoot()) / 2 - probability) / density
            x -= min(max(step, -0.5), 0.5)
        }
        return x
    }

    private var state: UInt64
    private var word: UInt64 = 0
    private var left = 0

    init(seed: UInt64) { state = seed }

    /// - Parameter table: `NormalNoise.table`, held by the caller.
    @inline(__always)
    mutating func next(_ table: UnsafePointer<Float>) -> Float {
        if left == 0 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            word = z ^ (z >> 31)
            left = 5
        }
        left -= 1
        let value = table[Int(truncatingIfNeeded: word & (1 << Self.bits - 1))]
        word >>= Self.bits
        return value
    }
}
