import Areas
package import Prevention
package import Storage
import Tables

/// Einlesen of a table of offers: all problems are listed, good rows are stored in one transaction, bad ones refused.
///
/// A row is known again by its key (or by title, provider and town) under the mapping's origin and then updated.
package struct OfferImport: Sendable {
    let store: OfferStore
    let mapping: OfferMapping
    let isStrict: Bool

    /// - Parameter isStrict: store nothing at all if a single row is refused.
    package init(store: OfferStore, mapping: OfferMapping = OfferMapping(), isStrict: Bool = false) {
        self.store = store
        self.mapping = mapping
        self.isStrict = isStrict
    }

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: its name as problems show it.
    ///   - dryRun: tell what would happen and store nothing.
    package func run(
        file: String, bytes: [UInt8], by actor: AuditActor, at: Instant, dryRun: Bool = false
    ) async throws -> ImportReport {
        let table: CSVTable
        do { table = try CSVTable(bytes) } catch let failure as CSVTable.Failure {
            var report = ImportReport()
            report.problems = [failure.problem(file: file)]
            return report
        }
        let found = mapping.positions(in: table.header)
        let plan = ColumnPlan(mapping: mapping, positions: found.found, header: table.header)
        let opening = Self.openingProblems(file, table, plan, found.unused, found.missing)
        if opening.contains(where: { $0.severity == .error }) {
            var report = ImportReport()
            report.read = table.rows.count
            report.refused = table.rows.count
            report.problems = opening
            return report
        }
        let areas = try await store.database.read { r in AreaFinder(try AreaStore.areas(r)) }
        var work = await OfferImportWork(file: file, table: table, plan: plan, areas: areas)
        let report: ImportReport
        if dryRun {
            let start = work
            report = try await store.database.read { r in
                var work = start
                return try work.prepare(r, at: at)
            }
        } else {
            work.actor = actor
            let start = work
            report = try await store.database.write { w in
                var work = start
                let report = try work.prepare(w, at: at)
                if isStrict && report.refused > 0 { return report }
                try work.write(w, report, at: at)
                return report
            }
        }
        var whole = isStrict ? Self.refusingAll(report) : report
        whole.problems = opening + report.problems
        return whole
    }

    private static func refusingAll(_ report: ImportReport) -> ImportReport {
        guard report.refused > 0 else { return report }
        var none = ImportReport()
        none.read = report.read
        none.refused = report.read
        return none
    }

    /// What can be said before the first row.
    private static func openingProblems(
        _ file: String, _ table: CSVTable, _ plan: ColumnPlan, _ unused: [String], _ missing: [String]
    ) -> [ImportProblem] {
        let heading = table.header.joined(separator: " | ")
        var problems = missing.map { name in
            ImportProblem(
                file: file, row: nil, column: name, found: heading,
                expected: "die Spalte \"\(name)\" aus der Zuordnung",
                hint: "Bitte die Überschrift in der Datei oder in der Zuordnung ändern.")
        }
        for column in [OfferColumn.title, .provider] where !plan.has(column) {
            problems.append(
                ImportProblem(
                    file: file, row: nil, column: column.heading, found: heading,
                    expected: "eine Spalte \"\(column.heading)\"",
                    hint:
                        "Bitte die Spalte so überschreiben oder mit --mapping zuordnen: {\"columns\": {\"\(column.rawValue)\": \"Ihre Überschrift\"}}."
                ))
        }
        problems += unused.map { name in
            ImportProblem(
                file: file, row: nil, column: name, found: name, expected: "eine bekannte Überschrift",
                hint: "Diese Spalte wird nicht übernommen. Bitte zuordnen, wenn sie gebraucht wird.", severity: .warning
            )
        }
        return problems
    }
}
