import Disclosure

/// Geheimhaltung als Befehl: which cells of a table must be hidden.
package enum SuppressComputation: Computation {
    package struct Output: Encodable, Sendable {
        let primary: [String]
        let secondary: [String]
        let published: [String: Double]
        let safe: Bool
        /// Whether no cheaper pattern exists.
        let optimal: Bool
        /// Primary cells that cannot be protected.
        let exposed: [String]
        let intervals: [KnownInterval]
    }

    package static let name = "suppress"
    package static let summary = "Welche Zellen einer Tabelle verborgen werden müssen, damit niemand erkennbar ist."

    package static func run(_ input: DisclosureInput) throws(ComputeProblems) -> Output {
        let table = try input.table(isAudit: false)
        let found = Suppression(table)
        func names(_ cells: [Int]) -> [String] { cells.map { table.cells[$0].id } }
        var published: [String: Double] = [:]
        for (index, cell) in table.cells.enumerated() where !found.hidden[index] { published[cell.id] = cell.value }
        return Output(
            primary: names(found.primary), secondary: names(found.secondary), published: published,
            safe: found.audit.isSafe, optimal: found.isProvenBest, exposed: names(found.audit.exposed),
            intervals: found.audit.findings.map { KnownInterval($0, in: table) })
    }
}
