/// Rangfolge: places of many numbers by sorting their bits; much faster than comparing.
struct RadixRanking {
    private var keys: [UInt64]
    private var other: [UInt64]
    private var counts = [Int](repeating: 0, count: 3 << 11)

    init(capacity: Int) {
        keys = [UInt64](repeating: 0, count: capacity)
        other = keys
    }

    /// Writes the place of each score, 1 for the largest, equal ones sharing the better place; 0 where the mask is 0.
    mutating func rank(_ scores: UnsafePointer<Float>, _ mask: [Float]?, into places: UnsafeMutablePointer<UInt32>) {
        var count = 0
        let capacity = keys.count
        for slot in counts.indices { counts[slot] = 0 }
        for unit in 0..<capacity {
            places[unit] = 0
            if let mask, mask[unit] == 0 { continue }
            let bits = (scores[unit] + 0).bitPattern
            let falling = bits >> 31 == 1 ? bits : ~(bits | 0x8000_0000)
            keys[count] = UInt64(falling) << 32 | UInt64(unit)
            count += 1
            counts[Int(falling & 2_047)] += 1
            counts[2_048 + Int(falling >> 11 & 2_047)] += 1
            counts[4_096 + Int(falling >> 22)] += 1
        }
        Self.pass(0, shift: 32, count, &counts, from: &keys, to: &other)
        Self.pass(1, shift: 43, count, &counts, from: &other, to: &keys)
        Self.pass(2, shift: 54, count, &counts, from: &keys, to: &other)
        var place: UInt32 = 0
        var last: UInt64 = .max
        for number in 0..<count {
            let key = other[number]
            if key >> 32 != last { place = UInt32(number) + 1 }
            last = key >> 32
            places[Int(key & 0xFFFF_FFFF)] = place
        }
    }

    private static func pass(
        _ digit: Int, shift: UInt64, _ count: Int, _ counts: inout [Int], from source: inout [UInt64],
        to target: inout [UInt64]
    ) {
        var start = 0
        for slot in (digit << 11)..<((digit + 1) << 11) {
            let size = counts[slot]
            counts[slot] = start
            start += size
        }
        for number in 0..<count {
            let slot = digit << 11 + Int(source[number] >> shift & 2_047)
            target[counts[slot]] = source[number]
            counts[slot] += 1
        }
    }
}
