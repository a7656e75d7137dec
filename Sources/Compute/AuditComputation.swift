import Disclosure

/// Prüfung als Befehl: what can be found out about the hidden cells of a table.
package enum AuditComputation: Computation {
    package struct Output: Encodable, Sendable {
        let intervals: [KnownInterval]
        let safe: Bool
        let exposed: [String]
    }

    package static let name = "audit"
    package static let summary = "Was Außenstehende über die verborgenen Zellen einer Tabelle herausfinden können."

    package static func run(_ input: DisclosureInput) throws(ComputeProblems) -> Output {
        let table = try input.table(isAudit: true)
        let hidden = input.cells.map { $0.value == nil || $0.hidden == true }
        let audit = Audit(table, hidden: hidden)
        guard !audit.isContradictory else {
            throw ComputeProblems(["Die veröffentlichten Zahlen widersprechen sich; die Summen gehen nicht auf."])
        }
        return Output(
            intervals: audit.findings.map { KnownInterval($0, in: table) }, safe: audit.isSafe,
            exposed: audit.exposed.map { table.cells[$0].id })
    }
}
