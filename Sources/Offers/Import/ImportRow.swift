import Prevention
import Tables

/// One row of a table being read: cells by column, and the list of what is wrong with them.
struct ImportRow: Sendable {
    let file: String
    /// 1 = first row after the heading.
    let number: Int
    let cells: [String]
    let plan: ColumnPlan
    var problems: [ImportProblem] = []

    init(file: String, number: Int, cells: [String], plan: ColumnPlan) {
        self.file = file
        self.number = number
        self.cells = cells
        self.plan = plan
    }

    /// The cell without blanks at its ends, the default if it is empty; other spellings are replaced.
    func text(_ column: OfferColumn) -> String {
        guard let position = plan.position(of: column), position < cells.count else { return plan.fallback(column) }
        var cell = cells[position].trimmingBlanks
        if cell.utf8.first == UInt8(ascii: "'"), cell.dropFirst().first.map({ "=+-@".contains($0) }) == true {
            cell.removeFirst()
        }
        if cell.isEmpty { return plan.fallback(column) }
        return plan.hasSpellings ? plan.mapping.values[column]?[cell] ?? cell : cell
    }

    /// The values of a cell that holds several, separated by `|`, line ends, `;` or `,`.
    func list(_ column: OfferColumn) -> [String] {
        let cell = text(column)
        if cell.isEmpty { return [] }
        let spellings = plan.hasSpellings ? plan.mapping.values[column] : nil
        return cell.utf8.split { byte in
            byte == UInt8(ascii: "|") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",") || byte == 10
        }.compactMap { part in
            let word = Substring(part).trimmingBlanks
            return word.isEmpty ? nil : spellings?[word] ?? word
        }
    }

    mutating func refuse(_ column: OfferColumn, _ found: String, _ expected: String, _ hint: String) {
        note(column, found, expected, hint, .error)
    }

    mutating func warn(_ column: OfferColumn, _ found: String, _ expected: String, _ hint: String) {
        note(column, found, expected, hint, .warning)
    }

    private mutating func note(
        _ column: OfferColumn, _ found: String, _ expected: String, _ hint: String, _ severity: ImportProblem.Severity
    ) {
        problems.append(
            ImportProblem(
                file: file, row: number, column: plan.heading(of: column), found: found, expected: expected, hint: hint,
                severity: severity))
    }

    var isRefused: Bool { problems.contains { $0.severity == .error } }
}

/// Which column stands where. Asked some hundred times a row: by `OfferColumn.slot`, since hashing costs more than reading.
struct ColumnPlan: Sendable {
    let mapping: OfferMapping
    let header: [String]
    /// How many cells a row needs at least.
    let width: Int
    let hasSpellings: Bool
    /// By slot.
    private let positions: [Int?]
    private let fallbacks: [String?]

    init(mapping: OfferMapping, positions: [OfferColumn: Int], header: [String]) {
        self.mapping = mapping
        self.header = header
        width = (positions.values.max() ?? 0) + 1
        hasSpellings = !mapping.values.isEmpty
        self.positions = OfferColumn.allCases.map { positions[$0] }
        fallbacks = OfferColumn.allCases.map { mapping.defaults[$0] }
    }

    func position(of column: OfferColumn) -> Int? { positions[column.slot] }

    /// What a missing or empty cell holds.
    func fallback(_ column: OfferColumn) -> String { fallbacks[column.slot] ?? "" }

    /// The column is in the file or has a default.
    func has(_ column: OfferColumn) -> Bool { positions[column.slot] != nil || fallbacks[column.slot] != nil }
    func has(any columns: OfferColumn...) -> Bool { columns.contains(where: has) }

    /// How the file calls the column.
    func heading(of column: OfferColumn) -> String { position(of: column).map { header[$0] } ?? column.heading }
}

extension ImportRow {
    /// Words of a vocabulary; a word that is none refuses the row.
    mutating func words<Word: RawRepresentable<String> & Hashable>(
        _ column: OfferColumn, _ known: [String: Word], examples: String
    ) -> Set<Word> {
        if let whole = known[Folding.fold(text(column))] { return [whole] }
        var result = Set<Word>()
        for word in list(column) {
            if let value = known[Folding.fold(word)] {
                result.insert(value)
            } else {
                refuse(
                    column, word, "eines von: \(examples)",
                    "Bitte das Wort ersetzen oder in der Zuordnung unter \"values\" eintragen.")
            }
        }
        return result
    }

