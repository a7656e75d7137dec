/// Bitfolge: a set of documents of one segment, one bit each.
struct Bitmap: Sendable, Equatable {
    private(set) var words: [UInt64]
    /// Number of documents, not of members.
    let size: Int

    /// No document.
    init(size: Int) {
        self.size = size
        words = [UInt64](repeating: 0, count: (size + 63) / 64)
    }

    /// Every document.
    init(full size: Int) {
        self.size = size
        words = [UInt64](repeating: .max, count: (size + 63) / 64)
        if size % 64 != 0, !words.isEmpty { words[words.count - 1] = (1 << UInt64(size % 64)) - 1 }
    }

    /// The documents for which `condition` holds.
    init(size: Int, where condition: (Int) -> Bool) {
        self.init(size: size)
        for document in 0..<size where condition(document) { insert(document) }
    }

    var isEmpty: Bool { !words.contains { $0 != 0 } }

    /// Number of members.
    var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    func contains(_ document: Int) -> Bool { words[document >> 6] & (1 << UInt64(document & 63)) != 0 }
    mutating func insert(_ document: Int) { words[document >> 6] |= 1 << UInt64(document & 63) }
    mutating func remove(_ document: Int) { words[document >> 6] &= ~(1 << UInt64(document & 63)) }

    mutating func formIntersection(_ other: Bitmap) {
        for index in words.indices { words[index] &= other.words[index] }
    }

    mutating func formUnion(_ other: Bitmap) {
        for index in words.indices { words[index] |= other.words[index] }
    }

    func intersection(_ other: Bitmap) -> Bitmap {
        var result = self
        result.formIntersection(other)
        return result
    }

    /// Members that both have.
    func count(with other: Bitmap) -> Int {
        var count = 0
        words.withUnsafeBufferPointer { mine in
            other.words.withUnsafeBufferPointer { theirs in
                for index in mine.indices { count += (mine[index] & theirs[index]).nonzeroBitCount }
            }
        }
        return count
    }

    /// Calls `body` with each member in order.
    func forEach(_ body: (Int) -> Void) {
        for index in words.indices {
            var word = words[index]
            while word != 0 {
                body(index << 6 + word.trailingZeroBitCount)
                word &= word - 1
            }
        }
    }
}
