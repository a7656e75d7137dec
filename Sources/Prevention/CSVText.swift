/// CSV-Text: a table as spreadsheets of German offices open it: UTF-8 with mark, semicolons, quoted where needed.
///
/// Text cells that a spreadsheet would run as a formula get an apostrophe in front.
package struct CSVText: Sendable {
    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
        /// At most six decimals, no separators of thousands; `mark` is the decimal mark of the language.
        case decimal(Double, mark: String)
        case empty
    }

    private var text: String

    package init(head: [String]) {
        text = "\u{FEFF}"
        append(head.map { Cell.text($0) })
    }

    package mutating func append(_ cells: [Cell]) {
        text += cells.map(Self.written).joined(separator: ";") + "\r\n"
    }

    package var bytes: [UInt8] { Array(text.utf8) }

    private static func written(_ number: Double, _ mark: String) -> String {
        guard number.isFinite, abs(number) < 1e12 else { return "" }
        let rounded = (number * 1_000_000).rounded() / 1_000_000
        if rounded == rounded.rounded() { return "\(Int(rounded))" }
        // Small numbers would be written as 1e-05.
        let millionths = Int((abs(rounded) * 1_000_000).rounded())
        let digits = String(String(1_000_000 + millionths % 1_000_000).dropFirst())
        let decimals = String(digits.reversed().drop { $0 == "0" }.reversed())
        return "\(rounded < 0 ? "-" : "")\(millionths / 1_000_000)\(mark)\(decimals)"
    }

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .empty: return ""
        case .number(let number): return "\(number)"
        case .decimal(let number, let mark): return written(number, mark)
        case .text(let text):
            let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
            let safe = (isFormula ? "'" : "") + text.filter { $0 != "\0" }
            let needsQuotes =
                safe.contains { $0 == ";" || $0 == "\"" || $0.isNewline } || safe.first == " " || safe.last == " "
            return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
        }
    }
}
