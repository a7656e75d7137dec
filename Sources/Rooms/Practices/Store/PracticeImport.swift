package import Areas
import Foundation
import Practice
package import Prevention
package import Storage

/// Einlesen von Praxis: a file of entries as `lueckenlos export practices` writes it, all of them or none.
package struct PracticeImport: Sendable {
    let store: PracticeStore
    let tree: AreaTree
    let isPublished: Bool

    /// - Parameters:
    ///   - tree: an entry's municipalities must be known here.
    ///   - isPublished: the entries were reviewed where they come from; otherwise they begin as drafts.
    package init(store: PracticeStore, tree: AreaTree, isPublished: Bool) {
        self.store = store
        self.tree = tree
        self.isPublished = isPublished
    }

    /// Reads the file; one wrong entry keeps all of them out.
    ///
    /// - Parameter origin: names the collection; its next edition replaces what came from it.
    package func run(
        file: String, bytes: [UInt8], origin: String, by actor: AuditActor, at now: Instant, dryRun: Bool
    ) async throws -> ImportReport {
        var report = ImportReport()
        let results: [Result<Practice, PracticeJSONProblem>]
        do throws(PracticeJSONProblem) {
            results = try PracticeJSON.decodeAll(Data(bytes))
        } catch {
            report.problems = [error.problem(in: file, row: nil)]
            return report
        }
        report.read = results.count
        var practices: [Practice] = []
        for (index, result) in results.enumerated() {
            switch result {
            case .success(let practice):
                let problems = faults(of: practice, file: file, row: index + 1)
                report.problems += problems
                if problems.allSatisfy({ $0.severity == .warning }) { practices.append(practice) }
            case .failure(let problem): report.problems.append(problem.problem(in: file, row: index + 1))
            }
        }
        for (row, practice) in practices.enumerated() where practices[..<row].contains(where: { $0.id == practice.id })
        {
            report.problems.append(
                ImportProblem(
                    file: file, row: row + 1, column: "id", found: practice.id.text, expected: "jeder Schlüssel einmal",
                    hint: "Bitte einen der beiden Einträge löschen."))
        }
        report.refused = results.count - practices.count
        if report.hasErrors {
            report.refused = results.count
            return report
        }
        let count = try await store.load(
            practices.map { practice in
                let isInvented = practice.municipalities.first.flatMap { tree[$0] }?.isInvented ?? false
                return LoadedPractice(practice, isInvented: isInvented, isPublished: isPublished)
            }, origin: origin, by: actor, at: now, isDryRun: dryRun)
        report.created = count.created
        report.updated = count.updated
        report.unchanged = count.unchanged + count.kept
        return report
    }

    private func faults(of practice: Practice, file: String, row: Int) -> [ImportProblem] {
        var problems: [ImportProblem] = []
        func refuse(_ column: String, _ found: String, _ expected: String, _ hint: String) {
            problems.append(
                ImportProblem(file: file, row: row, column: column, found: found, expected: expected, hint: hint))
        }
        if (practice.titles["de"] ?? "").allSatisfy(\.isWhitespace) {
            refuse("titles.de", "", "ein deutscher Name", "Bitte den Namen der Praxis ergänzen.")
        }
        if practice.municipalities.isEmpty {
            refuse("municipalities", "", "mindestens eine Kommune", "Bitte den Schlüssel der Kommune ergänzen.")
        }
        for area in practice.municipalities where tree[area] == nil {
            refuse(
                "municipalities", area.text, "eine Kommune dieses Hauses",
                "Bitte zuerst die Gebiete einlesen: lueckenlos import areas.")
        }
        let keys = Dictionary(grouping: practice.elements, by: \.key).filter { $1.count > 1 }.keys.sorted()
        for key in keys {
            refuse("elements", key, "jeder Schlüssel einmal", "Bitte den Bausteinen verschiedene Schlüssel geben.")
        }
        return problems
    }
}

extension PracticeJSONProblem {
    func problem(in file: String, row: Int?) -> ImportProblem {
        let (text, expected, hint) =
            switch found {
            case .noJSON: ("", "JSON", "Bitte Klammern, Kommas und Anführungszeichen prüfen.")
            case .missing: ("", "eine Angabe", "Die Angabe fehlt; bitte ergänzen.")
            case .otherType: ("", "eine Angabe anderer Art", "Bitte Zahl, Text oder Liste prüfen.")
            case .invalid(let expected): ("", expected, "Bitte die Angabe berichtigen.")
            case .otherFormat(let format):
                ("\(format)", "Format \(PracticeJSON.format)", "Bitte die Datei mit dieser Fassung neu ausgeben.")
            }
        return ImportProblem(file: file, row: row, column: place, found: text, expected: expected, hint: hint)
    }
}
