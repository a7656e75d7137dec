/// Where and why a text is not JSON.
package struct JSONFault: Error, Equatable {
    package enum Reason: Equatable, Sendable {
        case unexpected(String)
        case endOfFile
        case notUTF8
        case tooDeep
    }

    package let reason: Reason
    /// 1 = first line.
    package let line: Int
}

/// Reads JSON byte by byte with bounded depth, so that neither size nor nesting of a file can exhaust memory or stack.
///
/// Accepts `NaN` and `Infinity`, which some programs write, so that they can be reported at their feature.
struct JSONScanner {
    private let bytes: [UInt8]
    private var position: Int
    private var depth = 0
    static let depthLimit = 40

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    // MARK: Structure

    /// The next byte that is no blank, without taking it.
    mutating func peek() throws -> UInt8 {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return bytes[position]
            }
        }
        throw fault(.endOfFile)
    }

    /// Whether only blanks are left.
    mutating func isAtEnd() -> Bool { (try? peek()) == nil }

    /// Reads `{ … }` and hands over each name; `member` must read the value.
    mutating func object(_ member: (inout JSONScanner, String) throws -> Void) throws {
        try enter(UInt8(ascii: "{"))
        if try !take(UInt8(ascii: "}")) {
            repeat {
                let name = try string()
                try expect(UInt8(ascii: ":"))
                try member(&self, name)
            } while try take(UInt8(ascii: ","))
            try expect(UInt8(ascii: "}"))
        }
        depth -= 1
    }

    /// Reads `[ … ]`; `element` must read each value.
    mutating func array(_ element: (inout JSONScanner) throws -> Void) throws {
        try enter(UInt8(ascii: "["))
        if try !take(UInt8(ascii: "]")) {
            repeat { try element(&self) } while try take(UInt8(ascii: ","))
            try expect(UInt8(ascii: "]"))
        }
        depth -= 1
    }

    private mutating func enter(_ byte: UInt8) throws {
        try expect(byte)
        depth += 1
        guard depth <= Self.depthLimit else { throw fault(.tooDeep) }
    }

    private mutating func take(_ byte: UInt8) throws -> Bool {
        guard try peek() == byte else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ byte: UInt8) throws {
        guard try take(byte) else { throw unexpected() }
    }

    // MARK: Values

    mutating func string() throws -> String {
        try expect(UInt8(ascii: "\""))
        let start = position
        while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
            position += 1
        }
        guard position < bytes.count else { throw fault(.endOfFile) }
        var text = Array(bytes[start..<position])
        while bytes[position] == UInt8(ascii: "\\") {
            try escape(into: &text)
            while position < bytes.count, bytes[position] != UInt8(ascii: "\""), bytes[position] != UInt8(ascii: "\\") {
                text.append(bytes[position])
                position += 1
            }
            guard position < bytes.count else { throw fault(.endOfFile) }
        }
        position += 1
        guard let result = String(validating: text, as: UTF8.self) else { throw fault(.notUTF8) }
        return result
    }

    private mutating func escape(into text: inout [UInt8]) throws {
        position += 1
        guard position < bytes.count else { throw fault(.endOfFile) }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text += Array(String(try unicodeEscape()).utf8)
        default: throw unexpected()
        }
    }

    private mutating func unicodeEscape() throws -> Character {
        var value = try hexadecimal()
        if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try hexadecimal()
            guard (0xDC00..<0xE000).contains(low) else { throw unexpected() }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else { throw unexpected() }
        return Character(scalar)
    }

    private mutating func hexadecimal() throws -> UInt32 {
        guard position + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
        else { throw unexpected() }
        position += 4
        return value
    }

    /// A number; `NaN` and `±Infinity` give what they say.
    mutating func number() throws -> Double {
        _ = try peek()
        let start = position
        while position < bytes.count, Self.isNumberByte(bytes[position]) { position += 1 }
        let text = bytes[start..<position]
        if let quick = Self.plainDecimal(text) { return quick }
        guard let value = Double(String(decoding: text, as: UTF8.self)) else {
            position = start
            throw unexpected()
        }
        return value
    }

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        default: false
        }
    }

    /// `-12.345` with at most 15 digits: exact by one division.
    private static func plainDecimal(_ text: ArraySlice<UInt8>) -> Double? {
        var rest = text
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        guard !rest.isEmpty, rest.count <= 16, rest.first != UInt8(ascii: ".") else { return nil }
        var mantissa = 0
        var scale = 1.0
        var seenPoint = false
        for byte in rest {
            if byte == UInt8(ascii: "."), !seenPoint {
                seenPoint = true
            } else if (48...57).contains(byte) {
                mantissa = mantissa * 10 + Int(byte - 48)
                if seenPoint { scale *= 10 }
            } else {
                return nil
            }
        }
        guard mantissa < 1 << 53 else { return nil }
        let value = Double(mantissa) / scale
        return isNegative ? -value : value
    }

    /// Any value as text, number or nothing; arrays and objects are read over.
    mutating func property() throws -> GeoProperty {
        switch try peek() {
        case UInt8(ascii: "\""): return .text(try string())
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            try skip()
            return .other
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            return try word() == "null" ? .null : .other
        default: return .number(try number())
        }
    }

    private mutating func word() throws -> String {
        let start = position
        while position < bytes.count, Self.isNumberByte(bytes[position]) { position += 1 }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        guard ["true", "false", "null"].contains(text) else {
            position = start
            throw unexpected()
        }
        return text
    }

    /// Reads over any value.
    mutating func skip() throws {
        switch try peek() {
        case UInt8(ascii: "{"): try object { scanner, _ in try scanner.skip() }
        case UInt8(ascii: "["): try array { scanner in try scanner.skip() }
        default: _ = try property()
        }
    }

    // MARK: Faults

    private func unexpected() -> JSONFault {
        guard position < bytes.count else { return fault(.endOfFile) }
        let end = min(position + 20, bytes.count)
        return fault(.unexpected(String(decoding: bytes[position..<end], as: UTF8.self)))
    }

    private func fault(_ reason: JSONFault.Reason) -> JSONFault {
        let line = bytes[..<min(position, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
        return JSONFault(reason: reason, line: line)
    }
}

/// Value of a feature's property.
package enum GeoProperty: Hashable, Sendable {
    case null
    case text(String)
    case number(Double)
    /// Truth values, lists and objects: no key and no name.
    case other

    /// The value as people would write it; whole numbers without decimals. `nil` if there is none.
    package var written: String? {
        switch self {
        case .text(let text): text
        case .number(let number): Int(exactly: number).map(String.init) ?? (number.isFinite ? "\(number)" : nil)
        case .null, .other: nil
        }
    }
}