    mutating func word<Word: RawRepresentable<String> & Hashable>(
        _ column: OfferColumn, _ known: [String: Word], examples: String
    ) -> Word? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        if let value = known[Folding.fold(cell)] { return value }
        refuse(column, cell, "eines von: \(examples)", "Bitte eines der Wörter schreiben oder die Zelle leeren.")
        return nil
    }

    mutating func flag(_ column: OfferColumn) -> Bool? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        let folded = Folding.fold(cell)
        if ImportWords.yes.contains(folded) { return true }
        if ImportWords.no.contains(folded) { return false }
        refuse(column, cell, "ja oder nein", "Bitte \"ja\" oder \"nein\" schreiben oder die Zelle leeren.")
        return nil
    }

    mutating func count(_ column: OfferColumn) -> Int? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        if let number = Int(cell), (0...10_000_000).contains(number) { return number }
        refuse(column, cell, "eine ganze Zahl ab 0", "Bitte nur Ziffern schreiben, zum Beispiel 12.")
        return nil
    }

    mutating func day(_ column: OfferColumn) -> Day? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        if let day = Self.day(cell) { return day }
        refuse(
            column, cell, "ein Datum, das es gibt, wie 31.12.2026 oder 2026-12-31",
            "Bitte Tag, Monat und Jahr prüfen. Der 29. Februar kommt nur in Schaltjahren vor.")
        return nil
    }

    /// `2026-12-31` or `31.12.2026`.
    static func day(_ text: String) -> Day? {
        if let day = Day(text) { return day }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[2].utf8.count == 4,
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        return Day(year: year, month: month, day: day)
    }

    mutating func time(_ column: OfferColumn) -> WallTime? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        if let time = WallTime(cell) { return time }
        refuse(column, cell, "eine Uhrzeit wie 9:30", "Bitte Stunden und Minuten von 0:00 bis 23:59 schreiben.")
        return nil
    }

    mutating func link(_ column: OfferColumn) -> String? {
        let cell = text(column)
        if cell.isEmpty { return nil }
        if let link = WebAddress.complete(cell) { return link }
        refuse(
            column, cell, "eine Internetadresse wie https://www.example.org",
            "Bitte die Adresse mit https:// schreiben.")
        return nil
    }

    /// A text within the limit; longer ones refuse the row.
    mutating func limited(_ column: OfferColumn, _ limit: Int) -> String {
        let cell = text(column)
        if cell.utf8.count > limit, cell.count > limit {
            refuse(column, cell, "höchstens \(limit) Zeichen", "Der Text hat \(cell.count) Zeichen. Bitte kürzen.")
            return ""
        }
        return cell
    }
}

/// Internetadresse and e-mail address as far as they can be checked without asking the network.
package enum WebAddress {
    /// `www.example.org` → `https://www.example.org`; `nil` for anything that is no http address.
    package static func complete(_ text: String) -> String? {
        let full = text.hasPrefix("www.") ? "https://" + text : text
        let rest: Substring
        if full.lowercased().hasPrefix("https://") {
            rest = full.dropFirst(8)
        } else if full.lowercased().hasPrefix("http://") {
            rest = full.dropFirst(7)
        } else {
            return nil
        }
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty, host.contains("."), !host.contains("@"), full.utf8.count <= 1_000,
            !full.contains(where: { $0.isWhitespace || "<>\"'\\".contains($0) || $0 == "\0" })
        else { return nil }
        return full
    }

    /// One `@`, a name, a host with a dot, no blanks.
    package static func isEmail(_ text: String) -> Bool {
        let (at, dot) = (UInt8(ascii: "@"), UInt8(ascii: "."))
        let parts = text.utf8.split(separator: at, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains(dot), parts[1].first != dot, parts[1].last != dot,
            text.utf8.count <= 254
        else { return false }
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            return !text.utf8.contains { $0 <= 0x20 || "<>()[]\\,;:\"".utf8.contains($0) }
        }
        return !text.contains { $0.isWhitespace || "<>()[]\\,;:\"".contains($0) }
    }
}
