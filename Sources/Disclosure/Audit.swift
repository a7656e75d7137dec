/// Prüfung: whether hidden cells stay uncertain enough against everybody who reads what is published.
package struct Audit: Sendable {
    /// What an outsider can find out about one hidden cell.
    package struct Finding: Sendable, Hashable {
        package let cell: Int
        package let lower: Double
        /// Infinite where nothing limits it.
        package let upper: Double
    }

    /// All hidden cells with their intervals, in order of the cells.
    package let findings: [Finding]
    /// Primary cells that are narrower than they must be, for outsiders or for one of the contributors.
    package let exposed: [Int]
    /// Whether the published numbers contradict each other; then nothing is proven.
    package let isContradictory: Bool

    package var isSafe: Bool { exposed.isEmpty && !isContradictory }

    /// Attacks the published numbers of a table.
    ///
    /// Where true values are missing (audit from outside), contributors are examined by the equations alone.
    ///
    /// - Parameter hidden: by cell.
    package init(_ table: CellTable, hidden: [Bool]) {
        let attack = Attack(table, hidden: hidden)
        var findings: [Finding] = []
        var exposed: Set<Int> = []
        let determined = Set(Echelon.determined(table.equations, unknown: attack.unknown))
        var failed = attack.isContradictory
        for cell in table.cells.indices where attack.unknown[cell] {
            guard let interval = attack.interval(cell) else {
                failed = true
                continue
            }
            findings.append(Finding(cell: cell, lower: interval.lowerBound, upper: interval.upperBound))
            guard let need = table.requirements[cell] else { continue }
            let slack = Attack.tolerance
            let isWide = interval.upperBound - interval.lowerBound >= need.width - slack
            if determined.contains(cell) || !isWide || interval.upperBound < need.reach - slack {
                exposed.insert(cell)
            }
        }
        for cell in table.primary where !attack.unknown[cell] && !table.cells[cell].isFixed { exposed.insert(cell) }
        exposed.formUnion(Self.exposedToContributors(table, attack))
        self.findings = findings
        self.exposed = exposed.sorted()
        isContradictory = failed
    }

    /// Primary cells that a contributor to other hidden cells can work out.
    private static func exposedToContributors(_ table: CellTable, _ attack: Attack) -> Set<Int> {
        var exposed: Set<Int> = []
        for group in table.contributors {
            let known = group.filter { attack.unknown[$0] }
            guard !known.isEmpty else { continue }
            let own = Set(known)
            let others = table.primary.filter {
                attack.unknown[$0] && !own.contains($0) && attack.isTied($0, to: known)
            }
            if table.cells.contains(where: { $0.value == nil }) {
                var unknown = attack.unknown
                for cell in known { unknown[cell] = false }
                exposed.formUnion(Echelon.determined(table.equations, unknown: unknown).filter(others.contains))
            } else {
                for cell in others where !exposed.contains(cell) {
                    guard let need = table.requirements[cell] else { continue }
                    if !attack.isSafe(cell, need, knowing: known) { exposed.insert(cell) }
                }
            }
        }
        return exposed
    }
}
