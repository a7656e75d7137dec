/// Tabelle as text: rows of cells with separators `;`, `,` or tab, quotes doubled inside quoted cells (RFC 4180).
package struct CSVTable: Sendable {
    package let encoding: TextEncoding
    package let separator: Character
    package let header: [String]
    /// Rows after the heading; empty lines are left out.
    package let rows: [[String]]

    /// What keeps a file from being a table at all.
    package enum Failure: Error, Hashable {
        case empty
        /// Bytes that are no text: a program's file, a picture, an archive.
        case notText
        /// A quoted cell that never ends; the row in which it begins (1 = first after the heading).
        case openQuote(row: Int)
        case tooLong(limit: Int)
        case tooManyRows(limit: Int)
    }

    package static let maximumBytes = 200_000_000
    package static let maximumRows = 200_000

    /// - Throws: `Failure`.
    package init(_ bytes: [UInt8]) throws {
        guard bytes.count <= Self.maximumBytes else { throw Failure.tooLong(limit: Self.maximumBytes) }
        guard let (text, encoding) = TextEncoding.decode(bytes) else { throw Failure.notText }
        let separator = Self.separator(text)
        var rows = try text.withUnsafeBufferPointer { try Self.split($0, by: separator) }
        while let first = rows.first, first.allSatisfy(\.isEmpty) { rows.removeFirst() }
        guard let header = rows.first else { throw Failure.empty }
        self.encoding = encoding
        self.separator = Character(Unicode.Scalar(separator))
        self.header = header.map { $0.trimmingBlanks }
        self.rows = rows.dropFirst().filter { !$0.allSatisfy(\.isEmpty) }
    }

    /// The candidate that occurs most in the first line outside quotes; semicolons win ties.
    private static func separator(_ text: [UInt8]) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted, byte == 10 || byte == 13 {
                if counts.isEmpty { continue }
                break
            }
            if !isQuoted, candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.max { (counts[$0] ?? 0, -position($0)) < (counts[$1] ?? 0, -position($1)) } ?? candidates[0]
    }

    private static let candidates = [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")]
    private static func position(_ byte: UInt8) -> Int { candidates.firstIndex(of: byte) ?? 0 }

    private static func split(_ text: UnsafeBufferPointer<UInt8>, by separator: UInt8) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var position = 0
        let quote = UInt8(ascii: "\"")
        while position < text.count {
            let cell: String
            if text[position] == quote {
                cell = try quoted(text, &position, separator, row: max(rows.count, 1))
            } else {
                let start = position
                while position < text.count, text[position] != separator, text[position] != 10, text[position] != 13 {
                    position += 1
                }
                cell = String(decoding: text[start..<position], as: UTF8.self)
            }
            row.append(cell)
            if position < text.count, text[position] == separator {
                position += 1
                if position == text.count { row.append("") }
                continue
            }
            if position < text.count, text[position] == 13 { position += 1 }
            if position < text.count, text[position] == 10 { position += 1 }
            rows.append(row)
            // As much room as the row before needed: a heading with a million columns must not cost that for every row.
            let width = row.count
            row = []
            row.reserveCapacity(width)
            guard rows.count <= maximumRows + 1 else { throw Failure.tooManyRows(limit: maximumRows) }
        }
        if !row.isEmpty { rows.append(row) }
        return rows
    }

    /// Reads a quoted cell; whatever stands between its end and the separator belongs to it.
    private static func quoted(
        _ text: UnsafeBufferPointer<UInt8>, _ position: inout Int, _ separator: UInt8, row: Int
    ) throws -> String {
        let quote = UInt8(ascii: "\"")
        var cell: [UInt8] = []
        position += 1
        while true {
            guard position < text.count else { throw Failure.openQuote(row: row) }
            let byte = text[position]
            position += 1
            if byte != quote {
                cell.append(byte)
            } else if position < text.count, text[position] == quote {
                cell.append(quote)
                position += 1
            } else {
                break
            }
        }
        while position < text.count, text[position] != separator, text[position] != 10, text[position] != 13 {
            cell.append(text[position])
            position += 1
        }
        return String(decoding: cell, as: UTF8.self)
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    package var trimmingBlanks: String {
        let text = String(self)
        // What begins and ends with a sign of plain ASCII, as most cells do, has no blanks there.
        let isPlain = { (byte: UInt8?) in byte.map { $0 > 0x20 && $0 < 0x7F } ?? true }
        if isPlain(text.utf8.first), isPlain(text.utf8.last) { return text }
        var view = text[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
