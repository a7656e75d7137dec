/// Repeatable random numbers (SplitMix64) and strings for property tests.
struct Randomness: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }

    /// Scalars of all planes, NUL, marks, hyphens and German letters mixed.
    mutating func text(upTo length: Int) -> String {
        let favourites: [Unicode.Scalar] = [
            "\0", "-", "·", "'", "§", "ä", "ß", "İ", "ı", "\u{308}", "\u{AD}", "a", "o", "u", "U", "3", ":", "i", "n",
            "\u{1F468}", "\u{200D}", "ﬁ", "\n", "م", "ю", "Ａ", "٣",
        ]
        var view = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            if Bool.random(using: &self), let scalar = favourites.randomElement(using: &self) {
                view.append(scalar)
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) {
                view.append(scalar)
            }
        }
        return String(view)
    }

    /// A word of few different letters, so that near misses are frequent.
    mutating func word(_ lengths: ClosedRange<Int>, letters: String = "abc") -> String {
        let letters = Array(letters)
        return String(
            (0..<Int.random(in: lengths, using: &self)).map { _ in letters.randomElement(using: &self) ?? "a" })
    }
}
