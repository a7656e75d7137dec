/// Menge von Praxen: one bit for each entry of an index.
struct PracticeSet: Sendable, Equatable {
    private(set) var words: [UInt64]

    /// No entry.
    init(size: Int) { words = [UInt64](repeating: 0, count: (size + 63) / 64) }

    /// Every entry.
    init(all size: Int) {
        words = [UInt64](repeating: .max, count: (size + 63) / 64)
        if size % 64 != 0, !words.isEmpty { words[words.count - 1] = (1 << UInt64(size % 64)) - 1 }
    }

    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ place: Int) -> Bool { words[place >> 6] & (1 << UInt64(place & 63)) != 0 }
    mutating func insert(_ place: Int) { words[place >> 6] |= 1 << UInt64(place & 63) }

    mutating func formIntersection(_ other: PracticeSet) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: PracticeSet) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    /// Entries that both have.
    func count(with other: PracticeSet) -> Int {
        var count = 0
        for index in words.indices { count += (words[index] & other.words[index]).nonzeroBitCount }
        return count
    }

    /// The entries in their order.
    var places: [Int] {
        var result: [Int] = []
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                result.append(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
        return result
    }
}
