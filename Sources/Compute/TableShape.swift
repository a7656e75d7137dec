import Foundation
import Tables

/// Tabellenform: how a CSV file becomes the JSON input of a computation, so that both are read and checked in one way.
package enum TableShape: Sendable {
    /// Each row an object in a list: `{"rows": [{"id": "A", "events": 3}]}`.
    case rows(key: String, columns: [TableColumn])
    /// Each column a list: `{"events": [3], "bases": [60]}`.
    case columns([TableColumn])
    /// Whatever else a table can mean.
    case own(columns: [TableColumn], read: @Sendable (ComputeTable) throws(ComputeProblems) -> [String: ComputeValue])

    /// The columns that the help names.
    package var columns: [TableColumn] {
        switch self {
        case .rows(_, let columns), .columns(let columns), .own(let columns, _): columns
        }
    }

    func values(of table: ComputeTable) throws(ComputeProblems) -> [String: ComputeValue] {
        switch self {
        case .rows(let key, let columns): [key: .list(try table.objects(columns))]
        case .columns(let columns): try table.lists(columns)
        case .own(_, let read): try read(table)
        }
    }
}

/// Spalte of a computation's CSV file.
package struct TableColumn: Sendable, Hashable {
    /// In the heading; capitals do not matter.
    package let name: String
    /// In the JSON input; the same as `name` unless given.
    package let key: String
    package let kind: Kind
    package let isOptional: Bool

    package enum Kind: Sendable, Hashable {
        case text
        /// Decimal point or comma; an empty cell is "not available".
        case number
    }

    package init(_ name: String, key: String? = nil, _ kind: Kind, isOptional: Bool = false) {
        self.name = name
        self.key = key ?? name
        self.kind = kind
        self.isOptional = isOptional
    }
}

/// Einstellung of a computation on the command line: `--level 0.998`.
package struct ComputeOption: Sendable, Hashable {
    /// Without the hyphens; also the key in the JSON input.
    package let name: String
    package let kind: TableColumn.Kind
    /// One German sentence with the values that are possible.
    package let help: String

    package init(_ name: String, _ kind: TableColumn.Kind, _ help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }

    func value(of text: String) throws(ComputeProblems) -> ComputeValue {
        guard kind == .number else { return .text(text) }
        guard case .number(let number) = ComputeTable.number(text) else {
            throw ComputeProblems(["--\(name): \"\(text)\" ist keine Zahl."])
        }
        return .number(number)
    }
}

/// A value on its way into the JSON input of a computation.
package enum ComputeValue: Sendable, Encodable {
    case null
    case number(Double)
    case text(String)
    case list([ComputeValue])
    case object([String: ComputeValue])

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .number(let number):
            if let whole = Int(exactly: number) { try container.encode(whole) } else { try container.encode(number) }
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}

/// Tabelle of a computation: a CSV file with its heading, read without guessing.
package struct ComputeTable: Sendable {
    package let header: [String]
    package let rows: [[String]]

    /// - Throws: `ComputeProblems` for what is no table, and for a column that stands there twice.
    package init(csv bytes: [UInt8]) throws(ComputeProblems) {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch { throw ComputeProblems([Self.sentence(error)]) }
        header = table.header.map { $0.lowercased() }
        rows = table.rows
        let doubled = Set(header.filter { name in !name.isEmpty && header.filter { $0 == name }.count > 1 }).sorted()
        guard doubled.isEmpty else { throw ComputeProblems(doubled.map { "Die Spalte \"\($0)\" steht doppelt da." }) }
    }

    /// Each row as an object, with all cells that cannot be read named.
    package func objects(_ columns: [TableColumn]) throws(ComputeProblems) -> [ComputeValue] {
        let lists = try lists(columns)
        return rows.indices.map { row in
            .object(
                lists.compactMapValues { list in
                    guard case .list(let values) = list else { return nil }
                    return values[row]
                })
        }
    }

    /// Each column as a list under its key; optional columns that are missing are left out.
    package func lists(_ columns: [TableColumn]) throws(ComputeProblems) -> [String: ComputeValue] {
        var problems: [String] = []
        var lists: [String: ComputeValue] = [:]
        for column in columns {
            guard let position = header.firstIndex(of: column.name.lowercased()) else {
                if !column.isOptional {
                    let found = header.map { "\"\($0)\"" }.joined(separator: ", ")
                    problems.append("Die Spalte \"\(column.name)\" fehlt. Vorhanden: \(found).")
                }
                continue
            }
            let cells = rows.enumerated().map { row, cells in
                cell(position < cells.count ? cells[position] : "", column, row: row, &problems)
            }
            lists[column.key] = .list(cells)
        }
        guard problems.isEmpty else { throw ComputeProblems(problems) }
        return lists
    }

    private func cell(_ text: String, _ column: TableColumn, row: Int, _ problems: inout [String]) -> ComputeValue {
        if column.kind == .text { return .text(text) }
        let value = Self.number(text)
        if case .text = value {
            problems.append("Zeile \(row + 2), Spalte \"\(column.name)\": \"\(text)\" ist keine Zahl.")
        }
        return value
    }

    /// A number with decimal point or comma; nothing else, no thousands separators: `null` for an empty cell, the text
    /// itself for what is no number.
    package static func number(_ text: String) -> ComputeValue {
        let trimmed = text.trimmingBlanks
        if trimmed.isEmpty { return .null }
        let plain = trimmed.replacing(",", with: ".")
        let isNumber = plain.utf8.allSatisfy { (48...57).contains($0) || "+-.eE".utf8.contains($0) }
        guard isNumber, let number = Double(plain), number.isFinite else { return .text(text) }
        return .number(number)
    }

    private static func sentence(_ error: any Error) -> String {
        switch error {
        case CSVTable.Failure.empty: "Die Eingabe ist leer."
        case CSVTable.Failure.openQuote(let row): "Zeile \(row + 1): Ein Anführungszeichen wird nicht geschlossen."
        case CSVTable.Failure.tooLong(let limit): "Die Tabelle ist zu groß: mehr als \(limit / 1_000_000) MB."
        case CSVTable.Failure.tooManyRows(let limit): "Die Tabelle ist zu lang: mehr als \(limit) Zeilen."
        default: "Die Eingabe ist weder JSON noch eine CSV-Tabelle."
        }
    }
}
