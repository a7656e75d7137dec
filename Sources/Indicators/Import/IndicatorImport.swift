package import Prevention
package import Storage
import Tables

/// Einlesen von Kenngrößen: a JSON list of definitions or a table with one definition a row, all or nothing.
package struct IndicatorImport: Sendable {
    private let store: IndicatorStore

    package init(store: IndicatorStore) { self.store = store }

    /// A stored indicator of the same key is changed; its earlier definition is kept.
    package func run(
        file: String, bytes: [UInt8], by actor: AuditActor, at: Instant, dryRun: Bool = false
    ) async throws -> ImportReport {
        var report = ImportReport()
        let rows = rows(file, bytes, &report)
        let known = Dictionary(try await store.indicators().map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        var made: [Indicator] = []
        var seen: [String: Int] = [:]
        for (index, row) in rows.enumerated() {
            var fields = row
            let indicator = fields.indicator(over: known[row.texts["key"] ?? ""])
            report.problems += fields.faults.map { fault in
                ImportProblem(
                    file: file, row: index + 1, column: fault.name, found: fault.found, expected: fault.expected,
                    hint: "Bitte die Angabe berichtigen.")
            }
            if let other = seen.updateValue(index + 1, forKey: indicator.key) {
                report.problems.append(
                    ImportProblem(
                        file: file, row: index + 1, column: "key", found: indicator.key,
                        expected: "ein Schlüssel, den es nur einmal gibt", hint: "Zeile \(other) hat denselben."))
            }
            made.append(indicator)
        }
        report.read = rows.count
        guard !report.hasErrors else {
            report.refused = report.read
            return report
        }
        for indicator in made {
            switch known[indicator.key] {
            case nil: report.created += 1
            case indicator: report.unchanged += 1
            default: report.updated += 1
            }
        }
        if !dryRun { try await store.save(made, by: actor, at: at) }
        return report
    }

    private func rows(_ file: String, _ bytes: [UInt8], _ report: inout ImportReport) -> [IndicatorFields] {
        if let first = bytes.first(where: { $0 > 32 && $0 < 127 }),
            first == UInt8(ascii: "[") || first == UInt8(ascii: "{")
        {
            guard let json = JSONValue(json: bytes) else {
                report.problems = [
                    ImportProblem(
                        file: file, row: nil, column: "", found: "kein gültiges JSON",
                        expected: "eine Liste von Kenngrößen",
                        hint: "Bitte Klammern, Kommas und Anführungszeichen prüfen.")
                ]
                return []
            }
            let items = json.items.isEmpty ? json["indicators"].items : json.items
            return items.map { IndicatorFields(json: $0) }
        }
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch {
            report.problems = [(error as? CSVTable.Failure ?? .empty).problem(file: file)]
            return []
        }
        let names = table.header.map { heading -> String? in
            let folded = Folding.fold(heading)
            return IndicatorFields.headings.first {
                Folding.fold($0.name) == folded || Folding.fold($0.german) == folded
            }?
            .name
        }
        for (heading, name) in zip(table.header, names) where name == nil && !heading.isEmpty {
            report.problems.append(
                ImportProblem(
                    file: file, row: nil, column: heading, found: heading, expected: "eine bekannte Überschrift",
                    hint: "Bekannt sind: \(IndicatorFields.headings.map(\.german).joined(separator: ", ")).",
                    severity: .warning))
        }
        return table.rows.map { row in
            var texts: [String: String] = [:]
            for (cell, name) in zip(row, names) { if let name, !cell.isEmpty { texts[name] = cell } }
            return IndicatorFields(texts)
        }
    }
}
