package import Prevention

extension CSVTable.Failure {
    /// The same as a problem of the whole file.
    package func problem(file: String) -> ImportProblem {
        let (row, found, expected, hint): (Int?, String, String, String) =
            switch self {
            case .empty:
                (
                    nil, "nichts", "eine Überschriftenzeile und Zeilen darunter",
                    "Bitte prüfen, ob die richtige Datei gewählt ist."
                )
            case .notText:
                (
                    nil, "keine Textdatei", "eine Tabelle als CSV-Datei",
                    "Bitte im Tabellenprogramm \"Speichern unter\" und \"CSV UTF-8\" wählen."
                )
            case .openQuote(let row):
                (
                    row, "\"", "ein schließendes Anführungszeichen",
                    "Bitte das Anführungszeichen in dieser Zeile schließen oder entfernen."
                )
            case .tooLong(let limit):
                (nil, "eine sehr große Datei", "höchstens \(limit / 1_000_000) MB", "Bitte die Datei teilen.")
            case .tooManyRows(let limit):
                (nil, "zu viele Zeilen", "höchstens \(limit) Zeilen", "Bitte die Datei teilen.")
            }
        return ImportProblem(file: file, row: row, column: "", found: found, expected: expected, hint: hint)
    }
}

extension CSVTable {
    /// What keeps a file from being read as a table and what to do; `nil` if it is one.
    package static func fault(of bytes: [UInt8], file: String) -> String? {
        do {
            _ = try CSVTable(bytes)
            return nil
        } catch let failure as Failure {
            return failure.problem(file: file).hint
        } catch {
            return "\(error)"
        }
    }
}
