/// Reads the two tables of offers: `;` between cells, quotes doubled inside quotes.
enum SourceTable {
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell: [UInt8] = []
        var isQuoted = false
        var bytes = Array(text.utf8)[...]
        func finished() -> String { String(decoding: cell, as: UTF8.self) }
        while let byte = bytes.popFirst() {
            switch byte {
            case UInt8(ascii: "\"") where isQuoted && bytes.first == UInt8(ascii: "\""):
                cell.append(byte)
                bytes.removeFirst()
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ";") where !isQuoted:
                row.append(finished())
                cell = []
            case UInt8(ascii: "\n") where !isQuoted:
                row.append(finished())
                cell = []
                if row != [""] { rows.append(row) }
                row = []
            case UInt8(ascii: "\r") where !isQuoted: continue
            default: cell.append(byte)
            }
        }
        row.append(finished())
        if row != [""] { rows.append(row) }
        return rows
    }
}
