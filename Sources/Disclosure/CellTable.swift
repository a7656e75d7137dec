/// Tabelle: numbers together with every sum between them that somebody outside knows.
///
/// All tables that share numbers belong into one: levels of areas, categories, other groupings, differences
/// between boundaries or years. What holds in a part alone may not hold in the whole.
package struct CellTable: Sendable {
    /// Zelle: one number.
    package struct Cell: Sendable {
        /// Unique in the table.
        package var id: String
        /// 0 or more; `nil` where only the published numbers are known (audit from outside).
        package var value: Double?
        /// Known to everybody, whatever is decided here: published earlier, or elsewhere.
        package var isFixed: Bool
        /// Never shown itself, only implied by others (the complement of a share).
        package var isUnseen: Bool
        /// How dear it is to hide it, more than 0; `nil` for value + 25, and 50 for a zero.
        package var cost: Double?

        package init(
            _ id: String, _ value: Double?, isFixed: Bool = false, isUnseen: Bool = false, cost: Double? = nil
        ) {
            self.id = id
            self.value = value
            self.isFixed = isFixed
            self.isUnseen = isUnseen
            self.cost = cost
        }
    }

    /// Gleichung: Σ weight · cell = 0, known to everybody.
    package struct Equation: Sendable, Hashable {
        package struct Term: Sendable, Hashable {
            package let cell: Int
            package let weight: Double

            package init(_ cell: Int, _ weight: Double) {
                self.cell = cell
                self.weight = weight
            }
        }

        package let terms: [Term]

        package init(_ terms: [Term]) { self.terms = terms }

        /// total = Σ parts.
        package init(total: Int, parts: [Int]) {
            terms = [Term(total, 1)] + parts.map { Term($0, -1) }
        }
    }

    /// Schutzbedarf: how uncertain a cell must stay for everybody outside.
    package struct Requirement: Sendable, Hashable {
        /// Least difference between the largest and the smallest possible value.
        package var width: Double
        /// A value that must stay possible, so that "it is small" is not certain; 0 for none.
        package var reach: Double

        package init(width: Double, reach: Double = 0) {
            self.width = width
            self.reach = reach
        }
    }

    package var cells: [Cell]
    package var equations: [Equation]
    /// Primary cells with what they need.
    package var requirements: [Int: Requirement]
    /// Cells of one contributor each: whoever it is knows these and attacks with them.
    package var contributors: [[Int]]

    /// Each hidden cell is a loss, whatever its value.
    private static let basicCost = 25.0
    /// Readers rarely doubt a zero, so it protects less than it seems.
    private static let zeroCost = 50.0

    package init(
        cells: [Cell], equations: [Equation], requirements: [Int: Requirement] = [:], contributors: [[Int]] = []
    ) {
        self.cells = cells
        self.equations = equations
        self.requirements = requirements
        self.contributors = contributors
    }

    /// Primary cells, in order.
    package var primary: [Int] { requirements.keys.sorted() }

    /// What hiding a cell costs.
    package func cost(_ cell: Int) -> Double {
        let cell = cells[cell]
        if cell.isUnseen { return 0 }
        if let cost = cell.cost { return cost }
        guard let value = cell.value, value != 0 else { return Self.zeroCost }
        return value + Self.basicCost
    }

    /// Sums whose numbers do not add up; nothing can be examined before they do.
    package func contradictions() -> [Equation] {
        equations.filter { equation in
            var sum = 0.0
            var size = 1.0
            for term in equation.terms {
                guard let value = cells[term.cell].value else { return false }
                sum += term.weight * value
                size = max(size, abs(value))
            }
            return abs(sum) > 1e-9 * size * Double(equation.terms.count)
        }
    }

    /// What hangs together, each as a table of its own with its cells' places in this one.
    ///
    /// Known cells tie nothing together; contributors do.
    func parts() -> [(table: CellTable, places: [Int])] {
        var root = Array(cells.indices)
        func find(_ cell: Int) -> Int {
            var cell = cell
            while root[cell] != cell {
                root[cell] = root[root[cell]]
                cell = root[cell]
            }
            return cell
        }
        for equation in equations {
            let open = equation.terms.map(\.cell).filter { !cells[$0].isFixed }
            for cell in open.dropFirst() { root[find(cell)] = find(open[0]) }
        }
        for group in contributors { for cell in group.dropFirst() { root[find(cell)] = find(group[0]) } }
        let wanted = Set(requirements.keys.filter { !cells[$0].isFixed }.map(find))
        var members: [Int: [Int]] = [:]
        for cell in cells.indices where !cells[cell].isFixed && wanted.contains(find(cell)) {
            members[find(cell), default: []].append(cell)
        }
        var ofPart: [Int: [Equation]] = [:]
        for equation in equations {
            guard let open = equation.terms.first(where: { !cells[$0.cell].isFixed }) else { continue }
            if wanted.contains(find(open.cell)) { ofPart[find(open.cell), default: []].append(equation) }
        }
        return members.sorted { $0.value[0] < $1.value[0] }.map { part(of: $1, ofPart[$0] ?? []) }
    }

    private func part(of open: [Int], _ equations: [Equation]) -> (table: CellTable, places: [Int]) {
        let places = Set(open).union(equations.flatMap { $0.terms.map(\.cell) }).sorted()
        let own = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
        let inner = equations.map { equation in
            Equation(equation.terms.compactMap { term in own[term.cell].map { Equation.Term($0, term.weight) } })
        }
        var needs: [Int: Requirement] = [:]
        for (cell, need) in requirements { if let place = own[cell] { needs[place] = need } }
        let groups = contributors.map { $0.compactMap { own[$0] } }.filter { !$0.isEmpty }
        let table = CellTable(
            cells: places.map { cells[$0] }, equations: inner, requirements: needs, contributors: groups)
        return (table, places)
    }
}
