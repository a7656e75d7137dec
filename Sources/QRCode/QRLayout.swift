/// One version at level M: how many codewords, in which blocks, and where the alignment patterns lie.
struct QRLayout: Sendable {
    let version: Int
    /// Codewords of error correction in each block.
    let correction: Int
    /// Data codewords of each block, shorter blocks first.
    let blocks: [Int]
    /// Rows and columns of the centres of alignment patterns.
    let centres: [Int]

    var side: Int { 17 + 4 * version }
    private var dataCount: Int { blocks.reduce(0, +) }
    private var countBits: Int { version < 10 ? 8 : 16 }
    /// Most bytes of text: less the mode and the count.
    var capacity: Int { (dataCount * 8 - 4 - countBits) / 8 }

    /// - Source: ISO/IEC 18004, tables of error correction and of alignment patterns.
    static let all: [QRLayout] = [
        QRLayout(version: 1, correction: 10, blocks: [16], centres: []),
        QRLayout(version: 2, correction: 16, blocks: [28], centres: [6, 18]),
        QRLayout(version: 3, correction: 26, blocks: [44], centres: [6, 22]),
        QRLayout(version: 4, correction: 18, blocks: [32, 32], centres: [6, 26]),
        QRLayout(version: 5, correction: 24, blocks: [43, 43], centres: [6, 30]),
        QRLayout(version: 6, correction: 16, blocks: [27, 27, 27, 27], centres: [6, 34]),
        QRLayout(version: 7, correction: 18, blocks: [31, 31, 31, 31], centres: [6, 22, 38]),
        QRLayout(version: 8, correction: 22, blocks: [38, 38, 39, 39], centres: [6, 24, 42]),
        QRLayout(version: 9, correction: 22, blocks: [36, 36, 36, 37, 37], centres: [6, 26, 46]),
        QRLayout(version: 10, correction: 26, blocks: [43, 43, 43, 43, 44], centres: [6, 28, 50]),
    ]

    /// Mode, count, text, end and padding.
    func codewords(of text: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
        }
        append(0b0100, 4)
        append(text.count, countBits)
        for byte in text { append(Int(byte), 8) }
        append(0, min(4, dataCount * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var words = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let firstPad = words.count
        while words.count < dataCount { words.append(words.count % 2 == firstPad % 2 ? 0xEC : 0x11) }
        return words
    }

    /// The blocks with their error correction, codeword by codeword in turn.
    func interleaved(_ data: [UInt8]) -> [UInt8] {
        var rest = data[...]
        let parts = blocks.map { count -> [UInt8] in
            defer { rest = rest.dropFirst(count) }
            return Array(rest.prefix(count))
        }
        let corrections = parts.map { ReedSolomon.correction(of: $0, count: correction) }
        let longest = blocks.max() ?? 0
        let data = (0..<longest).flatMap { index in parts.compactMap { index < $0.count ? $0[index] : nil } }
        return data + (0..<correction).flatMap { index in corrections.map { $0[index] } }
    }
}

/// Codewords that restore damaged ones: the remainder of a division in the field of 256 elements (x⁸ + x⁴ + x³ + x² + 1).
enum ReedSolomon {
    static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        let divisor = divisor(count)
        var remainder = [UInt8](repeating: 0, count: count)
        for byte in data {
            let factor = byte ^ remainder.removeFirst()
            remainder.append(0)
            for index in 0..<count { remainder[index] ^= product(divisor[index], factor) }
        }
        return remainder
    }

    /// (x − 2⁰)(x − 2¹)…, without its highest coefficient.
    private static func divisor(_ count: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: count - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            for index in 0..<count {
                result[index] = product(result[index], root)
                if index + 1 < count { result[index] ^= result[index + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for bit in (0..<8).reversed() {
            result = result << 1 ^ (result >> 7) * 0x11D
            result ^= Int(right >> bit & 1) * Int(left)
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
