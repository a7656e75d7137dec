/// CSV-Text: a table as spreadsheets of German offices open it: UTF-8 with mark, semicolons, quoted where needed.
///
/// Text cells that a spreadsheet would run as a formula get an apostrophe in front.
package struct CSVText: Sendable {
    package enum Cell: Sendable, Hashable {
        case text(String)
        case number(Int)
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

    private static func written(_ cell: Cell) -> String {
        switch cell {
        case .empty: return ""
        case .number(let number): return "\(number)"
        case .text(let text):
            let isFormula = text.first.map { "=+-@\t\r".contains($0) } ?? false
            let safe = (isFormula ? "'" : "") + text.filter { $0 != "\0" }
            let needsQuotes =
                safe.contains { $0 == ";" || $0 == "\"" || $0.isNewline } || safe.first == " " || safe.last == " "
            return needsQuotes ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
        }
    }
}
