/// Geheimhaltung: which cells are hidden besides the primary ones, so that nothing hidden can be worked out.
///
/// For each primary cell a linear program finds the cheapest cells to hide with it; then cells that turn out to be
/// needless are shown again, and a seeded search looks for a cheaper pattern. Small tables are solved exactly.
/// The same table gives the same pattern.
///
/// - Source: Hundepool and others, Handbook on Statistical Disclosure Control, secondary suppression and audit;
///   Fischetti and Salazar, Solving the cell suppression problem, 2001.
package struct Suppression: Sendable {
    /// By cell.
    package let hidden: [Bool]
    /// Cells hidden for their own sake, in order.
    package let primary: [Int]
    /// Cells hidden to protect others, in order.
    package let secondary: [Int]
    /// What others can find out, from the pattern alone.
    package let audit: Audit
    /// Whether no cheaper pattern exists.
    package let isProvenBest: Bool

    /// How long the search for a cheaper pattern may go on.
    package struct Effort: Sendable {
        /// Number of linear programs of the search.
        package var programs: Int
        /// Tables with at most so many cells that could be hidden are solved exactly.
        package var exactCells: Int
        /// Number of linear programs after which the exact search gives up.
        package var exactPrograms: Int
        package var seed: UInt64

        package init(programs: Int = 2_500, exactCells: Int = 120, exactPrograms: Int = 4_000, seed: UInt64 = 1) {
            self.programs = programs
            self.exactCells = exactCells
            self.exactPrograms = exactPrograms
            self.seed = seed
        }
    }

    /// Hides what must be hidden. Where published numbers make protection impossible, `audit` names the exposed.
    ///
    /// - Parameter table: all cells with their values; sums must add up.
    package init(_ table: CellTable, effort: Effort = Effort()) {
        var search = PatternSearch(table, seed: effort.seed)
        search.protect()
        search.cleanUp()
        var isProven = false
        if search.isPossible {
            isProven = search.secondary.isEmpty
            if !isProven { search.improve(programs: effort.programs) }
            if !isProven { isProven = search.solveExactly(cells: effort.exactCells, programs: effort.exactPrograms) }
        }
        hidden = search.hidden
        primary = table.primary.filter { search.hidden[$0] }
        secondary = search.secondary
        audit = Audit(table, hidden: search.hidden)
        isProvenBest = isProven && audit.isSafe
    }
}
