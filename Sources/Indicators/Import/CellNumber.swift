/// Zellwert: what a cell of a table of numbers says.
enum CellValue: Hashable, Sendable {
    case number(Double, hasPercent: Bool)
    /// Nobody knows it, or it was not delivered.
    case missing
    /// Known to the source and hidden by it.
    case suppressed
    /// The sign of official tables for "exactly nothing" (DIN 55301), to be told from a 0 that was written.
    case nothing
    /// No number at all.
    case unreadable
    /// Both a decimal number and a grouped one: "1.234".
    case ambiguous
    /// The decimal mark that the rest of the column does not use.
    case otherMark
}

/// Dezimalzeichen of a column.
enum DecimalMark: String, Hashable, Sendable, CaseIterable {
    case comma = ","
    case point = "."

    var byte: UInt8 { self == .comma ? 44 : 46 }
    var other: DecimalMark { self == .comma ? .point : .comma }
}

/// What a cell tells about the decimal mark of its column.
enum MarkEvidence: Hashable, Sendable {
    case none
    case decimal(DecimalMark)
    /// One mark before exactly three digits: decimal or thousands.
    case open(DecimalMark)
}

/// A cell brought to digits and marks: blanks between digits, padding, percent and sign taken away.
struct BareNumber: Sendable {
    private(set) var digits: [UInt8] = []
    private(set) var isNegative = false
    private(set) var hasPercent = false
    private(set) var isReadable = true

    /// Thousands separators that are never decimal marks are dropped; they must stand before three digits.
    init(_ text: String) {
        var scalars = Array(text.unicodeScalars)
        while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
        if scalars.last == "%" {
            hasPercent = true
            scalars.removeLast()
            while let last = scalars.last, Self.isBlank(last) { scalars.removeLast() }
        }
        var position = 0
        while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
        if position < scalars.count, Self.minus.contains(scalars[position]) {
            isNegative = true
            position += 1
        } else if position < scalars.count, scalars[position] == "+" {
            position += 1
        }
        while position < scalars.count, Self.isBlank(scalars[position]) { position += 1 }
        read(scalars[position...])
    }

    private mutating func read(_ scalars: ArraySlice<Unicode.Scalar>) {
        var sinceGroup: Int?
        for scalar in scalars {
            switch scalar {
            case "0"..."9":
                digits.append(UInt8(scalar.value))
                sinceGroup = sinceGroup.map { $0 + 1 }
            case ",", ".":
                if let count = sinceGroup, count != 3 { isReadable = false }
                sinceGroup = nil
                digits.append(UInt8(scalar.value))
            case "'", "\u{2019}",
                _ where Self.isBlank(scalar):
                if let count = sinceGroup, count != 3 { isReadable = false }
                if digits.isEmpty || digits.contains(44) || digits.contains(46) { isReadable = false }
                sinceGroup = 0
            default: isReadable = false
            }
        }
        if let sinceGroup, sinceGroup != 3 { isReadable = false }
        if !digits.contains(where: { (48...57).contains($0) }) { isReadable = false }
    }

    private static let minus: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}", "\u{2012}"]

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20, 0x09, 0xA0, 0x2007, 0x2009, 0x200A, 0x202F: true
        default: false
        }
    }

    var evidence: MarkEvidence {
        guard isReadable else { return .none }
        let (commas, points) = (count(44), count(46))
        if commas > 0, points > 0 {
            guard commas == 1 || points == 1 else { return .none }
            return .decimal((digits.lastIndex(of: 44) ?? 0) > (digits.lastIndex(of: 46) ?? 0) ? .comma : .point)
        }
        let mark: DecimalMark = commas > 0 ? .comma : .point
        switch commas + points {
        case 0: return .none
        case 1:
            let position = digits.firstIndex(of: mark.byte) ?? 0
            let (before, after) = (position, digits.count - position - 1)
            let canGroup = after == 3 && (1...3).contains(before) && digits.first != 48
            return canGroup ? .open(mark) : .decimal(mark)
        default: return .decimal(mark.other)
        }
    }

    private func count(_ byte: UInt8) -> Int { digits.reduce(0) { $0 + ($1 == byte ? 1 : 0) } }

    /// The number under a column's decimal mark; `nil` mark if the column has shown none.
    func value(_ mark: DecimalMark?) -> CellValue {
        guard isReadable else { return .unreadable }
        switch evidence {
        case .none: if count(44) + count(46) > 0 { return .unreadable }
        case .decimal(let own):
            if let mark, own != mark { return isGrouped(by: mark.other) ? parsed(mark) : .otherMark }
        case .open: if mark == nil { return .ambiguous }
        }
        if case .decimal(let own) = evidence { return parsed(mark ?? own) }
        return parsed(mark ?? .comma)
    }

    /// Whether every `mark` stands before three digits, and none after the decimal mark.
    private func isGrouped(by mark: DecimalMark) -> Bool {
        let whole = digits.prefix { $0 != mark.other.byte }
        guard !digits.dropFirst(whole.count).contains(mark.byte) else { return false }
        let groups = whole.split(separator: mark.byte, omittingEmptySubsequences: false)
        guard groups.count > 1, let first = groups.first, (1...3).contains(first.count) else { return false }
        return groups.dropFirst().allSatisfy { $0.count == 3 }
    }

    private func parsed(_ mark: DecimalMark) -> CellValue {
        if digits.contains(mark.other.byte), !isGrouped(by: mark.other) { return .otherMark }
        var plain: [UInt8] = []
        for byte in digits where byte != mark.other.byte { plain.append(byte == mark.byte ? 46 : byte) }
        guard plain.count <= 40, let number = Double(String(decoding: plain, as: UTF8.self)), number.isFinite else {
            return .unreadable
        }
        return .number(isNegative && number != 0 ? -number : number, hasPercent: hasPercent)
    }
}
