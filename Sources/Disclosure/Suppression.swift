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

        /// A part's share of the work, by its primary cells.
        func share(_ count: Int, of all: Int) -> Effort {
            guard count < all else { return self }
            return Effort(
                programs: max(30, programs * count / all), exactCells: exactCells,
                exactPrograms: max(60, exactPrograms * count / all), seed: seed)
        }
    }

    /// Hides what must be hidden. Where published numbers make protection impossible, `audit` names the exposed.
    ///
    /// - Parameter table: all cells with their values; sums must add up.
    package init(_ table: CellTable, effort: Effort = Effort()) {
        var hidden = table.cells.indices.map { table.requirements[$0] != nil && !table.cells[$0].isFixed }
        var isProven = true
        let parts = table.parts()
        let needs = max(1, parts.reduce(0) { $0 + $1.table.requirements.count })
        for (part, places) in parts {
            let (pattern, isBest) = Self.pattern(part, effort.share(part.requirements.count, of: needs))
            for (own, place) in places.enumerated() where pattern[own] { hidden[place] = true }
            isProven = isProven && isBest
        }
        self.hidden = hidden
        primary = table.primary.filter { hidden[$0] }
        secondary = table.cells.indices.filter {
            hidden[$0] && table.requirements[$0] == nil && !table.cells[$0].isUnseen
        }
        audit = Audit(table, hidden: hidden)
        isProvenBest = isProven && audit.isSafe
    }

    /// The pattern for cells that hang together, and whether it is proven to be the cheapest.
    private static func pattern(_ table: CellTable, _ effort: Effort) -> ([Bool], Bool) {
        var search = PatternSearch(table, seed: effort.seed)
        search.protect()
        search.cleanUp()
        guard search.isPossible else { return (search.hidden, false) }
        if search.secondary.isEmpty { return (search.hidden, true) }
        search.improve(programs: effort.programs)
        let isBest = search.solveExactly(cells: effort.exactCells, programs: effort.exactPrograms)
        return (search.hidden, isBest)
    }
}
