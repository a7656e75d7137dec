/// Writes a table for people's office programs: `;`, CRLF, quotes where needed, formulas made harmless.
package struct CSVWriter: Sendable {
    private var bytes: [UInt8]

    /// - Parameter mark: begin with the byte order mark, by which Excel knows UTF-8.
    package init(header: [String], mark: Bool) {
        bytes = mark ? [0xEF, 0xBB, 0xBF] : []
        append(header)
    }

    package mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ";")) }
            write(Self.harmless(cell))
        }
        bytes += [13, 10]
    }

    package var file: [UInt8] { bytes }

    private mutating func write(_ cell: String) {
        let special = cell.utf8.contains { $0 == 34 || $0 == 59 || $0 == 10 || $0 == 13 || $0 == 44 || $0 == 9 }
        guard special || cell.utf8.first == 32 || cell.utf8.last == 32 else {
            bytes += Array(cell.utf8)
            return
        }
        bytes.append(34)
        for byte in cell.utf8 {
            if byte == 34 { bytes.append(34) }
            bytes.append(byte)
        }
        bytes.append(34)
    }

    /// A cell that a program would take for a formula gets an apostrophe; plain numbers stay numbers.
    package static func harmless(_ cell: String) -> String {
        guard let first = cell.utf8.first, [61, 43, 45, 64, 9, 13].contains(first) else { return cell }
        let isNumber =
            first == 45 && cell.utf8.count > 1
            && cell.utf8.dropFirst().allSatisfy { (48...57).contains($0) || $0 == 44 || $0 == 46 }
        return isNumber ? cell : "'" + cell
    }
}
