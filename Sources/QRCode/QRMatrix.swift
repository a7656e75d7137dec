/// The square itself: patterns that scanners look for, then the codewords in their zigzag, then the best mask.
struct QRMatrix {
    private var dark: [[Bool]]
    /// Modules of patterns, version and format, which no mask changes.
    private var isFixed: [[Bool]]
    private let side: Int
    private let layout: QRLayout

    init(_ layout: QRLayout, codewords: [UInt8]) {
        self.layout = layout
        side = layout.side
        dark = Array(repeating: Array(repeating: false, count: side), count: side)
        isFixed = dark
        placePatterns()
        place(codewords)
    }

    /// With the mask of the eight that disturbs scanners least.
    func masked() -> [[Bool]] {
        let all = (0..<8).map { mask in masked(mask) }
        return all.min { QRPenalty($0).points < QRPenalty($1).points } ?? dark
    }

    private func masked(_ mask: Int) -> [[Bool]] {
        var copy = self
        for row in 0..<side {
            for column in 0..<side where !isFixed[row][column] && Self.inverts(mask, row, column) {
                copy.dark[row][column].toggle()
            }
        }
        copy.placeFormat(mask)
        return copy.dark
    }

    private static func inverts(_ mask: Int, _ row: Int, _ column: Int) -> Bool {
        switch mask {
        case 0: (row + column) % 2 == 0
        case 1: row % 2 == 0
        case 2: column % 3 == 0
        case 3: (row + column) % 3 == 0
        case 4: (row / 2 + column / 3) % 2 == 0
        case 5: row * column % 2 + row * column % 3 == 0
        case 6: (row * column % 2 + row * column % 3) % 2 == 0
        default: ((row + column) % 2 + row * column % 3) % 2 == 0
        }
    }

    // MARK: Patterns

    private mutating func set(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard (0..<side).contains(row), (0..<side).contains(column) else { return }
        dark[row][column] = isDark
        isFixed[row][column] = true
    }

    private mutating func placePatterns() {
        for index in 0..<side {
            set(6, index, index % 2 == 0)
            set(index, 6, index % 2 == 0)
        }
        for (row, column) in [(3, 3), (3, side - 4), (side - 4, 3)] { placeRings(row, column, radius: 4) }
        let centres = layout.centres
        for row in centres {
            for column in centres where !isFinderCorner(row, column) { placeRings(row, column, radius: 2) }
        }
        placeFormat(0)
        placeVersion()
    }

    private func isFinderCorner(_ row: Int, _ column: Int) -> Bool {
        let (first, last) = (6, side - 7)
        return (row, column) == (first, first) || (row, column) == (first, last) || (row, column) == (last, first)
    }

    /// Rings around a centre: finder patterns with their light border (radius 4), alignment patterns (radius 2).
    private mutating func placeRings(_ row: Int, _ column: Int, radius: Int) {
        for down in -radius...radius {
            for right in -radius...radius {
                let distance = max(abs(down), abs(right))
                let isDark = radius == 4 ? distance != 2 && distance != 4 : distance != 1
                set(row + down, column + right, isDark)
            }
        }
    }

    /// Level M and the mask, twice, protected by a BCH code.
    private mutating func placeFormat(_ mask: Int) {
        var remainder = mask
        for _ in 0..<10 { remainder = remainder << 1 ^ (remainder >> 9) * 0x537 }
        let bits = (mask << 10 | remainder) ^ 0x5412
        func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
        for index in 0..<6 { set(index, 8, bit(index)) }
        set(7, 8, bit(6))
        set(8, 8, bit(7))
        set(8, 7, bit(8))
        for index in 9..<15 { set(8, 14 - index, bit(index)) }
        for index in 0..<8 { set(8, side - 1 - index, bit(index)) }
        for index in 8..<15 { set(side - 15 + index, 8, bit(index)) }
        set(side - 8, 8, true)
    }

    /// From version 7 on the version itself, twice, protected by a BCH code.
    private mutating func placeVersion() {
        guard layout.version >= 7 else { return }
        var remainder = layout.version
        for _ in 0..<12 { remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25 }
        let bits = layout.version << 12 | remainder
        for index in 0..<18 {
            let (long, short) = (index / 3, side - 11 + index % 3)
            set(long, short, bits >> index & 1 == 1)
            set(short, long, bits >> index & 1 == 1)
        }
    }

    // MARK: Codewords

    /// Two columns at a time from the right, up and down in turn.
    private mutating func place(_ codewords: [UInt8]) {
        var index = 0
        var isUpward = true
        for right in stride(from: side - 1, through: 1, by: -2) {
            let right = right <= 6 ? right - 1 : right
            for step in 0..<side {
                let row = isUpward ? side - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    if index < codewords.count * 8 {
                        dark[row][column] = codewords[index / 8] >> UInt8(7 - index % 8) & 1 == 1
                    }
                    index += 1
                }
            }
            isUpward.toggle()
        }
    }
}

/// How much a masked square would disturb scanners.
struct QRPenalty {
    let points: Int

    init(_ rows: [[Bool]]) {
        let side = rows.count
        let columns = (0..<side).map { column in rows.map { $0[column] } }
        let darkCount = rows.joined().count { $0 }
        let balance = abs(darkCount * 20 - side * side * 10) / (side * side) * 10
        points = (rows + columns).map { Self.runs($0) + Self.finders($0) }.reduce(0, +) + Self.squares(rows) + balance
    }

    /// Five or more of one kind in a line.
    private static func runs(_ line: [Bool]) -> Int {
        var points = 0
        var length = 1
        for index in 1...line.count {
            if index < line.count, line[index] == line[index - 1] {
                length += 1
            } else {
                if length >= 5 { points += length - 2 }
                length = 1
            }
        }
        return points
    }

    /// What looks like a finder pattern with four light modules beside it.
    private static func finders(_ line: [Bool]) -> Int {
        let core = [true, false, true, true, true, false, true]
        let light = [Bool](repeating: false, count: 4)
        let patterns = [light + core, core + light]
        return patterns.map { pattern in
            (0...max(0, line.count - pattern.count)).count { start in
                start + pattern.count <= line.count && line[start..<start + pattern.count].elementsEqual(pattern)
            } * 40
        }.reduce(0, +)
    }

    /// Squares of two by two in one kind.
    private static func squares(_ rows: [[Bool]]) -> Int {
        (1..<rows.count).map { row in
            (1..<rows.count).count { column in
                let kind = rows[row][column]
                return rows[row - 1][column] == kind && rows[row][column - 1] == kind
                    && rows[row - 1][column - 1] == kind
            } * 3
        }.reduce(0, +)
    }
}
