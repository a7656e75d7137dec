/// Bodies as quoted-printable (RFC 2045): ASCII, lines of at most 76 characters, CRLF.
enum QuotedPrintable {
    private static let hex = Array("0123456789ABCDEF".utf8)

    /// The text with any line end (LF, CR, CRLF) as CRLF; the last line ends with CRLF.
    ///
    /// Spaces at the end of a line, and a dot or `From ` at its beginning, are encoded: nothing on the way may alter them.
    static func encode(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.utf8.count * 5 / 4)
        for line in lines(of: Array(text.utf8)) {
            append(line, to: &output)
            output += [13, 10]
        }
        return output
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 10 || bytes[index] == 13 {
                lines.append(bytes[start..<index])
                if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
                start = index + 1
            }
            index += 1
        }
        if start < bytes.count { lines.append(bytes[start...]) }
        return lines
    }

    private static func append(_ line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        var width = 0
        for (index, byte) in zip(line.indices, line) {
            let isLast = index == line.endIndex - 1
            let isPrintable = byte == 9 || byte == 32 ? !isLast : (33...126).contains(byte) && byte != UInt8(ascii: "=")
            let room = isLast ? 76 : 75
            if width + (isPrintable ? 1 : 3) > room {
                output += [UInt8(ascii: "="), 13, 10]
                width = 0
            }
            if isPrintable, width > 0 || !isDangerous(at: index, in: line) {
                output.append(byte)
                width += 1
            } else {
                output += [UInt8(ascii: "="), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
                width += 3
            }
        }
    }

    /// What mail programs on the way might take for something else at the beginning of a line.
    private static func isDangerous(at index: Int, in line: ArraySlice<UInt8>) -> Bool {
        line[index] == UInt8(ascii: ".") || line[index...].starts(with: "From ".utf8)
    }

    /// The bytes that `encode` encoded; a malformed escape stays as it is.
    static func decode(_ bytes: some Collection<UInt8>) -> [UInt8] {
        let input = Array(bytes)
        var output: [UInt8] = []
        var index = 0
        while index < input.count {
            if input[index] == UInt8(ascii: "="), index + 2 < input.count {
                if input[index + 1] == 13, input[index + 2] == 10 {
                    index += 3
                    continue
                }
                if let high = value(input[index + 1]), let low = value(input[index + 2]) {
                    output.append(high << 4 | low)
                    index += 3
                    continue
                }
            }
            output.append(input[index])
            index += 1
        }
        return output
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 48...57: digit - 48
        case 65...70: digit - 55
        default: nil
        }
    }
}
