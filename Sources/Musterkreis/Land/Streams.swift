import Prevention

extension SeededGenerator {
    /// A stream of its own for a thing with a number or two, so that adding one thing changes no other.
    init(seed: UInt64, _ first: Int, _ second: Int = 0) {
        var mixer = SeededGenerator(seed: seed ^ 0xA076_1D64_78BD_642F)
        let a = mixer.next() &+ UInt64(bitPattern: Int64(first)) &* 0xE703_7ED1_A0B4_28DB
        mixer = SeededGenerator(seed: a)
        let b = mixer.next() &+ UInt64(bitPattern: Int64(second)) &* 0x8EBC_6AF0_9C88_C6E3
        self.init(seed: b)
    }

    /// A stream of its own for a thing with a name.
    init(seed: UInt64, name: String) {
        self.init(seed: seed, Int(Int64(bitPattern: Self.hash(name))))
    }

    /// FNV-1a, the same everywhere.
    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }

    /// A number from -1 to 1, small ones more often.
    mutating func spread() -> Double {
        Double(number(in: -500...500) + number(in: -500...500)) / 1_000
    }

    /// Roughly normal, mean 0 and deviation 1, from additions alone: no machine rounds them otherwise.
    mutating func normal() -> Double {
        var sum = 0
        for _ in 0..<12 { sum += number(in: 0...1_000_000) }
        return Double(sum - 6_000_000) / 1_000_000
    }

    /// How many of `count` it hits if it hits each with `probability`.
    mutating func hits(of count: Int, probability: Double) -> Int {
        let share = min(max(probability, 0), 1)
        guard count > 60 else {
            let limit = Int((share * 1_000_000).rounded())
            return (0..<max(0, count)).reduce(0) { sum, _ in sum + (number(in: 1...1_000_000) <= limit ? 1 : 0) }
        }
        let mean = Double(count) * share
        let hits = mean + normal() * (mean * (1 - share)).squareRoot()
        return min(max(Int(hits.rounded()), 0), count)
    }
}
